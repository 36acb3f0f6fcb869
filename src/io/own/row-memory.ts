import type { Column } from './header.ts';
import type { ProblemLog } from './problem-log.ts';
import type { BodyRow } from './rows.ts';
import { textAt } from './text-numbers.ts';
import type { OwnTable } from './table.ts';

/** A column whose texts are read alike where they have the same class; a text without one must be read where it stands. */
export interface Classed {
  column: Column | null;
  classOf(text: string): string | number | boolean | null;
}

/** Number of the text in a row. Beyond the last it is not looked: engines read arrays faster that are always read within. */
const idAt = (ids: Uint32Array, row: number): number => (row < ids.length ? ids[row]! : 0);

/** So many kinds of rows have a place in a list; more are found in a map. */
const MOST_LISTED = 2 ** 21;

/**
 * Reads rows that say the same once: half a million persons are of some thousand kinds. What was told as a problem is told of every
 * row.
 * @param read gives a number from 0 on, or what a row that is not counted gives, below 0
 * @param log where it tells problems
 */
export function rowMemory(
  table: OwnTable,
  columns: readonly Classed[],
  read: (row: BodyRow) => number,
  log: ProblemLog,
): (row: BodyRow) => number {
  const told = columns.flatMap((one) => classesOf(table, one) ?? []);
  const kinds = told.reduce((product, { count }) => product * count, 1);
  const known = kinds <= MOST_LISTED ? listOf(kinds) : mapOf();
  return (row) => {
    let key = 0;
    for (let column = 0; column < told.length; column++) {
      const { ids, classes, count } = told[column]!;
      const of = classes[idAt(ids, row.at)]!;
      if (of < 0) return read(row);
      key = key * count + of;
    }
    const before = known.get(key);
    if (before !== undefined) return before;
    const problems = log.count();
    const found = read(row);
    if (log.count() === problems) known.set(key, found);
    return found;
  };
}

/** Class of each text of a column by number, -1 where it has none; null: all are of one. */
function classesOf(
  table: OwnTable,
  { column, classOf }: Classed,
): { ids: Uint32Array; classes: Int32Array; count: number } | null {
  const cells = column === null ? undefined : table.columns[column.index];
  if (!cells) return null;
  const numbers = new Map<string | number | boolean, number>();
  const classes = new Int32Array(cells.texts.numbers.length);
  for (let text = 0; text < classes.length; text++) {
    const of = classOf(textAt(cells.texts, text).trim());
    if (of !== null && !numbers.has(of)) numbers.set(of, numbers.size);
    classes[text] = of === null ? -1 : (numbers.get(of) ?? -1);
  }
  return { ids: cells.ids, classes, count: numbers.size };
}

interface Known {
  get(key: number): number | undefined;
  set(key: number, value: number): void;
}

const mapOf = (): Known => new Map<number, number>();

function listOf(length: number): Known {
  const values = new Int32Array(length);
  const known = new Uint8Array(length);
  return {
    get: (key) => (known[key] === 1 ? values[key] : undefined),
    set(key, value) {
      values[key] = value;
      known[key] = 1;
    },
  };
}

/**
 * As `rowMemory`, for what many cells say in many ways: remembered is only the last row of each text of the first column that is
 * there. @param ofArea columns that are read where the row's area stands @param ofParent where the name of what it belongs to stands
 * @param ofRow columns that are read in the row itself
 */
export function lastMemory(
  table: OwnTable,
  ofArea: readonly (Column | null)[],
  ofParent: readonly (Column | null)[],
  ofRow: readonly (Column | null)[],
  read: (row: BodyRow) => number,
  log: ProblemLog,
): (row: BodyRow) => number {
  const idsOf = (columns: readonly (Column | null)[]) =>
    columns.flatMap((column) => (column === null ? [] : (table.columns[column.index] ?? [])));
  const [areas, parents, rows] = [idsOf(ofArea), idsOf(ofParent), idsOf(ofRow)];
  const [first] = [...areas, ...parents, ...rows];
  if (!first) return read;
  /** Texts of the other columns, and what was found, plus one; 0: nothing yet. */
  const fields = areas.length + parents.length + rows.length + 1;
  const last = new Int32Array(first.texts.numbers.length * fields);
  const now = new Int32Array(fields - 1);
  return (row) => {
    let at = 0;
    for (let column = 0; column < areas.length; column++) now[at++] = idAt(areas[column]!.ids, row.area);
    for (let column = 0; column < parents.length; column++) now[at++] = idAt(parents[column]!.ids, row.parent);
    for (let column = 0; column < rows.length; column++) now[at++] = idAt(rows[column]!.ids, row.at);
    const place = now[0]! * fields;
    let same = last[place + fields - 1] !== 0;
    for (let field = 0; same && field < now.length; field++) same = last[place + field] === now[field];
    if (same) return last[place + fields - 1]! - 1;
    const problems = log.count();
    const found = read(row);
    if (log.count() !== problems) return found;
    for (let field = 0; field < now.length; field++) last[place + field] = now[field]!;
    last[place + fields - 1] = found + 1;
    return found;
  };
}
