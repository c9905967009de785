// The borders that frontend/borders.mjs has reduced, as shapes in degrees.
import { feature } from "topojson-client";
import type { Feature, MultiLineString, MultiPolygon, Polygon, Position } from "geojson";
import type { Topology } from "topojson-specification";
import packed from "./world.json";

export interface World {
  land: Feature<MultiPolygon | Polygon>;
  borders: Position[][];
  // By area: its shape, and the line that is disputed, where the source has them.
  areas: Map<string, Feature<MultiPolygon | Polygon>>;
  lines: Map<string, Position[][]>;
}

let world: World | null = null;

// Decoded on first use: a dossier whose map is never opened pays nothing for it.
export function theWorld(): World {
  if (world) return world;
  const topology = { ...packed, arcs: packed.arcs.map(unpacked) } as unknown as Topology;
  const of = (name: string): Feature[] => {
    const found = feature(topology, topology.objects[name]!);
    return found.type === "FeatureCollection" ? found.features : [found];
  };
  const lines = (shape: Feature): Position[][] => (shape.geometry as MultiLineString).coordinates;
  world = {
    land: of("land")[0] as World["land"],
    borders: lines(of("borders")[0]!),
    areas: new Map(of("areas").map((shape) => [String(shape.id), shape as Feature<MultiPolygon | Polygon>])),
    lines: new Map(of("lines").map((shape) => [String(shape.id), lines(shape)])),
  };
  return world;
}

// The steps of a line from the letters of encoded polylines: five bits each, from "?" on.
function unpacked(letters: string): [number, number][] {
  const steps: number[] = [];
  for (let at = 0; at < letters.length; ) {
    let step = 0, shift = 0, bits = 32;
    for (; bits >= 32; shift += 5) {
      bits = letters.charCodeAt(at++) - 63;
      step |= (bits & 31) << shift;
    }
    steps.push(step & 1 ? ~(step >> 1) : step >> 1);
  }
  return steps.flatMap((step, place): [number, number][] => (place % 2 ? [] : [[step, steps[place + 1]!]]));
}
