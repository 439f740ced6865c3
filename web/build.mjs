/** Builds the pictures into the folder given, or the package's own: scripts, styles, base map, licences. */

import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

import { world } from "./world.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? join(here, "../src/onrecord/serve/static/built");
const modules = join(here, "node_modules");
const COPIED = {
  "htmx.js": "htmx.org/dist/htmx.min.js",
  "map-worker.js": "maplibre-gl/dist/maplibre-gl-worker.mjs",
};
const DATA = ["world-atlas"];

async function licence(name) {
  const about = JSON.parse(await readFile(join(modules, name, "package.json"), "utf8"));
  for (const file of [
    "LICENSE",
    "LICENSE.md",
    "LICENSE.txt",
    "license",
    "LICENCE",
    "LICENSE.MIT.txt",
    "LICENSE-MIT.txt",
  ]) {
    const text = await readFile(join(modules, name, file), "utf8").catch(() => undefined);
    if (text !== undefined)
      return `${name} ${about.version} (${about.license})\n\n${text.trim()}\n`;
  }
  if (!about.license) throw new Error(`${name} names no licence`);
  const author = about.author?.name ?? about.author ?? "its authors";
  return `${name} ${about.version} (${about.license})\n\nCopyright ${author}; the package holds no licence text.\n`;
}

function packages(inputs) {
  const found = inputs.map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]);
  return new Set(found.filter((name) => name !== undefined));
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const entries = ["timeline", "map", "network", "arrange"].map((name) =>
  join(here, "src", `${name}.ts`),
);
const result = await build({
  entryPoints: entries,
  outdir: out,
  absWorkingDir: here,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  metafile: true,
  logLevel: "warning",
  legalComments: "none",
  loader: { ".png": "dataurl", ".svg": "dataurl" },
});
for (const [name, path] of Object.entries(COPIED))
  await copyFile(join(modules, path), join(out, name));
await writeFile(join(out, "world.json"), JSON.stringify(await world(modules)));
const named = packages([
  ...Object.keys(result.metafile.inputs),
  ...Object.values(COPIED).map((path) => `node_modules/${path}`),
]);
const texts = await Promise.all([...named, ...DATA].sort().map(licence));
await writeFile(join(out, "NOTICE"), texts.join(`\n${"-".repeat(78)}\n\n`));
