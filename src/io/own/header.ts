import type { Problem } from '../../model/types.ts';
import { isSumWord, isTitleLine, partsOf, unbracketed } from './header-cell.ts';
import { problemLog } from './problem-log.ts';
import { isIgnored, isProjection, meaningOf, PRIVATE_MEANINGS, type FileKind, type Meaning } from './synonyms.ts';
import { topOf, type OwnTable } from './table.ts';

/** What a column was taken for. */
export interface Column {
  index: number;
  /** As it stands in the file, all rows of it. */
  text: string;
  meaning: Meaning | null;
  /** The year that the header names (wide files); null where rows have their own. */
  year: number | null;
  /** What numbers are multiplied by (10,000 for 万人); null where the header does not say. */
  unit: number | null;
  /** The header speaks of years to come. */
  projected: boolean;
}

export interface Header {
  columns: Column[];
  /** Rows of the header, from 0, both included. */
  first: number;
  last: number;
  /** Lines above the header. */
  titles: string[];
}

/** Meanings by column, from 0, chosen by hand; null: the column is not used. */
export type Chosen = Readonly<Record<number, Meaning | null>>;

/** The header is looked for in so many first rows. */
const SEARCHED = 40;
/** A header has so many rows at most. */
const MOST_ROWS = 3;
/** What can be measured by column and year: several columns of one meaning are well where their years differ. */
const MAIN: Record<FileKind, Meaning> = { census: 'population', staffing: 'headcount', distances: 'km' };
/** Any one of each group must be there for a row to be a header. */
const NEEDED: Record<FileKind, readonly (readonly Meaning[])[]> = {
  census: [
    ['area_code', 'area_name', 'township_name', 'county_name', 'prefecture_name', 'province_name'],
    ['population', 'registered_population', 'service_population', 'population_male', 'population_female'],
  ],
  staffing: [
    [
      'headcount',
      'registered',
      'assistant',
      'unregistered',
      'eligible',
      'category',
      'registration_scope',
      'path',
      'certificate',
    ],
  ],
  distances: [['from_code', 'from_name'], ['to_code', 'to_name'], ['km']],
};
const POPULATIONS: readonly Meaning[] = ['population', 'registered_population', 'service_population'];
/** Columns of names from the lowest level up: the first stands for the area where no column says so. */
const NAME_LEVELS: readonly Meaning[] = ['township_name', 'county_name', 'prefecture_name', 'province_name'];

/**
 * Finds the header among title lines and says what each column means: one row, or two or three with merged cells.
 * @param chosen meanings chosen by hand, which win over the table of synonyms
 * @returns codes: `header.none` {expected}, `header.ambiguous` {meaning, columns}: of several columns of one meaning none is
 * taken, unless one was chosen by hand;
 * `check.unused-columns` {columns}
 */
export function readColumns(
  table: OwnTable,
  kind: FileKind,
  chosen: Chosen = {},
): { header: Header | null; problems: Problem[] } {
  const log = problemLog(table.file);
  const found = findHeader(topOf(table, SEARCHED + 1), kind, chosen);
  if (found === null) {
    log.add('header.none', { expected: NEEDED[kind].map((group) => group[0]).join(' + ') });
    return { header: null, problems: log.all() };
  }
  const columns = resolveNames(found.columns);
  const ambiguous = new Set<number>();
  for (const [meaning, same] of repeated(columns)) {
    if (PRIVATE_MEANINGS.includes(meaning)) continue;
    const byHand = same.filter(({ index }) => chosen[index] === meaning);
    if (byHand.length === 1) {
      for (const column of same) if (column !== byHand[0]) column.meaning = null;
      continue;
    }
    log.add('header.ambiguous', { meaning, columns: same.map(labelOf).join(' / ') });
    for (const column of same) {
      column.meaning = null;
      ambiguous.add(column.index);
    }
  }
  const unknown = columns.filter(
    (column) =>
      column.meaning === null && !isIgnored(column.text) && !(column.index in chosen) && !ambiguous.has(column.index),
  );
  if (unknown.length > 0) log.add('check.unused-columns', { columns: unknown.map(labelOf).join(' / ') });
  return { header: { ...found, columns }, problems: log.all() };
}

/** How a reader finds a column again: its number, from 1, and what stands at its top. */
const labelOf = ({ index, text }: Column): string => `${index + 1} ${text}`;

function findHeader(rows: string[][], kind: FileKind, chosen: Chosen): Header | null {
  let best: { header: Header; score: number } | null = null;
  const searched = Math.min(SEARCHED, rows.length);
  const byHand = Object.keys(chosen).length > 0;
  for (let first = 0; first < searched; first++) {
    if (!byHand && hasFigures(rows[first] ?? [])) continue;
    for (let last = first; last < Math.min(rows.length, first + MOST_ROWS); last++) {
      if (last > first && !canFollow(rows[last - 1] ?? [], rows[last] ?? [])) break;
      const columns = settled(columnsOf(rows.slice(first, last + 1), kind, chosen), kind);
      const score = columns.filter((column) => column.meaning !== null).length;
      if (!NEEDED[kind].every((group) => columns.some(({ meaning }) => meaning && group.includes(meaning)))) continue;
      if (score <= (best?.score ?? 0)) continue;
      const corner = isTitleLine([columns[0]?.text ?? '']) ? [[columns[0]?.text ?? '']] : [];
      const above = [...rows.slice(0, first), ...corner];
      const titles = above.map((row) => row.filter((cell) => cell.trim() !== '').join(' '));
      best = { header: { columns, first, last, titles: titles.filter((title) => title !== '') }, score };
    }
  }
  return best?.header ?? null;
}

/** A row with numbers that are no years is no header: below it the numbers of years would be columns. */
const hasFigures = (row: readonly string[]): boolean =>
  row.some((cell) => /^\d[\d,.]*$/.test(cell.trim()) && partsOf(cell).year === null);

/** A further row of a header has words and years, no figures, and something below a cell of the row above. */
function canFollow(upper: string[], lower: string[]): boolean {
  const filled = lower.filter((cell) => cell.trim() !== '');
  // A line with its first cell alone is a title.
  if (filled.length === 0 || upper.slice(1).every((cell) => cell.trim() === '') || isTitleLine(upper)) return false;
  return filled.every((cell) => {
    const { rest, year } = partsOf(cell);
    return year !== null || !/\d/.test(rest.replace(/^[53]\+[32]/, ''));
  });
}

function columnsOf(rows: string[][], kind: FileKind, chosen: Chosen): Column[] {
  const below = rows.at(-1) ?? [];
  const above = rows.slice(0, -1).map(() => '');
  return Array.from({ length: Math.max(...rows.map(({ length }) => length)) }, (_, index) => {
    const own = rows.map((row) => (row[index] ?? '').trim());
    // A merged cell leaves blanks to its right; what stands below them belongs to it.
    for (let row = 0; row < above.length; row++) {
      if (own[row] === '' && own.slice(row + 1).some((text) => text !== '')) continue;
      above.fill('', row);
      above[row] = own[row] ?? '';
    }
    const over = above.filter((text) => text !== '').join(' ');
    const column =
      rows.length === 1
        ? columnOf(index, own[0] ?? '', '', kind)
        : columnOf(index, over, (below[index] ?? '').trim(), kind);
    const byHand = chosen[index];
    return byHand === undefined ? column : { ...column, meaning: byHand };
  });
}

function columnOf(index: number, above: string, below: string, kind: FileKind): Column {
  const top = partsOf(above);
  const bottom = partsOf(below);
  const year = bottom.year ?? top.year;
  const rest = top.rest + bottom.rest;
  const texts = isSumWord(bottom.rest) ? [top.rest, rest] : [rest, bottom.rest, bottom.rest === '' ? '' : top.rest];
  const onlyYear = year !== null && (rest === '' || isSumWord(rest));
  const meaning = onlyYear
    ? MAIN[kind]
    : texts.reduce<Meaning | null>(
        (known, text) => known ?? meaningOf(kind, text) ?? meaningOf(kind, unbracketed(text)),
        null,
      );
  return {
    index,
    text: [above, below].filter((text) => text !== '').join(' '),
    meaning,
    year,
    unit: bottom.unit ?? top.unit,
    projected: isProjection(above) || isProjection(below),
  };
}

/**
 * What a header leaves unsaid: under a corner that is blank or tells the unit stand the areas; where no other column of a census is the population, a column
 * of sums is.
 */
function settled(columns: Column[], kind: FileKind): Column[] {
  const has = (group: readonly Meaning[]) => columns.some(({ meaning }) => meaning !== null && group.includes(meaning));
  const corner = kind === 'census' && !has(NEEDED.census[0] ?? []);
  const sums = kind === 'census' && !has(POPULATIONS);
  return columns.map((column, index) => {
    if (column.meaning !== null) return column;
    if (corner && index === 0 && (column.text === '' || isTitleLine([column.text])))
      return { ...column, meaning: 'area_name' };
    return sums && isSumWord(partsOf(column.text).rest) ? { ...column, meaning: 'population' } : column;
  });
}

/** Where no column is the area itself, the lowest level that has a column is. */
function resolveNames(columns: Column[]): Column[] {
  if (columns.some(({ meaning }) => meaning === 'area_name')) return columns;
  const lowest = NAME_LEVELS.find((level) => columns.some(({ meaning }) => meaning === level));
  return columns.map((column) => (column.meaning === lowest && lowest ? { ...column, meaning: 'area_name' } : column));
}

function repeated(columns: Column[]): [Meaning, Column[]][] {
  const groups = new Map<string, Column[]>();
  for (const column of columns) {
    if (column.meaning === null) continue;
    const key = `${column.meaning} ${column.year ?? ''} ${column.projected}`;
    groups.set(key, [...(groups.get(key) ?? []), column]);
  }
  return [...groups.values()].flatMap((same): [Meaning, Column[]][] => {
    const meaning = same[0]?.meaning;
    return same.length > 1 && meaning ? [[meaning, same]] : [];
  });
}

/** Meaning of a column of the header, where exactly one has it. */
export function columnFor(header: Header, meaning: Meaning): Column | null {
  return header.columns.find((column) => column.meaning === meaning) ?? null;
}

/** The column with the names of what the areas belong to. */
export const parentColumn = (header: Header): Column | null =>
  columnFor(header, 'county_name') ?? columnFor(header, 'prefecture_name') ?? columnFor(header, 'province_name');
