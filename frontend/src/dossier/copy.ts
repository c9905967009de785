// A passage with its reference, for the clipboard: who said it, who printed it, and when.
import { h } from "./dom";
import { passages, recordOf, story, type Ref, type Statement } from "./story";
import { colon, countryName, currentLanguage, dateWords, outletName, t } from "./words";

export function citation(ref: Ref): string {
  const record = recordOf(ref);
  const article = story.articles[record.article]!;
  const source = [
    article.headline && quoted(article.headline.replace(/\s+/g, " ").trim()),
    outletName(article.outlet),
    article.date !== undefined && dateWords(article.date),
    article.url,
  ].filter(Boolean).join(", ");
  return `${words(ref)} (${source})`;
}

function words(ref: Ref): string {
  const record = recordOf(ref);
  const text = passages(record).join(" […] ");
  if (ref.kind !== "statement") return quoted(text);
  const said = record as Statement;
  const speaker = story.actors[said.speaker]!;
  const who = speaker.country && speaker.kind !== "state" ? `${speaker.name} (${countryName(speaker.country)})` : speaker.name;
  if (said.mode === "direct") return `${who}${colon()}${quoted(text)}`;
  return `${who}${colon()}${text} [${t("said." + said.mode)}]`;
}

function quoted(text: string): string {
  return currentLanguage() === "fr" ? `«\u00a0${text}\u00a0»` : `“${text}”`;
}

export function copyButton(ref: Ref): HTMLElement {
  return h("button", { type: "button", class: "copying", title: t("copy.title"), onclick: () => void copy(ref) }, t("copy"));
}

async function copy(ref: Ref): Promise<void> {
  const live = document.getElementById("live")!;
  const text = citation(ref);
  const done = await navigator.clipboard?.writeText(text).then(() => true, () => false) || byHand(text);
  live.textContent = t(done ? "copy.done" : "copy.failed");
  const note = h("p", { class: "toast", "aria-hidden": "true" }, live.textContent);
  document.body.append(note);
  setTimeout(() => note.remove(), 1800);
}

// Pages opened from a disk have no clipboard of their own in some browsers.
function byHand(text: string): boolean {
  const field = h("textarea", { class: "unseen", "aria-hidden": "true" });
  const before = document.activeElement as HTMLElement | null;
  field.value = text;
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  before?.focus();
  return done;
}
