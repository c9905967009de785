// Where each side stands on each issue: a table of stances in time, and every stance by issue.
import { h, type Child } from "../dom";
import { heading, nothing } from "../frame";
import { lazyList } from "../lazy";
import { card, linkTo } from "../record";
import { count, type Chosen } from "../select";
import { isParty, sideOf, story } from "../story";
import { dateWords, issueLanguage, sideName, t, word } from "../words";

const SIDES = 8;
const ISSUES = 14;
const STEPS = 4; // changes of stance that a cell shows, the latest ones

function dateOf(place: number): number | undefined {
  const position = story.positions[place]!;
  return position.date ?? story.articles[position.article]!.date;
}

function day(place: number): string {
  const date = dateOf(place);
  return date === undefined ? "~" : story.dates[date]![1] ?? "~";
}

export function positions(chosen: Chosen): Child[] {
  if (chosen.position.length === 0) return [...heading("positions"), nothing(story.positions.length)];
  const ordered = [...chosen.position].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a - b));
  const issues = count(ordered.map((place) => story.positions[place]!.issue)).map(([issue]) => issue);
  const sides = count(ordered.map((place) => sideOf(story.positions[place]!.actor)))
    .map(([side]) => side).filter(isParty).slice(0, SIDES);
  const cells = new Map<string, number[]>();
  for (const place of ordered) {
    const position = story.positions[place]!;
    const cell = `${position.issue}\n${sideOf(position.actor)}`;
    cells.set(cell, [...(cells.get(cell) ?? []), place]);
  }
  const rows: (string | number)[] = issues.flatMap((issue) =>
    [issue, ...ordered.filter((place) => story.positions[place]!.issue === issue)]);
  return [
    ...heading("positions"),
    h("div", { class: "scroll" }, h("table", { class: "stands" },
      h("caption", {}, t("positions.caption")),
      h("thead", {}, h("tr", {}, h("td", {}), sides.map((side) => h("th", { scope: "col" }, sideName(side))))),
      h("tbody", {}, issues.slice(0, ISSUES).map((issue) => h("tr", {},
        h("th", { scope: "row", lang: issueLanguage(issue) }, word("issue", issue)),
        sides.map((side) => h("td", {}, history(cells.get(`${issue}\n${side}`) ?? [])))))))),
    lazyList(h("ul", { class: "records" }), rows, (row) =>
      typeof row === "string" ? h("li", { class: "speaker" }, h("h3", { lang: issueLanguage(row) }, word("issue", row))) : card({ kind: "position", place: row })),
  ];
}

// The stances of one side in time; records in a row that say the same are one step, which leads to the last of them.
function history(places: number[]): Child {
  const steps: number[][] = [];
  for (const place of places) {
    const last = steps[steps.length - 1];
    const { stance, condition } = story.positions[place]!;
    const before = last && story.positions[last[last.length - 1]!]!;
    if (before && before.stance === stance && before.condition === condition) last.push(place);
    else steps.push([place]);
  }
  if (steps.length === 0) return null;
  const hidden = steps.length - STEPS;
  return [
    hidden > 0 && h("p", { class: "since" }, t("positions.more", { n: hidden })),
    h("ol", {}, steps.slice(-STEPS).map((step) => {
      const last = step[step.length - 1]!;
      const { stance, condition } = story.positions[last]!;
      return h("li", {},
        h("a", { href: linkTo({ kind: "position", place: last }), class: `stance ${stance}` },
          word("stance", stance), step.length > 1 && h("small", {}, ` (${step.length})`)),
        h("span", { class: "since" }, dateWords(dateOf(step[0]!))),
        condition && h("span", { class: "condition", lang: "fr" }, t("positions.if", { condition })));
    })),
  ];
}
