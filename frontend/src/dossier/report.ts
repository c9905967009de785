// What is printed from the summary: one report of all views, as long as somebody would read it.
import { append, h, type Child } from "./dom";
import type { State, View } from "./state";
import { t } from "./words";

const LONGEST = 400; // acts; beyond, each view is printed by itself

let made: HTMLElement | null = null;

export function openReport(main: HTMLElement, state: State, acts: number, views: [View, (state: State) => Child[]][]): void {
  if (state.view !== "summary") return;
  made = h("div", { class: "report" });
  if (acts > LONGEST) append(made, [h("p", { class: "says" }, t("report.long", { n: LONGEST }))]);
  else for (const [name, view] of views) append(made, [h("section", { class: name }, view(state))]);
  main.append(made);
}

export function closeReport(): void {
  made?.remove();
  made = null;
}
