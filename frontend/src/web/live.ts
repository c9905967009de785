// Loads the page again when the record has changed, whoever changed it; never while somebody is writing.
import { find } from "./page";

const KEPT = "depeche.place";

export function writing(): boolean {
  const at = document.activeElement;
  const typed = at instanceof HTMLInputElement && at.value !== at.defaultValue;
  return find("dialog[open]") !== null || typed || !(getSelection()?.isCollapsed ?? true);
}

// Keeps where the reader is, and which record is chosen, over a load.
export function reload(current: string | null): void {
  sessionStorage.setItem(KEPT, JSON.stringify({ page: location.pathname, top: scrollY, current }));
  location.reload();
}

export function kept(): { top: number; current: string | null } | null {
  const text = sessionStorage.getItem(KEPT);
  sessionStorage.removeItem(KEPT);
  if (!text) return null;
  const place = JSON.parse(text) as { page: string; top: number; current: string | null };
  return place.page === location.pathname ? place : null;
}

export function watch(version: string, current: () => string | null): void {
  if (!version) return;
  const source = new EventSource("/api/changes");
  source.addEventListener("version", (event) => {
    if ((event as MessageEvent<string>).data === version) return;
    if (!writing()) {
      source.close();
      reload(current());
      return;
    }
    const notice = find("#changed");
    if (notice) notice.hidden = false;
  });
  addEventListener("pagehide", () => source.close());
}
