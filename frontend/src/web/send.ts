// One decision to the server; what it says when it refuses is shown as it is.
import { body, csrf, signedIn, subject, tell } from "./page";

export interface Ask {
  target?: string;
  verdict: string;
  record?: string;
  article?: string;
  words?: Record<string, string>;
  values?: Record<string, unknown>;
  at?: [number, number][];
  other?: string;
  articles?: string[];
  number?: number;
  note?: string;
}

// True when it was noted, else the words that say why not.
export async function send(ask: Ask): Promise<true | string> {
  if (!signedIn) return body.dataset.sign ?? "";
  const seen = Number(subject()?.dataset.seen);
  const answer = await fetch("/api/corrections", {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRF-Token": csrf },
    body: JSON.stringify(Number.isFinite(seen) ? { ...ask, seen } : ask),
  }).catch((error: unknown) => String(error));
  if (typeof answer === "string") return answer;
  if (answer.ok) {
    tell(body.dataset.saved ?? "");
    const { see } = (await answer.json()) as { see: string | null };
    if (see) history.replaceState(null, "", see);
    return true;
  }
  const problem = (await answer.json()) as { title: string; detail: string };
  return `${problem.title}: ${problem.detail}`;
}
