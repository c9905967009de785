// How each outlet names the thing: terms by outlets, and every use in its line.
import { h, sized, type Child } from "../dom";
import { heading, nothing } from "../frame";
import { lazyList } from "../lazy";
import { card } from "../record";
import { count, type Chosen } from "../select";
import { address, type State } from "../state";
import { story } from "../story";
import { outletName, t } from "../words";

const TERMS = 30;

export function terms(state: State, chosen: Chosen): Child[] {
  if (chosen.term.length === 0) return [...heading("terms"), nothing(story.terms.length)];
  const outletOf = (place: number): string => story.articles[story.terms[place]!.article]!.outlet ?? "";
  const names = count(chosen.term.map((place) => story.terms[place]!.term));
  const outlets = count(chosen.term.map(outletOf)).map(([outlet]) => outlet);
  const own = new Map<string, number>();
  const quoted = new Map<string, number>();
  for (const place of chosen.term) {
    const cell = `${story.terms[place]!.term}\n${outletOf(place)}`;
    const counts = story.terms[place]!.voice === undefined ? own : quoted;
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  const most = Math.max(1, ...own.values());
  const cell = (term: string, outlet: string): HTMLElement => {
    const mine = own.get(`${term}\n${outlet}`) ?? 0;
    const theirs = quoted.get(`${term}\n${outlet}`) ?? 0;
    if (mine + theirs === 0) return h("td", {});
    return sized(h("td", { class: "heat" }, h("a", { href: address(state, { filters: { q: term, outlet }, record: null }) },
      mine > 0 ? mine : "", theirs > 0 ? ` (${theirs})` : "")), "--heat", `${Math.round((mine / most) * 60)}%`);
  };
  return [
    ...heading("terms"),
    h("div", { class: "scroll" }, h("table", { class: "matrix terms" },
      h("caption", {}, t("terms.caption")),
      h("thead", {}, h("tr", {}, h("td", {}),
        outlets.map((outlet) => h("th", { scope: "col", lang: "fr" }, outletName(outlet || undefined))),
        h("th", { scope: "col" }, t("terms.total")))),
      h("tbody", {}, names.slice(0, TERMS).map(([term, total]) => h("tr", {},
        h("th", { scope: "row", lang: "fr" }, term),
        outlets.map((outlet) => cell(term, outlet)),
        h("td", { class: "n" }, total)))))),
    lazyList(h("ul", { class: "records" }), chosen.term, (place) => card({ kind: "term", place })),
  ];
}
