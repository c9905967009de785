// The application's script: keys, corrections, and pages that follow the record.
import { choose, chooseAt, current, currentRef, restore, step } from "./cards";
import { add, edit, editArticle, merge, split } from "./forms";
import { listen } from "./keys";
import { kept, reload, watch } from "./live";
import { body, find, subject, tell } from "./page";
import { send } from "./send";

const done = (): void => reload(currentRef());

function decide(verdict: "accept" | "reject"): void {
  const card = current();
  if (!card?.dataset.record || card.dataset.target === "occurrence") return;
  // Another name of an actor can be held apart; it needs no word to stay.
  if (card.dataset.target === "actor" && verdict === "accept") return;
  void send({ target: card.dataset.target!, verdict, record: card.dataset.record, other: card.dataset.other }).then((said) => {
    if (said !== true) {
      tell(said);
      return;
    }
    step(1);
    done();
  });
}

function undo(number: string | undefined): void {
  if (!number) return;
  void send({ verdict: "undo", number: Number(number) }).then((said) => (said === true ? done() : tell(said)));
}

const help = (): void => find<HTMLDialogElement>("#help")?.showModal();

const COMMANDS: Record<string, () => void> = {
  j: () => step(1),
  k: () => step(-1),
  a: () => decide("accept"),
  r: () => decide("reject"),
  e: () => edit(done),
  n: () => add(done),
  u: () => undo(subject()?.dataset.last),
  m: () => merge(done),
  s: () => split(done),
  o: () => find<HTMLAnchorElement>("[data-open]", current() ?? document.createElement("p"))?.click(),
  "/": () => (find("#q") ? find("#q")!.focus() : location.assign("/")),
  "?": help,
};
const NAMED: Record<string, string> = { accept: "a", reject: "r", edit: "e", add: "n", merge: "m", split: "s" };

function click(event: Event): void {
  const at = event.target as HTMLElement;
  const button = at.closest<HTMLElement>("[data-do]");
  const card = at.closest<HTMLElement>(".card");
  if (card && card !== current()) choose(card, false);
  if (button) {
    const what = button.dataset.do!;
    if (what === "undo") undo(button.dataset.number);
    else if (what === "close") button.closest("dialog")?.close();
    else if (what === "edit-article") editArticle(button, done);
    else COMMANDS[NAMED[what]!]?.();
    return;
  }
  const mark = at.closest<HTMLElement>("mark[data-refs]");
  if (mark && (getSelection()?.isCollapsed ?? true)) chooseAt(mark);
}

function start(): void {
  document.addEventListener("click", click);
  document.addEventListener("focusin", (event) => {
    const card = (event.target as HTMLElement).closest<HTMLElement>(".card");
    if (card && card !== current()) choose(card, false);
  });
  find("#help-open")?.addEventListener("click", help);
  listen(COMMANDS);
  const place = kept();
  if (place) scrollTo(0, place.top);
  restore(place?.current ?? null);
  // The token in the printed address stands after #, which is never sent: it fills the form and leaves the address.
  const token = find<HTMLInputElement>("#enter [name=token]");
  if (token && location.hash.length > 1) {
    token.value = decodeURIComponent(location.hash.slice(1));
    history.replaceState(null, "", location.pathname);
    find("#enter [name=name]")?.focus();
  }
  watch(body.dataset.version ?? find("#live-page")?.dataset.version ?? "", currentRef);
}

// On the page of pictures the dossier's own script has the keys and the address.
if (find("#live-page")) watch(find("#live-page")!.dataset.version ?? "", () => null);
else start();
