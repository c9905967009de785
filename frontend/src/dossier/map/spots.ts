// The places of the acts that are kept: the same rules as depeche/views/spots.py.
import { weigh } from "../select";
import { story } from "../story";
import { countryName, t } from "../words";

export interface Spot {
  point: number;
  events: number[];
  acts: number;
  articles: number;
  origins: number;
}

export function spotsOf(events: number[]): Spot[] {
  const there = new Map<number, number[]>();
  for (const place of events) {
    const point = story.events[place]!.point;
    if (point === undefined) continue;
    const list = there.get(point);
    if (list) list.push(place);
    else there.set(point, [place]);
  }
  return [...there].map(([point, told]): Spot => ({ point, events: told, ...weigh(told) }))
    .sort((a, b) => b.origins - a.origins || b.acts - a.acts || a.events[0]! - b.events[0]!);
}

// The place as most tellings print it, or the state where the tables know no more.
export function spotName(spot: Spot): string {
  const [, , precision, country] = story.points[spot.point]!;
  const counts = new Map<string, number>();
  if (precision !== "country") {
    for (const each of spot.events) {
      const name = story.events[each]!.place;
      if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const names = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return names[0]?.[0] ?? t("map.country", { country: countryName(country) });
}
