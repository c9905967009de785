// The data of the dossier as depeche/dossier/payload.py writes it. Records refer to one another by place in a
// list; `spans` are starts and ends in UTF-16 units, one after the other; an absent field means nothing.

export type Kind = "statement" | "event" | "position" | "term";
export type Quad = "verbal_cooperation" | "material_cooperation" | "verbal_conflict" | "material_conflict";

export interface Actor {
  name: string;
  kind: string;
  country?: string;
  roles?: string[];
  spellings?: string[];
}

export interface Article {
  id: string;
  outlet?: string;
  agencies?: string[];
  headline?: string;
  date?: number;
  basis: string;
  reasons?: string[];
  text?: string;
  paragraphs?: [number, number, string][];
  cuts?: [number, number, string][];
  url?: string;
  author?: string;
  outletFrom?: string;
  authorFrom?: string;
  origin: number;
}

export interface Statement {
  article: number;
  speaker: number;
  mode: "direct" | "mixed" | "indirect" | "act";
  act: string;
  spans: number[];
  cue?: number[];
  via?: number[];
  channel?: string;
  addressee?: number[];
  date?: number;
}

export interface PlannedAct {
  type?: string;
  mode?: string;
  actor?: string[];
  recipient?: string[];
  date?: number;
  place?: string;
}

export interface Event {
  article: number;
  type: string;
  mode?: string;
  actor?: number[];
  recipient?: number[];
  date?: number;
  place?: string;
  point?: number;
  status: string;
  accordingTo?: string;
  about?: PlannedAct;
  spans: number[];
  occurrence: number;
}

export interface Position {
  article: number;
  actor: number;
  issue: string;
  stance: string;
  condition?: string;
  date?: number;
  spans: number[];
}

export interface Term {
  article: number;
  term: string;
  voice?: string;
  spans: number[];
}

// edtf, first day, last day, whether partial, French words, English words
export type DateRow = [string, string | null, string | null, 0 | 1, string, string];

// latitude, longitude in degrees, what the point stands for, state
export type PointRow = [number, number, "city" | "region" | "country", string];

// An area whose borders are disputed, and how it is drawn; lines are pairs of longitude and latitude.
export interface Area {
  id: string;
  name: [string, string];
  held: [string, string];
  claimed: [string, string];
  drawn: "disputed" | "dashed" | "control" | "claim";
  source: "control" | "claim" | "both" | "border";
  outline: [number, number][];
  control: [number, number][];
  claim: [number, number][];
}

export interface Story {
  title: string;
  labels: Record<string, [string, string]>;
  quads: Record<string, Quad>;
  states: Record<string, [string, string]>;
  borders: { choice: string; areas: Area[] };
  capitals: [string, number, number][];
  points: PointRow[];
  dates: DateRow[];
  actors: Actor[];
  articles: Article[];
  statements: Statement[];
  events: Event[];
  positions: Position[];
  terms: Term[];
  // Each side's account of one act: by topic, the side and its statement.
  // `differing` are the places of the topics that its sides tell differently.
  readouts: { occurrence: number; topics: [string, number][][]; differing: number[] }[];
  // An event is null where none was read in the passage.
  disagreements: {
    matter: string; events: [number | null, number | null]; articles: [number, number]; says: [string, string]; why: [string, string];
  }[];
}

// A record anywhere: its kind and its place in the list of that kind.
export interface Ref {
  kind: Kind;
  place: number;
}

const LETTERS: Record<Kind, string> = { statement: "s", event: "e", position: "p", term: "t" };

export function refCode(ref: Ref): string {
  return LETTERS[ref.kind] + ref.place;
}

export function readRef(code: string): Ref | null {
  const match = /^([sept])(\d+)$/.exec(code);
  if (!match) return null;
  const kind = (Object.keys(LETTERS) as Kind[]).find((each) => LETTERS[each] === match[1])!;
  const place = Number(match[2]);
  return place < listOf(kind).length ? { kind, place } : null;
}

export const story: Story = JSON.parse(document.getElementById("story")!.textContent!);

export function listOf(kind: Kind): (Statement | Event | Position | Term)[] {
  return kind === "statement" ? story.statements
    : kind === "event" ? story.events
    : kind === "position" ? story.positions
    : story.terms;
}

export function recordOf(ref: Ref): Statement | Event | Position | Term {
  return listOf(ref.kind)[ref.place]!;
}

// The pieces of text that a record stands on.
export function passages(record: { article: number; spans: number[] }): string[] {
  const text = story.articles[record.article]!.text ?? "";
  const pieces: string[] = [];
  for (let at = 0; at < record.spans.length; at += 2) {
    pieces.push(text.slice(record.spans[at], record.spans[at + 1]).replace(/\s+/g, " ").trim());
  }
  return pieces;
}

// Each side is a country's code, or "#" and an actor's place where the actor has no country.
export function sideOf(actor: number): string {
  return story.actors[actor]!.country ?? "#" + actor;
}

// Countries and international organisations stand in tables; collectives and people without a country do not.
export function isParty(side: string): boolean {
  return !side.startsWith("#") || story.actors[Number(side.slice(1))]!.kind === "igo";
}

export const quadOf = (event: { type: string }): Quad => story.quads[event.type] ?? "verbal_cooperation";
