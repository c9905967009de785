// Where it happened: a map, the list of its places, and the acts of the place that is chosen.
import { h, svg, type Child } from "../dom";
import { heading, nothing } from "../frame";
import { lazyList } from "../lazy";
import { Camera } from "../map/camera";
import { hold } from "../map/hold";
import { countryOf, paint, radius } from "../map/picture";
import { spotName, spotsOf, type Spot } from "../map/spots";
import { card } from "../record";
import { weigh, type Chosen } from "../select";
import { address, type State } from "../state";
import { story } from "../story";
import { currentLanguage, number, t } from "../words";

const STEP = 60; // units that an arrow moves
const CLOSER = 1.6;

let camera: Camera | null = null;

export function map(state: State, chosen: Chosen): Child[] {
  const spots = spotsOf(chosen.event);
  const none = chosen.event.filter((place) => story.events[place]!.place === undefined && story.events[place]!.point === undefined).length;
  const unknown = chosen.event.filter((place) => story.events[place]!.point === undefined).length - none;
  const spot = spots.find((each) => each.point === state.point);
  return [
    ...heading("map"),
    spots.length === 0 ? nothing(story.points.length) : null,
    figure(state, spots),
    h("p", { class: "says touch" }, t("map.touch")),
    h("p", { class: "says" }, t("map.left", { none, unknown }), " ", t("map.source")),
    borders(),
    spots.length > 0 && h("div", { class: "there" }, list(state, spots), h("section", { class: "chosen" }, told(state, spot, spots))),
  ];
}

function figure(state: State, spots: Spot[]): HTMLElement {
  let eye = lookAt(document.getElementById("main")!.clientWidth);
  const picture = svg("svg", { role: "group", "aria-label": t("map.title") });
  const repaint = (): void => {
    picture.setAttribute("viewBox", `0 0 ${eye.size.width} ${eye.size.height}`);
    paint(picture, eye, spots, state);
  };
  const button = (key: string, sign: string, act: () => void): HTMLElement =>
    h("button", { type: "button", "aria-label": t(key), title: t(key), onclick: () => { act(); repaint(); } },
      svg("svg", { viewBox: "0 0 20 20", "aria-hidden": "true" }, svg("path", { d: sign })));
  const frame = h("figure", { class: "map", tabindex: 0, role: "group", "aria-label": `${t("map.title")}. ${t("map.keys")}` },
    picture,
    h("div", { class: "looks" },
      button("map.in", "M10 4V16M4 10H16", () => eye.zoom(CLOSER)), button("map.out", "M4 10H16", () => eye.zoom(1 / CLOSER)),
      button("map.fit", "M3 7V3H7M13 3H17V7M17 13V17H13M7 17H3V13M9 10H11", () => eye.fit()),
      button("map.world", "M10 3A7 7 0 1 0 10 17A7 7 0 1 0 10 3M3 10H17M10 3C6 7 6 13 10 17C14 13 14 7 10 3", () => eye.world())),
    key(spots));
  frame.addEventListener("keydown", (event) => {
    const moves: Record<string, () => void> = {
      ArrowLeft: () => eye.pan(STEP, 0), ArrowRight: () => eye.pan(-STEP, 0), ArrowUp: () => eye.pan(0, STEP),
      ArrowDown: () => eye.pan(0, -STEP), "+": () => eye.zoom(CLOSER), "=": () => eye.zoom(CLOSER), "-": () => eye.zoom(1 / CLOSER),
      "0": () => eye.fit(),
    };
    const move = moves[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const point = (document.activeElement as HTMLElement | null)?.dataset.point;
    move();
    repaint();
    if (point) (frame.querySelector<SVGElement>(`[data-point="${point}"]`) ?? frame).focus();
  });
  hold(frame, picture, () => eye, repaint);
  repaint();
  // An article that opens beside it leaves the map less room.
  new ResizeObserver(() => {
    if (!frame.clientWidth || Math.abs(frame.clientWidth - eye.size.width) < 20) return;
    eye = lookAt(frame.clientWidth);
    repaint();
  }).observe(frame);
  return frame;
}

// The look that was left, or a new one where there is another amount of room.
function lookAt(room: number): Camera {
  const width = Math.max(300, room);
  const height = Math.round(Math.max(300, Math.min(width * (width < 600 ? 0.9 : 0.56), 620)));
  if (camera?.size.width !== width || camera.size.height !== height) camera = new Camera({ width, height });
  return camera;
}

function key(spots: Spot[]): Child {
  const most = Math.max(0, ...spots.map((spot) => spot.origins));
  if (most === 0) return null;
  const large = radius(most, most), small = radius(1, most);
  return h("figcaption", { class: "scale" },
    svg("svg", { viewBox: `0 0 ${large * 2 + 2} ${large * 2 + 2}`, width: large * 2 + 2, height: large * 2 + 2, "aria-hidden": "true" },
      svg("circle", { cx: large + 1, cy: large + 1, r: large }),
      most > 1 && svg("circle", { cx: large + 1, cy: 2 * large + 1 - small, r: small })),
    most > 1 ? t("map.scale", { n: most }) : t("map.only"));
}

function borders(): HTMLElement {
  const { choice, areas } = story.borders;
  const at = currentLanguage() === "fr" ? 0 : 1;
  return h("details", { class: "borders" },
    h("summary", {}, h("b", {}, t("borders.title")), ". ", t("borders." + choice)),
    h("p", { class: "says" }, t("borders.rough")),
    h("div", { class: "scroll" }, h("table", {},
      h("thead", {}, h("tr", {}, ["area", "held", "claimed", "drawn"].map((name) => h("th", { scope: "col" }, t("borders." + name))))),
      h("tbody", {}, areas.map((area) => h("tr", {}, h("th", { scope: "row" }, area.name[at]),
        h("td", {}, area.held[at]), h("td", {}, area.claimed[at]), h("td", {}, t("drawn." + area.drawn))))))));
}

function list(state: State, spots: Spot[]): HTMLElement {
  return h("div", { class: "scroll" }, h("table", { class: "spots" },
    h("caption", {}, t("map.places")),
    h("thead", {}, h("tr", {}, ["place", "acts", "articles", "origins"].map((name) => h("th", { scope: "col" }, t("map." + name))))),
    h("tbody", {}, spots.map((spot) => h("tr", {},
      h("th", { scope: "row" }, h("a", {
        href: address(state, { point: state.point === spot.point ? null : spot.point, record: null, article: null }), lang: "fr",
        "aria-current": state.point === spot.point ? "true" : null,
      }, spotName(spot)), where(spot)),
      [spot.acts, spot.articles, spot.origins].map((n) => h("td", { class: "n" }, number(n))))))));
}

function where(spot: Spot): Child {
  const precision = story.points[spot.point]![2];
  if (precision === "country") return null;
  return h("span", { class: "also" }, countryOf(spot), precision === "region" && ` (${t("map.region")})`);
}

function told(state: State, spot: Spot | undefined, spots: Spot[]): Child[] {
  const events = spot ? spot.events : spots.flatMap((each) => each.events).sort((a, b) => a - b);
  return [
    h("h3", { tabindex: -1 }, spot ? t("list.chosen", { what: spotName(spot) }) : t("list.all")),
    h("p", { class: "says" },
      t("list.counts", { n: events.length, ...weigh(events) }), " ",
      spot && h("a", { href: address(state, { point: null, record: null }) }, t("list.reset"))),
    lazyList(h("ul", { class: "records" }), events, (place) => card({ kind: "event", place })),
  ];
}
