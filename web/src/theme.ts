/** The page's own colours, read from its custom properties, in light and dark. */

const FALLBACK = {
  paper: "#ffffff",
  ink: "#1c1c1c",
  muted: "#5c5c5c",
  line: "#c9c9c9",
  accent: "#0b5394",
  sure: "#1b6e3c",
  unsure: "#9a5b00",
  denied: "#a3262a",
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
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  if (canvas === null) return found;
  canvas.fillStyle = found;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
  return `rgb(${red}, ${green}, ${blue})`;
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
