// The characters that somebody selected, counted in code points of the article's raw text.
import { find } from "./page";

const points = (text: string): number => [...text].length;

// Where a point of the page stands in the raw text, or null outside of it.
function place(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const paragraph = element?.closest<HTMLElement>("[data-start]");
  if (!paragraph) return null;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, offset);
  return Number(paragraph.dataset.start) + points(before.toString());
}

export function selected(): { span: [number, number]; words: string } | null {
  const selection = getSelection();
  const text = find("#text");
  if (!selection || selection.isCollapsed || !text || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.commonAncestorContainer)) return null;
  let start = place(range.startContainer, range.startOffset);
  let end = place(range.endContainer, range.endOffset);
  if (start === null || end === null) return null;
  const words = range.toString();
  start += points(words) - points(words.trimStart());
  end -= points(words) - points(words.trimEnd());
  return end > start ? { span: [start, end], words: words.split(/\s+/).filter(Boolean).join(" ") } : null;
}
