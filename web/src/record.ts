/** What the `.json` twins hold (views.plain of views.mark, times, atlas and network). */

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

export interface Place {
  name: string;
  lat: number;
  lon: number;
  precision: string;
  radius_km: number | null;
  country: string | null;
}

/** A statement. */
export interface Told {
  reference: string;
  family: string;
  predicate: string;
  sentence: string;
  quote: string;
  toll: string;
  holders: string[];
  publisher: string | null;
  sureness: Sureness;
  time: When;
}

/** How sure, as it is drawn: a colour and a shape for each (views.line.Tone). */
export type Tone = "certain" | "hedged" | "unreal" | "denied";

export const TONES: readonly Tone[] = ["certain", "hedged", "unreal", "denied"];

export const WORDS: Record<Tone, string> = {
  certain: "certain",
  hedged: "alleged or hedged",
  unreal: "planned, threatened or supposed",
  denied: "denied or not so",
};

/** Stand beside words, so that how sure is told without its colour. */
export const SIGNS: Record<Tone, string> = { certain: "", hedged: "◇", unreal: "△", denied: "✕" };

const UNREAL = new Set(["promised", "threatened", "planned", "attempted", "hypothetical"]);

export function tone({ plain, factuality, status }: Sureness): Tone {
  if (status.includes("denied") || factuality.endsWith("-")) return "denied";
  if (status.some((each) => UNREAL.has(each))) return "unreal";
  return plain ? "certain" : "hedged";
}

/** The most that is held by any: one who is sure outweighs all who are not. */
export function surest(told: readonly Told[]): Tone {
  const held = new Set(told.map((each) => tone(each.sureness)));
  return TONES.find((each) => held.has(each)) ?? "hedged";
}
