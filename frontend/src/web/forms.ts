// The dialogs in which records are edited, added, merged and split.
import { current } from "./cards";
import { find, subject, tell } from "./page";
import { selected } from "./selection";
import { send, type Ask } from "./send";

type Field = HTMLInputElement | HTMLSelectElement;

// The field that holds the passage of each record.
const PASSAGES: Record<string, string> = { statement: "content", event: "evidence", position: "evidence", term: "span" };

const fieldsOf = (dialog: HTMLElement): Field[] => [...dialog.querySelectorAll<Field>(".inputs [name]")];

export function edit(done: () => void): void {
  const card = current();
  if (card?.dataset.record && card.dataset.values) fill(card.dataset.target!, card.dataset.values, "edit", { record: card.dataset.record }, done);
}

export function editArticle(button: HTMLElement, done: () => void): void {
  fill("article", button.dataset.values!, "article", { article: subject()!.dataset.article! }, done);
}

// The edited record's fields that were changed are sent, each under its name, as they were typed.
function fill(target: string, values: string, title: string, base: Partial<Ask>, done: () => void): void {
  const dialog = find<HTMLDialogElement>("#editing");
  if (!dialog) return;
  const before = JSON.parse(values) as Record<string, string>;
  // Words selected in the text become the record's own.
  const place = target in PASSAGES ? selected() : null;
  prepare(dialog, target, title, place?.words ?? null, false);
  for (const field of fieldsOf(dialog)) {
    const value = before[field.name] ?? "";
    // A value that the list lacks must not become its first.
    if (field instanceof HTMLSelectElement && ![...field.options].some((option) => option.value === value)) field.add(new Option(value, value));
    field.value = value;
  }
  offerModes(dialog);
  open(dialog, done, () => {
    const words: Record<string, string> = {};
    for (const field of fieldsOf(dialog)) if (field.value !== (before[field.name] ?? "")) words[field.name] = field.value;
    const moved = place ? { [PASSAGES[target]!]: target === "term" ? place.span : [place.span] } : {};
    return place || Object.keys(words).length ? { ...base, target, verdict: "set", words, values: moved } : null;
  });
}

export function add(done: () => void): void {
  const dialog = find<HTMLDialogElement>("#editing");
  const chosen = selected();
  if (!dialog) return;
  if (!chosen) {
    tell(find("#select-first")?.textContent ?? "");
    return;
  }
  const kind = find<HTMLSelectElement>("[name=target]", dialog)!;
  const show = (): void => prepare(dialog, kind.value, "add", chosen.words, true);
  kind.onchange = show;
  show();
  open(dialog, done, () => {
    const words: Record<string, string> = {};
    for (const field of fieldsOf(dialog)) if (field.value) words[field.name] = field.value;
    return { target: kind.value, verdict: "add", article: subject()!.dataset.article!, at: [chosen.span], words };
  });
}

function prepare(dialog: HTMLDialogElement, target: string, title: string, passage: string | null, adding: boolean): void {
  const heading = find("h2", dialog)!;
  heading.textContent = heading.dataset[title] ?? "";
  const quote = find(".passage", dialog)!;
  quote.hidden = passage === null;
  find("blockquote", quote)!.textContent = passage ?? "";
  find(".kind", dialog)!.hidden = !adding;
  const inputs = find(".inputs", dialog)!;
  const template = find<HTMLTemplateElement>(`#form-${target}`);
  inputs.replaceChildren(template ? template.content.cloneNode(true) : "");
  const type = find<HTMLSelectElement>("[name=type]", inputs);
  if (type) type.onchange = () => offerModes(dialog);
  if (!adding || passage === null) return;
  offerModes(dialog);
  const term = find<HTMLInputElement>("[name=term]", inputs);
  if (term) term.value = passage;
  const voice = find<HTMLInputElement>("[name=voice]", inputs);
  if (voice) voice.value = "outlet";
}

// Only the modes of the chosen type stand in the list; one that several types share keeps standing when they change.
function offerModes(dialog: HTMLElement): void {
  const type = find<HTMLSelectElement>(".inputs [name=type]", dialog);
  const mode = find<HTMLSelectElement>(".inputs [name=mode]", dialog);
  if (!type || !mode) return;
  const value = mode.value;
  for (const option of mode.options) option.hidden = option.disabled = (option.dataset.of ?? type.value) !== type.value;
  const own = [...mode.options].find((option) => !option.disabled && option.value === value);
  mode.value = "";
  if (own) own.selected = true;
}

export function merge(done: () => void): void {
  const dialog = find<HTMLDialogElement>("#merging");
  const about = subject();
  if (!dialog || !about) return;
  open(dialog, done, (data) => ({
    target: about.dataset.target!, verdict: "merge", record: about.dataset.record!,
    other: String(data.get("id") || data.get("other") || ""),
  }));
}

export function split(done: () => void): void {
  const about = subject();
  const dialog = find<HTMLDialogElement>("#splitting");
  if (about?.dataset.target === "actor" && dialog) {
    open(dialog, done, (data) => ({
      target: "actor", verdict: "split", record: about.dataset.record!, other: String(data.get("other") ?? ""),
      articles: data.getAll("articles").map(String),
    }));
    return;
  }
  const card = current();
  if (card?.dataset.target === "occurrence" && find("[data-do=split]", card)) {
    void send({ target: "occurrence", verdict: "split", record: card.dataset.record! }).then((said) => (said === true ? done() : tell(said)));
  }
}

function open(dialog: HTMLDialogElement, done: () => void, ask: (data: FormData) => Ask | null): void {
  const form = find<HTMLFormElement>("form", dialog)!;
  const trouble = find(".trouble", dialog)!;
  const note = find<HTMLInputElement>("[name=note]", dialog)!;
  trouble.textContent = "";
  note.value = "";
  form.onsubmit = (event) => {
    event.preventDefault();
    const data = new FormData(form);
    const asked = ask(data);
    if (!asked) {
      dialog.close();
      return;
    }
    void send({ ...asked, note: String(data.get("note") ?? "") }).then((said) => {
      if (said === true) {
        dialog.close();
        done();
      } else trouble.textContent = said;
    });
  };
  dialog.showModal();
  find(".inputs [name], [name=other]", dialog)?.focus();
}
