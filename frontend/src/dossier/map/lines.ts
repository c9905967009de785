// Which borders are drawn, and how, under the choice that the dossier was made with.
import type { Feature, MultiLineString, MultiPolygon, Polygon, Position } from "geojson";
import { story, type Area } from "../story";
import { theWorld } from "./world";

export interface Drawn {
  full: MultiLineString;
  dashed: MultiLineString;
  // The areas that are hatched, by shape where the source has one, else by a rough outline to be kept to the land.
  hatched: { area: Area; shape: Feature<MultiPolygon | Polygon> }[];
}

export function drawn(): Drawn {
  const world = theWorld();
  const full: Position[][] = [], dashed: Position[][] = [];
  const hatched: Drawn["hatched"] = [];
  const outlined = story.borders.areas.filter((area) => area.outline.length > 2);
  const inside = new Map<Area, Position[][]>(outlined.map((area) => [area, []]));
  for (const line of world.borders) {
    for (const [area, piece] of cut(line, outlined)) (area ? inside.get(area)! : full).push(piece);
  }
  for (const area of story.borders.areas) {
    const source = [...(world.lines.get(area.id) ?? []), ...(inside.get(area) ?? [])];
    const own = (line: [number, number][]): Position[][] => (line.length > 1 ? [line] : []);
    if (area.source === "border") full.push(...source);
    const control = [...(area.source === "control" || area.source === "both" ? source : []), ...own(area.control)];
    const claim = [...(area.source === "claim" ? source : []), ...own(area.claim)];
    if (area.drawn === "control") full.push(...control);
    else if (area.drawn === "claim") full.push(...claim);
    else dashed.push(...control, ...claim);
    if (area.drawn === "disputed" && (area.outline.length > 2 || world.areas.has(area.id))) hatched.push({ area, shape: area.outline.length > 2 ? outline(area) : world.areas.get(area.id)! });
  }
  return { full: { type: "MultiLineString", coordinates: full }, dashed: { type: "MultiLineString", coordinates: dashed }, hatched };
}

function outline(area: Area): Feature<Polygon> {
  const ring = [...area.outline, area.outline[0]!];
  // On a sphere a ring has two insides: the small one is to its right.
  const turn = ring.reduce((sum, [x, y], at) => {
    const [nx, ny] = ring[(at + 1) % ring.length]!;
    return sum + (nx - x) * (ny + y);
  }, 0);
  return { type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [turn < 0 ? ring.reverse() : ring] } };
}

// A line in pieces, each with the outlined area that it lies in, or null.
function cut(line: Position[], areas: Area[]): [Area | null, Position[]][] {
  const pieces: [Area | null, Position[]][] = [];
  for (let at = 1; at < line.length; at++) {
    const one = line[at - 1]!, two = line[at]!;
    const middle: Position = [(one[0]! + two[0]!) / 2, (one[1]! + two[1]!) / 2];
    const area = areas.find((each) => holds(each.outline, middle)) ?? null;
    const last = pieces[pieces.length - 1];
    if (last && last[0] === area) last[1].push(two);
    else pieces.push([area, [one, two]]);
  }
  return pieces;
}

function holds(ring: [number, number][], [x = 0, y = 0]: Position): boolean {
  let odd = false;
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
    const [ax, ay] = ring[at]!, [bx, by] = ring[before]!;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
  }
  return odd;
}
