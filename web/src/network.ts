/** Who is linked with whom: the sign by the line's ends, how sure by its colour, disputed dashed. */

import cytoscape, { type Core, type NodeSingular } from "cytoscape";

import "./network.css";

import type { Arranged, Asked } from "./arrange";
import { counted, cut, svg } from "./draw";
import { mount, type Frame } from "./host";
import type { Key, Mark, Picture, Tool } from "./picture";
import { SIGNS, surest, TONES, WORDS, type Told, type Tone } from "./record";
import { calm, mixed, theme, type Theme } from "./theme";

/** Cytoscape writes its one rule into a style element, unless it finds one by this name. */
const ITS_STYLES = "__________cytoscape_stylesheet";

type Tie = "allied" | "rival" | "fights" | "belongs" | "family" | "deals";

const READABLE = 0.7;
const LARGEST = 1.5;
const MANY = 400;

const TIES: Record<Tie, { words: string; end: cytoscape.Css.ArrowShape }> = {
  allied: { words: "allied, linked or helping", end: "circle" },
  rival: { words: "rival or accusing", end: "tee" },
  fights: { words: "fighting or coercing", end: "triangle-cross" },
  belongs: { words: "belonging or leading", end: "triangle" },
  family: { words: "family", end: "diamond" },
  deals: { words: "dealing", end: "vee" },
};

/** By type; as Cytoscape names them, and as a path of 2 by 2 around nought. */
const SHAPES: Record<string, [cytoscape.Css.NodeShape, string]> = {
  Person: ["ellipse", "M-1 0a1 1 0 1 0 2 0a1 1 0 1 0 -2 0Z"],
  Group: ["hexagon", "M-1 0L-.5 -.9H.5L1 0L.5 .9H-.5Z"],
  Organisation: ["rectangle", "M-1 -1H1V1H-1Z"],
  Place: ["diamond", "M0 -1L1 0L0 1L-1 0Z"],
  Facility: ["triangle", "M0 -1L1 1H-1Z"],
  Vehicle: ["vee", "M-1 -1L0 -.3L1 -1L0 1Z"],
};

interface Node {
  reference: string;
  name: string;
  type: string;
  links: number;
}

interface Link {
  left: string;
  right: string;
  sort: Tie;
  mutual: boolean;
  predicates: string[];
  disputed: boolean;
  independent_sources: number;
  statements: string[];
  marks: Told[];
}

interface Twin {
  nodes: Node[];
  links: Link[];
}

class NetworkPicture implements Picture {
  private readonly chart: Core;
  private readonly byId = new Map<string, Mark>();
  private readonly idOf = new Map<Mark, string>();
  private readonly order: Mark[] = [];
  /** Whether somebody looks at a part of their own choice, which nothing takes away. */
  private moved = false;

  constructor(
    private readonly twin: Twin,
    private readonly frame: Frame,
  ) {
    frame.host.ownerDocument
      .querySelector('link[href$="/network.css"]')
      ?.setAttribute("id", ITS_STYLES);
    this.name();
    const many = twin.nodes.length > MANY;
    this.chart = cytoscape({
      container: frame.stage,
      elements: this.elements(),
      style: this.style(),
      layout: { name: "preset" },
      minZoom: 0.05,
      maxZoom: 4,
      boxSelectionEnabled: false,
      autounselectify: true,
      hideEdgesOnViewport: many,
      textureOnViewport: many,
      pixelRatio: many ? 1 : "auto",
    } as cytoscape.CytoscapeOptions);
    for (const moving of ["pointerdown", "wheel", "keydown"]) {
      frame.stage.addEventListener(moving, () => (this.moved = true), {
        capture: true,
        passive: true,
      });
    }
    this.chart.on("tap", (event) => {
      const id = event.target === this.chart ? "" : (event.target.id() as string);
      frame.choose(this.byId.get(id) ?? null);
    });
    this.chart.on("dbltap", "node, edge", (event) => {
      const mark = this.byId.get(event.target.id() as string);
      if (mark) frame.open(mark);
    });
  }

  /** Marks by the ids of what is drawn, each node before its links. */
  private name(): void {
    const names = new Map(this.twin.nodes.map((node) => [node.reference, node.name]));
    const linked = new Map<string, [string, Link][]>();
    this.twin.links.forEach((link, number) => {
      for (const end of [link.left, link.right]) {
        linked.set(end, [...(linked.get(end) ?? []), [`link ${number}`, link]]);
      }
    });
    for (const node of this.twin.nodes) {
      const own = linked.get(node.reference) ?? [];
      const told = own.flatMap(([, link]) => link.marks);
      const href = `/entities/${encodeURIComponent(node.reference)}`;
      this.put(node.reference, {
        title: `${node.name}: ${counted(node.links, "link")}`,
        told,
        href,
      });
      for (const [id, link] of own) {
        if (!this.byId.has(id)) this.put(id, { title: title(link, names), told: link.marks });
      }
    }
  }

  private put(id: string, mark: Mark): void {
    this.byId.set(id, mark);
    this.idOf.set(mark, id);
    this.order.push(mark);
  }

  private elements(): cytoscape.ElementDefinition[] {
    const nodes = this.twin.nodes.map(({ reference, name, type, links }) => ({
      data: { id: reference, name: cut(name, 32), type, size: 14 + 6 * Math.sqrt(links) },
    }));
    const links = this.twin.links.map((link, number) => {
      const several = link.statements.length;
      return {
        data: {
          id: `link ${number}`,
          source: link.left,
          target: link.right,
          tone: surest(link.marks),
          width: 1.5 + Math.sqrt(link.statements.length),
          words: [SIGNS[surest(link.marks)], several > 1 ? several : ""].join(" ").trim(),
        },
        classes: [link.sort, link.mutual ? "mutual" : "", link.disputed ? "disputed" : ""].join(
          " ",
        ),
      };
    });
    return [...nodes, ...links];
  }

  private style(): cytoscape.StylesheetJson {
    const { paper, ink, muted, accent, ...tones } = theme();
    return [
      {
        selector: "node",
        style: {
          width: "data(size)",
          height: "data(size)",
          label: "data(name)",
          "background-color": mixed(paper, ink, 0.25),
          "border-width": 1.5,
          "border-color": ink,
          color: ink,
          "font-family": "system-ui, sans-serif",
          "font-size": 12,
          "min-zoomed-font-size": 8,
          "text-valign": "bottom",
          "text-margin-y": 3,
          "text-background-color": paper,
          "text-background-opacity": 0.75,
          "text-background-padding": "1px",
        },
      },
      ...Object.entries(SHAPES).map(([type, [form]]) => ({
        selector: `node[type = "${type}"]`,
        style: { shape: form },
      })),
      {
        selector: "edge",
        style: {
          width: "data(width)",
          "curve-style": this.twin.nodes.length > MANY ? "straight" : "bezier",
          "arrow-scale": 1.1,
          label: "data(words)",
          color: muted,
          "font-size": 13,
          "min-zoomed-font-size": 7,
          "text-background-color": paper,
          "text-background-opacity": 0.9,
        },
      },
      ...TONES.map((tone) => ({
        selector: `edge[tone = "${tone}"]`,
        style: {
          "line-color": tones[tone],
          color: tones[tone],
          "target-arrow-color": tones[tone],
          "source-arrow-color": tones[tone],
        },
      })),
      ...Object.entries(TIES).map(([tie, { end }]) => ({
        selector: `edge.${tie}`,
        style: { "target-arrow-shape": end },
      })),
      ...Object.entries(TIES).map(([tie, { end }]) => ({
        selector: `edge.${tie}.mutual`,
        style: { "source-arrow-shape": end },
      })),
      { selector: "edge.disputed", style: { "line-style": "dashed", "line-dash-pattern": [8, 5] } },
      { selector: ".faint", style: { opacity: 0.25 } },
      { selector: "node.chosen", style: { "border-width": 4, "border-color": accent } },
      {
        selector: "edge.chosen",
        style: {
          width: 6,
          "z-index": 9,
          "underlay-color": accent,
          "underlay-opacity": 0.4,
          "underlay-padding": 5,
        },
      },
    ] as cytoscape.StylesheetJson;
  }

  /** Places are found beside the page, so that it answers meanwhile; done when some are there. */
  arrange(): Promise<void> {
    const numbers = new Map(this.twin.nodes.map((node, number) => [node.reference, number]));
    const links = this.twin.links.map(
      ({ left, right }) => [numbers.get(left)!, numbers.get(right)!] as [number, number],
    );
    const { clientWidth, clientHeight } = this.frame.stage;
    const worker = new Worker(new URL("./arrange.js", import.meta.url), { type: "module" });
    return new Promise((done, fail) => {
      worker.addEventListener("error", () => fail(new Error("the network cannot be arranged")));
      worker.addEventListener("message", ({ data }: MessageEvent<Arranged>) => {
        this.putAt(data.places);
        if (data.last) worker.terminate();
        if (data.last) this.frame.host.dataset.settled = "";
        done();
      });
      const tall = clientHeight / clientWidth;
      worker.postMessage({ count: numbers.size, links, tall } satisfies Asked);
    });
  }

  private putAt(places: Float64Array): void {
    this.chart.batch(() => {
      this.chart.nodes().forEach((node: NodeSingular, number: number) => {
        node.position({ x: places[2 * number]!, y: places[2 * number + 1]! });
      });
    });
    if (!this.moved) this.overview();
  }

  private whole(): void {
    this.chart.fit(undefined, 30);
    if (this.chart.zoom() <= LARGEST) return;
    this.chart.zoom(LARGEST);
    this.chart.center();
  }

  private overview(): void {
    this.whole();
    // Names that nobody can read are no overview: few are shown large, from the most linked on.
    if (this.chart.zoom() >= READABLE || this.twin.nodes.length > 60) return;
    this.chart.zoom(READABLE);
    this.chart.center(this.chart.nodes().first());
  }

  marks(): readonly Mark[] {
    return this.order;
  }

  choose(mark: Mark | null): void {
    const id = mark ? (this.idOf.get(mark) ?? "") : "";
    const chosen: cytoscape.CollectionReturnValue = this.chart
      .collection()
      .union(this.chart.getElementById(id));
    const near = chosen.union(chosen.edges().connectedNodes()).union(chosen.nodes().neighborhood());
    this.chart.batch(() => {
      this.chart.elements().removeClass("faint chosen");
      if (chosen.empty()) return;
      this.chart.elements().not(near).addClass("faint");
      chosen.addClass("chosen");
    });
    if (chosen.nonempty() && !within(chosen.renderedBoundingBox(), this.chart)) {
      if (calm()) this.chart.center(chosen);
      else this.chart.animate({ center: { eles: chosen }, duration: 200 });
    }
  }

  keys(): readonly Key[] {
    const colours = theme();
    const line = (x: number, dashes = "none"): SVGElement =>
      svg("path", {
        d: `M1 8H${x}`,
        stroke: colours.ink,
        "stroke-width": 2,
        "stroke-dasharray": dashes,
      });
    const types = Object.keys(SHAPES).filter((type) =>
      this.twin.nodes.some((each) => each.type === type),
    );
    return [
      ...types.map((type) => ({
        words: type.toLowerCase(),
        swatch: () => [nodeOf(type, 14, 8, 6, colours)],
      })),
      ...(Object.keys(TIES) as Tie[]).map((tie) => ({
        words: TIES[tie].words,
        swatch: () => [line(20), ending(tie, 20, 8, 0, colours.ink)],
      })),
      { words: "disputed", swatch: () => [line(27, "5 3")] },
      ...TONES.map((each) => ({
        words: WORDS[each],
        swatch: () => [
          svg("path", { d: "M1 8H27", stroke: colours[each], "stroke-width": 3 }),
          svg(
            "text",
            {
              x: 14,
              y: 13,
              fill: colours[each],
              stroke: colours.paper,
              "paint-order": "stroke",
              "stroke-width": 4,
              "text-anchor": "middle",
              "font-size": 14,
            },
            SIGNS[each],
          ),
        ],
      })),
    ];
  }

  tools(): readonly Tool[] {
    const zoom = (by: number): void => {
      const middle = { x: this.chart.width() / 2, y: this.chart.height() / 2 };
      this.chart.zoom({ level: this.chart.zoom() * by, renderedPosition: middle });
    };
    return [
      { words: "Zoom in", run: () => zoom(1.5) },
      { words: "Zoom out", run: () => zoom(1 / 1.5) },
      { words: "Show all", run: () => this.whole() },
    ];
  }

  repaint(): void {
    this.chart.style(this.style());
  }

  async drawing(): Promise<SVGElement> {
    const colours = theme();
    const drawn = svg("g", { "font-family": "system-ui, sans-serif" });
    const zoom = this.chart.zoom();
    for (const edge of this.chart.edges().toArray()) {
      const link = this.twin.links[Number(edge.id().split(" ")[1])]!;
      drawn.append(...edgeOf(edge, link, zoom, colours));
    }
    for (const node of this.chart.nodes().toArray()) {
      const { x, y } = node.renderedPosition();
      const r = (node.width() * zoom) / 2;
      drawn.append(nodeOf(node.data("type") as string, x, y, r, colours));
      const size = 12 * zoom;
      if (size < 8) continue;
      const words = svg(
        "text",
        { x, y: y + r + size, "font-size": size, "text-anchor": "middle", fill: colours.ink },
        node.data("name") as string,
      );
      drawn.append(words);
    }
    return drawn;
  }
}

function title(link: Link, names: ReadonlyMap<string, string>): string {
  const [left, right] = [names.get(link.left) ?? "", names.get(link.right) ?? ""];
  const ends = link.mutual ? `${left} and ${right}` : `${left} → ${right}`;
  const how = link.predicates.map((each) => each.replaceAll("_", " ").toLowerCase()).join(", ");
  const sources = counted(link.independent_sources, "independent source");
  const facts = [
    counted(link.statements.length, "statement"),
    sources,
    link.disputed ? "disputed" : "",
  ];
  return `${ends}: ${how} (${facts.filter(Boolean).join(", ")})`;
}

function within(box: { x1: number; x2: number; y1: number; y2: number }, chart: Core): boolean {
  return box.x1 >= 0 && box.y1 >= 0 && box.x2 <= chart.width() && box.y2 <= chart.height();
}

function nodeOf(type: string, x: number, y: number, r: number, colours: Theme): SVGElement {
  return svg("path", {
    d: SHAPES[type]?.[1] ?? SHAPES["Person"]![1],
    transform: `translate(${x} ${y}) scale(${r})`,
    fill: mixed(colours.paper, colours.ink, 0.25),
    stroke: colours.ink,
    "stroke-width": 1 / r,
  });
}

function edgeOf(
  edge: cytoscape.EdgeSingular,
  link: Link,
  zoom: number,
  colours: Theme,
): SVGElement[] {
  const [from, to] = [edge.renderedSourceEndpoint(), edge.renderedTargetEndpoint()];
  const middle = edge.renderedMidpoint();
  const tone = edge.data("tone") as Tone;
  const bend = { x: 2 * middle.x - (from.x + to.x) / 2, y: 2 * middle.y - (from.y + to.y) / 2 };
  const line = svg("path", {
    d: `M${from.x} ${from.y}Q${bend.x} ${bend.y} ${to.x} ${to.y}`,
    fill: "none",
    stroke: colours[tone],
    "stroke-width": Math.max(1, (edge.data("width") as number) * zoom),
    ...(link.disputed ? { "stroke-dasharray": "8 5" } : {}),
  });
  const turn = (x: number, y: number): number =>
    (Math.atan2(y - bend.y, x - bend.x) * 180) / Math.PI;
  const ends = [ending(link.sort, to.x, to.y, turn(to.x, to.y), colours[tone])];
  if (link.mutual)
    ends.push(ending(link.sort, from.x, from.y, turn(from.x, from.y), colours[tone]));
  const sign = svg(
    "text",
    {
      x: middle.x,
      y: middle.y + 4,
      fill: colours[tone],
      "text-anchor": "middle",
      "font-size": Math.max(9, 13 * zoom),
    },
    edge.data("words") as string,
  );
  return [line, ...ends, sign];
}

/** The sign of a tie at the end of its line, as Cytoscape draws it. */
function ending(tie: Tie, x: number, y: number, turn: number, colour: string): SVGElement {
  const paths: Record<Tie, string> = {
    allied: "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z",
    rival: "M0 -5V5",
    fights: "M7 0L-2 -5V5ZM-5 -5V5",
    belongs: "M7 0L-3 -5V5Z",
    family: "M6 0L0 -4L-6 0L0 4Z",
    deals: "M-4 -5L4 0L-4 5",
  };
  const open = tie === "rival" || tie === "deals";
  const place = `translate(${x} ${y}) rotate(${turn})`;
  return svg("path", {
    d: paths[tie],
    transform: place,
    stroke: colour,
    "stroke-width": 2,
    fill: open ? "none" : colour,
  });
}

mount<Twin>("network", async (twin, frame) => {
  const picture = new NetworkPicture(twin, frame);
  await picture.arrange();
  return picture;
});
