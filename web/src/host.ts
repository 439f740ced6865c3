/** What all islands share: fetching the twin, the frame, the legend, choosing marks, saving. */

import "./island.css";

import { counted, html, side, svg } from "./draw";
import { asPng, asSvg, save, sheet, type Mark, type Picture, type Tool } from "./picture";
import type { Told } from "./record";
import { onThemeChange } from "./theme";

const MOST_TOLD = 12;
/** Pixels across a sheet of A4 or Letter, less its margins. */
const PRINTED = 680;

export interface Frame {
  readonly host: HTMLElement;
  readonly stage: HTMLElement;
  /** Chooses a mark, as a click on it does; null lets go. */
  choose(mark: Mark | null): void;
  /** Opens what a mark leads to. */
  open(mark: Mark): void;
  /** Lists what the picture has no room for: so many, the first of which are given. */
  tray(title: string, told: readonly Told[], count: number): void;
}

type Draw<T> = (data: T, frame: Frame) => Picture | Promise<Picture>;

/** Draws the data of every host element of this name on the page. */
export function mount<T>(name: string, draw: Draw<T>): void {
  for (const host of document.querySelectorAll<HTMLElement>(`[data-island="${name}"]`)) {
    void fill(host, name, draw);
  }
}

async function fill<T>(host: HTMLElement, name: string, draw: Draw<T>): Promise<void> {
  host.classList.add("island");
  host.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(host.dataset.source ?? "", {
      headers: { Accept: "application/json" },
    });
    if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
    const shown = new Shown(host, name);
    shown.show(await draw((await answer.json()) as T, shown));
    host.dataset.state = "ready";
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const words = `The picture cannot be drawn (${why}). The list below holds the same.`;
    host.replaceChildren(html("p", { class: "island-failed", role: "alert" }, words));
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
    const words = "Arrow keys go from mark to mark; Enter opens what the mark leads to.";
    const hint = html("p", { class: "island-hint", id: `${name}-hint` }, words);
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
    addEventListener("beforeprint", () => this.fit(PRINTED));
    addEventListener("afterprint", () => this.fit(Infinity));
  }

  /** Makes what is in sight no wider than this, as it is: nothing is drawn anew for paper. */
  private fit(most: number): void {
    const width = this.stage.clientWidth;
    const small = width > most;
    this.stage.style.width = small ? `${width}px` : "";
    this.stage.style.setProperty("zoom", small ? String(most / width) : "");
  }

  private get title(): string {
    return this.host.dataset.title ?? document.title;
  }

  show(picture: Picture): void {
    this.picture = picture;
    this.keys();
    const kinds = ["PNG", "SVG"] as const;
    const saving = kinds.map((kind) => ({
      words: `Save as ${kind}`,
      run: () => void this.save(kind),
    }));
    this.buttons.replaceChildren(...[...picture.tools(), ...saving].map(button));
    onThemeChange(() => {
      picture.repaint();
      this.keys();
    });
  }

  private keys(): void {
    const rows = this.picture?.keys().map((key) => {
      const drawn = svg("svg", { width: 28, height: 16, "aria-hidden": "true" }, ...key.swatch());
      return html("li", {}, drawn, key.words);
    });
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

  tray(title: string, told: readonly Told[], count: number): void {
    if (count === 0) return;
    const list = html("ul", { class: "island-told" }, ...told.map(item));
    const more =
      count > told.length
        ? [html("p", {}, "Repeats are joined; narrow the search to see older ones.")]
        : [];
    const summary = html("summary", {}, `${title}: ${count.toLocaleString("en")}`);
    this.trays.append(html("details", { class: "island-tray" }, summary, list, ...more));
  }

  private pressed(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const marks = this.picture?.marks() ?? [];
    const to = stepped(event.key, this.chosen ? marks.indexOf(this.chosen) : -1, marks.length);
    if (to !== undefined) this.choose(marks[to] ?? null);
    else if (event.key === "Escape") this.choose(null);
    else if (event.key === "Enter" && this.chosen) this.open(this.chosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private async save(kind: "PNG" | "SVG"): Promise<void> {
    const picture = this.picture;
    if (!picture) return;
    const told = picture.marks().flatMap((mark) => mark.told);
    const sources = [...new Set(told.map((each) => each.publisher))].filter(
      (each) => each !== null,
    );
    const { width, height } = this.stage.getBoundingClientRect();
    const given = {
      title: this.title,
      address: location.href,
      width,
      height,
      sources: sources.sort(),
    };
    const drawn = await sheet(picture, given);
    const name = `onrecord-${this.name}.${kind.toLowerCase()}`;
    save(kind === "SVG" ? asSvg(drawn) : await asPng(drawn), name);
  }
}

/** Which of `count` marks a key leads to from the one at `at`, -1 where none is chosen. */
function stepped(key: string, at: number, count: number): number | undefined {
  const steps: Record<string, number> = {
    ArrowRight: at + 1,
    ArrowDown: at + 1,
    ArrowLeft: at < 0 ? count - 1 : at - 1,
    ArrowUp: at < 0 ? count - 1 : at - 1,
    Home: 0,
    End: count - 1,
  };
  const to = steps[key];
  return to === undefined ? undefined : Math.min(Math.max(to, 0), count - 1);
}

function button(tool: Tool): HTMLElement {
  const made = html("button", { type: "button" }, tool.words);
  made.addEventListener("click", tool.run);
  return made;
}

function address(mark: Mark): string | undefined {
  const first = mark.told[0];
  return mark.href ?? (first && `/statements/${encodeURIComponent(first.reference)}`);
}

function described(mark: Mark): HTMLElement[] {
  const shown = mark.told.slice(0, MOST_TOLD);
  const title = mark.href ? html("a", { href: mark.href }, mark.title) : mark.title;
  const list = html("ul", { class: "island-told" }, ...shown.map(item));
  const more = mark.told.length - shown.length;
  const rest = more > 0 ? [html("p", {}, `and ${counted(more, "more statement")}`)] : [];
  return [html("h3", {}, html("bdi", { dir: side(mark.title) }, title)), list, ...rest];
}

function item(told: Told): HTMLElement {
  const to = `/statements/${encodeURIComponent(told.reference)}`;
  const facts = [told.toll, told.sure, told.holders.join(" › "), told.when]
    .filter(Boolean)
    .flatMap((words) => [html("bdi", {}, words), " · "]);
  const parties = told.parties.map(({ words, reference }) =>
    html("a", { href: `/entities/${encodeURIComponent(reference)}`, dir: "auto" }, words),
  );
  return html(
    "li",
    { class: `island-${told.tone}` },
    html("a", { href: to, dir: side(told.sentence) }, told.sentence),
    " ",
    html(
      "span",
      { class: "island-facts" },
      ...facts.slice(0, -1),
      ...parties.flatMap((each) => [" · ", each]),
    ),
  );
}
