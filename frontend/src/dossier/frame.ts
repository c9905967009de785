// The parts that views share: a heading with its explanation, bars, and empty lists.
import { h, sized, type Child } from "./dom";
import { number, t } from "./words";
import type { View } from "./state";

export function heading(view: View): Node[] {
  return [h("h2", { id: "title" }, t("view." + view)), h("p", { class: "says" }, t("says." + view))];
}

export function nothing(all: number): HTMLElement {
  return h("p", { class: "nothing" }, t(all === 0 ? "none.yet" : "none"));
}

export interface Bar {
  name: Child;
  count: number;
  href: string;
  foreign?: boolean;
  quad?: string;
}

// A short bar list: the number stands in words, the bar only helps the eye.
export function bars(title: string, says: string, list: Bar[]): HTMLElement {
  const most = Math.max(1, ...list.map((bar) => bar.count));
  return h("section", { class: "bars" },
    h("h3", {}, title),
    h("p", { class: "says" }, says),
    list.length === 0 ? h("p", { class: "nothing" }, t("none.here")) : h("ol", {}, list.map((bar) => h("li", {},
      h("a", { href: bar.href },
        h("span", { class: "name", lang: bar.foreign ? "fr" : null }, bar.name),
        h("span", { class: "count" }, number(bar.count))),
      sized(h("span", { class: `bar ${bar.quad ?? ""}`, "aria-hidden": "true" }), "--share", `${(100 * bar.count) / most}%`)))));
}
