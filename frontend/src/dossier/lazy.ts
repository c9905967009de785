// Long lists, a piece at a time: the rest is rendered when it comes near the screen, is asked for, or is printed.
import { h } from "./dom";
import { number, t } from "./words";

const FIRST = 60;
const MORE = 120;
const pending = new Set<() => void>();

export function lazyList<T>(list: HTMLElement, items: T[], row: (item: T, place: number) => Node): HTMLElement {
  const holder = h("div", { class: "lazy" }, list);
  let done = 0;
  const button = h("button", { type: "button", class: "more", onclick: () => add(MORE) });
  const watcher = new IntersectionObserver((seen) => {
    if (seen.some((entry) => entry.isIntersecting)) add(MORE);
  }, { rootMargin: "600px" });

  function add(count: number): void {
    const end = Math.min(items.length, done + count);
    const piece = document.createDocumentFragment();
    for (; done < end; done++) piece.append(row(items[done]!, done));
    list.append(piece);
    if (done < items.length) {
      button.textContent = t("more", { n: number(items.length - done) });
      // Observing anew makes the watcher look again, although the button may not have left the screen.
      watcher.unobserve(button);
      watcher.observe(button);
    } else {
      watcher.disconnect();
      button.remove();
      pending.delete(all);
    }
  }
  function all(): void {
    add(items.length);
  }
  holder.append(button);
  add(FIRST);
  if (done < items.length) pending.add(all);
  return holder;
}

export function forgetLists(): void {
  pending.clear();
}

export function finishLists(): void {
  for (const finish of [...pending]) finish();
}
