// The words of the two languages, and dates, names and numbers in them.
import { story } from "./story";

export type Language = "fr" | "en";
let language: Language = "fr";
const KEPT = "depeche.language";

export const currentLanguage = (): Language => language;

export function setLanguage(wanted: Language): void {
  language = wanted;
  document.documentElement.lang = wanted;
  try {
    localStorage.setItem(KEPT, wanted);
  } catch {
    // A page opened from a disk may have no storage: the choice then lasts as long as the page.
  }
}

export function keptLanguage(): Language {
  try {
    return localStorage.getItem(KEPT) === "en" ? "en" : "fr";
  } catch {
    return "fr";
  }
}

// The words of a key. In a text, `{n}` is filled in, and `{n|fait|faits}` chooses by number.
export function t(key: string, fills: Record<string, string | number> = {}): string {
  const pair = story.labels[key];
  if (!pair) return key;
  return pair[language === "fr" ? 0 : 1].replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g,
    (_, name: string, one: string | undefined, many: string | undefined) => {
      const value = fills[name] ?? "";
      if (one !== undefined) return isOne(Number(value)) ? one : many!;
      return typeof value === "number" ? number(value) : value;
    });
}

// What stands between a name and its value: French puts a blank before its colon.
export function colon(): string {
  return language === "fr" ? "\u00a0: " : ": ";
}

// French counts nothing as one: "0 fait", but "0 events".
function isOne(count: number): boolean {
  return language === "fr" ? count < 2 : count === 1;
}

// A label of an open vocabulary: the word itself where the table has none.
export function word(group: string, value: string): string {
  return story.labels[`${group}.${value}`] ? t(`${group}.${value}`) : value;
}

// Issues are the article's own words, but for those that the tables name.
export function issueLanguage(issue: string): Language {
  return story.labels[`issue.${issue}`] ? language : "fr";
}

export function number(value: number): string {
  return value.toLocaleString(language === "fr" ? "fr-FR" : "en-GB");
}

export function dateWords(place: number | undefined): string {
  if (place === undefined) return t("date.none");
  return story.dates[place]![language === "fr" ? 4 : 5];
}

export function dayWords(day: string): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const words = new Date(Date.UTC(year, month - 1, date)).toLocaleDateString(language === "fr" ? "fr-FR" : "en-GB", {
    day: "numeric", month: "long", year: "numeric", timeZone: "UTC",
  });
  return language === "fr" ? words.replace(/^1 /, "1er ") : words;
}

export function monthWords(month: string, style: "long" | "short" = "long"): string {
  const [year, at] = month.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, at - 1, 1)).toLocaleDateString(language === "fr" ? "fr-FR" : "en-GB", {
    month: style, year: "numeric", timeZone: "UTC",
  });
}

export function countryName(code: string): string {
  const names = story.states[code];
  return names ? names[language === "fr" ? 0 : 1] : code;
}

export function sideName(side: string): string {
  return side.startsWith("#") ? story.actors[Number(side.slice(1))]!.name : countryName(side);
}

export function sideShort(side: string): string {
  return side.startsWith("#") ? story.actors[Number(side.slice(1))]!.name : side;
}

export function outletName(outlet: string | undefined): string {
  return outlet ?? t("outlet.unknown");
}

export function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
