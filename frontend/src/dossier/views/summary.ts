// The dossier in figures, each of which says what it counts and leads to the view that details it.
import { lastOf, monthsBetween } from "../axis";
import { h, svg, type Child } from "../dom";
import { bars, heading, type Bar } from "../frame";
import { count, moments, type Chosen, type Moment } from "../select";
import { address, type State, type View } from "../state";
import { quadOf, sideOf, story, type Quad } from "../story";
import { colon, dayWords, monthWords, number, sideName, t, word } from "../words";

const QUADS: Quad[] = ["verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict"];
const TOP = 7;
const TICK = 84; // units that a month's name takes under the chart

export function summary(state: State, chosen: Chosen): Child[] {
  const acts = moments(chosen.event);
  const articles = articlesOf(chosen, state);
  const figures: [string, number, View][] = [
    ["articles", articles.size, "articles"],
    ["origins", new Set([...articles].map((each) => story.articles[each]!.origin)).size, "accounts"],
    ["outlets", new Set([...articles].map((each) => story.articles[each]!.outlet).filter(Boolean)).size, "articles"],
    ["acts", acts.length, "timeline"],
    ["events", chosen.event.length, "events"],
    ["statements", chosen.statement.length, "statements"],
    ["speakers", new Set(chosen.statement.map((each) => story.statements[each]!.speaker)).size, "statements"],
    ["actors", actorsOf(chosen).size, "actors"],
    ["positions", chosen.position.length, "positions"],
    ["terms", chosen.term.length, "terms"],
  ];
  return [
    ...heading("summary"),
    h("p", { class: "lede" }, lede(chosen, acts, articles)),
    h("ul", { class: "figures" }, figures.map(([name, value, view]) => h("li", {},
      h("a", { href: address(state, { view, record: null, article: null }) },
        h("b", {}, number(value)), " ", h("span", {}, t("count." + name, { n: value })))))),
    months(acts, state),
    h("div", { class: "columns" },
      topDyads(state, chosen), topSpeakers(state, chosen), topTypes(state, chosen), topTerms(state, chosen)),
    h("section", { class: "about" }, h("h3", {}, t("about.title")), h("p", {}, t("about.text")), h("p", {},
      [["undated", chosen.event.filter((each) => story.events[each]!.date === undefined).length] as const,
        ["partial", chosen.event.filter((each) => isPartial(story.events[each]!.date)).length] as const]
        .map(([name, n]) => `${number(n)} ${t("count." + name, { n })}`).join(" · "))),
  ];
}

function isPartial(date: number | undefined): boolean {
  return date !== undefined && story.dates[date]![3] === 1;
}

function articlesOf(chosen: Chosen, state: State): Set<number> {
  if (Object.values(state.filters).every((value) => value === "")) return new Set(story.articles.keys());
  return new Set([
    ...chosen.statement.map((each) => story.statements[each]!.article),
    ...chosen.event.map((each) => story.events[each]!.article),
    ...chosen.position.map((each) => story.positions[each]!.article),
    ...chosen.term.map((each) => story.terms[each]!.article),
  ]);
}

function actorsOf(chosen: Chosen): Set<number> {
  const found = new Set<number>();
  for (const each of chosen.statement) found.add(story.statements[each]!.speaker);
  for (const each of chosen.position) found.add(story.positions[each]!.actor);
  for (const each of chosen.event) {
    const event = story.events[each]!;
    for (const actor of [...(event.actor ?? []), ...(event.recipient ?? [])]) found.add(actor);
  }
  return found;
}

function lede(chosen: Chosen, acts: Moment[], articles: Set<number>): string {
  const days = [...articles].flatMap((each) => {
    const date = story.articles[each]!.date;
    return date === undefined ? [] : story.dates[date]!.slice(1, 3).filter((day): day is string => typeof day === "string");
  }).sort();
  const first = days[0];
  const last = days[days.length - 1];
  const when = !first || !last ? t("lede.unknown")
    : first === last ? t("lede.on", { first: dayWords(first) })
    : t("lede.between", { first: dayWords(first), last: dayWords(last) });
  const undated = [...articles].filter((each) => story.articles[each]!.date === undefined).length;
  return t("lede", {
    articles: articles.size, when: first && undated ? `${when} (${t("lede.undated", { n: undated })})` : when, acts: acts.length, statements: chosen.statement.length,
    speakers: new Set(chosen.statement.map((each) => story.statements[each]!.speaker)).size,
  });
}

// Acts by the month in which they happened, stacked by quad class; sparse stories skip empty years.
function months(acts: Moment[], state: State): HTMLElement {
  const counts = new Map<string, Record<Quad, number>>();
  let unplaced = 0;
  for (const act of acts) {
    const row = act.date === undefined ? undefined : story.dates[act.date]!;
    const month = row?.[1]?.slice(0, 7);
    if (!month || row?.[2]?.slice(0, 7) !== month) {
      unplaced++;
      continue;
    }
    const cell = counts.get(month) ?? { verbal_cooperation: 0, material_cooperation: 0, verbal_conflict: 0, material_conflict: 0 };
    cell[quadOf(story.events[act.tellings[0]!]!)]++;
    counts.set(month, cell);
  }
  const known = [...counts.keys()].sort();
  const total = (month: string): number => QUADS.reduce((sum, quad) => sum + (counts.get(month)?.[quad] ?? 0), 0);
  const monthTotal = (month: string): string =>
    monthWords(month) + colon() + t("chart.scale", { n: total(month) });
  if (known.length === 0) return h("section", { class: "months" });
  const shown = monthsBetween(known);
  const most = Math.max(1, ...known.map(total));
  const width = chartWidth(), height = 170, left = 26;
  const step = (width - left) / shown.length;
  const bar = Math.max(1.5, Math.min(26, step * 0.72));
  const link = (month: string): string =>
    address(state, { view: "timeline", filters: { from: `${month}-01`, to: lastOf(month) } });
  const columns = shown.map((month, place) => {
    if (month === null) return svg("text", { x: left + (place + 0.5) * step, y: height - 4, class: "gap" }, "…");
    let top = height;
    const x = left + place * step + (step - bar) / 2;
    const stack = QUADS.map((quad) => {
      const size = (height * 0.92 * (counts.get(month)?.[quad] ?? 0)) / most;
      top -= size;
      return size > 0 && svg("rect", { x, y: top, width: bar, height: size, class: quad });
    });
    return total(month) > 0 && svg("a", { href: link(month), "aria-label": monthTotal(month) },
      svg("title", {}, monthTotal(month)),
      svg("rect", { x: left + place * step, y: 0, width: step, height, class: "hit" }), stack);
  });
  const every = Math.max(1, Math.ceil((shown.length * TICK) / width));
  const ticks = shown.map((month, place) => month !== null && place % every === 0 &&
    svg("text", { x: left + (place + 0.5) * step, y: height + 16, class: "tick" }, monthWords(month, "short")));
  return h("section", { class: "months" },
    h("h3", {}, t("chart.title")),
    h("p", { class: "says" }, t("chart.says", { n: unplaced })),
    svg("svg", { viewBox: `0 0 ${width} ${height + 22}`, role: "group", "aria-label": t("chart.title") },
      svg("line", { x1: left, x2: width, y1: height, y2: height, class: "axis" }),
      svg("line", { x1: left, x2: width, y1: height * 0.08, y2: height * 0.08, class: "grid" }),
      svg("text", { x: left - 5, y: height * 0.08 + 4, class: "scale" }, String(most)),
      svg("text", { x: left - 5, y: height, class: "scale" }, "0"),
      columns, ticks),
    h("p", { class: "key" }, QUADS.map((quad) => h("span", { class: quad }, t("quad." + quad)))),
    h("details", { class: "numbers" }, h("summary", {}, t("chart.table")), monthTable(known, counts, total)));
}

function monthTable(known: string[], counts: Map<string, Record<Quad, number>>, total: (month: string) => number): HTMLElement {
  return h("div", { class: "scroll" }, h("table", {},
    h("thead", {}, h("tr", {}, [t("chart.month"), ...QUADS.map((quad) => t("quad." + quad)), t("chart.total")].map((name) => h("th", { scope: "col" }, name)))),
    h("tbody", {}, known.map((month) => h("tr", {}, h("th", { scope: "row" }, monthWords(month)),
      QUADS.map((quad) => h("td", {}, counts.get(month)![quad])), h("td", {}, total(month)))))));
}

// As wide as the column, so that the words in the chart keep their size.
function chartWidth(): number {
  return Math.max(300, document.getElementById("main")!.clientWidth);
}

function topDyads(state: State, chosen: Chosen): HTMLElement {
  const pairs = chosen.event.flatMap((each) => {
    const event = story.events[each]!;
    const from = [...new Set((event.actor ?? []).map(sideOf))];
    const to = [...new Set((event.recipient ?? []).map(sideOf))];
    return from.flatMap((one) => to.filter((two) => two !== one).map((two) => `${one}>${two}`));
  });
  const list = count(pairs).slice(0, TOP).map(([pair, n]): Bar => {
    const [one, two] = pair.split(">") as [string, string];
    return { name: `${sideName(one)} → ${sideName(two)}`, count: n, href: address(state, { view: "events", pair }) };
  });
  return bars(t("top.dyads"), t("top.dyads.says"), list);
}

function topSpeakers(state: State, chosen: Chosen): HTMLElement {
  const list = count(chosen.statement.map((each) => story.statements[each]!.speaker)).slice(0, TOP).map(([actor, n]): Bar =>
    ({ name: story.actors[actor]!.name, count: n, foreign: true, href: address(state, { view: "statements", filters: { actor: String(actor) } }) }));
  return bars(t("top.speakers"), t("top.speakers.says"), list);
}

function topTypes(state: State, chosen: Chosen): HTMLElement {
  const list = count(chosen.event.map((each) => story.events[each]!.type)).slice(0, TOP).map(([type, n]): Bar =>
    ({ name: word("type", type), count: n, quad: quadOf({ type }), href: address(state, { view: "events", filters: { type } }) }));
  return bars(t("top.types"), t("top.types.says"), list);
}

function topTerms(state: State, chosen: Chosen): HTMLElement {
  const list = count(chosen.term.map((each) => story.terms[each]!.term)).slice(0, TOP).map(([term, n]): Bar =>
    ({ name: term, count: n, foreign: true, href: address(state, { view: "terms", filters: { q: term } }) }));
  return bars(t("top.terms"), t("top.terms.says"), list);
}
