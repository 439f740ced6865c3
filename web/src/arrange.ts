/** A worker that finds places for the nodes of a network: the same for the same network, always. */

import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from "d3-force";

/** How many nodes, which are linked, by their numbers, and how tall the room is by its width. */
export interface Asked {
  count: number;
  links: [number, number][];
  tall: number;
}

/** x and y of each node in turn; `last` is false while it is still moving. */
export interface Arranged {
  places: Float64Array;
  last: boolean;
}

const ROUNDS = 250;
const SHOWN_AFTER = [10, 60];

addEventListener("message", ({ data }: MessageEvent<Asked>) => {
  const nodes: SimulationNodeDatum[] = Array.from({ length: data.count }, () => ({}));
  const links = data.links.map(([source, target]) => ({ source, target }));
  const simulation = forceSimulation(nodes)
    .force("link", forceLink(links).distance(90).strength(0.5))
    .force("apart", forceManyBody().strength(-220).distanceMax(700))
    .force("room", forceCollide(26))
    .force("x", forceX().strength(0.075 * Math.sqrt(data.tall)))
    .force("y", forceY().strength(0.075 / Math.sqrt(data.tall)))
    .stop();
  for (let round = 1; round <= ROUNDS; round++) {
    simulation.tick();
    const last = round === ROUNDS;
    if (!last && !SHOWN_AFTER.includes(round)) continue;
    const places = Float64Array.from(nodes.flatMap((node) => [node.x ?? 0, node.y ?? 0]));
    postMessage({ places, last } satisfies Arranged);
  }
});
