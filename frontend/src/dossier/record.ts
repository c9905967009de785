// A record as a line of a list: what it says, and a link that shows its sentence in its article.
import { copyButton } from "./copy";
import { append, h, type Child } from "./dom";
import { passages, quadOf, recordOf, story, type Event, type Position, type Ref, type Statement, type Term } from "./story";
import { address, type State } from "./state";
import { colon, dateWords, issueLanguage, outletName, t, word } from "./words";

let shown: State;
export function showingState(state: State): void {
  shown = state;
}

export function linkTo(ref: Ref): string {
  return address(shown, { record: ref, article: null });
}

export function actorName(place: number): string {
  return story.actors[place]!.name;
}

export function names(places: number[] | undefined): string {
  return (places ?? []).map(actorName).join(", ");
}

export function typeBadge(type: string): HTMLElement {
  return h("span", { class: `badge ${quadOf({ type })}`, title: `${type} · ${t("quad." + quadOf({ type }))}` }, word("type", type));
}

export function statusBadge(status: string): HTMLElement | null {
  return status === "actual" ? null : h("span", { class: `status ${status}` }, word("status", status));
}

export function source(article: number): HTMLElement {
  const entry = story.articles[article]!;
  return h("span", { class: "source" },
    h("cite", { lang: "fr" }, outletName(entry.outlet)), entry.date !== undefined && `, ${dateWords(entry.date)}`);
}

export function partial(date: number | undefined): HTMLElement | null {
  return date !== undefined && story.dates[date]![3] ? h("span", { class: "partial" }, t("date.partial")) : null;
}

function marked(ref: Ref): string {
  return shown.record && shown.record.kind === ref.kind && shown.record.place === ref.place ? " current" : "";
}

export function card(ref: Ref, { named = false } = {}): HTMLElement {
  const body: Child = ref.kind === "statement" ? statementLines(recordOf(ref) as Statement, ref, named)
    : ref.kind === "event" ? eventLines(recordOf(ref) as Event, ref)
    : ref.kind === "position" ? positionLines(recordOf(ref) as Position, ref)
    : termLines(recordOf(ref) as Term, ref);
  return h("li", { class: `record ${ref.kind}${marked(ref)}`, "data-ref": ref.kind + ref.place }, body);
}

function link(ref: Ref, attributes: Record<string, string>, ...children: Child[]): HTMLElement {
  return h("a", { ...attributes, href: linkTo(ref), class: "open" + (attributes.class ? " " + attributes.class : "") }, children);
}

export function saying(record: Statement): Child {
  const pieces = passages(record);
  if (record.mode === "direct" || record.mode === "mixed") {
    const text = pieces.join(" […] ");
    // A quotation that is built into a sentence keeps the marks it was printed with.
    return record.mode === "direct" ? h("q", {}, text) : text;
  }
  return pieces.join(" […] ");
}

function statementLines(record: Statement, ref: Ref, named: boolean): Child[] {
  const aside: Child[] = [named && h("b", { lang: "fr" }, actorName(record.speaker)), h("span", { class: "act" }, word("act", record.act))];
  if (record.addressee) aside.push(h("span", {}, arrow(), names(record.addressee)));
  if (record.via) aside.push(h("span", {}, `${t("field.via").toLowerCase()} ${names(record.via)}`));
  if (record.channel) aside.push(h("span", { lang: "fr" }, record.channel));
  aside.push(h("span", { class: "mode" }, t("said." + record.mode)), source(record.article), copyButton(ref));
  return [
    h("p", { class: `words ${record.mode}` }, link(ref, { lang: "fr" }, saying(record))),
    h("p", { class: "aside" }, aside),
  ];
}

function arrow(): HTMLElement {
  return h("span", { class: "arrow" }, h("span", { "aria-hidden": "true" }, "→ "), h("span", { class: "unseen" }, t("sides.towards") + " "));
}

export function dyadWords(record: Event): Child[] {
  const whom = record.recipient
    ? [" ", arrow(), names(record.recipient)]
    : [];
  return [names(record.actor), ...whom];
}

function eventLines(record: Event, ref: Ref): Child[] {
  const aside: Child[] = [];
  if (record.mode) aside.push(h("span", {}, word("mode", record.mode)));
  if (record.place) aside.push(h("span", { lang: "fr" }, record.place));
  if (record.accordingTo) aside.push(h("span", {}, `${t("field.according_to").toLowerCase()} ${record.accordingTo}`));
  aside.push(source(record.article));
  return [
    h("p", { class: "who" }, typeBadge(record.type), " ", link(ref, { lang: "fr" }, dyadWords(record)), " ", statusBadge(record.status)),
    h("p", { class: "evidence", lang: "fr" }, passages(record).join(" […] ")),
    h("p", { class: "aside" }, aside),
  ];
}

function positionLines(record: Position, ref: Ref): Child[] {
  return [
    h("p", { class: "who" }, link(ref, { lang: "fr" }, actorName(record.actor)), " ",
      h("span", { class: `stance ${record.stance}` }, word("stance", record.stance)), " ",
      h("span", { lang: issueLanguage(record.issue) }, word("issue", record.issue))),
    record.condition && h("p", { class: "evidence", lang: "fr" }, t("field.condition") + colon() + record.condition),
    h("p", { class: "evidence", lang: "fr" }, passages(record).join(" […] ")),
    h("p", { class: "aside" }, h("span", {}, dateWords(record.date ?? story.articles[record.article]!.date)), source(record.article)),
  ];
}

function termLines(record: Term, ref: Ref): Child[] {
  const text = story.articles[record.article]!.text ?? "";
  const [start = 0, end = 0] = record.spans;
  const before = text.slice(Math.max(0, start - 70), start).replace(/^\S*\s/, "").replace(/\s+/g, " ");
  const after = text.slice(end, end + 70).replace(/\s\S*$/, "").replace(/\s+/g, " ");
  return [
    h("p", { class: "evidence", lang: "fr" }, "… ", before, link(ref, { class: "term" }, text.slice(start, end)), after, " …"),
    h("p", { class: "aside" }, h("span", {}, record.voice ?? t("voice.outlet")), source(record.article)),
  ];
}

// Everything a record holds, field by field, for the head of the open article.
export function fields(ref: Ref): HTMLElement {
  const rows: [string, Child][] = [];
  const add = (key: string, value: Child): void => {
    if (value) rows.push([t(key), value]);
  };
  if (ref.kind === "statement") {
    const record = recordOf(ref) as Statement;
    add("field.speaker", names([record.speaker]));
    add("field.act", word("act", record.act));
    add("field.form", t("said." + record.mode));
    add("field.addressee", names(record.addressee));
    add("field.via", names(record.via));
    add("field.channel", record.channel);
  } else if (ref.kind === "event") {
    const record = recordOf(ref) as Event;
    add("filter.type", typeBadge(record.type));
    add("field.who", names(record.actor));
    add("field.whom", names(record.recipient));
    add("field.mode", record.mode && word("mode", record.mode));
    add("field.date", [dateWords(record.date), " ", partial(record.date)]);
    add("field.place", record.place);
    add("field.status", word("status", record.status));
    add("field.according_to", record.accordingTo);
    add("field.about", planned(record));
  } else if (ref.kind === "position") {
    const record = recordOf(ref) as Position;
    add("field.who", actorName(record.actor));
    add("field.issue", word("issue", record.issue));
    add("record.position", word("stance", record.stance));
    add("field.condition", record.condition);
    add("field.date", record.date === undefined ? "" : dateWords(record.date));
  } else {
    const record = recordOf(ref) as Term;
    add("record.term", record.term);
    add("field.voice", record.voice ?? t("voice.outlet"));
  }
  const list = h("dl", { class: "fields" });
  for (const [name, value] of rows) append(list, [h("div", {}, h("dt", {}, name), h("dd", {}, value))]);
  return list;
}

function planned(record: Event): string {
  const about = record.about;
  if (!about) return "";
  const parts = [
    about.type && word("type", about.type),
    about.mode && word("mode", about.mode),
    [about.actor?.map(sideWords).join(", "), about.recipient?.map(sideWords).join(", ")].filter(Boolean).join(" → "),
    about.place,
    about.date === undefined ? "" : dateWords(about.date),
  ];
  return parts.filter(Boolean).join(", ");
}

function sideWords(side: string): string {
  return story.states[side]?.[0] ?? side;
}

