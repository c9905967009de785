// Reduces the borders of Natural Earth (public domain, by the package world-atlas) to what the map draws: the coast,
// the lines between states, and the areas whose lines are disputed. Run by hand when the package or the list changes:
//
//     npm run borders      # writes src/dossier/map/world.json, which is committed
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { geoContains } from "d3-geo";
import { mergeArcs, meshArcs, quantize } from "topojson-client";
import { filter, filterWeight, presimplify, quantile, simplify } from "topojson-simplify";

const here = dirname(fileURLToPath(import.meta.url));
const KEPT = 0.6; // the share of points that stay
const STEPS = 3e4; // places that a coordinate can take: about 0.012 degrees

// The areas that the source draws as shapes of their own: by id, its shape, and the state on the other side of the
// line that is disputed. The rest of such a shape's border is a border like any other.
const AREAS = {
  "crimea": { shape: { of: "Russia", at: [34.2, 45.3] }, beside: ["Ukraine"] },
  "western-sahara": { shape: "W. Sahara", beside: ["Morocco"] },
  "kosovo": { shape: "Kosovo", beside: ["Serbia"] },
  "northern-cyprus": { shape: "N. Cyprus", beside: ["Cyprus"] },
  "somaliland": { shape: "Somaliland", beside: ["Somalia"] },
  "west-bank": { shape: "Palestine", beside: ["Israel"] },
  "taiwan": { shape: "Taiwan", beside: [] },
  "falklands": { shape: "Falkland Is.", beside: [] },
};

function source() {
  const world = JSON.parse(readFileSync(join(here, "node_modules/world-atlas/countries-50m.json"), "utf-8"));
  const { countries } = world.objects;
  countries.geometries = countries.geometries.filter(({ properties }) => properties.name !== "Antarctica");
  for (const shape of countries.geometries) shape.id = shape.properties.name;
  for (const [id, { shape }] of Object.entries(AREAS)) {
    if (typeof shape !== "string") countries.geometries.push(takenOut(world, id, shape));
  }
  return { type: world.type, bbox: world.bbox, transform: world.transform, arcs: world.arcs, objects: { countries } };
}

// The one polygon of a state that holds a point, as a shape of its own.
function takenOut(world, id, { of, at }) {
  const state = world.objects.countries.geometries.find((shape) => shape.id === of);
  const place = state.arcs.findIndex((arcs) => geoContains(polygon(world, arcs), at));
  if (place < 0) throw new Error(`${of} has no polygon at ${at}`);
  const [arcs] = state.arcs.splice(place, 1);
  AREAS[id].shape = id;
  return { type: "Polygon", id, arcs };
}

function polygon(world, rings) {
  const { scale, translate } = world.transform;
  const points = (arc) => {
    let x = 0, y = 0;
    const line = world.arcs[arc < 0 ? ~arc : arc].map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
    return arc < 0 ? line.reverse() : line;
  };
  const coordinates = rings.map((ring) => ring.flatMap((arc, at) => points(arc).slice(at ? 1 : 0)));
  return { type: "Polygon", coordinates };
}

function reduced(world) {
  const weighed = presimplify(world);
  const least = quantile(weighed, KEPT);
  // Islands below the least weight go, unless they are all that a state has.
  return filter(simplify(weighed, least), filterWeight(weighed, least / 8));
}

// A line's steps in the letters of encoded polylines (five bits each, from "?" on): a third of the size of numbers.
function packed(arc) {
  const letters = (step) => {
    let rest = step < 0 ? ~(step << 1) : step << 1, word = "";
    for (; rest >= 32; rest >>>= 5) word += String.fromCharCode((32 | (rest & 31)) + 63);
    return word + String.fromCharCode(rest + 63);
  };
  return arc.flat().map(letters).join("");
}

const world = quantize(reduced(source()), STEPS);
const shapes = world.objects.countries.geometries.filter((shape) => shape.type);
const named = (name) => shapes.find((shape) => shape.id === name);
const lines = {}, areas = {}, taken = new Set();
for (const [id, { shape, beside }] of Object.entries(AREAS)) {
  const own = named(shape);
  if (!own) throw new Error(`no shape ${shape}`);
  areas[id] = { type: own.type, arcs: own.arcs };
  if (!beside.length) continue;
  const mine = meshArcs(world, world.objects.countries, (a, b) =>
    a !== b && [a.id, b.id].includes(shape) && beside.some((name) => [a.id, b.id].includes(name)));
  lines[id] = mine;
  for (const arc of mine.arcs.flat()) taken.add(arc < 0 ? ~arc : arc);
}
const apart = (a, b) => a !== b;
const inner = meshArcs(world, world.objects.countries, apart);
const plain = inner.arcs.map((line) => line.filter((arc) => !taken.has(arc < 0 ? ~arc : arc)));
const land = mergeArcs(world, shapes);
const out = {
  type: "Topology", transform: world.transform, arcs: world.arcs,
  objects: {
    land,
    borders: { type: "MultiLineString", arcs: plain.flatMap((line) => line.map((arc) => [arc])) },
    areas: { type: "GeometryCollection", geometries: Object.entries(areas).map(([id, shape]) => ({ ...shape, id })) },
    lines: { type: "GeometryCollection", geometries: Object.entries(lines).map(([id, line]) => ({ ...line, id })) },
  },
};
const text = JSON.stringify({ ...out, arcs: out.arcs.map(packed) });
writeFileSync(join(here, "src/dossier/map/world.json"), text + "\n");
console.log(`${(text.length / 1000).toFixed(0)} kB, ${world.arcs.length} arcs, ${shapes.length} shapes`);
