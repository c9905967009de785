// Elements are made here and nowhere else, from names, attributes and text nodes: article text is never parsed.

export type Child = Node | string | number | null | undefined | false | Child[];
type Attributes = Record<string, string | number | boolean | null | undefined | ((event: never) => void)>;

const SVG = "http://www.w3.org/2000/svg";

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes: Attributes = {}, ...children: Child[]
): HTMLElementTagNameMap[K] {
  return fill(document.createElement(tag), attributes, children);
}

export function svg(tag: string, attributes: Attributes = {}, ...children: Child[]): SVGElement {
  return fill(document.createElementNS(SVG, tag) as SVGElement, attributes, children);
}

function fill<E extends Element>(element: E, attributes: Attributes, children: Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value as EventListener);
    else if (name === "href" && !/^(#|https?:\/\/)/.test(String(value))) continue;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  append(element, children);
  return element;
}

export function append(parent: Element | DocumentFragment, children: Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) append(parent, child);
    else parent.append(typeof child === "number" ? String(child) : typeof child === "string" ? held(child) : child);
  }
}

export function clear(element: Element): void {
  element.replaceChildren();
}

// French typography for the eye alone: what stands inside guillemets and before ; : ! ? keeps to its neighbour. One
// character stands for one, so that places in the text stay places on the page; depeche/web/marking.py has the same rule.
export function held(text: string): string {
  return text.replace(/([«‹]) /g, "$1\u00a0").replace(/ (?=[»›;:!?])/g, "\u00a0");
}

// A share of a whole as a style, which the page's policy admits only through the object model.
export function sized<E extends HTMLElement>(element: E, property: string, value: string): E {
  element.style.setProperty(property, value);
  return element;
}
