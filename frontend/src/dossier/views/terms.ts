// How each outlet names the thing: terms by outlets over time, and every use in its line.
import { lastOf, monthName, monthNumber } from "../axis";
import { h, sized, svg, type Child } from "../dom";
import { heading, nothing } from "../frame";
import { lazyList } from "../lazy";
import { card } from "../record";
import { count, type Chosen } from "../select";
import { address, type State } from "../state";
import { story } from "../story";
import { colon, dayWords, monthWords, number, outletName, t } from "../words";

const TERMS = 30;
const BARS = 18; // bars that a cell has room for
const HIGH = 14;

// The time that the uses take, in steps of a month, a quarter or a year.
interface Periods {
  first: number;
  months: number;
  bars: number;
}

export function terms(state: State, chosen: Chosen): Child[] {
  if (chosen.term.length === 0) return [...heading("terms"), nothing(story.terms.length)];
  const outletOf = (place: number): string => story.articles[story.terms[place]!.article]!.outlet ?? "";
  const names = count(chosen.term.map((place) => story.terms[place]!.term));
  const outlets = count(chosen.term.map(outletOf)).map(([outlet]) => outlet);
  const uses = new Map<string, number[]>();
  for (const place of chosen.term) {
    const cell = `${story.terms[place]!.term}\n${outletOf(place)}`;
    uses.set(cell, [...(uses.get(cell) ?? []), place]);
  }
  const own = (places: number[]): number[] => places.filter((place) => story.terms[place]!.voice === undefined);
  const most = Math.max(1, ...[...uses.values()].map((places) => own(places).length));
  const periods = periodsOf(chosen.term);
  const cell = (term: string, outlet: string): HTMLElement => {
    const places = uses.get(`${term}\n${outlet}`) ?? [];
    if (places.length === 0) return h("td", {});
    const mine = own(places).length;
    const theirs = places.length - mine;
    return sized(h("td", { class: "heat" }, h("a", { href: address(state, { filters: { q: term, outlet }, record: null }) },
      mine > 0 ? number(mine) : "", theirs > 0 ? ` (${number(theirs)})` : "", periods && bars(places, periods))), "--heat", `${Math.round((mine / most) * 60)}%`);
  };
  return [
    ...heading("terms"),
    h("div", { class: "scroll" }, h("table", { class: "matrix terms" },
      h("caption", {}, t("terms.caption"), periods && [". ", periodWords(periods)]),
      h("thead", {}, h("tr", {}, h("td", {}),
        outlets.map((outlet) => h("th", { scope: "col", lang: "fr" }, outletName(outlet || undefined))),
        h("th", { scope: "col" }, t("terms.total")))),
      h("tbody", {}, names.slice(0, TERMS).map(([term, total]) => h("tr", {},
        h("th", { scope: "row", lang: "fr" }, term),
        outlets.map((outlet) => cell(term, outlet)),
        h("td", { class: "n" }, number(total))))))),
    lazyList(h("ul", { class: "records" }), chosen.term, (place) => card({ kind: "term", place })),
  ];
}

function monthOf(place: number): number | null {
  const date = story.articles[story.terms[place]!.article]!.date;
  const first = date === undefined ? null : story.dates[date]![1];
  return first ? monthNumber(first.slice(0, 7)) : null;
}

function periodsOf(places: number[]): Periods | null {
  const known = places.map(monthOf).filter((month): month is number => month !== null);
  if (known.length === 0) return null;
  const first = Math.min(...known), last = Math.max(...known);
  for (const months of [1, 3, 12]) {
    const from = first - (first % months);
    const bars = Math.floor((last - from) / months) + 1;
    if (bars <= BARS || months === 12) return bars > 1 ? { first: from, months, bars } : null;
  }
  return null;
}

function periodWords({ first, months, bars }: Periods): string {
  const last = monthName(first + months * bars - 1);
  const step = t("step." + ({ 1: "month", 3: "quarter" } as Record<number, string>)[months] || "year");
  return t("terms.periods", { first: dayWords(monthName(first) + "-01"), last: dayWords(lastOf(last)), step });
}

function bars(places: number[], { first, months, bars }: Periods): SVGElement {
  const counts = new Map<number, number>();
  for (const place of places) {
    const month = monthOf(place);
    if (month !== null) counts.set(Math.floor((month - first) / months), (counts.get(Math.floor((month - first) / months)) ?? 0) + 1);
  }
  const most = Math.max(2, ...counts.values());
  const words = [...counts].sort((a, b) => a[0] - b[0]).map(([at, n]) => monthWords(monthName(first + at * months)) + colon() + number(n)).join(", ");
  return svg("svg", { viewBox: `0 0 ${bars * 4} ${HIGH}`, class: "spark", role: "img", "aria-label": words, preserveAspectRatio: "none" },
    svg("title", {}, words),
    svg("line", { x1: 0, x2: bars * 4, y1: HIGH - 0.5, y2: HIGH - 0.5 }),
    [...counts].map(([at, n]) => svg("rect", { x: at * 4 + 0.5, y: HIGH - 1 - ((HIGH - 2) * n) / most, width: 3, height: ((HIGH - 2) * n) / most })));
}
