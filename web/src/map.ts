/** What is said to have been where: exact places as shapes, vague ones as the areas they cover. */

import type { Feature, FeatureCollection, MultiPolygon, Point } from "geojson";
import {
  LngLatBounds,
  Map as Chart,
  setWorkerUrl,
  type GeoJSONSource,
  type LayerSpecification,
  type MapGeoJSONFeature,
  type StyleSpecification,
} from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";

import "./map.css";

import { circle } from "./circle";
import { counted, svg } from "./draw";
import { mount, type Frame } from "./host";
import type { Key, Mark, Picture, Tool } from "./picture";
import { SIGNS, surest, TONES, WORDS, type Place, type Told, type Tone } from "./record";
import { outline, shape, stroke } from "./swatch";
import { calm, mixed, theme, type Theme } from "./theme";

const FONT = ["sans-serif"];
const ICON = 48;
const EXACT = new Set(["exact", "near"]);
const CLICKABLE = ["spots", "vague", "areas"];
const NONE: FeatureCollection<Point> = { type: "FeatureCollection", features: [] };

/** Places nearer to each other than this, in pixels, are one shape with their number beside it. */
const NEAR = 36;

interface Spot {
  words: string;
  place: Place;
  marks: Told[];
}

interface Twin {
  spots: Spot[];
  unplaced: Told[];
  not_on_map: number;
}

type World = FeatureCollection<
  MultiPolygon,
  { name: string; code: string | null; size: number; at: [number, number] }
>;

/** An area has no point that a shape could stand at: how sure stands before its name. */
function isVague(place: Place): boolean {
  return !EXACT.has(place.precision) || (place.radius_km ?? 0) > 20;
}

class MapPicture implements Picture {
  private readonly all: readonly Mark[];
  private readonly chart: Chart;

  constructor(
    private readonly spots: readonly Spot[],
    private readonly world: World,
    private readonly frame: Frame,
  ) {
    this.all = spots.map((spot) => ({
      title: `${spot.words}: ${counted(spot.marks.length, "statement")}`,
      told: spot.marks,
    }));
    this.chart = new Chart({
      container: frame.stage,
      style: this.style(),
      attributionControl: { compact: false, customAttribution: "Base map: Natural Earth" },
      cooperativeGestures: true,
      dragRotate: false,
      pitchWithRotate: false,
      keyboard: false,
      maxZoom: 15,
      renderWorldCopies: false,
      fadeDuration: 0,
    });
    this.chart.touchZoomRotate.disableRotation();
    this.chart.getCanvas().tabIndex = -1;
    this.chart.on("style.load", () => this.icons());
    this.chart.on("click", (event) => {
      const [found] = this.chart.queryRenderedFeatures(event.point, { layers: CLICKABLE });
      if (found?.properties["cluster"]) void this.open(found);
      else frame.choose(found ? (this.all[Number(found.properties["spot"])] ?? null) : null);
    });
    // What was drawn before is no longer there when a sheet is made.
    addEventListener("beforeprint", () => void this.chart.redraw());
    this.look(false);
  }

  /** Shows what was at any of the places that one shape stands for. */
  private async open({ properties }: MapGeoJSONFeature): Promise<void> {
    const source = this.chart.getSource<GeoJSONSource>("spots")!;
    const count = Number(properties["point_count"]);
    const leaves = await source.getClusterLeaves(Number(properties["cluster_id"]), count, 0);
    const held = leaves.map((leaf) => this.all[Number(leaf.properties?.["spot"])]!);
    const told = held.flatMap((mark) => mark.told);
    this.frame.choose({ title: `${count} places: ${counted(told.length, "statement")}`, told });
  }

  /** Done when it can be worked with; the host is marked once all of it is drawn. */
  ready(): Promise<void> {
    this.chart.once("load", () => (this.frame.host.dataset.settled = ""));
    return new Promise((done) => this.chart.once("style.load", () => done()));
  }

  private style(): StyleSpecification {
    const { paper, ink, muted, accent } = theme();
    const land = mixed(paper, ink, 0.07);
    const names = { "text-color": muted, "text-halo-color": paper, "text-halo-width": 1.5 };
    const tone = ["match", ["get", "tone"], ...TONES.flatMap((each) => [each, theme()[each]]), ink];
    const layers = [
      { id: "sea", type: "background", paint: { "background-color": mixed(paper, accent, 0.1) } },
      {
        id: "land",
        type: "fill",
        source: "world",
        // The borders smooth its edges.
        paint: { "fill-color": land, "fill-antialias": false },
      },
      ...this.tileLayer(),
      {
        id: "areas",
        type: "fill",
        source: "areas",
        paint: { "fill-color": tone, "fill-opacity": 0.16 },
      },
      {
        id: "borders",
        type: "line",
        source: "world",
        paint: { "line-color": mixed(paper, ink, 0.3), "line-width": 0.7 },
      },
      {
        id: "edges",
        type: "line",
        source: "areas",
        paint: { "line-color": tone, "line-width": 1.5, "line-dasharray": [3, 2] },
      },
      {
        id: "countries",
        type: "symbol",
        source: "names",
        filter: [">", ["*", ["get", "size"], ["^", 2, ["zoom"]]], 30],
        layout: {
          "text-field": ["get", "name"],
          "text-font": FONT,
          "text-size": ["interpolate", ["linear"], ["get", "size"], 1, 10, 20, 14],
          "text-letter-spacing": 0.05,
          "symbol-sort-key": ["-", 0, ["get", "size"]],
        },
        paint: names,
      },
      {
        id: "chosen",
        type: "circle",
        source: "chosen",
        paint: {
          "circle-radius": 18,
          "circle-color": "transparent",
          "circle-stroke-color": accent,
          "circle-stroke-width": 3,
        },
      },
      {
        id: "chosen-area",
        type: "line",
        source: "areas",
        filter: ["==", ["get", "spot"], -1],
        paint: { "line-color": accent, "line-width": 4 },
      },
      {
        id: "vague",
        type: "symbol",
        source: "vague",
        layout: {
          "text-field": ["get", "label"],
          "text-font": FONT,
          "text-size": 13,
          "symbol-sort-key": ["-", 0, ["get", "count"]],
        },
        paint: { ...names, "text-color": tone },
      },
      {
        id: "spots",
        type: "symbol",
        source: "spots",
        layout: {
          "icon-image": ["image", ["at", ["get", "rank"], ["literal", TONES]]],
          "icon-size": ["interpolate", ["linear"], ["get", "count"], 1, 0.4, 20, 0.7, 200, 1],
          "icon-allow-overlap": true,
          "text-field": [
            "case",
            ["has", "point_count"],
            ["concat", ["get", "point_count"], " places"],
            ["get", "label"],
          ],
          "text-font": FONT,
          "text-size": 13,
          "text-variable-anchor": ["left", "right", "top", "bottom"],
          "text-radial-offset": 1,
          "text-justify": "auto",
          "text-optional": true,
          "symbol-sort-key": ["-", 0, ["get", "count"]],
        },
        paint: { ...names, "text-color": ink },
      },
    ] as LayerSpecification[];
    return {
      version: 8,
      sources: {
        world: { type: "geojson", data: this.world, tolerance: 1 },
        names: { type: "geojson", data: this.names() },
        areas: { type: "geojson", data: this.areas() },
        vague: { type: "geojson", data: this.points(true) },
        chosen: { type: "geojson", data: NONE },
        spots: {
          type: "geojson",
          data: this.points(false),
          cluster: true,
          clusterRadius: NEAR,
          clusterProperties: {
            count: ["+", ["get", "count"]],
            rank: ["min", ["get", "rank"]],
          },
        },
        ...this.tileSource(),
      },
      layers,
    };
  }

  /** Tiles of the web, only where the user's settings name a server. */
  private tileSource(): StyleSpecification["sources"] {
    const { tiles } = this.frame.host.dataset;
    return tiles ? { tiles: { type: "raster", tiles: [tiles], tileSize: 256 } } : {};
  }

  private tileLayer(): object[] {
    return this.frame.host.dataset.tiles ? [{ id: "tiles", type: "raster", source: "tiles" }] : [];
  }

  private names(): FeatureCollection<Point> {
    const features = this.world.features.map(({ properties }) => ({
      type: "Feature" as const,
      properties,
      geometry: { type: "Point" as const, coordinates: properties.at },
    }));
    return { type: "FeatureCollection", features };
  }

  private about(spot: Spot, number: number): Record<string, unknown> {
    const count = spot.marks.length;
    const label = count > 1 ? `${spot.words} · ${count}` : spot.words;
    const tone = surest(spot.marks);
    const vague = isVague(spot.place);
    const rank = TONES.indexOf(tone);
    return { spot: number, tone, rank, count, label: vague ? `${SIGNS[tone]} ${label}` : label };
  }

  private points(vague: boolean): FeatureCollection<Point> {
    const all = this.spots.map((spot, number) => this.point(spot, number));
    const features = all.filter((_, number) => isVague(this.spots[number]!.place) === vague);
    return { type: "FeatureCollection", features };
  }

  private point(spot: Spot, number: number): Feature<Point> {
    const coordinates = [spot.place.lon, spot.place.lat];
    const geometry = { type: "Point" as const, coordinates };
    return { type: "Feature", properties: this.about(spot, number), geometry };
  }

  /** What covers each vague place, the largest first, so that none hides a smaller one. */
  private areas(): FeatureCollection {
    const vague = this.spots
      .map((spot, number) => ({ spot, number }))
      .filter(({ spot }) => isVague(spot.place))
      .sort((one, other) => (other.spot.place.radius_km ?? 0) - (one.spot.place.radius_km ?? 0));
    const features = vague.map(({ spot, number }) => ({
      type: "Feature" as const,
      properties: this.about(spot, number),
      geometry: this.area(spot.place),
    }));
    return { type: "FeatureCollection", features };
  }

  private area(place: Place): Feature["geometry"] {
    const country = this.world.features.find(({ properties }) => properties.code === place.country);
    if (place.precision === "country" && country) return country.geometry;
    return { type: "Polygon", coordinates: [circle(place.lon, place.lat, place.radius_km ?? 1)] };
  }

  private icons(): void {
    const colours = theme();
    for (const tone of TONES) {
      if (this.chart.hasImage(tone)) this.chart.removeImage(tone);
      this.chart.addImage(tone, icon(tone, colours));
    }
  }

  private look(eased: boolean): void {
    const bounds = new LngLatBounds();
    for (const { place } of this.spots) {
      const [corner] = circle(place.lon, place.lat, Math.min(place.radius_km ?? 1, 400));
      const tall = corner![1] - place.lat;
      bounds
        .extend([place.lon - tall, place.lat - tall])
        .extend([place.lon + tall, place.lat + tall]);
    }
    if (bounds.isEmpty()) return;
    this.chart.fitBounds(bounds, { padding: 40, maxZoom: 9, animate: eased && !calm() });
  }

  marks(): readonly Mark[] {
    return this.all;
  }

  choose(mark: Mark | null): void {
    const number = mark ? this.all.indexOf(mark) : -1;
    const spot = this.spots[number];
    const ringed = spot && !isVague(spot.place) ? [this.point(spot, number)] : [];
    this.chart.getSource<GeoJSONSource>("chosen")!.setData({ ...NONE, features: ringed });
    this.chart.setFilter("chosen-area", ["==", ["get", "spot"], number]);
    const place = spot?.place;
    if (place && !this.chart.getBounds().contains([place.lon, place.lat])) {
      this.chart.easeTo({ center: [place.lon, place.lat], animate: !calm() });
    }
  }

  keys(): readonly Key[] {
    const colours = theme();
    const area = {
      x: 4,
      y: 2,
      width: 20,
      height: 12,
      rx: 6,
      fill: colours.certain,
      "fill-opacity": 0.16,
    };
    return [
      ...TONES.map((each) => ({ words: WORDS[each], swatch: () => [shape(each, colours, 14, 8)] })),
      {
        words: "somewhere in this area",
        swatch: () => [
          svg("rect", { ...area, ...stroke("hedged", { ...colours, hedged: colours.certain }) }),
        ],
      },
    ];
  }

  tools(): readonly Tool[] {
    return [
      { words: "Zoom in", run: () => void this.chart.zoomIn({ animate: !calm() }) },
      { words: "Zoom out", run: () => void this.chart.zoomOut({ animate: !calm() }) },
      { words: "Show all", run: () => this.look(true) },
    ];
  }

  repaint(): void {
    this.chart.setStyle(this.style(), { diff: false });
  }

  async drawing(): Promise<SVGElement> {
    const { width, height } = this.frame.stage.getBoundingClientRect();
    const drawn = new Promise<string>((done) => {
      this.chart.once("render", () => done(this.chart.getCanvas().toDataURL("image/png")));
    });
    this.chart.triggerRepaint();
    return svg("g", {}, svg("image", { href: await drawn, width, height }));
  }
}

function icon(tone: Tone, colours: Theme): ImageData {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = ICON;
  const drawn = canvas.getContext("2d")!;
  const shape = new Path2D(outline(tone, ICON / 2, ICON / 2, ICON / 4));
  const strokes = [
    [colours.paper, 12],
    [colours[tone], 5],
  ] as const;
  for (const [colour, width] of strokes) {
    [drawn.strokeStyle, drawn.lineWidth] = [colour, width];
    drawn.stroke(shape);
  }
  drawn.fillStyle = tone === "certain" ? colours[tone] : colours.paper;
  drawn.fill(shape);
  return drawn.getImageData(0, 0, ICON, ICON);
}

mount<Twin>("map", async (twin, frame) => {
  setWorkerUrl(new URL("./map-worker.js", import.meta.url).href);
  const answer = await fetch(new URL("./world.json", import.meta.url));
  const picture = new MapPicture(twin.spots, (await answer.json()) as World, frame);
  frame.tray("Statements whose place is not on the map", twin.unplaced, twin.not_on_map);
  await picture.ready();
  return picture;
});
