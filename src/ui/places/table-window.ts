/** A row of a long table that is there, or the height of the rows between two of them that are not. */
export type Piece = { kind: 'row'; index: number } | { kind: 'space'; key: string; height: number };

/**
 * What of a long table of equally high rows has to be there.
 * @param view pixels from the top of the rows to the top of the box that scrolls, the height of the box, and how many
 * rows above and below it have to be there too
 * @param kept a row that stays wherever the view is, because the focus is in it; −1: none
 */
export function piecesOf(
  rows: number,
  rowHeight: number,
  view: { top: number; height: number; spare: number },
  kept: number,
): Piece[] {
  const first = Math.max(0, Math.floor(view.top / rowHeight) - view.spare);
  const last = Math.min(rows - 1, Math.ceil((view.top + view.height) / rowHeight) + view.spare);
  const there: number[] = [];
  if (kept >= 0 && kept < Math.min(first, rows)) there.push(kept);
  for (let index = Math.min(first, rows); index <= last; index++) there.push(index);
  if (kept > last && kept < rows) there.push(kept);
  const pieces: Piece[] = [];
  let next = 0;
  const space = (until: number): void => {
    if (until > next) pieces.push({ kind: 'space', key: `space ${pieces.length}`, height: (until - next) * rowHeight });
  };
  for (const index of there) {
    space(index);
    pieces.push({ kind: 'row', index });
    next = index + 1;
  }
  space(rows);
  return pieces;
}

/**
 * Places in the document for the rows that are there: a row that stays keeps its place, and one that comes takes the place of one
 * that is gone, so that it is not made anew.
 * @param before place by row
 */
export function placeRows(before: ReadonlyMap<number, number>, rows: readonly number[]): Map<number, number> {
  const kept = rows.flatMap((row) => before.get(row) ?? []);
  const taken = new Set(kept);
  let next = 0;
  const free = (): number => {
    while (taken.has(next)) next++;
    return next++;
  };
  return new Map(rows.map((row) => [row, before.get(row) ?? free()]));
}
