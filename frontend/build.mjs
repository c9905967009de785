// Builds the scripts and styles of the dossier and of the web application into the Python package, each with the
// hash of what it was built from.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));

// Each bundle, and the folders of src that it is built from: the application borrows the dossier's style.
const bundles = { dossier: ["dossier"], web: ["dossier", "web"] };

function sources(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? sources(join(folder, entry.name)) : [join(folder, entry.name)]))
    .map((path) => relative(here, path).split("\\").join("/"))
    .map((path) => join(here, path))
    .sort();
}

// The same recipe stands in tests/dossier/test_assets.py: path, a zero byte, content, a zero byte.
function hashOf(folders) {
  const hash = createHash("sha256");
  for (const path of folders.flatMap((folder) => sources(join(here, "src", folder)))) {
    hash.update(relative(here, path).split("\\").join("/") + "\0");
    hash.update(readFileSync(path, "utf-8").replaceAll("\r\n", "\n") + "\0");
  }
  return hash.digest("hex");
}

for (const [name, folders] of Object.entries(bundles)) {
  const out = join(here, "..", "depeche", name, "assets");
  const common = { absWorkingDir: here, outdir: out, bundle: true, minify: true, charset: "utf8" };
  await build({
    ...common,
    entryPoints: { [name]: `src/${name}/main.ts` },
    format: "iife",
    target: ["es2020"],
    legalComments: "none",
  });
  await build({
    ...common,
    entryPoints: { [name]: `src/${name}/style/${name}.css` },
    target: ["chrome90", "firefox90", "safari14"],
  });
  writeFileSync(join(out, "SOURCE.sha256"), hashOf(folders) + "\n");
}
