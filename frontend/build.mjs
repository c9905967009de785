// Builds the dossier's script and style into the Python package, with the hash of what they were built from.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "..", "depeche", "dossier", "assets");

function sources(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? sources(join(folder, entry.name)) : [join(folder, entry.name)]))
    .map((path) => relative(here, path).split("\\").join("/"))
    .map((path) => join(here, path))
    .sort();
}

// The same recipe stands in tests/dossier/test_assets.py: path, a zero byte, content, a zero byte.
const hash = createHash("sha256");
for (const path of sources(join(here, "src"))) {
  hash.update(relative(here, path).split("\\").join("/") + "\0");
  hash.update(readFileSync(path, "utf-8").replaceAll("\r\n", "\n") + "\0");
}

await build({
  absWorkingDir: here,
  entryPoints: { dossier: "src/dossier/main.ts" },
  outdir: out,
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2020"],
  charset: "utf8",
  legalComments: "none",
});
await build({
  absWorkingDir: here,
  entryPoints: { dossier: "src/dossier/style/dossier.css" },
  outdir: out,
  bundle: true,
  minify: true,
  charset: "utf8",
  target: ["chrome90", "firefox90", "safari14"],
});
writeFileSync(join(out, "SOURCE.sha256"), hash.digest("hex") + "\n");
