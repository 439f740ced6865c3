/** What `/pictures/*.json` holds (views.dot in views.times, atlas and network). */

export interface Place {
  name: string;
  lat: number;
  lon: number;
  precision: string;
  radius_km: number | null;
  country: string | null;
}

/** A statement: `sure` and `when` are words, `earliest` and `latest` days, null where open. */
export interface Told {
  reference: string;
  family: string;
  sentence: string;
  toll: string;
  holders: string[];
  publisher: string | null;
  tone: Tone;
  sure: string;
  when: string;
  precision: string;
  earliest: string | null;
  latest: string | null;
  parties: { words: string; reference: string }[];
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

/** The most that is held by any: one who is sure outweighs all who are not. */
export function surest(told: readonly Told[]): Tone {
  const held = new Set(told.map((each) => each.tone));
  return TONES.find((each) => held.has(each)) ?? "hedged";
}
