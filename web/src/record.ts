/** What the `.json` twins hold, as far as the pictures need it (views.plain of the views). */

export interface Sureness {
  words: string;
  plain: boolean;
  factuality: string;
  status: string[];
}

export interface When {
  words: string;
  precision: string;
  earliest: string | null;
  latest: string | null;
}

export interface Line {
  reference: string;
  predicate: string;
  sentence: string;
  quote: string;
  toll: string;
  holders: string[];
  sureness: Sureness;
  time: When;
}

/** How sure, as it is drawn: a colour and a shape for each. */
export type Certain = "sure" | "unsure" | "denied";

export const CERTAIN: readonly Certain[] = ["sure", "unsure", "denied"];

export const WORDS: Record<Certain, string> = {
  sure: "held for certain",
  unsure: "not certain",
  denied: "denied",
};

export function certain(sureness: Sureness): Certain {
  if (sureness.plain) return "sure";
  const against = sureness.factuality.endsWith("-") || sureness.status.includes("denied");
  return against ? "denied" : "unsure";
}

/** The most that is held of several lines: one who is sure outweighs all who are not. */
export function surest(lines: readonly Line[]): Certain {
  const held = new Set(lines.map((line) => certain(line.sureness)));
  return CERTAIN.find((each) => held.has(each)) ?? "unsure";
}

export function publisher(line: Line): string | undefined {
  return line.holders.at(-1);
}
