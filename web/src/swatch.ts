/** Shapes that tell how sure apart without colour: full circle, diamond, triangle, cross. */

import { svg, type Attributes } from "./draw";
import type { Tone } from "./record";
import type { Theme } from "./theme";

export function shape(tone: Tone, colours: Theme, x: number, y: number, r = 5): SVGElement {
  return svg("path", {
    d: outline(tone, x, y, r),
    fill: tone === "certain" ? colours[tone] : colours.paper,
    stroke: colours[tone],
    "stroke-width": r * 0.4,
  });
}

export function outline(tone: Tone, x: number, y: number, r: number): string {
  const s = r + 1;
  if (tone === "certain")
    return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
  if (tone === "hedged") return `M${x} ${y - s}L${x + s} ${y}L${x} ${y + s}L${x - s} ${y}Z`;
  if (tone === "unreal") return `M${x} ${y - r}L${x + s} ${y + r}L${x - s} ${y + r}Z`;
  return `M${x - r} ${y - r}L${x + r} ${y + r}M${x + r} ${y - r}L${x - r} ${y + r}`;
}

/** The edge of something: whole, dashed, dotted, or thick and broken. */
export function stroke(tone: Tone, colours: Theme): Attributes {
  const dashes = { certain: "none", hedged: "6 3", unreal: "2 3", denied: "10 2 2 2" };
  return { stroke: colours[tone], "stroke-width": 2, "stroke-dasharray": dashes[tone] };
}
