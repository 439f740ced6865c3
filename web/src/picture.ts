/** What each island draws, and how it is saved: with its title, legend and sources, as SVG or PNG. */

import type { Told } from "./record";
import { cut, svg } from "./draw";
import { theme } from "./theme";

/** What can be chosen: a statement, a place with its statements, a link, a bundle of them. */
export interface Mark {
  readonly title: string;
  readonly told: readonly Told[];
  /** Where it leads; the first statement's sentence if it is not given. */
  readonly href?: string;
}

/** A row of the legend: `swatch` draws into a box of 28 by 16. */
export interface Key {
  readonly words: string;
  swatch(): SVGElement[];
}

/** A button above the picture. */
export interface Tool {
  readonly words: string;
  run(): void;
}

export interface Picture {
  /** In the order in which the arrow keys go through them. */
  marks(): readonly Mark[];
  keys(): readonly Key[];
  tools(): readonly Tool[];
  /** Shows which mark is chosen, and brings it into sight. */
  choose(mark: Mark | null): void;
  /** What is in sight, as vectors, in a group of the stage's size. */
  drawing(): Promise<SVGElement>;
  /** Takes the page's colours anew. */
  repaint(): void;
}

const MARGIN = 16;
const ROW = 20;
const FONT = "system-ui, sans-serif";

export interface Sheet {
  title: string;
  address: string;
  width: number;
  height: number;
  sources: readonly string[];
}

/** The picture on a sheet: title above, legend, sources and address below. */
export async function sheet(picture: Picture, given: Sheet): Promise<SVGSVGElement> {
  const { paper, ink, muted } = theme();
  const width = Math.max(given.width, 320) + 2 * MARGIN;
  const foot = svg("g");
  let at = MARGIN + 28 + given.height + ROW;
  const write = (words: string, x: number, y: number, size: number, fill: string): void => {
    foot.append(svg("text", { x, y, "font-size": size, fill, "font-family": FONT }, words));
  };
  write(cut(given.title, Math.floor(width / 9)), MARGIN, MARGIN + 14, 17, ink);
  let x = MARGIN;
  for (const key of picture.keys()) {
    const wide = 40 + key.words.length * 7;
    if (x > MARGIN && x + wide > width - MARGIN) [x, at] = [MARGIN, at + ROW];
    foot.append(svg("g", { transform: `translate(${x} ${at - 12})` }, ...key.swatch()));
    write(key.words, x + 34, at, 12, ink);
    x += wide;
  }
  at += ROW + 4;
  for (const row of wrapped(`Sources: ${given.sources.join("; ")}`, Math.floor(width / 6.4))) {
    write(row, MARGIN, at, 11, muted);
    at += 15;
  }
  write(cut(given.address, Math.floor(width / 6)), MARGIN, at, 11, muted);
  const height = at + MARGIN;
  const inside = svg("svg", {
    x: MARGIN,
    y: MARGIN + 28,
    width: given.width,
    height: given.height,
    overflow: "hidden",
  });
  inside.append(await picture.drawing());
  const size = { width, height, viewBox: `0 0 ${width} ${height}` };
  return svg("svg", size, svg("rect", { width, height, fill: paper }), inside, foot);
}

function wrapped(words: string, most: number): string[] {
  const rows = [""];
  for (const word of words.split(" ")) {
    const longer = `${rows.at(-1)} ${word}`.trim();
    if (longer.length > most && rows.at(-1) !== "") rows.push(word);
    else rows[rows.length - 1] = longer;
  }
  return rows;
}

export function asSvg(drawn: SVGSVGElement): Blob {
  const text = new XMLSerializer().serializeToString(drawn);
  return new Blob([text], { type: "image/svg+xml" });
}

/** Twice as many dots as the screen's pixels, so that it prints well. */
export async function asPng(drawn: SVGSVGElement): Promise<Blob> {
  const address = URL.createObjectURL(asSvg(drawn));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = 2 * drawn.width.baseVal.value;
    canvas.height = 2 * drawn.height.baseVal.value;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, fail) => {
      canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("no picture"))), "image/png");
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

export function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
