/** What is said to have happened when: vague dates as spans with soft ends, the undated in a tray. */

import { DataSet } from "vis-data/esnext";
import { Timeline, type DataItem, type TimelineOptions } from "vis-timeline/esnext";
import "vis-timeline/styles/vis-timeline-graph2d.min.css";

import "./timeline.css";

import { bundled, type Bundle, type Dated } from "./bundle";
import { counted, cut, html, side, svg } from "./draw";
import { mount, type Frame } from "./host";
import type { Key, Mark, Picture, Tool } from "./picture";
import { TONES, surest, WORDS, type Told } from "./record";
import { shape, stroke } from "./swatch";
import { calm, theme, type Theme } from "./theme";

const DAY = 86_400_000;
const MOST_SEEN = 120;
const OPEN_END = 90 * DAY;
const LONGEST = innerWidth < 640 ? 32 : 60;

const LANES: Record<string, string> = {
  event: "Events",
  relation: "Ties",
  speech: "Claims",
  says: "Said",
};

interface Twin {
  dated: Told[];
  undated: Told[];
  without_date: number;
}

interface Item extends DataItem {
  mark: Mark;
}

class TimelinePicture implements Picture {
  private readonly dated: Dated<Told>[];
  private readonly items = new DataSet<Item>();
  private readonly chart: Timeline;
  private shown: Item[] = [];
  private chosen: Mark | null = null;

  constructor(
    lines: readonly Told[],
    private readonly frame: Frame,
  ) {
    this.dated = lines.map(dated).sort((one, other) => one.begin - other.begin);
    const lanes = Object.keys(LANES)
      .filter((lane) => this.dated.some((each) => each.lane === lane))
      .map((id, order) => ({ id, content: LANES[id] ?? id, order }));
    this.chart = new Timeline(frame.stage, this.items as never, lanes, this.options());
    // It scrolls where lanes are high, so the keyboard has to reach it.
    const lane = frame.stage.querySelector<HTMLElement>(".vis-left");
    if (lane) Object.assign(lane, { tabIndex: 0, role: "group", ariaLabel: "Lanes" });
    this.chart.on("rangechanged", () => this.refill());
    this.chart.on("click", (event: { item: string | null }) => this.clicked(event.item));
    this.chart.on("doubleClick", (event: { item: string | null }) => this.widened(event.item));
    this.refill();
  }

  private options(): TimelineOptions {
    const [start, end] = this.bulk();
    return {
      start,
      end,
      min: Math.min(start, this.dated[0]?.begin ?? start) - 400 * DAY,
      max: Math.max(end, ...this.dated.map((each) => each.end)) + 400 * DAY,
      zoomMin: 7 * DAY,
      height: "100%",
      verticalScroll: true,
      horizontalScroll: false,
      zoomKey: "ctrlKey",
      orientation: "top",
      stack: true,
      selectable: false,
      showCurrentTime: false,
      showTooltips: false,
      tooltip: { followMouse: false },
      margin: { item: { horizontal: 10, vertical: 4 }, axis: 4 },
      template: (item: Item) => label(item),
    } as TimelineOptions;
  }

  /** Where most lie: one birth long ago does not press the rest together. */
  private bulk(): [number, number] {
    const begins = this.dated.map((each) => each.begin);
    const at = (share: number): number => begins[Math.floor(share * (begins.length - 1))] ?? 0;
    const [first, last] = begins.length > 20 ? [at(0.1), at(1)] : [at(0), at(1)];
    const beside = Math.max((last - first) * 0.06, 10 * DAY);
    // The words of the last stand behind it.
    return [first - beside, last + 4 * beside];
  }

  private refill(): void {
    const { start, end } = this.chart.getWindow();
    const [from, to] = [start.getTime(), end.getTime()];
    const beside = (to - from) / 4;
    const found = bundled(this.dated, from - beside, to + beside, MOST_SEEN);
    const before = new Map(this.shown.map((item) => [item.id, item]));
    this.shown = found.map((bundle) => {
      const made = itemOf(bundle);
      const old = before.get(made.id);
      return old && old.mark.told.length === made.mark.told.length ? old : made;
    });
    const now = new Map(this.shown.map((item) => [item.id, item]));
    const gone = [...before.keys()].filter((id) => !now.has(id));
    this.items.remove(gone as string[]);
    this.items.update(this.shown.filter((item) => before.get(item.id) !== item));
  }

  private clicked(id: string | null): void {
    const item = this.shown.find((each) => each.id === id);
    this.frame.choose(item?.mark ?? null);
  }

  private widened(id: string | null): void {
    const item = this.shown.find((each) => each.id === id);
    if (!item) return;
    if (item.mark.told.length === 1) this.frame.open(item.mark);
    else this.look(Number(item.start) - DAY, Number(item.end ?? item.start) + DAY);
  }

  private look(from: number, to: number): void {
    this.chart.setWindow(from, to, { animation: !calm() });
  }

  marks(): readonly Mark[] {
    return [...this.shown]
      .sort((one, other) => Number(one.start) - Number(other.start))
      .map((item) => item.mark);
  }

  choose(mark: Mark | null): void {
    const before = this.shown.find((item) => item.mark === this.chosen);
    this.chosen = mark;
    const item = this.shown.find((each) => each.mark === mark);
    this.chart.setSelection(item?.id === undefined ? [] : [item.id]);
    if (!item || item === before) return;
    const { start, end } = this.chart.getWindow();
    const at = Number(item.start);
    if (at < start.getTime() || at > end.getTime()) this.chart.moveTo(at, { animation: !calm() });
  }

  keys(): readonly Key[] {
    const colours = theme();
    const spans = svg("rect", {
      x: 4,
      y: 3,
      width: 20,
      height: 10,
      rx: 4,
      fill: "none",
      ...stroke("certain", colours),
    });
    spans.setAttribute("opacity", "0.6");
    return [
      ...TONES.map((each) => ({
        words: WORDS[each],
        swatch: () => [shape(each, colours, 14, 8)],
      })),
      { words: "some time in this span", swatch: () => [spans.cloneNode(true) as SVGElement] },
    ];
  }

  tools(): readonly Tool[] {
    const ease = { animation: !calm() };
    return [
      { words: "Zoom in", run: () => this.chart.zoomIn(0.5, ease) },
      { words: "Zoom out", run: () => this.chart.zoomOut(0.5, ease) },
      { words: "Show all", run: () => this.all() },
    ];
  }

  private all(): void {
    const ends = this.dated.map((each) => each.end);
    const [first, last] = [this.dated[0]?.begin ?? 0, Math.max(...ends, 0)];
    this.look(first - (last - first) / 20 - DAY, last + (last - first) / 20 + DAY);
  }

  repaint(): void {
    this.chart.redraw();
  }

  async drawing(): Promise<SVGElement> {
    const colours = theme();
    const box = this.frame.stage.getBoundingClientRect();
    const drawn = svg("g", { "font-family": "system-ui, sans-serif", "font-size": 12 });
    const place = (element: Element): DOMRect => {
      const found = element.getBoundingClientRect();
      return new DOMRect(found.x - box.x, found.y - box.y, found.width, found.height);
    };
    for (const tick of this.frame.stage.querySelectorAll(
      ".vis-time-axis .vis-text:not(.vis-measure)",
    )) {
      const at = place(tick);
      drawn.append(
        svg("text", { x: at.x, y: at.y + 13, fill: colours.muted }, tick.textContent ?? ""),
      );
      drawn.append(
        svg("path", {
          d: `M${at.x} ${at.y}V${box.height}`,
          stroke: colours.line,
          "stroke-width": 0.5,
        }),
      );
    }
    for (const lane of this.frame.stage.querySelectorAll(".vis-labelset .vis-label")) {
      const at = place(lane);
      drawn.append(
        svg(
          "text",
          { x: at.x + 6, y: at.y + 16, fill: colours.ink, "font-weight": 600 },
          lane.textContent ?? "",
        ),
      );
      drawn.append(svg("path", { d: `M0 ${at.bottom}H${box.width}`, stroke: colours.line }));
    }
    for (const item of this.frame.stage.querySelectorAll<HTMLElement>(".vis-item")) {
      drawn.append(...drawnItem(item, place(item), colours));
    }
    return drawn;
  }
}

/** A span with its shape and words; of a day, which vis-timeline draws as two items, one each. */
function drawnItem(item: HTMLElement, at: DOMRect, colours: Theme): SVGElement[] {
  const held = TONES.find((each) => item.classList.contains(each)) ?? "hedged";
  const [from, middle] = [Math.max(at.x, 0), at.y + at.height / 2];
  if (item.classList.contains("vis-dot"))
    return [shape(held, colours, at.x + at.width / 2, middle)];
  const words = item.querySelector(".mark-words")?.textContent ?? "";
  const text = { x: from + 20, y: middle + 4, fill: colours.ink };
  if (!item.classList.contains("vis-range")) return [svg("text", text, words)];
  const box = { x: at.x, y: at.y, width: at.width, height: at.height, rx: 4 };
  return [
    svg("rect", { ...box, fill: colours[held], "fill-opacity": 0.12, ...stroke(held, colours) }),
    shape(held, colours, from + 9, middle),
    svg("text", text, words),
  ];
}

function dated(line: Told): Dated<Told> {
  const { earliest, latest } = line;
  const first = earliest === null ? undefined : Date.parse(earliest);
  const last = latest === null ? undefined : Date.parse(latest) + DAY - 1;
  const begin = first ?? (last ?? 0) - OPEN_END;
  return { begin, end: last ?? begin + OPEN_END, lane: line.family, value: line };
}

function itemOf(bundle: Bundle<Told>): Item {
  const told = bundle.values;
  const first = told[0]!;
  const alone = told.length === 1;
  const mark: Mark = { title: alone ? first.sentence : counted(told.length, "statement"), told };
  const point = alone && first.precision === "day";
  return {
    id: `${bundle.lane} ${first.reference}`,
    group: bundle.lane,
    content: mark.title,
    start: bundle.begin,
    ...(point ? { type: "point" } : { end: bundle.end, type: "range" }),
    className: `${surest(told)} ${alone ? ends(first) : "bundle"}`,
    mark,
  };
}

/** How a span ends: open where nobody says, soft where it is only known to lie in it. */
function ends({ precision, latest }: Told): string {
  if (precision === "open") return latest === null ? "no-end" : "no-begin";
  return precision === "day" ? "day" : "soft";
}

function label(item: Item): HTMLElement {
  const told = cut(item.mark.title, LONGEST);
  const words = html("span", { class: "mark-words", dir: side(told) }, told);
  // A day's shape stands at the day itself (.vis-dot), not before the words.
  const shapes = item.type === "point" ? [] : [html("span", { class: "mark-shape" })];
  return html("span", { class: "mark" }, ...shapes, words);
}

mount<Twin>("timeline", (twin, frame) => {
  frame.tray("Statements without a date", twin.undated, twin.without_date);
  return new TimelinePicture(twin.dated, frame);
});
