import type { Problem } from '../../model/types.ts';
import { problemLog } from './problem-log.ts';
import {
  isIgnored,
  isProjection,
  meaningOf,
  PRIVATE_MEANINGS,
  unitFactor,
  withoutProjection,
  type FileKind,
  type Meaning,
} from './synonyms.ts';
import { topOf, type OwnTable } from './table.ts';

/** What a column was taken for. */
export interface Column {
  index: number;
  /** As it stands in the file, both rows of it. */
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
/** Columns of names from the lowest level up: the first stands for the area where no column says so. */
const NAME_LEVELS: readonly Meaning[] = ['township_name', 'county_name', 'prefecture_name', 'province_name'];

/**
 * Finds the header among title lines and says what each column means: one row, or two with merged cells.
 * @param chosen meanings chosen by hand, which win over the table of synonyms
 * @returns codes: `header.none` {expected}, `header.ambiguous` {meaning, columns}: of several columns of one meaning none is taken;
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
  for (let first = 0; first < searched; first++) {
    for (const last of first + 1 < rows.length ? [first, first + 1] : [first]) {
      const upper = rows[first] ?? [];
      const lower = last > first ? (rows[last] ?? []) : null;
      if (lower && !canBeLowerRow(upper, lower)) continue;
      const columns = columnsOf(upper, lower, kind, chosen);
      const score = columns.filter((column) => column.meaning !== null).length;
      if (!NEEDED[kind].every((group) => columns.some(({ meaning }) => meaning && group.includes(meaning)))) continue;
      if (score <= (best?.score ?? 0)) continue;
      const titles = rows.slice(0, first).map((row) => row.filter((cell) => cell.trim() !== '').join(' '));
      best = { header: { columns, first, last, titles: titles.filter((title) => title !== '') }, score };
    }
  }
  return best?.header ?? null;
}

/** The second row of a header has words and years, no figures, and something below a cell of the first row. */
function canBeLowerRow(upper: string[], lower: string[]): boolean {
  const filled = lower.filter((cell) => cell.trim() !== '');
  // A line with its first cell alone is a title.
  if (filled.length === 0 || upper.slice(1).every((cell) => cell.trim() === '')) return false;
  return filled.every((cell) => {
    const { rest, year } = partsOf(cell);
    return year !== null || !/\d/.test(rest.replace(/^[53]\+[32]/, ''));
  });
}

function columnsOf(upper: string[], lower: string[] | null, kind: FileKind, chosen: Chosen): Column[] {
  let above = '';
  return Array.from({ length: Math.max(upper.length, lower?.length ?? 0) }, (_, index) => {
    const own = (upper[index] ?? '').trim();
    const below = (lower?.[index] ?? '').trim();
    // A merged cell leaves blanks to its right; what stands below them belongs to it.
    above = own !== '' || below === '' ? own : above;
    const column = columnOf(index, above, below, kind);
    const byHand = chosen[index];
    return byHand === undefined ? column : { ...column, meaning: byHand };
  });
}

function columnOf(index: number, above: string, below: string, kind: FileKind): Column {
  const top = partsOf(above);
  const bottom = partsOf(below);
  const year = bottom.year ?? top.year;
  const texts = /^(合计|小计|总计|总数|计)$/.test(bottom.rest)
    ? [top.rest, top.rest + bottom.rest]
    : [top.rest + bottom.rest, bottom.rest, bottom.rest === '' ? '' : top.rest];
  const onlyYear = year !== null && top.rest === '' && bottom.rest === '';
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

const unbracketed = (text: string): string => text.replace(/\([^)]*\)/g, '');

/** A header cell taken apart: year, unit in brackets, and the words. */
function partsOf(cell: string): { rest: string; year: number | null; unit: number | null } {
  let rest = cell.normalize('NFKC').replace(/\s+/g, ' ').trim();
  rest = rest.replace(/^其中:?/, '');
  let unit: number | null = null;
  rest = rest.replace(/[([【](?:单位:?)?([^)\]】]*)[)\]】]/g, (whole, inside: string) => {
    const factor = unitFactor(inside);
    if (factor === null) return isProjection(inside) ? '' : whole;
    unit = factor;
    return '';
  });
  const dated = /(?<!\d)((?:19|20)\d\d)(?!\d)\s*(?:年(?:末|底|度)?|\.0+)?/.exec(rest);
  if (dated) rest = rest.replace(dated[0], '');
  rest = withoutProjection(rest);
  return { rest: rest.replace(/^[\s_\-:y]+$/i, '').trim(), year: dated ? Number(dated[1]) : null, unit };
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
