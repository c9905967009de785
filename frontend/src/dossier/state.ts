// What is shown: kept in the address, so that a view with its filters can be marked, sent and gone back to.
import { readRef, refCode, story, type Ref } from "./story";

export const VIEWS = [
  "summary", "timeline", "statements", "events", "actors", "positions", "terms", "accounts", "map", "articles",
] as const;
export type View = (typeof VIEWS)[number];

export interface Filters {
  q: string;
  actor: string;
  country: string;
  type: string;
  status: string;
  issue: string;
  outlet: string;
  from: string;
  to: string;
}
export type FilterName = keyof Filters;
export const FILTERS: FilterName[] = ["q", "actor", "country", "type", "status", "issue", "outlet", "from", "to"];

export interface State {
  view: View;
  filters: Filters;
  // The open article, and the record in it that is shown.
  article: number | null;
  record: Ref | null;
  // A choice inside a view: a pair of countries in the matrix, or a point on the map.
  pair: string;
  point: number | null;
}

export const noFilters = (): Filters => ({
  q: "", actor: "", country: "", type: "", status: "", issue: "", outlet: "", from: "", to: "",
});

// A place in a list of this length, or null for what is none.
function listed(given: string | null, length: number): number | null {
  const place = Number(given ?? "NaN");
  return Number.isInteger(place) && place >= 0 && place < length ? place : null;
}

export function readAddress(hash: string): State {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  const given = new URLSearchParams(query);
  const filters = noFilters();
  for (const name of FILTERS) filters[name] = given.get(name) ?? "";
  const record = readRef(given.get("record") ?? "");
  return {
    view: (VIEWS as readonly string[]).includes(path) ? (path as View) : "summary",
    filters,
    article: listed(given.get("article"), story.articles.length),
    record,
    pair: given.get("pair") ?? "",
    point: listed(given.get("point"), story.points.length),
  };
}

export function address(state: State, change: Partial<Omit<State, "filters">> & { filters?: Partial<Filters> } = {}): string {
  const next = { ...state, ...change, filters: { ...state.filters, ...change.filters } };
  const query = new URLSearchParams();
  for (const name of FILTERS) if (next.filters[name]) query.set(name, next.filters[name]);
  if (next.pair) query.set("pair", next.pair);
  if (next.point !== null) query.set("point", String(next.point));
  if (next.record) query.set("record", refCode(next.record));
  else if (next.article !== null) query.set("article", String(next.article));
  const text = query.toString();
  return `#/${next.view}${text ? "?" + text : ""}`;
}
