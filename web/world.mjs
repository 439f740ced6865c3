/** The base map: Natural Earth's countries (public domain) as GeoJSON, with where their names go. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import countries from "i18n-iso-countries";
import { feature } from "topojson-client";

const DIGITS = 100;

export async function world(modules) {
  const atlas = JSON.parse(await readFile(join(modules, "world-atlas/countries-50m.json"), "utf8"));
  const areas = feature(atlas, atlas.objects.countries).features.map(area);
  return { type: "FeatureCollection", features: areas };
}

function area({ id, properties, geometry }) {
  const parts = (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates)
    .map((rings) => rings.map(whole).map(rounded).filter((ring) => ring.length > 3))
    .filter((rings) => rings.length > 0);
  const [largest] = parts.map((rings) => rings[0]).sort((one, other) => size(other) - size(one));
  return {
    type: "Feature",
    properties: {
      name: properties.name,
      code: (id && countries.numericToAlpha2(id)) || null,
      size: Math.round(Math.sqrt(Math.abs(size(largest))) * 10) / 10,
      at: middle(largest),
    },
    geometry: { type: "MultiPolygon", coordinates: parts },
  };
}

/** A ring across the 180th meridian goes on beyond it, instead of back around the globe. */
function whole(ring) {
  const across = ring.some(([x], n) => n > 0 && Math.abs(x - ring[n - 1][0]) > 180);
  return across ? ring.map(([x, y]) => [x < 0 ? x + 360 : x, y]) : ring;
}

/** To about a kilometre; neighbours stay neighbours, as both round the same points. */
function rounded(ring) {
  const points = ring.map((point) => point.map((x) => Math.round(x * DIGITS) / DIGITS));
  return points.filter(([x, y], n) => n === 0 || x !== points[n - 1][0] || y !== points[n - 1][1]);
}

function size(ring) {
  let twice = 0;
  for (let n = 1; n < ring.length; n++)
    twice += ring[n - 1][0] * ring[n][1] - ring[n][0] * ring[n - 1][1];
  const [, y] = ring[Math.floor(ring.length / 2)];
  return (twice / 2) * Math.cos((y * Math.PI) / 180);
}

function middle(ring) {
  let [x, y, twice] = [0, 0, 0];
  for (let n = 1; n < ring.length; n++) {
    const [[a, b], [c, d]] = [ring[n - 1], ring[n]];
    const cross = a * d - c * b;
    x += (a + c) * cross;
    y += (b + d) * cross;
    twice += cross;
  }
  return [x, y].map((each) => Math.round((each / (3 * twice)) * DIGITS) / DIGITS);
}
