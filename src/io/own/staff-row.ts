import type { PathName, Sex } from '../../model/types.ts';
import { areaReader, parentReader, type AreaRef } from './area-ref.ts';
import { AGES_KEYS, agesKey } from './cell.ts';
import { institutionKind, type InstitutionKind } from './institution.ts';
import { figureList, type Figures, type Numbered } from './figure-list.ts';
import { columnFor, parentColumn, type Header } from './header.ts';
import type { ProblemLog } from './problem-log.ts';
import { lastMemory } from './row-memory.ts';
import { ownerColumns, type BodyRow } from './rows.ts';
import { readEach, type OwnTable } from './table.ts';

/** `total`: GPs whose status the file does not say. */
export type Category = 'registered' | 'assistant' | 'unregistered' | 'eligible' | 'training' | 'total';
export const CATEGORIES: readonly Category[] = [
  'registered',
  'assistant',
  'unregistered',
  'eligible',
  'training',
  'total',
];
const PATHS: readonly PathName[] = ['transfer', 'residency', 'assistant', 'ruralOriented'];

/** Where a row of a staffing file counts. */
export interface StaffWhere {
  area: AreaRef;
  /** Name of what the area belongs to: read where it has no code. */
  parentName: string | null;
  /** Stands in for the area where the file names only institutions. */
  institution: string | null;
  kind: InstitutionKind | null;
}
/** Heads of which kind are counted at the end of a year. No name, number or other mark of a person. */
export interface StaffWhat {
  year: number;
  category: Category;
  /** null: not given. */
  sex: Sex | null;
  ages: { from: number; to: number } | null;
  /** For people in training. */
  path: PathName | null;
  expectedYear: number | null;
}
/** Heads; `row` is the first row of the file that is counted in each. */
export type StaffFigures = Figures<StaffWhere, StaffWhat>;

/** Years that can be a base year: a projection has a year after it, up to 2050. */
export const FIRST_BASE = 2000;
export const LAST_BASE = 2049;
/** Years, categories and sexes, not given included. */
const KINDS = (LAST_BASE - FIRST_BASE + 1) * CATEGORIES.length * 3;

/** Numbers where the rows of a table count, by their area and institution. @param wheres where they are numbered */
export function staffWheres(
  table: OwnTable,
  header: Header,
  wheres: Numbered<StaffWhere>,
): (row: BodyRow, area: AreaRef) => number {
  const [institutions, types] = institutionColumns(header);
  const institutionOf = readEach(table, institutions?.index ?? null, (text) => text || null);
  const typeOf = readEach(table, types?.index ?? null, (text) => text);
  const parentOf = parentReader(table, header);
  const isOwner = isInstitutionOwner(header);
  // Rows of one area mostly name one institution.
  const last = new Map<AreaRef, Omit<StaffWhere, 'area' | 'kind'> & { type: string; number: number }>();
  return (row, area) => {
    const parentName = area.code === null ? parentOf(row, area) : null;
    const at = isOwner ? row.area : row.at;
    const [institution, type] = [institutionOf(at), typeOf(at)];
    const known = last.get(area);
    if (known && known.institution === institution && known.type === type && known.parentName === parentName)
      return known.number;
    const kind = institutionKind(type, institution);
    const number = wheres.numberOf(`${area.code} ${area.name} ${institution} ${kind} ${parentName}`, () => ({
      area,
      parentName,
      institution,
      kind,
    }));
    last.set(area, { parentName, institution, type, number });
    return number;
  };
}

/** Merged cells of a table without areas are those of its institutions. */
const isInstitutionOwner = (header: Header): boolean =>
  ownerColumns(header).some(({ meaning }) => meaning === 'institution');

const institutionColumns = (header: Header) => [
  columnFor(header, 'institution'),
  columnFor(header, 'institution_type'),
];

/** As `staffWheres`, where many rows say the same. */
export function staffPlaces(
  table: OwnTable,
  header: Header,
  wheres: Numbered<StaffWhere>,
  log: ProblemLog,
): (row: BodyRow) => number {
  const areaOf = areaReader(table, header, log);
  const whereOf = staffWheres(table, header, wheres);
  const read = (row: BodyRow): number => whereOf(row, areaOf(row));
  const parent = parentColumn(header);
  const institutions = institutionColumns(header);
  const [ofArea, ofRow] = isInstitutionOwner(header)
    ? [institutions, [parent]]
    : [
        [columnFor(header, 'area_code'), columnFor(header, 'area_name')],
        [parent, ...institutions],
      ];
  return lastMemory(table, ofArea, [parent], ofRow, read, log);
}

/** All that tells one kind of heads from another, as a number; for nearly all kinds one of those that engines are quick with. */
export function staffWhatKey({ year, category, sex, ages, path, expectedYear }: StaffWhat): number {
  const kind = ((year - FIRST_BASE) * CATEGORIES.length + CATEGORIES.indexOf(category)) * 3 + (sex ?? 2);
  const training =
    (path === null ? 0 : PATHS.indexOf(path) + 1) * 200 + (expectedYear === null ? 0 : expectedYear - 1950);
  return (training * KINDS + kind) * AGES_KEYS + agesKey(ages);
}

export const staffList = () => figureList<StaffWhere, StaffWhat>();
