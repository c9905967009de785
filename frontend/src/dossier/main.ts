// The dossier's script: reads the address, chooses the records, and shows the view and the open article.
import { Brush } from "./brush";
import { append, clear, type Child } from "./dom";
import { renderFilters, showResult } from "./filters";
import { finishLists, forgetLists } from "./lazy";
import { focusReader, rememberOpener, renderReader, returnFocus } from "./reader";
import { showingState } from "./record";
import { closeReport, openReport } from "./report";
import { choose, moments, prepareSearch, type Chosen } from "./select";
import { address, FILTERS, noFilters, readAddress, type FilterName, type State } from "./state";
import { refCode } from "./story";
import { accounts } from "./views/accounts";
import { actors } from "./views/actors";
import { articles } from "./views/articles";
import { events } from "./views/events";
import { map } from "./views/map";
import { positions } from "./views/positions";
import { statements } from "./views/statements";
import { summary } from "./views/summary";
import { terms } from "./views/terms";
import { timeline } from "./views/timeline";
import { currentLanguage, keptLanguage, setLanguage, t } from "./words";

const main = document.getElementById("main")!;
const reader = document.getElementById("reader")!;
const filters = document.getElementById("filters")!;
const live = document.getElementById("live")!;
const brush = new Brush(document.getElementById("brush")!, slide);

let state: State = readAddress(location.hash);
// Views whose drawing or table takes the whole width while no article is open.
const WIDE: State["view"][] = ["summary", "actors", "positions", "terms", "map"];
let sliding = false;
let shown = { view: "", list: "", open: "", picked: "" };

// A view's links never carry the record that happens to be open while it is rendered.
function viewOf(chosen: Chosen): Child[] {
  const bare: State = { ...state, record: null, article: null };
  switch (state.view) {
    case "summary": return summary(bare, chosen);
    case "timeline": return timeline(chosen);
    case "statements": return statements(chosen);
    case "events": return events(bare, chosen);
    case "actors": return actors(bare, chosen);
    case "positions": return positions(chosen);
    case "terms": return terms(bare, chosen);
    case "accounts": return accounts(bare, chosen);
    case "map": return map(bare, chosen);
    case "articles": return articles(bare, chosen);
  }
}

// The list is rendered anew only when the view or its filters change, so that opening a record keeps its place.
function show(): void {
  const list = address(state, { record: null, article: null }) + currentLanguage();
  const open = `${state.record ? refCode(state.record) : state.article ?? ""} ${currentLanguage()}`;
  showingState(state);
  document.body.classList.toggle("wide", WIDE.includes(state.view));
  if (list !== shown.list) {
    const sameView = shown.view === state.view;
    const chosen = choose(state.filters);
    const picked = `${state.pair} ${state.point ?? ""}`;
    forgetLists();
    clear(main);
    append(main, viewOf(chosen));
    showResult(filters, state, chosen, live, reset);
    brush.show(state.filters);
    if (shown.list && !sameView) window.scrollTo(0, 0);
    // A pair or a place that was just chosen: its sentences come into sight.
    else if (shown.list && picked !== shown.picked && picked.trim()) showPicked();
    shown.picked = picked;
  }
  if (open !== shown.open) {
    const opened = state.record !== null || state.article !== null;
    const before = shown.open;
    renderReader(reader, state);
    if (before && opened) focusReader(reader);
    else if (before && !opened) returnFocus();
  }
  const code = state.record ? state.record.kind + state.record.place : "";
  for (const item of main.querySelectorAll<HTMLElement>("[data-ref]")) item.classList.toggle("current", item.dataset.ref === code);
  for (const link of document.querySelectorAll<HTMLAnchorElement>("#views a")) {
    const view = link.dataset.view as State["view"];
    link.setAttribute("href", address(state, { view, pair: "", point: null, record: null, article: null }));
    if (view === state.view) {
      link.setAttribute("aria-current", "page");
      const row = link.closest("ul")!;
      row.scrollLeft = link.offsetLeft - row.offsetLeft - (row.clientWidth - link.offsetWidth) / 2;
    } else link.removeAttribute("aria-current");
  }
  shown = { ...shown, view: state.view, list, open };
}

function showPicked(): void {
  const title = main.querySelector<HTMLElement>(".chosen h3");
  title?.focus({ preventScroll: true });
  title?.scrollIntoView({ block: "center" });
}

function go(hash: string): void {
  if (location.hash === hash) return;
  location.hash = hash;
}

function change(name: FilterName, value: string): void {
  go(address(state, { filters: { [name]: value }, record: null, article: null }));
}

// While the bounds of the period move, everything follows; the history keeps where they end.
function slide(from: string, to: string, done: boolean): void {
  const hash = address(state, { filters: { from, to }, record: null, article: null });
  if (hash !== location.hash) {
    if (sliding) history.replaceState(null, "", hash);
    else history.pushState(null, "", hash);
    state = readAddress(hash);
    show();
  }
  sliding = !done;
}

function reset(): void {
  go(address(state, { filters: noFilters(), pair: "", point: null, record: null, article: null }));
  for (const name of FILTERS) {
    const input = document.querySelector<HTMLInputElement | HTMLSelectElement>(`#filter-${name}`);
    if (input) input.value = "";
  }
}

function labelShell(): void {
  for (const element of document.querySelectorAll<HTMLElement>("[data-label]")) element.textContent = t(element.dataset.label!);
  for (const element of document.querySelectorAll<HTMLElement>("[data-title]")) element.title = t(element.dataset.title!);
  document.getElementById("views")!.setAttribute("aria-label", t("nav"));
  reader.setAttribute("aria-label", t("reader"));
  document.getElementById("language")!.lang = currentLanguage() === "fr" ? "en" : "fr";
}

function start(): void {
  setLanguage(keptLanguage());
  labelShell();
  renderFilters(filters, state, change);
  show();
  window.addEventListener("hashchange", () => {
    if (location.hash === "#main") return;
    state = readAddress(location.hash);
    show();
  });
  document.getElementById("language")!.addEventListener("click", () => {
    setLanguage(currentLanguage() === "fr" ? "en" : "fr");
    labelShell();
    renderFilters(filters, state, change);
    show();
  });
  document.getElementById("print")!.addEventListener("click", () => window.print());
  window.addEventListener("beforeprint", () => {
    const bare: State = { ...state, record: null, article: null };
    const chosen = choose(state.filters);
    openReport(main, bare, moments(chosen.event).length, [
      ["timeline", () => timeline(chosen)], ["positions", () => positions(chosen)], ["accounts", (at) => accounts(at, chosen)],
      ["map", (at) => map(at, chosen)], ["terms", (at) => terms(at, chosen)], ["statements", () => statements(chosen)],
      ["articles", (at) => articles(at, chosen)],
    ]);
    finishLists();
    for (const folded of main.querySelectorAll<HTMLDetailsElement>("details:not([open], .borders, .numbers)")) {
      folded.open = true;
      folded.dataset.folded = "";
    }
  });
  window.addEventListener("afterprint", () => {
    closeReport();
    for (const opened of main.querySelectorAll<HTMLDetailsElement>("details[data-folded]")) {
      opened.open = false;
      delete opened.dataset.folded;
    }
  });
  document.getElementById("result")!.addEventListener("click", (event) => {
    const chip = (event.target as HTMLElement).closest<HTMLElement>(".chip");
    if (chip) change(chip.dataset.filter as FilterName, "");
  });
  main.addEventListener("click", (event) => {
    const link = (event.target as HTMLElement).closest<HTMLElement>("a.open");
    if (link) rememberOpener(link);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && (state.record || state.article !== null)) go(address(state, { record: null, article: null }));
  });
}

start();
prepareSearch();
