/** The page's own colours, read from its custom properties, in light and dark. */

const FALLBACK = {
  paper: "#ffffff",
  ink: "#1c1c1c",
  muted: "#5c5c5c",
  line: "#c9c9c9",
  accent: "#0b5394",
  certain: "#1f6b45",
  hedged: "#8a5a00",
  unreal: "#5b3f96",
  denied: "#a32626",
};

export type Theme = Record<keyof typeof FALLBACK, string>;

export function theme(): Theme {
  const style = getComputedStyle(document.documentElement);
  const found = Object.entries(FALLBACK).map(([name, otherwise]) => [
    name,
    solid(style.getPropertyValue(`--${name}`).trim() || otherwise),
  ]);
  return Object.fromEntries(found) as Theme;
}

/** As the canvas libraries take it: whatever CSS allows (light-dark(), color-mix()) as rgb(). */
function solid(colour: string): string {
  const probe = document.createElement("span");
  probe.style.color = colour;
  document.body.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  const [red, green, blue] = dots(found);
  return `rgb(${red}, ${green}, ${blue})`;
}

function dots(colour: string): Uint8ClampedArray {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true })!;
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  return canvas.getImageData(0, 0, 1, 1).data;
}

/** A colour between two, `share` of it the second. */
export function mixed(one: string, other: string, share: number): string {
  const [first, second] = [dots(one), dots(other)];
  const parts = [0, 1, 2].map((n) => Math.round(first[n]! * (1 - share) + second[n]! * share));
  return `rgb(${parts.join(", ")})`;
}

export function onThemeChange(redraw: () => void): void {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  new MutationObserver(redraw).observe(document.documentElement, {
    attributeFilter: ["class", "data-theme"],
  });
}

export function calm(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
