// The record that is chosen: by a key, by a click in the text, or by the address.
import { find } from "./page";

const cards = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(".card")];
let chosen: HTMLElement | null = null;

export function current(): HTMLElement | null {
  return chosen;
}

export function currentRef(): string | null {
  return chosen?.dataset.ref ?? chosen?.dataset.record ?? null;
}

export function choose(card: HTMLElement | null, focus = true): void {
  for (const other of cards()) other.classList.toggle("current", other === card);
  for (const mark of document.querySelectorAll<HTMLElement>("mark[data-refs]")) {
    mark.classList.toggle("on", card !== null && (mark.dataset.refs ?? "").split(" ").includes(card.dataset.ref ?? "-"));
  }
  chosen = card;
  if (!card) return;
  if (focus) card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
  find("mark.on")?.scrollIntoView({ block: "center" });
}

export function step(by: 1 | -1): void {
  const all = cards();
  const place = chosen ? all.indexOf(chosen) + by : by > 0 ? 0 : all.length - 1;
  const next = all[Math.max(0, Math.min(all.length - 1, place))];
  if (next) choose(next);
}

// The first record on a click in the text; a second click goes to the next one on the same words.
export function chooseAt(mark: HTMLElement): void {
  const refs = (mark.dataset.refs ?? "").split(" ");
  const place = refs.indexOf(chosen?.dataset.ref ?? "-");
  choose(find(`.card[data-ref="${refs[(place + 1) % refs.length]}"]`), false);
}

export function restore(ref: string | null): void {
  const named = ref ?? decodeURIComponent(location.hash.slice(1));
  const card = cards().find((one) => [one.dataset.ref, one.dataset.record, one.id].includes(named));
  if (named && card) choose(card);
}
