// One key for each thing that can be done; never while somebody types, and not when they are switched off.
import { find } from "./page";

const OFF = "depeche.keys.off";

export function keysOn(): boolean {
  return localStorage.getItem(OFF) === null;
}

export function listen(commands: Record<string, () => void>): void {
  const box = find<HTMLInputElement>("#keys-on");
  if (box) {
    box.checked = keysOn();
    box.addEventListener("change", () => (box.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "1")));
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !keysOn()) return;
    const at = event.target as HTMLElement;
    if (at.closest("input, select, textarea, dialog, [contenteditable]")) return;
    const command = commands[event.key];
    if (!command) return;
    event.preventDefault();
    command();
  });
}
