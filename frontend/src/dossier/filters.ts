// The form that narrows the dossier, and a line that says how much is left.
import { clear, h, type Child } from "./dom";
import { count, type Chosen } from "./select";
import { FILTERS, type FilterName, type State } from "./state";
import { story } from "./story";
import { colon, countryName, dayWords, outletName, t, word } from "./words";

// More actors than this make a list that nobody reads; the rest are found in the view of actors.
const ACTORS = 300;
const PAUSE = 200; // milliseconds without a key before the words are looked for

type Change = (name: FilterName, value: string) => void;
type Clear = () => void;

export function renderFilters(holder: HTMLElement, state: State, change: Change): void {
  const open = holder.querySelector("details")?.open ?? matchMedia("(min-width: 60rem)").matches;
  clear(holder);
  holder.append(h("details", { open },
    h("summary", {}, h("span", { class: "broad" }, t("filters")), h("span", { class: "narrow" }, t("filters.period")), h("span", { class: "active" })),
    h("form", { role: "search", onsubmit: (event: Event) => event.preventDefault() },
      words(state, change),
      choice("actor", state, change, actorOptions(state)),
      choice("country", state, change, countryOptions()),
      choice("type", state, change, typeOptions()),
      choice("status", state, change, statusOptions()),
      choice("issue", state, change, issueOptions()),
      choice("outlet", state, change, outletOptions()))));
}

export function showResult(holder: HTMLElement, state: State, chosen: Chosen, live: HTMLElement, reset: Clear): void {
  const active = FILTERS.filter((name) => state.filters[name] !== "");
  holder.querySelector(".active")!.textContent = active.length ? t("filters.active", { n: active.length }) : "";
  const result = t("filter.result", {
    events: chosen.event.length, allEvents: story.events.length,
    statements: chosen.statement.length, allStatements: story.statements.length,
  });
  const line = document.getElementById("result")!;
  clear(line);
  if (active.length === 0) return;
  line.append(h("strong", {}, result), " ", ...active.map((name) => chip(name, state)),
    h("button", { type: "button", class: "reset", onclick: reset }, t("filter.clear")));
  if (state.filters.from || state.filters.to) line.append(h("span", { class: "says" }, t("filter.note")));
  if (live.textContent !== result) live.textContent = result;
  for (const name of FILTERS) {
    const input = document.querySelector<HTMLInputElement | HTMLSelectElement>(`#filter-${name}`);
    if (!input || document.activeElement === input) continue;
    input.value = state.filters[name];
    // An actor chosen elsewhere may be too rare for the list.
    if (input.value !== state.filters[name] && name === "actor" && story.actors[Number(state.filters.actor)]) {
      input.append(h("option", { value: state.filters.actor }, story.actors[Number(state.filters.actor)]!.name));
      input.value = state.filters.actor;
    }
  }
}

function chip(name: FilterName, state: State): HTMLElement {
  const value = state.filters[name];
  const shown = name === "actor" ? story.actors[Number(value)]?.name ?? value
    : name === "country" ? countryName(value)
    : name === "type" || name === "status" || name === "issue" ? word(name, value)
    : name === "from" || name === "to" ? dayWords(value)
    : value;
  return h("button", { type: "button", class: "chip", "data-filter": name, title: t("filter.remove") },
    t("filter." + name) + colon() + shown, h("span", { "aria-hidden": "true" }, " ×"));
}

function field(name: FilterName, input: HTMLElement): HTMLElement {
  return h("label", { for: `filter-${name}` }, h("span", {}, t("filter." + name)), input);
}

function words(state: State, change: Change): HTMLElement {
  let timer = 0;
  const input = h("input", { id: "filter-q", type: "search", value: state.filters.q, autocomplete: "off", oninput: () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => change("q", input.value), PAUSE);
  } });
  return field("q", input);
}

function choice(name: FilterName, state: State, change: Change, options: [string, string][]): HTMLElement {
  const select = h("select", { id: `filter-${name}`, onchange: () => change(name, select.value) },
    h("option", { value: "" }, t("filter.all")),
    options.map(([value, label]): Child => h("option", { value }, label)));
  select.value = state.filters[name];
  return field(name, select);
}

function actorOptions(state: State): [string, string][] {
  const uses = [
    ...story.statements.map((each) => each.speaker),
    ...story.events.flatMap((each) => [...(each.actor ?? []), ...(each.recipient ?? [])]),
    ...story.positions.map((each) => each.actor),
  ];
  const places = count(uses).slice(0, ACTORS).map(([actor]) => actor);
  const wanted = Number(state.filters.actor);
  if (state.filters.actor !== "" && story.actors[wanted] && !places.includes(wanted)) places.push(wanted);
  return places.sort((a, b) => a - b).map((actor) => [String(actor), story.actors[actor]!.name]);
}

function byName(pairs: [string, string][]): [string, string][] {
  return pairs.sort((a, b) => a[1].localeCompare(b[1], document.documentElement.lang));
}

function countryOptions(): [string, string][] {
  const codes = new Set(story.actors.map((actor) => actor.country).filter((code): code is string => !!code));
  return byName([...codes].map((code) => [code, countryName(code)]));
}

function typeOptions(): [string, string][] {
  return byName([...new Set(story.events.map((event) => event.type))].map((type) => [type, word("type", type)]));
}

function statusOptions(): [string, string][] {
  return byName([...new Set(story.events.map((event) => event.status))].map((status) => [status, word("status", status)]));
}

function issueOptions(): [string, string][] {
  return byName([...new Set(story.positions.map((position) => position.issue))].map((issue) => [issue, word("issue", issue)]));
}

function outletOptions(): [string, string][] {
  const outlets = new Set(story.articles.map((article) => article.outlet).filter((name): name is string => !!name));
  return byName([...outlets].map((outlet) => [outlet, outletName(outlet)]));
}

