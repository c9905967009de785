// The persons, states and organisations, with how often they speak, act and are acted upon.
import { h, type Child } from "../dom";
import { heading, nothing } from "../frame";
import { lazyList } from "../lazy";
import type { Chosen } from "../select";
import { address, type State } from "../state";
import { story } from "../story";
import { countryName, number, t, word } from "../words";

interface Line {
  actor: number;
  says: number;
  does: number;
  gets: number;
}

export function actors(state: State, chosen: Chosen): Child[] {
  const lines = new Map<number, Line>();
  const line = (actor: number): Line => {
    let found = lines.get(actor);
    if (!found) lines.set(actor, (found = { actor, says: 0, does: 0, gets: 0 }));
    return found;
  };
  for (const place of chosen.statement) line(story.statements[place]!.speaker).says++;
  for (const place of chosen.position) line(story.positions[place]!.actor);
  for (const place of chosen.event) {
    for (const actor of story.events[place]!.actor ?? []) line(actor).does++;
    for (const actor of story.events[place]!.recipient ?? []) line(actor).gets++;
  }
  const sorted = [...lines.values()].sort((a, b) => b.says + b.does + b.gets - (a.says + a.does + a.gets) || a.actor - b.actor);
  if (sorted.length === 0) return [...heading("actors"), nothing(story.actors.length)];
  const body = h("tbody");
  const columns = ["name", "country", "kind", "cites", "does", "gets"];
  return [...heading("actors"), h("div", { class: "scroll" },
    lazyTable(h("table", { class: "actors" }, h("thead", {}, h("tr", {},
      columns.map((name) => h("th", { scope: "col" }, t("field." + name))))), body), body, sorted, (entry) => row(state, entry)))];
}

function lazyTable(table: HTMLElement, body: HTMLElement, lines: Line[], make: (line: Line) => Node): HTMLElement {
  const holder = lazyList(body, lines, make);
  holder.prepend(table);
  table.append(body);
  return holder;
}

function row(state: State, entry: Line): HTMLElement {
  const actor = story.actors[entry.actor]!;
  const filters = { actor: String(entry.actor) };
  const to = (view: "statements" | "events", n: number): Child =>
    n > 0 ? h("a", { href: address(state, { view, filters, record: null, article: null, pair: "" }) }, number(n)) : "–";
  return h("tr", {},
    h("th", { scope: "row", lang: "fr" }, actor.name,
      actor.spellings && h("span", { class: "also" }, actor.spellings.join(", ")),
      actor.roles && h("span", { class: "roles" }, actor.roles.slice(0, 3).join(" ; "))),
    h("td", {}, actor.country
      ? h("a", { href: address(state, { filters: { country: actor.country }, record: null }) }, countryName(actor.country))
      : "–"),
    h("td", {}, word("kind", actor.kind)),
    h("td", { class: "n" }, to("statements", entry.says)),
    h("td", { class: "n" }, to("events", entry.does)),
    h("td", { class: "n" }, to("events", entry.gets)));
}
