// Who says what: statements by speaker.
import { h, type Child } from "../dom";
import { heading, nothing } from "../frame";
import { lazyList } from "../lazy";
import { card } from "../record";
import type { Chosen } from "../select";
import { story } from "../story";
import { countryName, t, word } from "../words";

type Row = { speaker: number; statements: number[] } | { statement: number };

export function statements(chosen: Chosen): Child[] {
  const said = new Map<number, number[]>();
  for (const place of chosen.statement) {
    const speaker = story.statements[place]!.speaker;
    const list = said.get(speaker);
    if (list) list.push(place);
    else said.set(speaker, [place]);
  }
  // Actors are ordered by name already, so the sort keeps names in order among equals.
  const speakers = [...said].sort(([a, one], [b, two]) => two.length - one.length || a - b);
  if (speakers.length === 0) return [...heading("statements"), nothing(story.statements.length)];
  const rows = speakers.flatMap(([speaker, places]): Row[] =>
    [{ speaker, statements: places }, ...places.map((statement) => ({ statement }))]);
  const list = h("ul", { class: "records quotes" });
  return [...heading("statements"), lazyList(list, rows, (row) =>
    "speaker" in row ? speakerRow(row.speaker, row.statements) : card({ kind: "statement", place: row.statement }))];
}

function speakerRow(place: number, places: number[]): HTMLElement {
  const actor = story.actors[place]!;
  const articles = new Set(places.map((each) => story.statements[each]!.article)).size;
  const about = [actor.country ? countryName(actor.country) : word("kind", actor.kind)];
  return h("li", { class: "speaker" },
    h("h3", { lang: "fr" }, actor.name),
    h("p", { class: "aside" },
      h("span", {}, about.join(", ")),
      actor.roles && h("span", { lang: "fr" }, actor.roles.slice(0, 3).join(" ; ")),
      h("span", {}, t("list.statements", { n: places.length, articles }))));
}
