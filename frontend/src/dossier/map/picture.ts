// The map itself: ground, borders, capitals, and a circle for each place.
import { geoGraticule10, geoPath } from "d3-geo";
import { append, clear, svg, type Child } from "../dom";
import { address, type State } from "../state";
import { story } from "../story";
import { colon, countryName, number, t } from "../words";
import type { Camera } from "./camera";
import { Room } from "./labels";
import { drawn } from "./lines";
import { spotName, type Spot } from "./spots";
import { theWorld } from "./world";

const LARGEST = 26; // the radius of the place with the most origins
const SMALLEST = 4.5;
const NAMED = 3.5; // from so deep a look on, capitals have names

export function radius(origins: number, most: number): number {
  return Math.max(SMALLEST, LARGEST * Math.sqrt(origins / Math.max(most, 4)));
}

// The ground stays the same while filters change: it is kept with the look that it was drawn for.
let ground: { look: string; layers: SVGElement[] } | null = null;

function groundOf(camera: Camera): SVGElement[] {
  if (ground?.look === camera.name) return ground.layers;
  const path = geoPath(camera.path).digits(1);
  const lines = drawn();
  const land = path(theWorld().land);
  const layers = [
    svg("defs", {},
      svg("pattern", { id: "hatch", width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
        svg("line", { x1: 0, y1: 0, x2: 0, y2: 5 })),
      svg("clipPath", { id: "ground" }, svg("path", { d: land }))),
    svg("path", { d: path({ type: "Sphere" }), class: "sea" }),
    svg("path", { d: path(geoGraticule10()), class: "grid" }),
    svg("path", { d: land, class: "land" }),
    svg("g", { "clip-path": "url(#ground)" }, lines.hatched.map(({ shape }) => svg("path", { d: path(shape), class: "hatched", fill: "url(#hatch)" }))),
    svg("path", { d: path(lines.full), class: "border" }),
    svg("path", { d: path(lines.dashed), class: "border dashed" }),
  ];
  ground = { look: camera.name, layers };
  return layers;
}

export function paint(picture: SVGElement, camera: Camera, spots: Spot[], state: State): void {
  const { width, height } = camera.size;
  const most = Math.max(1, ...spots.map((spot) => spot.origins));
  const room = new Room(width, height);
  const towns = new Map(spots.filter((spot) => !isCountry(spot)).map((spot): [string, number] => [whereOf(spot), radius(spot.origins, most)]));
  const placed = spots.flatMap((spot) => {
    const [lat, lon, precision] = story.points[spot.point]!;
    const at = camera.at(lon, lat);
    if (!at) return [];
    const r = radius(spot.origins, most);
    // A state stands beside its capital, so that two counts never look like one.
    const aside = isCountry(spot) && towns.has(whereOf(spot)) ? (towns.get(whereOf(spot))! + r + 2) * Math.SQRT1_2 : 0;
    const [x, y] = [at[0] - aside, at[1] - aside];
    room.circle(x, y, r);
    return [{ spot, precision, x, y, r }];
  });
  clear(picture);
  append(picture, [
    svg("g", { class: "moving" },
      groundOf(camera),
      [...placed].sort((a, b) => b.r - a.r).map(({ spot, precision, x, y, r }) => circle(state, spot, precision, x, y, r)),
      placed.map(({ spot, x, y, r }) => label(room, x, y, r, spotName(spot), "name")),
      capitals(camera, room, spots)),
  ]);
}

const whereOf = (spot: Spot): string => story.points[spot.point]!.slice(0, 2).join(" ");
const isCountry = (spot: Spot): boolean => story.points[spot.point]![2] === "country";

function circle(state: State, spot: Spot, precision: string, x: number, y: number, r: number): SVGElement {
  const words = spotName(spot) + colon() + t("map.spot", { acts: spot.acts, articles: spot.articles, origins: spot.origins });
  return svg("a", {
    href: address(state, { point: spot.point, record: null, article: null }), class: `spot ${precision}`, "aria-label": words,
    "aria-current": state.point === spot.point ? "true" : null, "data-point": spot.point,
  },
    svg("title", {}, words),
    svg("circle", { cx: x.toFixed(1), cy: y.toFixed(1), r: Math.max(r, 12).toFixed(1), class: "hit" }),
    svg("circle", { cx: x.toFixed(1), cy: y.toFixed(1), r: r.toFixed(1) }),
    r > 9 && svg("text", { x: x.toFixed(1), y: (y + 4.5).toFixed(1), class: "count", "aria-hidden": "true" }, number(spot.origins)));
}

function label(room: Room, x: number, y: number, r: number, name: string, kind: string): Child {
  const size = kind === "capital" ? 0.85 : 1;
  const at = room.beside(x, y, r, name, size);
  return at && svg("text", { x: at.x.toFixed(1), y: at.y.toFixed(1), "text-anchor": at.anchor, class: kind, lang: "fr", "aria-hidden": "true" }, name);
}

function capitals(camera: Camera, room: Room, spots: Spot[]): Child[] {
  const near = new Set(spots.map(whereOf));
  return story.capitals.flatMap(([name, lat, lon]): Child[] => {
    const at = near.has(`${lat} ${lon}`) ? null : camera.at(lon, lat);
    if (!at) return [];
    return [
      svg("circle", { cx: at[0].toFixed(1), cy: at[1].toFixed(1), r: 1.7, class: "capital" }, svg("title", {}, name)),
      camera.depth >= NAMED && label(room, at[0], at[1], 2, name, "capital"),
    ];
  });
}

export function countryOf(spot: Spot): string {
  return countryName(story.points[spot.point]![3]);
}
