/** What all islands share: fetching the twin, the frame, the legend, choosing marks, saving. */

import "./island.css";

import { counted, html, svg } from "./draw";
import { asPng, asSvg, save, sheet, type Mark, type Picture, type Tool } from "./picture";
import { certain, publisher, WORDS, type Line } from "./record";
import { onThemeChange } from "./theme";

const MOST_LINES = 12;
const MOST_IN_TRAY = 100;

export interface Frame {
  readonly host: HTMLElement;
  readonly stage: HTMLElement;
  /** Chooses a mark, as a click on it does; null lets go. */
  choose(mark: Mark | null): void;
  /** Opens what a mark leads to. */
  open(mark: Mark): void;
  /** Lists what the picture has no room for. */
  tray(title: string, lines: readonly Line[], others?: string): void;
}

/** Draws the data of every host element of this name on the page. */
export function mount<T>(
  name: string,
  draw: (data: T, frame: Frame) => Picture | Promise<Picture>,
): void {
  for (const host of document.querySelectorAll<HTMLElement>(`[data-island="${name}"]`)) {
    void fill(host, name, draw);
  }
}

async function fill<T>(
  host: HTMLElement,
  name: string,
  draw: (data: T, frame: Frame) => Picture | Promise<Picture>,
): Promise<void> {
  host.classList.add("island");
  host.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(host.dataset.source ?? "", { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
    const shown = new Shown(host, name);
    shown.show(await draw((await answer.json()) as T, shown));
    host.dataset.state = "ready";
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    host.replaceChildren(
      html("p", { class: "island-failed", role: "alert" }, `The picture cannot be drawn (${why}). The list below holds the same.`),
    );
    host.dataset.state = "failed";
  }
  host.removeAttribute("aria-busy");
}

class Shown implements Frame {
  readonly stage: HTMLElement;
  private readonly legend = html("ul", { class: "island-legend", "aria-label": "Legend" });
  private readonly buttons = html("div", { class: "island-buttons" });
  private readonly panel = html("div", { class: "island-panel", "aria-live": "polite" });
  private readonly trays = html("div", { class: "island-trays" });
  private picture: Picture | undefined;
  private chosen: Mark | null = null;

  constructor(
    readonly host: HTMLElement,
    private readonly name: string,
  ) {
    const hint = html("p", { class: "island-hint", id: `${name}-hint` }, "Arrow keys go from mark to mark; Enter opens the sentence.");
    this.stage = html("div", {
      class: `island-stage island-${name}`,
      tabindex: 0,
      role: "application",
      "aria-label": this.title,
      "aria-describedby": hint.id,
    });
    this.stage.addEventListener("keydown", (event) => this.pressed(event), true);
    const bar = html("div", { class: "island-bar" }, this.legend, this.buttons);
    host.replaceChildren(bar, this.stage, hint, this.panel, this.trays);
  }

  private get title(): string {
    return this.host.getAttribute("aria-label") ?? document.title;
  }

  show(picture: Picture): void {
    this.picture = picture;
    this.keys();
    const kinds = ["PNG", "SVG"] as const;
    const saving = kinds.map((kind) => ({ words: `Save as ${kind}`, run: () => void this.save(kind) }));
    this.buttons.replaceChildren(...[...picture.tools(), ...saving].map(button));
    onThemeChange(() => {
      picture.repaint();
      this.keys();
    });
  }

  private keys(): void {
    const rows = this.picture?.keys().map((key) =>
      html("li", {}, svg("svg", { width: 28, height: 16, "aria-hidden": "true" }, ...key.swatch()), key.words),
    );
    this.legend.replaceChildren(...(rows ?? []));
  }

  choose(mark: Mark | null): void {
    this.chosen = mark;
    this.picture?.choose(mark);
    this.panel.replaceChildren(...(mark ? described(mark) : []));
  }

  open(mark: Mark): void {
    const to = address(mark);
    if (to) location.assign(to);
  }

  tray(title: string, lines: readonly Line[], others = ""): void {
    if (lines.length === 0 && others === "") return;
    const list = html("ul", { class: "island-lines" }, ...lines.slice(0, MOST_IN_TRAY).map(item));
    const more = lines.length - MOST_IN_TRAY;
    const said = [others, more > 0 ? `and ${counted(more, "more statement")}, in the list below` : ""];
    const notes = said.filter(Boolean).map((words) => html("p", {}, words));
    this.trays.append(html("details", { class: "island-tray" }, html("summary", {}, title), list, ...notes));
  }

  private pressed(event: KeyboardEvent): void {
    const marks = this.picture?.marks() ?? [];
    const at = this.chosen ? marks.indexOf(this.chosen) : -1;
    const steps: Record<string, number> = {
      ArrowRight: at + 1,
      ArrowDown: at + 1,
      ArrowLeft: at < 0 ? marks.length - 1 : at - 1,
      ArrowUp: at < 0 ? marks.length - 1 : at - 1,
      Home: 0,
      End: marks.length - 1,
    };
    const to = steps[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (to !== undefined) this.choose(marks[Math.min(Math.max(to, 0), marks.length - 1)] ?? null);
    else if (event.key === "Escape") this.choose(null);
    else if (event.key === "Enter" && this.chosen) this.open(this.chosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private async save(kind: "PNG" | "SVG"): Promise<void> {
    const picture = this.picture;
    if (!picture) return;
    const lines = picture.marks().flatMap((mark) => mark.lines);
    const sources = [...new Set(lines.map(publisher))].filter((each) => each !== undefined).sort();
    const { width, height } = this.stage.getBoundingClientRect();
    const given = { title: this.title, address: location.href, width, height, sources };
    const drawn = await sheet(picture, given);
    save(kind === "SVG" ? asSvg(drawn) : await asPng(drawn), `onrecord-${this.name}.${kind.toLowerCase()}`);
  }
}

function button(tool: Tool): HTMLElement {
  const made = html("button", { type: "button" }, tool.words);
  made.addEventListener("click", tool.run);
  return made;
}

function address(mark: Mark): string | undefined {
  const first = mark.lines[0];
  return mark.href ?? (first && `/statements/${encodeURIComponent(first.reference)}`);
}

function described(mark: Mark): HTMLElement[] {
  const shown = mark.lines.slice(0, MOST_LINES);
  const heading = html("h3", { dir: "auto" }, mark.title);
  const list = html("ul", { class: "island-lines" }, ...shown.map(item));
  const more = mark.lines.length - shown.length;
  const rest = more > 0 ? [html("p", {}, `and ${counted(more, "more statement")}, in the list below`)] : [];
  return mark.lines.length === 1 ? [list] : [heading, list, ...rest];
}

function item(line: Line): HTMLElement {
  const to = `/statements/${encodeURIComponent(line.reference)}`;
  const how = line.sureness.plain ? WORDS[certain(line.sureness)] : line.sureness.words;
  const facts = [line.time.words, line.toll, how, line.holders.join(" › ")].filter(Boolean);
  return html(
    "li",
    { class: `island-${certain(line.sureness)}` },
    html("a", { href: to, dir: "auto" }, line.sentence),
    " ",
    html("span", { class: "island-facts", dir: "auto" }, facts.join(" · ")),
  );
}
