// Time as a row of months: long silences become one gap, so that a story with an old treaty stays readable.
const SILENCE = 12; // months without anything that the axis leaves out

export const DAY = 86_400_000;

export function dayNumber(day: string): number {
  return Math.round(Date.parse(day + "T00:00:00Z") / DAY);
}

export function dayName(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

export function lastOf(month: string): string {
  const [year, at] = month.split("-").map(Number) as [number, number];
  return `${month}-${String(new Date(Date.UTC(year, at, 0)).getUTCDate()).padStart(2, "0")}`;
}

// All months from the first to the last; a silence of more than a year becomes one gap (null).
export function monthsBetween(known: string[]): (string | null)[] {
  const shown: (string | null)[] = [];
  known.forEach((month, place) => {
    const before = known[place - 1];
    if (before) {
      const from = monthNumber(before);
      const to = monthNumber(month);
      if (to - from > SILENCE) shown.push(null);
      else for (let at = from + 1; at < to; at++) shown.push(monthName(at));
    }
    shown.push(month);
  });
  return shown;
}

export function monthNumber(month: string): number {
  const [year, at] = month.split("-").map(Number) as [number, number];
  return year * 12 + at - 1;
}

export function monthName(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;
}

// A row of months drawn over a width: from days to places and back.
export class Axis {
  readonly slots: (string | null)[];
  readonly first: number;
  readonly last: number;

  constructor(months: string[], readonly width: number) {
    this.slots = monthsBetween([...new Set(months)].sort());
    this.first = dayNumber(this.slots[0] + "-01");
    this.last = dayNumber(lastOf(this.slots[this.slots.length - 1]!));
  }

  get step(): number {
    return this.width / this.slots.length;
  }

  // The left edge of a day, clamped to the axis; a day in a gap stands in the middle of it.
  at(day: number): number {
    if (day <= this.first) return 0;
    if (day > this.last) return this.width;
    const name = dayName(day);
    const month = name.slice(0, 7);
    const place = this.slots.indexOf(month);
    if (place >= 0) return (place + (Number(name.slice(8)) - 1) / Number(lastOf(month).slice(8))) * this.step;
    const later = this.slots.findIndex((slot) => slot !== null && slot > month);
    return (later - 0.5) * this.step;
  }

  // The day at a place; a gap belongs to the month after it.
  day(x: number): number {
    const spot = Math.max(0, Math.min(this.slots.length - 1e-6, x / this.step));
    const place = Math.floor(spot);
    const month = this.slots[place];
    if (month === null || month === undefined) return dayNumber(this.slots[place + 1] + "-01");
    const days = Number(lastOf(month).slice(8));
    return dayNumber(month + "-01") + Math.floor((spot - place) * days);
  }
}
