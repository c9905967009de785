// The period: acts by month, and two bounds that are dragged, or moved by keys, while everything else follows.
import { Axis, dayName, dayNumber, lastOf, monthName, monthNumber } from "./axis";
import { monthBars, monthOf } from "./bars";
import { append, clear, h, sized } from "./dom";
import { choose, moments } from "./select";
import type { Filters } from "./state";
import { story } from "./story";
import { currentLanguage, dayWords, t } from "./words";

const STILL = 4; // units that a pointer may move and still be a click

type Slide = (from: string, to: string, done: boolean) => void;
type Bound = "first" | "last";

export class Brush {
  private axis: Axis | null = null;
  private drawn = "";
  private readonly track = h("div", { class: "track" });
  private readonly window = h("div", { class: "window" });
  private readonly words = h("strong", {});
  private readonly clearing = h("button", { type: "button", class: "reset", onclick: () => this.slide("", "", true) });
  private readonly note = h("p", { class: "says" });
  private readonly days = h("span", { class: "days" });
  private readonly bounds: Record<Bound, HTMLElement>;
  private kept: Filters | null = null;
  private from = "";
  private to = "";

  constructor(private readonly holder: HTMLElement, private readonly slide: Slide) {
    this.bounds = { first: this.bound("first"), last: this.bound("last") };
    this.track.addEventListener("pointerdown", (event) => this.grab(event));
    append(holder, [h("p", { class: "range" }, this.words, this.clearing, this.days), this.track, this.note]);
    new ResizeObserver(() => {
      if (this.axis && Math.abs(this.axis.width - this.track.clientWidth) > 1) this.redraw();
    }).observe(this.track);
  }

  // Draws the acts that the other filters keep, anew only when these or the language have changed.
  show(filters: Filters): void {
    this.from = filters.from;
    this.to = filters.to;
    const kept = { ...filters, from: "", to: "" };
    const key = JSON.stringify(kept) + currentLanguage();
    if (key !== this.drawn) {
      this.drawn = key;
      this.kept = kept;
      this.redraw();
    } else this.mark();
  }

  private redraw(): void {
    const known = story.dates.flatMap(([, first, last]) => monthOf(first, last) ?? []);
    this.holder.hidden = known.length === 0;
    if (known.length === 0) return;
    this.holder.setAttribute("aria-label", t("brush.title"));
    this.axis = new Axis(known, this.track.clientWidth || 600);
    const acts = moments(choose(this.kept!).event);
    clear(this.track);
    append(this.track, [monthBars(acts, this.axis), this.window, this.bounds.first, this.bounds.last]);
    this.clearing.textContent = t("brush.clear");
    clear(this.days);
    append(this.days, [this.field("from"), this.field("to")]);
    const partial = acts.filter((act) => act.date !== undefined && story.dates[act.date]![3]).length;
    const undated = acts.filter((act) => act.date === undefined).length;
    this.note.textContent = `${t("brush.says")} ${t("brush.partial", { n: partial, undated })}`;
    this.mark();
  }

  private field(name: "from" | "to"): HTMLElement {
    const input = h("input", { id: "filter-" + name, type: "date", value: this[name],
      onchange: () => this.slide(name === "from" ? input.value : this.from, name === "to" ? input.value : this.to, true) });
    return h("label", { for: "filter-" + name }, h("span", {}, t("filter." + name)), input);
  }

  private mark(): void {
    const axis = this.axis;
    if (!axis) return;
    const [first, last] = this.chosen(axis);
    const left = axis.at(first), right = axis.at(last + 1);
    const part = (value: number): string => `${((100 * value) / axis.width).toFixed(3)}%`;
    sized(sized(this.window, "left", part(left)), "width", part(Math.max(1, right - left)));
    this.holder.classList.toggle("chosen", this.from !== "" || this.to !== "");
    sized(this.bounds.first, "left", part(left));
    sized(this.bounds.last, "left", part(right));
    for (const [bound, day] of [["first", first], ["last", last]] as const) {
      const slider = this.bounds[bound];
      slider.setAttribute("aria-label", t("brush." + bound));
      slider.setAttribute("aria-valuemin", String(axis.first));
      slider.setAttribute("aria-valuemax", String(axis.last));
      slider.setAttribute("aria-valuenow", String(Math.max(axis.first, Math.min(axis.last, day))));
      slider.setAttribute("aria-valuetext", dayWords(dayName(day)));
    }
    const fills = { first: dayWords(dayName(first)), last: dayWords(dayName(last)), n: last - first + 1 };
    this.words.textContent = this.from && this.to ? t("brush.range", fills)
      : this.from ? t("brush.since", fills)
      : this.to ? t("brush.until", fills)
      : t("brush.all", fills);
    this.clearing.hidden = this.from === "" && this.to === "";
  }

  // The first and the last day that are chosen: those of the axis where nothing bounds them.
  private chosen(axis: Axis): [number, number] {
    const first = this.from ? dayNumber(this.from) : axis.first;
    return [first, Math.max(first, this.to ? dayNumber(this.to) : axis.last)];
  }

  private choose(first: number, last: number, done: boolean): void {
    const axis = this.axis!;
    const [from, to] = first <= last ? [first, last] : [last, first];
    this.slide(from <= axis.first ? "" : dayName(from), to >= axis.last ? "" : dayName(to), done);
  }

  private bound(bound: Bound): HTMLElement {
    return h("div", { class: `bound ${bound}`, role: "slider", tabindex: 0, "aria-orientation": "horizontal", "data-bound": bound,
      onkeydown: (event: KeyboardEvent) => this.key(event, bound) });
  }

  private key(event: KeyboardEvent, bound: Bound): void {
    const axis = this.axis!;
    const [first, last] = this.chosen(axis);
    const to = moved(bound === "first" ? first : last, event, axis);
    if (event.key === "Escape" && (this.from || this.to)) this.slide("", "", true);
    else if (to === null) return;
    else if (bound === "first") this.choose(Math.min(to, last), last, true);
    else this.choose(first, Math.max(to, first), true);
    event.preventDefault();
    event.stopPropagation();
  }

  // A bound is moved, the window is moved as a whole, a new window is drawn, or a click takes the month under it.
  private grab(event: PointerEvent): void {
    const axis = this.axis!;
    if (event.button !== 0) return;
    event.preventDefault();
    const box = this.track.getBoundingClientRect();
    const at = (where: PointerEvent): number => axis.day(((where.clientX - box.left) * axis.width) / box.width);
    const [first, last] = this.chosen(axis);
    const bound = (event.target as HTMLElement).dataset.bound;
    const whole = event.target === this.window && (this.from !== "" || this.to !== "");
    const start = at(event);
    let moving = false, frame = 0, held = event;
    const range = (): [number, number] => {
      const now = at(held);
      if (bound) return bound === "first" ? [Math.min(now, last), last] : [first, Math.max(now, first)];
      if (!whole) return [start, now];
      const by = Math.max(axis.first - first, Math.min(axis.last - last, now - start));
      return [first + by, last + by];
    };
    const move = (next: PointerEvent): void => {
      held = next;
      moving ||= Math.abs(next.clientX - event.clientX) > STILL;
      if (moving && !frame) frame = requestAnimationFrame(() => {
        frame = 0;
        this.choose(...range(), false);
      });
    };
    const end = (next: PointerEvent): void => {
      cancelAnimationFrame(frame);
      held = next;
      this.track.removeEventListener("pointermove", move);
      this.track.removeEventListener("pointerup", end);
      this.track.removeEventListener("pointercancel", end);
      if (moving) this.choose(...range(), true);
      else if (!bound) {
        const month = dayName(start).slice(0, 7);
        this.choose(dayNumber(month + "-01"), dayNumber(lastOf(month)), true);
      }
      this.bounds[bound === "first" ? "first" : "last"].focus({ preventScroll: true });
    };
    this.track.setPointerCapture(event.pointerId);
    this.track.addEventListener("pointermove", move);
    this.track.addEventListener("pointerup", end);
    this.track.addEventListener("pointercancel", end);
  }
}

function moved(day: number, event: KeyboardEvent, axis: Axis): number | null {
  const sign = ({ ArrowLeft: -1, ArrowDown: -1, PageDown: -1, ArrowRight: 1, ArrowUp: 1, PageUp: 1 } as Record<string, number>)[event.key];
  if (event.key === "Home") return axis.first;
  if (event.key === "End") return axis.last;
  if (sign === undefined) return null;
  const month = event.shiftKey || event.key.startsWith("Page");
  const to = month ? sameDay(day, sign) : day + sign;
  return Math.max(axis.first, Math.min(axis.last, to));
}

function sameDay(day: number, by: number): number {
  const name = dayName(day);
  const month = monthName(monthNumber(name.slice(0, 7)) + by);
  return dayNumber([`${month}-${name.slice(8)}`, lastOf(month)].sort()[0]!);
}
