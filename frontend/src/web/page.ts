// What the server wrote into the page for its script.
export const body = document.body;
export const csrf = body.dataset.csrf ?? "";
export const signedIn = Boolean(body.dataset.person);

export function find<E extends HTMLElement>(selector: string, inside: ParentNode = document): E | null {
  return inside.querySelector<E>(selector);
}

export function tell(words: string): void {
  const live = find("#live");
  if (live) live.textContent = words;
}

// The element that says what a page corrects: an article, an actor, an occurrence.
export function subject(): HTMLElement | null {
  return find("[data-seen]");
}
