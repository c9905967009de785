// The open article: its text with every record marked at its place, and the one that was asked for.
import { copyButton } from "./copy";
import { append, clear, h, held, type Child } from "./dom";
import { fields, linkTo } from "./record";
import { listOf, refCode, story, type Article, type Kind, type Ref } from "./story";
import { address, type State } from "./state";
import { colon, currentLanguage, dateWords, outletName, t, word } from "./words";

interface Mark {
  start: number;
  end: number;
  ref: Ref;
  cue: boolean;
}

const KINDS: Kind[] = ["statement", "event", "position", "term"];
const marksOf = new Map<number, Mark[]>();
let cutsShown = false;
let opener: HTMLElement | null = null;

export function rememberOpener(element: HTMLElement | null): void {
  opener = element;
}

// All marks of an article in the order of its text; built for all articles on first use.
function marks(article: number): Mark[] {
  if (marksOf.size === 0) {
    for (const kind of KINDS) {
      listOf(kind).forEach((record, place) => {
        const list = marksOf.get(record.article) ?? [];
        marksOf.set(record.article, list);
        for (let at = 0; at < record.spans.length; at += 2) {
          list.push({ start: record.spans[at]!, end: record.spans[at + 1]!, ref: { kind, place }, cue: false });
        }
        const cue = "cue" in record ? record.cue : undefined;
        if (cue) list.push({ start: cue[0]!, end: cue[1]!, ref: { kind, place }, cue: true });
      });
    }
    for (const list of marksOf.values()) list.sort((a, b) => a.start - b.start || b.end - a.end);
  }
  return marksOf.get(article) ?? [];
}

export function recordsOf(article: number): Ref[] {
  const seen = new Map<string, Ref>();
  for (const mark of marks(article)) if (!mark.cue) seen.set(refCode(mark.ref), mark.ref);
  return [...seen.values()];
}

export function renderReader(pane: HTMLElement, state: State): void {
  const place = state.record ? listOf(state.record.kind)[state.record.place]!.article : state.article;
  clear(pane);
  document.body.classList.toggle("reading", place !== null);
  if (place === null) {
    pane.append(h("p", { class: "empty" }, t("reader.empty")));
    return;
  }
  const article = story.articles[place]!;
  append(pane, [
    bar(state, place),
    h("header", {},
      h("p", { class: "origin" }, h("cite", { lang: "fr" }, outletName(article.outlet)),
        article.date !== undefined && ` · ${dateWords(article.date)}`,
        h("span", { class: "basis", title: (article.reasons ?? []).join(" ; ") }, t("basis." + article.basis))),
      h("h2", { lang: "fr", tabindex: -1 }, headline(place, state.record)),
      h("p", { class: "byline" }, byline(article, place))),
    h("div", { class: "text" + (cutsShown ? " whole" : ""), lang: "fr" }, body(place, state.record)),
    h("p", { class: "legend" }, h("span", {}, t("reader.legend"), colon()),
      KINDS.map((kind) => [h("mark", { class: kind }, t("legend." + kind)), " "])),
    (article.cuts ?? []).length > 0 && h("button", {
      type: "button", class: "cuts", "aria-pressed": cutsShown,
      onclick: () => { cutsShown = !cutsShown; renderReader(pane, state); },
    }, t(cutsShown ? "reader.cuts.hide" : "reader.cuts.show")),
    state.record && recordList(place, state.record),
  ]);
  if (state.record) annotate(pane, state.record);
  reveal(pane);
}

// The record's fields stand like a note in the margin, under the paragraph that it was read from.
function annotate(pane: HTMLElement, record: Ref): void {
  const marked = pane.querySelectorAll("mark.on");
  const last = marked[marked.length - 1]?.closest(".text > *");
  const note = h("aside", { class: `note ${record.kind}`, lang: currentLanguage() },
    h("h3", {}, t("record." + record.kind), copyButton(record)), fields(record));
  if (last) last.after(note);
  else pane.querySelector(".text")!.before(note);
}

function byline(article: Article, place: number): Child[] {
  const parts: Child[] = [];
  if (article.outletFrom) parts.push(found("reader.outlet.from", article.outletFrom));
  if (article.author) parts.push(h("span", {}, `${t("reader.by")} ${article.author}`));
  if (article.authorFrom) parts.push(found("reader.author.from", article.authorFrom));
  if (article.agencies) parts.push(h("span", {}, t("reader.agencies") + colon() + article.agencies.join(", ")));
  if (article.origin !== place) {
    const origin = story.articles[article.origin]!;
    parts.push(h("span", {}, `${t("copies.of")} `,
      h("cite", { lang: "fr" }, outletName(origin.outlet)), ` (${dateWords(origin.date)})`));
  }
  if (article.url) parts.push(h("a", { href: article.url, rel: "noreferrer noopener", target: "_blank" }, t("reader.source")));
  parts.push(h("code", {}, article.id));
  return parts;
}

// Where something that is known of an article was found, as the reading names it.
function found(key: string, where: string): HTMLElement {
  const words = word("from", where);
  return h("span", { class: "found" }, t(key) + colon(), words === where ? h("span", { lang: "en" }, where) : words);
}

function bar(state: State, article: number): HTMLElement {
  const refs = recordsOf(article);
  const at = state.record ? refs.findIndex((ref) => refCode(ref) === refCode(state.record!)) : -1;
  const step = (to: number, key: string, sign: string): HTMLElement =>
    refs[to]
      ? h("a", { href: linkTo(refs[to]!), class: "step", "aria-label": t(key), title: t(key) }, sign)
      : h("span", { class: "step", "aria-hidden": "true" }, sign);
  return h("div", { class: "bar" },
    step(at - 1, "reader.previous", "←"),
    h("span", { class: "place" }, at >= 0 ? t("reader.place", { i: at + 1, n: refs.length }) : t("positions.records", { n: refs.length })),
    step(at + 1, "reader.next", "→"),
    h("a", { href: address(state, { record: null, article: null }), class: "close", "aria-label": t("reader.close"), title: t("reader.close") }, "×"));
}

function recordList(article: number, record: Ref): HTMLElement {
  const refs = recordsOf(article);
  return h("details", { class: "others" },
    h("summary", {}, `${t("reader.records")} (${refs.length})`),
    h("ul", {}, refs.map((ref) => h("li", {},
      h("a", { href: linkTo(ref), "aria-current": refCode(ref) === refCode(record) ? "true" : null }, summaryOf(ref))))));
}

function summaryOf(ref: Ref): Child[] {
  const record = listOf(ref.kind)[ref.place]!;
  const text = (story.articles[record.article]!.text ?? "").slice(record.spans[0], record.spans[1]).replace(/\s+/g, " ");
  const kind = ref.kind === "event" && "type" in record ? word("type", record.type) : t("record." + ref.kind);
  return [h("b", {}, kind), " ", h("span", { lang: "fr" }, text.length > 90 ? text.slice(0, 88) + "…" : text)];
}

// The title as it stands in the text, with its marks; the text below then leaves it out.
function titleAt(article: Article): [number, number, string] | undefined {
  const first = article.paragraphs?.[0];
  if (!first || first[2] !== "headline" || !article.headline) return undefined;
  return (article.text ?? "").slice(first[0], first[1]).trim() === article.headline.trim() ? first : undefined;
}

function headline(place: number, record: Ref | null): Child[] {
  const article = story.articles[place]!;
  const title = titleAt(article);
  return title ? segments(place, title[0], title[1], record) : [article.headline ?? t("article.untitled")];
}

// The text: paragraphs as they were read; what was cut stands between them, shown on request.
function body(place: number, record: Ref | null): Node[] {
  const article = story.articles[place]!;
  const text = article.text ?? "";
  const paragraphs = [...(article.paragraphs ?? [])].sort((a, b) => a[0] - b[0]);
  const title = titleAt(article);
  const nodes: Node[] = [];
  let at = 0;
  // A record in the cut text (a caption, say) must be visible too.
  const needed = (start: number, end: number): boolean =>
    record !== null && marks(place).some((mark) => mark.ref.kind === record.kind && mark.ref.place === record.place && mark.start < end && mark.end > start);
  const between = (end: number): void => {
    const rest = text.slice(at, end);
    if (rest.trim()) {
      nodes.push(h("div", { class: needed(at, end) ? "cut needed" : "cut" }, segments(place, at, end, record)));
    }
    at = Math.max(at, end);
  };
  for (const [start, end, kind] of paragraphs) {
    if (start < at) continue;
    between(start);
    if (start !== title?.[0]) nodes.push(h("p", { class: kind }, segments(place, start, end, record)));
    at = end;
  }
  if (paragraphs.length === 0) return [h("p", { class: "body" }, segments(place, 0, text.length, record))];
  between(text.length);
  return nodes;
}

// A stretch of text cut at every bound of a mark, so that overlapping records each keep their own colour.
function segments(place: number, start: number, end: number, record: Ref | null): Child[] {
  const text = held(story.articles[place]!.text ?? "");
  const here = marks(place).filter((mark) => mark.start < end && mark.end > start);
  const bounds = [...new Set([start, end, ...here.flatMap((mark) => [Math.max(start, mark.start), Math.min(end, mark.end)])])].sort((a, b) => a - b);
  return bounds.slice(0, -1).map((from, index): Child => {
    const to = bounds[index + 1]!;
    const over = here.filter((mark) => mark.start < to && mark.end > from);
    const piece = text.slice(from, to);
    if (over.length === 0) return piece;
    const on = record && over.some((mark) => refCode(mark.ref) === refCode(record));
    const classes = new Set<string>(over.map((mark) => (mark.cue ? "cue" : mark.ref.kind)));
    if (on) classes.add(over.some((mark) => refCode(mark.ref) === refCode(record) && !mark.cue) ? "on" : "on-cue");
    return h("mark", { class: [...classes].join(" "), onclick: () => { location.hash = linkTo(nextOf(over, record)); } }, piece);
  });
}

// A click goes to the shortest record at its place, a further click to the next one.
function nextOf(over: Mark[], record: Ref | null): Ref {
  const refs = [...over].sort((a, b) => a.end - a.start - (b.end - b.start)).map((mark) => mark.ref);
  const at = record ? refs.findIndex((ref) => refCode(ref) === refCode(record)) : -1;
  return refs[(at + 1) % refs.length]!;
}

function reveal(pane: HTMLElement): void {
  const mark = pane.querySelector<HTMLElement>("mark.on");
  pane.scrollTop = 0;
  if (!mark) return;
  const above = mark.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  pane.scrollTop = Math.max(0, above - pane.clientHeight / 2.4);
}

export function focusReader(pane: HTMLElement): void {
  pane.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
}

export function returnFocus(): void {
  if (opener && document.contains(opener)) opener.focus();
  opener = null;
}
