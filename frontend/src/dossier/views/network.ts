// The pairs of sides as a drawing: sides on a circle, one curve for each direction, its width the number of independent origins.
import { h, svg, type Child } from "../dom";
import { weigh } from "../select";
import { address, type State } from "../state";
import { quadOf, story } from "../story";
import { colon, sideName, sideShort, t } from "../words";

const WIDEST = 720;
const NARROW = 520; // a drawing below this width names countries by their codes
const SIDES = 10; // more make a knot that nobody can read
const BEND = 0.22; // how far a curve leaves the straight line, so that both directions are seen

interface Point {
  x: number;
  y: number;
}

interface Place extends Point {
  angle: number;
}

// The drawing is as wide as its column, so that names keep their size; a margin is left for them.
interface Size {
  width: number;
  height: number;
  narrow: boolean;
}

function sizeOf(column: number): Size {
  const width = Math.max(300, Math.min(WIDEST, column));
  return { width, height: Math.round(width * (width < NARROW ? 0.9 : 0.6)), narrow: width < NARROW };
}

export function network(state: State, pairs: Map<string, number[]>, ordered: string[]): Child {
  const sides = ordered.slice(0, SIDES);
  const edges = [...pairs].filter(([pair]) => pair.includes(">")).map(([pair, places]) => {
    const [from = "", to = ""] = pair.split(">");
    return { pair, from, to, places, origins: weigh(places).origins };
  }).filter(({ from, to }) => sides.includes(from) && sides.includes(to));
  if (sides.length < 3 || edges.length === 0) return null;
  const most = Math.max(...edges.map(({ origins }) => origins));
  const size = sizeOf(document.getElementById("main")!.clientWidth);
  const at = new Map(sides.map((side, place) => [side, onCircle((place * strideOf(sides.length)) % sides.length, sides.length, size)]));
  // Thick curves first, so that thin ones stay on top and can be reached.
  edges.sort((a, b) => b.origins - a.origins || b.places.length - a.places.length);
  return h("figure", { class: "network" },
    svg("svg", { viewBox: `0 0 ${size.width} ${size.height}`, role: "group", "aria-label": t("network.title") },
      edges.map(({ pair, from, to, places, origins }) => edge(state, pair, at.get(from)!, at.get(to)!, places, origins, most)),
      sides.map((side) => node(state, side, at.get(side)!, size))),
    h("figcaption", { class: "says" }, t("network.says")));
}

// The most active sides stand apart: a step of about three eighths of the circle that visits every place.
function strideOf(of: number): number {
  const divides = (a: number, b: number): number => (b === 0 ? a : divides(b, a % b));
  let stride = Math.max(1, Math.round(of * 0.38));
  while (divides(of, stride) !== 1) stride--;
  return stride;
}

function onCircle(place: number, of: number, size: Size): Place {
  const angle = (2 * Math.PI * place) / of - Math.PI / 2;
  return {
    x: size.width / 2 + (size.width / 2 - (size.narrow ? 60 : 140)) * Math.cos(angle),
    y: size.height / 2 + (size.height / 2 - 40) * Math.sin(angle),
    angle,
  };
}

function edge(state: State, pair: string, from: Point, to: Point, places: number[], origins: number, most: number): SVGElement {
  const middle = {
    x: (from.x + to.x) / 2 + (to.y - from.y) * BEND,
    y: (from.y + to.y) / 2 - (to.x - from.x) * BEND,
  };
  const against = places.filter((place) => quadOf(story.events[place]!).endsWith("conflict")).length;
  const tone = against * 2 > places.length ? "against" : "together";
  const [one = "", two = ""] = pair.split(">");
  const words = `${sideName(one)} → ${sideName(two)}${colon()}${t("network.edge", { origins, n: places.length, against })}`;
  const path = `M${from.x.toFixed(1)} ${from.y.toFixed(1)}Q${middle.x.toFixed(1)} ${middle.y.toFixed(1)} ${to.x.toFixed(1)} ${to.y.toFixed(1)}`;
  const width = 1 + (9 * origins) / most;
  // The head sits where the curve is three quarters done, clear of the names.
  const head = along(from, middle, to, 0.72);
  const tail = along(from, middle, to, 0.68);
  const turn = (Math.atan2(head.y - tail.y, head.x - tail.x) * 180) / Math.PI;
  const barb = 4 + width * 0.8;
  return svg("a", { href: address(state, { pair, record: null }), class: tone, "aria-label": words, "aria-current": state.pair === pair ? "true" : null },
    svg("title", {}, words),
    svg("path", { d: path, "stroke-width": width.toFixed(1) }),
    svg("path", { d: path, class: "hit" }),
    svg("polygon", {
      points: `${-barb},${-barb} ${barb},0 ${-barb},${barb}`,
      transform: `translate(${head.x.toFixed(1)} ${head.y.toFixed(1)}) rotate(${turn.toFixed(0)})`,
    }));
}

function along(from: Point, middle: Point, to: Point, share: number): Point {
  const rest = 1 - share;
  const mix = (a: number, b: number, c: number): number => rest * rest * a + 2 * rest * share * b + share * share * c;
  return { x: mix(from.x, middle.x, to.x), y: mix(from.y, middle.y, to.y) };
}

function shortened(name: string): string {
  return name.length > 9 ? name.slice(0, 8) + "…" : name;
}

function node(state: State, side: string, point: Place, size: Size): SVGElement {
  const { angle } = point;
  const name = size.narrow ? shortened(sideShort(side)) : sideName(side);
  const anchor = Math.abs(Math.cos(angle)) < 0.3 ? "middle" : Math.cos(angle) > 0 ? "start" : "end";
  const label = svg("text", {
    x: (point.x + 14 * Math.cos(angle)).toFixed(1), y: (point.y + 18 * Math.sin(angle) + 5).toFixed(1), "text-anchor": anchor,
  }, name);
  const dot = svg("circle", { cx: point.x.toFixed(1), cy: point.y.toFixed(1), r: 6 });
  if (side.startsWith("#")) return svg("g", { class: "side" }, dot, label);
  const chosen = state.filters.country === side;
  return svg("a", {
    href: address(state, { filters: { country: chosen ? "" : side }, pair: "", record: null }), class: "side",
    "aria-label": name === sideName(side) ? name : `${name}, ${sideName(side)}`, "aria-current": chosen ? "true" : null,
  }, dot, label);
}

