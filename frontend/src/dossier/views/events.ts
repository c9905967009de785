// Who acts towards whom: a table of pairs of sides, and the events of the pair that is chosen.
import { h, sized, type Child } from "../dom";
import { heading, nothing } from "../frame";
import { lazyList } from "../lazy";
import { card } from "../record";
import { count, weigh, type Chosen } from "../select";
import { address, type State } from "../state";
import { isParty, sideOf, story } from "../story";
import { network } from "./network";
import { colon, number, sideName, sideShort, t, word } from "../words";

const SIDES = 12;

export function events(state: State, chosen: Chosen): Child[] {
  if (chosen.event.length === 0) return [...heading("events"), nothing(story.events.length)];
  const pairs = new Map<string, number[]>();
  const put = (pair: string, place: number): void => {
    const list = pairs.get(pair);
    if (list) list.push(place);
    else pairs.set(pair, [place]);
  };
  for (const place of chosen.event) {
    const event = story.events[place]!;
    const from = [...new Set((event.actor ?? []).map(sideOf))].sort();
    const to = [...new Set((event.recipient ?? []).map(sideOf))].sort();
    if (to.length === 0) from.forEach((one, at) => from.slice(at + 1).forEach((two) => put(`${one}=${two}`, place)));
    else for (const one of from) for (const two of to) if (one !== two) put(`${one}>${two}`, place);
  }
  const listed = state.pair && pairs.has(state.pair) ? pairs.get(state.pair)! : chosen.event;
  return [
    ...heading("events"),
    types(state, chosen),
    matrix(state, pairs),
    h("section", { class: "chosen" },
      h("h3", { tabindex: -1 }, listed === chosen.event ? t("list.all") : t("list.chosen", { what: pairWords(state.pair) })),
      h("p", { class: "says" }, t("list.counts", { n: listed.length, ...weigh(listed) }), " ",
        listed !== chosen.event && h("a", { href: address(state, { pair: "", record: null }) }, t("list.reset"))),
      lazyList(h("ul", { class: "records" }), listed, (place) => card({ kind: "event", place }))),
  ];
}

export function pairWords(pair: string): string {
  const mutual = pair.includes("=");
  const [one = "", two = ""] = pair.split(mutual ? "=" : ">");
  return mutual ? `${sideName(one)}, ${sideName(two)} (${t("sides.together")})` : `${sideName(one)} → ${sideName(two)}`;
}

function types(state: State, chosen: Chosen): HTMLElement {
  const counts = count(chosen.event.map((place) => story.events[place]!.type));
  return h("ul", { class: "types" }, counts.map(([type, n]) => h("li", {},
    h("a", {
      href: address(state, { filters: { type: state.filters.type === type ? "" : type }, record: null }),
      class: `badge ${story.quads[type] ?? ""}`, title: t("list.events", { n }), "aria-current": state.filters.type === type ? "true" : null,
    }, word("type", type), " ", h("b", {}, number(n))))));
}

function matrix(state: State, pairs: Map<string, number[]>): Child[] {
  const activity = new Map<string, number>();
  for (const [pair, places] of pairs) {
    for (const side of pair.split(/[>=]/)) activity.set(side, (activity.get(side) ?? 0) + places.length);
  }
  const all = [...activity].filter(([side]) => isParty(side)).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([side]) => side);
  const sides = all.slice(0, SIDES);
  if (sides.length < 2) return [];
  const most = Math.max(1, ...[...pairs].filter(([pair]) => pair.includes(">")).map(([, places]) => places.length));
  const cell = (pair: string): HTMLElement => {
    const n = pairs.get(pair)?.length ?? 0;
    if (n === 0) return h("td", {});
    return sized(h("td", { class: "heat" }, h("a", {
      href: address(state, { pair, record: null }), title: pairWords(pair) + colon() + number(n),
      "aria-label": pairWords(pair) + colon() + number(n), "aria-current": state.pair === pair ? "true" : null,
    }, number(n))), "--heat", `${Math.round(12 + (n / most) * 60)}%`);
  };
  const joint = [...pairs].filter(([pair]) => pair.includes("=")).sort((a, b) => b[1].length - a[1].length).slice(0, 10);
  return [
    network(state, pairs, all),
    h("div", { class: "scroll" }, h("table", { class: "matrix" },
      h("caption", {}, t("matrix.caption")),
      h("thead", {}, h("tr", {}, h("td", {}), sides.map((side) => h("th", { scope: "col" },
        h("abbr", { title: sideName(side) }, sideShort(side)))))),
      h("tbody", {}, sides.map((from) => h("tr", {},
        h("th", { scope: "row" }, sideName(from)),
        sides.map((to) => from === to ? h("td", { class: "same" }) : cell(`${from}>${to}`))))))),
    activity.size > sides.length && h("p", { class: "says" }, t("matrix.others", { n: sides.length })),
    joint.length > 0 && h("section", { class: "joint" },
      h("h3", {}, t("matrix.mutual")),
      h("ul", { class: "types" }, joint.map(([pair, places]) => h("li", {},
        h("a", { href: address(state, { pair, record: null }), class: "badge", "aria-current": state.pair === pair ? "true" : null },
          pair.split("=").map(sideName).join(" – "), " ", h("b", {}, number(places.length))))))),
  ];
}
