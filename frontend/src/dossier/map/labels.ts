// Names on the map: each where it covers no other, the weightiest first; those without room stay in the list.
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const LETTER = 6.7; // units that a letter takes at the size of the labels
const LINE = 15;

export class Room {
  private readonly taken: Box[] = [];

  constructor(private readonly width: number, private readonly height: number) {}

  circle(x: number, y: number, r: number): void {
    this.taken.push({ x: x - r, y: y - r, width: 2 * r, height: 2 * r });
  }

  // Where a name can stand beside a circle, as the start or the end of its line; null where there is no room.
  beside(x: number, y: number, r: number, name: string, size = 1): { x: number; y: number; anchor: string } | null {
    const long = name.length * LETTER * size, high = LINE * size;
    const tries: [number, number, string][] = [
      [x + r + 6, y, "start"], [x - r - 6, y, "end"], [x, y - r - high / 2 - 1, "middle"], [x, y + r + high / 2 + 1, "middle"],
    ];
    for (const [left, middle, anchor] of tries) {
      const start = anchor === "start" ? left : anchor === "end" ? left - long : left - long / 2;
      const box = { x: start, y: middle - high / 2, width: long, height: high };
      if (box.x < 2 || box.y < 2 || box.x + long > this.width - 2 || box.y + high > this.height - 2) continue;
      if (this.taken.some((other) => overlap(box, other))) continue;
      this.taken.push(box);
      return { x: left, y: middle + 4.5 * size, anchor };
    }
    return null;
  }
}

function overlap(one: Box, two: Box): boolean {
  return one.x < two.x + two.width && two.x < one.x + one.width && one.y < two.y + two.height && two.y < one.y + one.height;
}
