// What part of the world the map shows: the projection, and how it is moved.
import { geoEqualEarth, type GeoProjection } from "d3-geo";
import { story } from "../story";

const MARGIN = 70; // units around the outermost places
const LEAST = 14; // degrees of longitude that stay in sight however close the places are
const DEEPEST = 60; // how many times larger than the whole world a look may be

export interface Size {
  width: number;
  height: number;
}

export class Camera {
  private readonly projection: GeoProjection;
  private readonly whole: number;
  private readonly middle: number;

  constructor(readonly size: Size) {
    const points = story.points.map(([lat, lon]): [number, number] => [lon, lat]);
    this.middle = middleOf(points.map(([lon]) => lon));
    this.projection = geoEqualEarth().rotate([-this.middle, 0]);
    this.projection.fitExtent([[4, 4], [size.width - 4, size.height - 4]], { type: "Sphere" });
    this.whole = this.projection.scale();
    this.fit();
  }

  get path(): GeoProjection {
    return this.projection;
  }

  // The same look has the same name.
  get name(): string {
    return [this.size.width, this.size.height, this.projection.scale(), ...this.projection.translate()].join(" ");
  }

  // As a share of the whole world: 1 shows all of it.
  get depth(): number {
    return this.projection.scale() / this.whole;
  }

  // All places of the story in sight, whatever the filters: so that the ground stays while they change.
  fit(): void {
    const { width, height } = this.size;
    const points = story.points.map(([lat, lon]): [number, number] => [lon, lat]);
    if (points.length === 0) {
      this.world();
      return;
    }
    const margin = Math.min(MARGIN, width / 9);
    this.projection.fitExtent([[margin, margin], [width - margin, height - margin]], { type: "MultiPoint", coordinates: points });
    const centre = this.projection.invert!([width / 2, height / 2]) ?? points[0]!;
    const closest = (this.whole * 360) / LEAST;
    this.look(centre, Math.min(closest, this.projection.scale()));
  }

  world(): void {
    this.look([this.middle, 3], this.whole);
  }

  zoom(by: number): void {
    this.look(this.centre(), this.projection.scale() * by);
  }

  pan(dx: number, dy: number): void {
    const to = this.projection.invert!([this.size.width / 2 - dx, this.size.height / 2 - dy]);
    if (to && to.every(Number.isFinite)) this.look([to[0], Math.max(-75, Math.min(82, to[1]))], this.projection.scale());
  }

  // What stood at one point stands at another, so many times larger.
  move(from: [number, number], to: [number, number], by: number): void {
    const held = this.projection.invert!(from);
    this.zoom(by);
    const now = (held && held.every(Number.isFinite) && this.projection(held)) || from;
    this.pan(to[0] - now[0], to[1] - now[1]);
  }

  at(lon: number, lat: number): [number, number] | null {
    const spot = this.projection([lon, lat]);
    return spot && spot[0] >= 0 && spot[0] <= this.size.width && spot[1] >= 0 && spot[1] <= this.size.height ? spot : null;
  }

  private centre(): [number, number] {
    return this.projection.invert!([this.size.width / 2, this.size.height / 2]) ?? [this.middle, 12];
  }

  private look(centre: [number, number], scale: number): void {
    const { width, height } = this.size;
    this.projection.scale(Math.max(this.whole, Math.min(this.whole * DEEPEST, scale))).translate([0, 0]).clipExtent(null);
    const [x, y] = this.projection(centre)!;
    this.projection.translate([width / 2 - x, height / 2 - y]).clipExtent([[-9, -9], [width + 9, height + 9]]);
  }
}

// The longitude opposite the widest empty stretch: nothing of the story is then cut apart.
function middleOf(lons: number[]): number {
  if (lons.length === 0) return 11;
  const sorted = [...new Set(lons)].sort((a, b) => a - b);
  let widest = 360 - (sorted[sorted.length - 1]! - sorted[0]!), after = sorted[sorted.length - 1]!;
  sorted.forEach((lon, place) => {
    const next = sorted[place + 1];
    if (next !== undefined && next - lon > widest) [widest, after] = [next - lon, lon];
  });
  const middle = after + widest / 2 + 180;
  return ((middle + 540) % 360) - 180;
}
