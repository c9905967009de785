// The records that the filters keep: the same rules as depeche/views/narrow.py.
import { listOf, passages, story, type Event, type Kind } from "./story";
import type { Filters } from "./state";
import { fold } from "./words";

export interface Chosen {
  statement: number[];
  event: number[];
  position: number[];
  term: number[];
}

const folded = new Map<string, string>();

export function choose(filters: Filters): Chosen {
  const actor = filters.actor === "" ? null : Number(filters.actor);
  const words = fold(filters.q.trim());
  const dated = filters.from !== "" || filters.to !== "";

  const named = (...actors: number[]): boolean =>
    (actor === null || actors.includes(actor)) &&
    (filters.country === "" || actors.some((each) => story.actors[each]!.country === filters.country));
  const about = passagesAbout(filters.issue);
  const then = (place: number | undefined): boolean => {
    if (!dated) return true;
    if (place === undefined) return false;
    const [, first, last] = story.dates[place]!;
    if (first === null && last === null) return false;
    return (filters.from === "" || (last ?? "9999") >= filters.from) &&
      (filters.to === "" || (first ?? "0000") <= filters.to);
  };
  const printed = (kind: Kind, place: number, record: { article: number; spans: number[] }): boolean =>
    (filters.outlet === "" || story.articles[record.article]!.outlet === filters.outlet) &&
    (filters.issue === "" || meet(record.spans, about.get(record.article) ?? [])) &&
    (words === "" || passage(kind, place, record).includes(words));

  function keep<T extends { article: number; spans: number[] }>(
    kind: Kind, records: T[], wanted: (record: T) => boolean,
  ): number[] {
    const kept: number[] = [];
    records.forEach((record, place) => {
      if (wanted(record) && printed(kind, place, record)) kept.push(place);
    });
    return kept;
  }

  return {
    statement: keep("statement", story.statements, (each) => named(each.speaker) && then(each.date)),
    event: keep("event", story.events, (each) =>
      (filters.type === "" || each.type === filters.type) &&
      (filters.status === "" || each.status === filters.status) &&
      named(...(each.actor ?? []), ...(each.recipient ?? [])) && then(each.date)),
    position: keep("position", story.positions, (each) =>
      (filters.issue === "" || each.issue === filters.issue) &&
      named(each.actor) && then(each.date ?? story.articles[each.article]!.date)),
    term: keep("term", story.terms, (each) =>
      actor === null && filters.country === "" && then(story.articles[each.article]!.date)),
  };
}

// The passages of each article that bear a position on an issue.
function passagesAbout(issue: string): Map<number, number[]> {
  const found = new Map<number, number[]>();
  if (issue === "") return found;
  for (const { issue: on, article, spans } of story.positions) {
    if (on === issue) found.set(article, [...(found.get(article) ?? []), ...spans]);
  }
  return found;
}

// Whether some of these spans share a character with some of the others.
function meet(spans: number[], others: number[]): boolean {
  for (let one = 0; one < spans.length; one += 2) {
    for (let two = 0; two < others.length; two += 2) {
      if (spans[one]! < others[two + 1]! && others[two]! < spans[one + 1]!) return true;
    }
  }
  return false;
}

// Makes passages ready to be searched while nothing else is to do, so that the first word typed finds them so.
export function prepareSearch(): void {
  const waiting: (() => void)[] = (["statement", "event", "position", "term"] as Kind[]).flatMap((kind) =>
    listOf(kind).map((record, place) => () => void passage(kind, place, record)));
  const idle = window.requestIdleCallback ?? ((act: (left: { timeRemaining(): number }) => void) => setTimeout(() => act({ timeRemaining: () => 5 }), 50));
  const some = (left: { timeRemaining(): number }): void => {
    for (let done = 0; waiting.length > 0 && (done < 50 || left.timeRemaining() > 2); done++) waiting.pop()!();
    if (waiting.length > 0) idle(some);
  };
  idle(some);
}

function passage(kind: Kind, place: number, record: { article: number; spans: number[] }): string {
  const key = kind + place;
  let text = folded.get(key);
  if (text === undefined) folded.set(key, (text = fold(passages(record).join(" "))));
  return text;
}

// One act in the timeline: its tellings, the fullest first, its date, and its independent origins.
export interface Moment {
  tellings: number[];
  date: number | undefined;
  origins: number;
}

// The same rules as depeche/views/timeline.py.
export function moments(events: number[]): Moment[] {
  const told = new Map<number, number[]>();
  for (const place of events) {
    const key = story.events[place]!.occurrence;
    const list = told.get(key);
    if (list) list.push(place);
    else told.set(key, [place]);
  }
  const found = [...told.values()].map((places): Moment => {
    const tellings = places.sort((a, b) => fullness(story.events[b]!) - fullness(story.events[a]!) || a - b);
    const dated = tellings.find((each) => story.events[each]!.date !== undefined);
    return {
      tellings,
      date: dated === undefined ? undefined : story.events[dated]!.date,
      origins: new Set(places.map((each) => story.articles[story.events[each]!.article]!.origin)).size,
    };
  });
  return found
    .map((moment): [string, Moment] => [sortKey(moment.date), moment])
    .sort(([a, one], [b, two]) => (a < b ? -1 : a > b ? 1 : one.tellings[0]! - two.tellings[0]!))
    .map(([, moment]) => moment);
}

function sortKey(date: number | undefined): string {
  const row = date === undefined ? undefined : story.dates[date];
  return row?.[1] ? `${row[1]} ${row[2] ?? ""}` : "~";
}

function fullness(event: Event): number {
  const day = event.date === undefined ? 0 : story.dates[event.date]![3] ? 1 : 2;
  return Number(!!event.actor) + Number(!!event.recipient) + day + Number(event.place !== undefined);
}

// How many acts, articles and independent origins stand behind tellings: copies of one dispatch count once.
export function weigh(events: number[]): { acts: number; articles: number; origins: number } {
  const articles = new Set(events.map((place) => story.events[place]!.article));
  return {
    acts: new Set(events.map((place) => story.events[place]!.occurrence)).size,
    articles: articles.size,
    origins: new Set([...articles].map((place) => story.articles[place]!.origin)).size,
  };
}

// How often each key occurs, the most frequent first, then in the order met.
export function count<K>(keys: Iterable<K>): [K, number][] {
  const counts = new Map<K, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
