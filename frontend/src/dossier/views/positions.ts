// Where each side stands on each issue: a table of the latest stances, and every stance by issue.
import { h, type Child } from "../dom";
import { heading, nothing } from "../frame";
import { lazyList } from "../lazy";
import { card, linkTo } from "../record";
import { count, type Chosen } from "../select";
import { isParty, sideOf, story } from "../story";
import { sideName, t, word } from "../words";

const SIDES = 8;
const ISSUES = 14;

function day(place: number): string {
  const position = story.positions[place]!;
  const date = position.date ?? story.articles[position.article]!.date;
  return date === undefined ? "~" : story.dates[date]![1] ?? "~";
}

export function positions(chosen: Chosen): Child[] {
  if (chosen.position.length === 0) return [...heading("positions"), nothing(story.positions.length)];
  const ordered = [...chosen.position].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a - b));
  const issues = count(ordered.map((place) => story.positions[place]!.issue)).map(([issue]) => issue);
  const sides = count(ordered.map((place) => sideOf(story.positions[place]!.actor)))
    .map(([side]) => side).filter(isParty).slice(0, SIDES);
  const rows: (string | number)[] = issues.flatMap((issue) =>
    [issue, ...ordered.filter((place) => story.positions[place]!.issue === issue)]);
  return [
    ...heading("positions"),
    h("div", { class: "scroll" }, h("table", { class: "stands" },
      h("caption", {}, t("positions.caption")),
      h("thead", {}, h("tr", {}, h("td", {}), sides.map((side) => h("th", { scope: "col" }, sideName(side))))),
      h("tbody", {}, issues.slice(0, ISSUES).map((issue) => h("tr", {},
        h("th", { scope: "row", lang: "fr" }, issue),
        sides.map((side) => h("td", {}, latest(ordered, issue, side)))))))),
    lazyList(h("ul", { class: "records" }), rows, (row) =>
      typeof row === "string" ? h("li", { class: "speaker" }, h("h3", { lang: "fr" }, row)) : card({ kind: "position", place: row })),
  ];
}

function latest(ordered: number[], issue: string, side: string): Child {
  const places = ordered.filter((place) => {
    const position = story.positions[place]!;
    return position.issue === issue && sideOf(position.actor) === side;
  });
  const last = places[places.length - 1];
  if (last === undefined) return null;
  const stance = story.positions[last]!.stance;
  const before = places.map((place) => story.positions[place]!.stance).filter((each) => each !== stance).pop();
  return h("a", { href: linkTo({ kind: "position", place: last }), class: `stance ${stance}` },
    word("stance", stance), places.length > 1 && h("small", {}, ` (${places.length})`),
    before && h("small", { class: "before" }, t("positions.before", { stance: word("stance", before) })));
}
