// What is shown: kept in the address, so that a view with its filters can be marked, sent and gone back to.
import { readRef, refCode, type Ref } from "./story";

export const VIEWS = [
  "summary", "timeline", "statements", "events", "actors", "positions", "terms", "accounts", "articles",
] as const;
export type View = (typeof VIEWS)[number];

export interface Filters {
  q: string;
  actor: string;
  country: string;
  type: string;
  outlet: string;
  from: string;
  to: string;
}
export type FilterName = keyof Filters;
export const FILTERS: FilterName[] = ["q", "actor", "country", "type", "outlet", "from", "to"];

export interface State {
  view: View;
  filters: Filters;
  // The open article, and the record in it that is shown.
  article: number | null;
  record: Ref | null;
  // A choice inside a view: a pair of countries in the matrix.
  pair: string;
}

export const noFilters = (): Filters => ({ q: "", actor: "", country: "", type: "", outlet: "", from: "", to: "" });

export function readAddress(hash: string, articles: number): State {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  const given = new URLSearchParams(query);
  const filters = noFilters();
  for (const name of FILTERS) filters[name] = given.get(name) ?? "";
  const record = readRef(given.get("record") ?? "");
  const article = Number(given.get("article") ?? "NaN");
  return {
    view: (VIEWS as readonly string[]).includes(path) ? (path as View) : "summary",
    filters,
    article: Number.isInteger(article) && article >= 0 && article < articles ? article : null,
    record,
    pair: given.get("pair") ?? "",
  };
}

export function address(state: State, change: Partial<Omit<State, "filters">> & { filters?: Partial<Filters> } = {}): string {
  const next = { ...state, ...change, filters: { ...state.filters, ...change.filters } };
  const query = new URLSearchParams();
  for (const name of FILTERS) if (next.filters[name]) query.set(name, next.filters[name]);
  if (next.pair) query.set("pair", next.pair);
  if (next.record) query.set("record", refCode(next.record));
  else if (next.article !== null) query.set("article", String(next.article));
  const text = query.toString();
  return `#/${next.view}${text ? "?" + text : ""}`;
}
