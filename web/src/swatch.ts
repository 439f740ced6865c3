/** Shapes that tell how sure apart without colour: a full circle, an empty diamond, a cross. */

import { svg, type Attributes } from "./draw";
import type { Certain } from "./record";
import type { Theme } from "./theme";

export function shape(certain: Certain, colours: Theme, x: number, y: number, r = 5): SVGElement {
  const colour = colours[certain];
  if (certain === "sure") return svg("circle", { cx: x, cy: y, r, fill: colour });
  if (certain === "unsure") {
    const path = `M${x} ${y - r - 1}L${x + r + 1} ${y}L${x} ${y + r + 1}L${x - r - 1} ${y}Z`;
    return svg("path", { d: path, fill: colours.paper, stroke: colour, "stroke-width": 2 });
  }
  const path = `M${x - r} ${y - r}L${x + r} ${y + r}M${x + r} ${y - r}L${x - r} ${y + r}`;
  return svg("path", { d: path, stroke: colour, "stroke-width": 2.5, fill: "none" });
}

/** The line of something: whole if for certain, broken if not, dotted if denied. */
export function stroke(certain: Certain, colours: Theme): Attributes {
  const dashes: Record<Certain, string> = { sure: "none", unsure: "6 3", denied: "2 3" };
  return { stroke: colours[certain], "stroke-width": 2, "stroke-dasharray": dashes[certain] };
}
