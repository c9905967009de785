// The articles that were read, from the oldest to the latest.
import { h, type Child } from "../dom";
import { heading, nothing } from "../frame";
import { lazyList } from "../lazy";
import { source } from "../record";
import type { Chosen } from "../select";
import { address, type State } from "../state";
import { listOf, story, type Kind } from "../story";
import { t, word } from "../words";

const KINDS: Kind[] = ["statement", "event", "position", "term"];
let counts: number[] = [];

// How many records an article has; counted for all articles on first use.
function recordsIn(article: number): number {
  if (counts.length === 0) {
    counts = story.articles.map(() => 0);
    for (const kind of KINDS) for (const record of listOf(kind)) counts[record.article]!++;
  }
  return counts[article]!;
}

export function articles(state: State, chosen: Chosen): Child[] {
  const filtered = Object.values(state.filters).some((value) => value !== "");
  const kept = new Set([
    ...chosen.statement.map((each) => story.statements[each]!.article),
    ...chosen.event.map((each) => story.events[each]!.article),
    ...chosen.position.map((each) => story.positions[each]!.article),
    ...chosen.term.map((each) => story.terms[each]!.article),
  ]);
  const places = [...story.articles.keys()].filter((place) => !filtered || kept.has(place));
  if (places.length === 0) return [...heading("articles"), nothing(story.articles.length)];
  return [...heading("articles"), lazyList(h("ol", { class: "records articles" }), places, (place) => row(state, place))];
}

function row(state: State, place: number): HTMLElement {
  const article = story.articles[place]!;
  const origin = story.articles[article.origin]!;
  return h("li", { class: "record article" },
    h("p", { class: "words" }, h("a", { class: "open", lang: "fr", href: address(state, { article: place, record: null }) },
      article.headline ?? t("article.untitled"))),
    h("p", { class: "aside" }, source(place), h("span", {}, word("basis", article.basis)),
      article.agencies && h("span", { lang: "fr" }, article.agencies.join(", ")),
      h("span", {}, t("positions.records", { n: recordsIn(place) })),
      article.origin !== place && h("span", { class: "copy" }, `${t("copies.of")} `, h("cite", { lang: "fr" }, origin.outlet ?? origin.id))));
}
