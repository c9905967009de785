// One act, several accounts; what they disagree on; and which articles are copies of which.
import { h, type Child } from "../dom";
import { heading } from "../frame";
import { lazyList } from "../lazy";
import { card, linkTo, source, typeBadge } from "../record";
import { moments, type Chosen, type Moment } from "../select";
import { address, type State } from "../state";
import { story } from "../story";
import { colon, countryName, currentLanguage, dateWords, t, word } from "../words";

export function accounts(state: State, chosen: Chosen): Child[] {
  const kept = new Set(chosen.event);
  const shared = moments(chosen.event).filter((moment) =>
    new Set(moment.tellings.map((place) => story.events[place]!.article)).size > 1);
  // What most independent origins tell comes first.
  shared.sort((a, b) => b.origins - a.origins || b.tellings.length - a.tellings.length);
  const articles = new Set(chosen.event.map((place) => story.events[place]!.article));
  const copies = story.articles.map((_, place) => place)
    .filter((place) => story.articles[place]!.origin !== place && articles.has(place));
  const differ = story.disagreements.filter((each) =>
    each.events.every((event, at) => (event === null ? articles.has(each.articles[at]!) : kept.has(event))));
  return [
    ...heading("accounts"),
    differ.length > 0 && contradictions(state, differ),
    shared.length === 0 ? h("p", { class: "nothing" }, t("accounts.none")) : lazyList(h("ol", { class: "accounts" }), shared, (moment) => account(state, moment, differ)),
    copies.length > 0 && h("section", { class: "copies" },
      h("h3", {}, t("copies.title")), h("p", { class: "says" }, t("copies.says")),
      h("ul", {}, copies.map((place) => h("li", {},
        h("a", { href: address(state, { article: place, record: null }), lang: "fr" }, story.articles[place]!.headline ?? story.articles[place]!.id),
        " (", source(place), ") ", t("copies.of"), " ",
        h("a", { href: address(state, { article: story.articles[place]!.origin, record: null }), lang: "fr" },
          story.articles[story.articles[place]!.origin]!.headline ?? story.articles[story.articles[place]!.origin]!.id),
        " (", source(story.articles[place]!.origin), ")")))),
  ];
}

// What each side tells of one meeting, side by side; what several tell comes first.
function readout(moment: Moment): Child {
  const occurrence = story.events[moment.tellings[0]!]!.occurrence;
  const found = story.readouts.find((each) => each.occurrence === occurrence);
  if (!found) return null;
  const sides = [...new Set(found.topics.flat().map(([side]) => side))].sort();
  const row = (accounts: [string, number][]): HTMLElement => h("tr", {}, sides.map((side) => h("td", {},
    found.differing.includes(found.topics.indexOf(accounts)) && side === sides[0] && h("p", { class: "why" }, t("readout.differs")),
    h("ul", { class: "records" }, accounts.filter(([of]) => of === side)
      .map(([, place]) => card({ kind: "statement", place }, { named: true }))))));
  const isShared = (topic: [string, number][]): boolean => new Set(topic.map(([side]) => side)).size > 1;
  const alone = found.topics.filter((topic) => !isShared(topic)).flat();
  return h("details", { class: "readout" },
    h("summary", {}, t("readout.title", { n: found.topics.flat().length }), colon(), sides.map(countryName).join(", ")),
    h("div", { class: "scroll" }, h("table", {},
      h("caption", {}, t("readout.says")),
      h("thead", {}, h("tr", {}, sides.map((side) => h("th", { scope: "col" }, countryName(side))))),
      h("tbody", {}, found.topics.filter(isShared).map(row), alone.length > 0 && row(alone)))));
}

type Disagreement = (typeof story.disagreements)[number];

// All pairs in one place, each side with the sentence that says it.
function contradictions(state: State, differ: Disagreement[]): HTMLElement {
  return h("section", { class: "contradictions" },
    h("h3", {}, t("contradictions.title", { n: differ.length })),
    h("p", { class: "says" }, t("contradictions.says")),
    lazyList(h("ul", {}), differ, (each) => h("li", {},
      h("p", {}, each.events[0] !== null && typeBadge(story.events[each.events[0]]!.type), " ",
        h("b", {}, t("differ.matter." + each.matter)), colon(), sides(state, each),
        h("span", { class: "why" }, each.why[currentLanguage() === "fr" ? 0 : 1])))));
}

function sides(state: State, { matter, says, events, articles }: Disagreement): Child[] {
  return says.map((said, at): Child => {
    const event = events[at]!;
    const href = event === null ? address(state, { article: articles[at]!, record: null }) : linkTo({ kind: "event", place: event });
    return [
      at > 0 && h("span", { class: "against" }, " ≠ "),
      h("a", { href, class: "open" }, saying(matter, said, event)),
      " (", source(articles[at]!), ")",
    ];
  });
}

function saying(matter: string, said: string, event: number | null): string {
  const date = event === null ? undefined : story.events[event]!.date;
  if (matter === "date" && date !== undefined && story.dates[date]![0] === said) return dateWords(date);
  return matter === "status" ? word("status", said) : said;
}

function account(state: State, moment: Moment, differ: typeof story.disagreements): HTMLElement {
  const places = new Set(moment.tellings);
  const articles = new Set(moment.tellings.map((place) => story.events[place]!.article)).size;
  const here = differ.filter(({ events }) => events.every((event) => event !== null && places.has(event)));
  return h("li", { class: "account" },
    h("p", { class: "when" }, h("time", {}, dateWords(moment.date)), " · ",
      t(moment.origins > 1 ? "told.by" : "told.once", { n: articles, origins: moment.origins })),
    here.length > 0 && h("div", { class: "differ" }, h("b", {}, t("differ.title")),
      h("ul", {}, here.map((each) => h("li", {}, t("differ.matter." + each.matter), colon(), sides(state, each))))),
    readout(moment),
    h("ul", { class: "records side" }, moment.tellings.map((place) => card({ kind: "event", place }))));
}
