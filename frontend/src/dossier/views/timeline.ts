// What happened when: one line for each act, however many articles tell it.
import { h, type Child } from "../dom";
import { heading, nothing } from "../frame";
import { lazyList } from "../lazy";
import { card, partial } from "../record";
import { moments, type Chosen, type Moment } from "../select";
import { story } from "../story";
import { dateWords, monthWords, t } from "../words";

type Row = { month: string } | { moment: Moment };

export function timeline(chosen: Chosen): Child[] {
  const rows: Row[] = [];
  let month = "";
  for (const moment of moments(chosen.event)) {
    const here = monthOf(moment.date);
    if (here !== month) rows.push({ month: here });
    month = here;
    rows.push({ moment });
  }
  if (rows.length === 0) return [...heading("timeline"), nothing(story.events.length)];
  const list = h("ol", { class: "timeline" });
  return [...heading("timeline"), lazyList(list, rows, (row) => "month" in row ? monthRow(row.month) : momentRow(row.moment))];
}

// A month, a year where the month is unknown, or "" where the date is.
function monthOf(date: number | undefined): string {
  const row = date === undefined ? undefined : story.dates[date]!;
  if (!row?.[1]) return row ? "?" : "-";
  return row[2]?.slice(0, 7) === row[1].slice(0, 7) || row[0].includes("/") ? row[1].slice(0, 7) : row[1].slice(0, 4);
}

function monthRow(month: string): HTMLElement {
  const words = month === "-" ? t("date.none") : month === "?" ? t("date.year.unknown")
    : month.length === 4 ? month : monthWords(month);
  return h("li", { class: "month" }, h("h3", {}, words));
}

function momentRow(moment: Moment): HTMLElement {
  const main = moment.tellings[0]!;
  const event = story.events[main]!;
  const known = moment.date === undefined ? "unknown" : story.dates[moment.date]![3] ? "part" : "day";
  const articles = new Set(moment.tellings.map((each) => story.events[each]!.article)).size;
  return h("li", { class: `moment ${known} ${event.status}` },
    h("p", { class: "when" }, h("time", { datetime: moment.date === undefined ? null : story.dates[moment.date]![0] },
      dateWords(moment.date)), " ", partial(moment.date)),
    h("ul", { class: "records" }, card({ kind: "event", place: main })),
    articles > 1 && h("details", { class: "tellings" },
      h("summary", {}, t(moment.origins > 1 ? "told.by" : "told.once", { n: articles, origins: moment.origins })),
      h("ul", { class: "records" }, moment.tellings.slice(1).map((each) => card({ kind: "event", place: each })))));
}
