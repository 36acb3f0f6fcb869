import { monthNumber } from '../../model/reassign/months.ts';
import type { Move, MoveLever } from '../../model/reassign/types.ts';
import { MOVE_LEVERS, OUTSIDE } from '../../model/reassign/types.ts';
import type { Lang } from '../../model/types.ts';
import type { MovesDictionary } from '../../text/moves-en.ts';

/** Columns of the list of moves, in their order. */
export const MOVE_COLUMNS = ['from', 'to', 'persons', 'lever', 'start', 'end', 'km', 'why'] as const;
export type MoveColumn = (typeof MOVE_COLUMNS)[number];
export interface MoveSorting {
  column: MoveColumn;
  descending: boolean;
}

/** A move with every cell as the reader sees it. */
export interface MoveRow {
  move: Move;
  cells: Record<MoveColumn, string>;
}

/** Names of areas, and of what lies outside the place. */
export type NameOf = (area: number) => string;

export function moveRows(moves: readonly Move[], nameOf: NameOf, text: MovesDictionary): MoveRow[] {
  return moves.map((move) => ({
    move,
    cells: {
      from: move.from === OUTSIDE ? text.outside : nameOf(move.from),
      to: nameOf(move.to),
      persons: String(move.persons),
      lever: text.lever[move.lever],
      start: text.month(move.start.year, move.start.month),
      end: move.end === null ? text.list.forGood : text.month(move.end.year, move.end.month),
      km: move.km === null ? '' : text.list.km(move.km),
      why: text.list.why(move.had, move.minimum),
    },
  }));
}

function sortValue({ move }: MoveRow, column: Exclude<MoveColumn, 'from' | 'to'>): number {
  switch (column) {
    case 'persons':
      return move.persons;
    case 'lever':
      return MOVE_LEVERS.indexOf(move.lever);
    case 'start':
      return monthNumber(move.start);
    case 'end':
      return move.end === null ? Infinity : monthNumber(move.end);
    case 'km':
      return move.km ?? Infinity;
    case 'why':
      return move.had - move.minimum;
  }
}

/** Compares two rows in the order asked for; equal rows keep the order of the plan. */
export function compareMoves(a: MoveRow, b: MoveRow, { column, descending }: MoveSorting, lang: Lang): number {
  const sign = descending ? -1 : 1;
  if (column === 'from' || column === 'to')
    return sign * a.cells[column].localeCompare(b.cells[column], lang === 'zh' ? 'zh-CN' : 'en');
  const [first, second] = [sortValue(a, column), sortValue(b, column)];
  return first === second ? 0 : sign * (first < second ? -1 : 1);
}

/** Persons by lever; levers that move nobody are left out. */
export function leverTotals(moves: readonly Move[]): { lever: MoveLever; persons: number }[] {
  return MOVE_LEVERS.map((lever) => ({
    lever,
    persons: moves.reduce((sum, move) => sum + (move.lever === lever ? move.persons : 0), 0),
  })).filter(({ persons }) => persons > 0);
}

/** The rows in groups, one a year in which moves start; one group without a year where they are few or in another order. */
export function groupRows(rows: MoveRow[], { column }: MoveSorting): { year: number | null; rows: MoveRow[] }[] {
  if (column !== 'start' || rows.length <= FEW) return [{ year: null, rows }];
  const groups = new Map<number, MoveRow[]>();
  for (const row of rows) {
    const { year } = row.move.start;
    groups.set(year, [...(groups.get(year) ?? []), row]);
  }
  return [...groups].map(([year, members]) => ({ year, rows: members }));
}
const FEW = 15;
