// The acts of each month as bars; those whose date spans months lie below, over all the days that it may mean.
import { dayNumber, type Axis } from "./axis";
import { svg, type Child } from "./dom";
import type { Moment } from "./select";
import { story } from "./story";
import { monthWords, t } from "./words";

const HIGH = 44; // units that the bars take
const LANE = 5; // units for each lane of dates that span months
const LANES = 3;
const TICK = 74; // units that a month's name takes

export function monthBars(acts: Moment[], axis: Axis): SVGElement {
  const days = new Map<string, number>(), months = new Map<string, number>();
  const spans: [number, number][] = [];
  for (const act of acts) {
    const row = act.date === undefined ? null : story.dates[act.date]!;
    if (!row?.[1] || !row[2]) continue;
    const month = monthOf(row[1], row[2]);
    if (month) {
      const counts = row[3] ? months : days;
      counts.set(month, (counts.get(month) ?? 0) + 1);
    } else spans.push([dayNumber(row[1]), dayNumber(row[2])]);
  }
  const both = (month: string): number => (days.get(month) ?? 0) + (months.get(month) ?? 0);
  const most = Math.max(1, ...axis.slots.map((month) => (month ? both(month) : 0)));
  const step = axis.step;
  const wide = Math.max(1.5, Math.min(22, step * 0.74));
  const bars = axis.slots.map((month, place): Child => {
    const left = place * step + (step - wide) / 2;
    if (month === null) return svg("text", { x: (place + 0.5) * step, y: HIGH - 3, "text-anchor": "middle" }, "…");
    if (!both(month)) return null;
    const full = ((HIGH - 2) * (days.get(month) ?? 0)) / most;
    const part = ((HIGH - 2) * (months.get(month) ?? 0)) / most;
    return svg("g", {}, svg("title", {}, t("brush.drawn", { n: both(month), month: monthWords(month) })),
      full > 0 && svg("rect", { x: left, y: HIGH - full, width: wide, height: full, class: "full" }),
      part > 0 && svg("rect", { x: left + 0.5, y: HIGH - full - part + 0.5, width: Math.max(1, wide - 1), height: part, class: "part" }));
  });
  const every = Math.max(1, Math.ceil((axis.slots.length * TICK) / axis.width));
  const ticks = axis.slots.map((month, place): Child => month !== null && place % every === 0 &&
    svg("text", { ...tickAt((place + 0.5) * step, axis.width), y: HIGH + LANES * LANE + 14 }, monthWords(month, "short")));
  return svg("svg", { viewBox: `0 0 ${axis.width} ${HIGH + LANES * LANE + 18}`, "aria-hidden": "true" },
    svg("line", { x1: 0, x2: axis.width, y1: HIGH, y2: HIGH }), bars, lanes(spans, axis), ticks);
}

// Names of months stay inside the drawing.
function tickAt(x: number, width: number): { x: number; "text-anchor": string } {
  if (x < TICK / 2) return { x: 0, "text-anchor": "start" };
  return x > width - TICK / 2 ? { x: width, "text-anchor": "end" } : { x, "text-anchor": "middle" };
}

// Dates that span months, each over all its days, in as many lanes as there is room for.
function lanes(spans: [number, number][], axis: Axis): Child[] {
  const ends: number[] = [];
  return [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([first, last]): Child => {
    const left = axis.at(first), right = axis.at(last + 1);
    if (right <= left) return null;
    const free = ends.findIndex((end) => end < left);
    const lane = free >= 0 ? free : Math.min(ends.length, LANES - 1);
    ends[lane] = Math.max(right, ends[lane] ?? 0);
    return svg("rect", { x: left + 0.5, y: HIGH + 2 + lane * LANE, width: Math.max(2, right - left - 1), height: LANE - 2, class: "part" });
  });
}

// The month that a date surely falls in.
export function monthOf(first: string | null, last: string | null): string | null {
  return first && last && first.slice(0, 7) === last.slice(0, 7) ? first.slice(0, 7) : null;
}
