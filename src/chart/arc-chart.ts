/** A row of an arc chart: a value before and after, against a floor. */
export interface ArcPoint {
  key: string;
  label: string;
  /** Ready to be shown: 1 → 2. */
  valueText: string;
  /** NaN: no dots. */
  before: number;
  after: number;
  floor: number | null;
}

/** From row to row; `weight` decides about the width, a dashed one ends. */
export interface ArcLink {
  key: string;
  from: number;
  to: number;
  weight: number;
  dashed: boolean;
}

/** An arc in pixels: it leaves the left edge at `y1`, reaches `depth` to the right and comes back at `y2`. */
export interface PlacedArc {
  key: string;
  link: ArcLink;
  y1: number;
  y2: number;
  depth: number;
  width: number;
}

/** Widths of the thinnest and of the thickest arc, pixels. */
const THIN = 1.5;
const THICK = 9;

/**
 * Places arcs beside rows of equal height. In a row their ends are spread so that they do not cross near it: from top to bottom those that
 * go up, the shortest first, then those that go down, the longest first. Longer arcs reach farther and are drawn first, beneath the others.
 * @param height of a row, pixels
 * @param room pixels to the right that the longest arc may take
 * @returns in drawing order
 */
export function placeArcs(links: readonly ArcLink[], height: number, room: number): PlacedArc[] {
  const most = Math.max(1, ...links.map(({ weight }) => weight));
  const perUnit = Math.min(2, (THICK - THIN) / most);
  const farthest = Math.max(1, ...links.map(({ from, to }) => Math.abs(to - from)));
  const ends = new Map<string, number>();
  const rows = new Set(links.flatMap(({ from, to }) => [from, to]));
  for (const row of rows) {
    const here = links
      .flatMap((link) => [
        ...(link.from === row ? [{ id: `${link.key}:from`, away: link.to - row }] : []),
        ...(link.to === row ? [{ id: `${link.key}:to`, away: link.from - row }] : []),
      ])
      .sort((a, b) => rank(a.away) - rank(b.away) || b.away - a.away || (a.id < b.id ? -1 : 1));
    const step = Math.min(5, (height - 6) / here.length);
    here.forEach(({ id }, index) => {
      ends.set(id, row * height + height / 2 + (index - (here.length - 1) / 2) * step);
    });
  }
  return links
    .map((link) => ({
      key: link.key,
      link,
      y1: ends.get(`${link.key}:from`)!,
      y2: ends.get(`${link.key}:to`)!,
      depth: Math.min(
        room,
        (room * Math.sqrt(Math.abs(link.to - link.from) / farthest) + 16) / (1 + 16 / room),
        24 + 0.8 * height * Math.abs(link.to - link.from),
      ),
      width: THIN + perUnit * (link.weight - 1),
    }))
    .sort((a, b) => b.depth - a.depth || a.y1 - b.y1);
}

/** Upwards before downwards. */
const rank = (away: number): number => (away < 0 ? 0 : 1);

/** An arc as a path: two quarter turns with a straight stretch between them, ending before the arrow's tip. */
export function arcPath({ y1, y2, depth }: PlacedArc, left: number, arrow: number): string {
  const way = Math.sign(y2 - y1) || 1;
  const turn = Math.min(depth, Math.abs(y2 - y1) / 2);
  const right = left + depth;
  return (
    `M${left} ${y1}H${right - turn}Q${right} ${y1} ${right} ${y1 + way * turn}` +
    `V${y2 - way * turn}Q${right} ${y2} ${right - turn} ${y2}H${left + arrow}`
  );
}
