// The ground held by a mouse, a pen or fingers: it follows them, and is drawn anew where it is let go.
import type { Camera } from "./camera";

type Point = [number, number];

interface Grip {
  middle: Point;
  spread: number; // between two fingers; 0 for one pointer
}

const SLIGHT = 4; // units that a pointer that only clicks may move
const PINCHED = 1.03; // from so much on, fingers change the scale

// One finger scrolls the page until the map has the focus (the style says so to the browser), two always move the map.
export function hold(frame: HTMLElement, picture: SVGElement, eye: () => Camera, repaint: () => void): void {
  const pointers = new Map<number, Point>();
  let start: Grip | null = null;
  let moved = false;

  const place = (event: PointerEvent): Point => {
    const box = picture.getBoundingClientRect();
    const units = box.width ? eye().size.width / box.width : 1;
    return [(event.clientX - box.left) * units, (event.clientY - box.top) * units];
  };
  const grip = (): Grip => {
    const [one, two] = [...pointers.values()];
    if (!two) return { middle: one!, spread: 0 };
    return { middle: [(one![0] + two[0]) / 2, (one![1] + two[1]) / 2], spread: Math.hypot(one![0] - two[0], one![1] - two[1]) };
  };
  const scale = (now: Grip): number => {
    const by = start!.spread && now.spread ? now.spread / start!.spread : 1;
    return Math.max(by, 1 / by) < PINCHED ? 1 : by;
  };
  const take = (touch: boolean): void => {
    moved = false;
    start = pointers.size > 1 || (pointers.size === 1 && (!touch || frame.matches(":focus-within"))) ? grip() : null;
  };
  const leave = (event: PointerEvent): void => {
    if (!pointers.has(event.pointerId)) return;
    const kept = event.type === "pointerup" && start && moved;
    if (kept) eye().move(start!.middle, grip().middle, scale(grip()));
    pointers.delete(event.pointerId);
    take(event.pointerType === "touch");
    if (kept) repaint();
    else picture.querySelector(".moving")?.removeAttribute("transform");
  };

  picture.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || pointers.size > 1) return;
    pointers.set(event.pointerId, place(event));
    take(event.pointerType === "touch");
  });
  picture.addEventListener("pointermove", (event) => {
    if (!pointers.has(event.pointerId)) return;
    if (!event.buttons) { // let go outside of the map
      leave(event);
      return;
    }
    pointers.set(event.pointerId, place(event));
    if (!start) return;
    const now = grip(), by = scale(now);
    const [x, y] = start.middle;
    if (!moved && by === 1 && Math.hypot(now.middle[0] - x, now.middle[1] - y) <= SLIGHT) return;
    moved = true;
    for (const id of pointers.keys()) picture.setPointerCapture(id);
    picture.querySelector(".moving")?.setAttribute("transform", `translate(${now.middle.join(" ")}) scale(${by}) translate(${-x} ${-y})`);
  });
  picture.addEventListener("pointerup", leave);
  picture.addEventListener("pointercancel", leave);
  // Two fingers would scroll or enlarge the page.
  picture.addEventListener("touchmove", (event) => { if (event.touches.length > 1 && event.cancelable) event.preventDefault(); }, { passive: false });
}
