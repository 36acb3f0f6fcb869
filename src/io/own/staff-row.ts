import type { PathName, Sex } from '../../model/types.ts';
import { areaReader, type AreaRef } from './area-ref.ts';
import { AGES_KEYS, agesKey } from './cell.ts';
import { institutionKind, type InstitutionKind } from './institution.ts';
import { figureList, type Figures, type Numbered } from './figure-list.ts';
import { columnFor, type Header } from './header.ts';
import type { ProblemLog } from './problem-log.ts';
import { lastMemory } from './row-memory.ts';
import type { BodyRow } from './rows.ts';
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

/** Numbers area and institution of rows. @param wheres where they are numbered */
export function staffWheres(
  wheres: Numbered<StaffWhere>,
): (area: AreaRef, institution: string | null, type: string) => number {
  // Rows of one area mostly name one institution.
  const last = new Map<AreaRef, { institution: string | null; type: string; number: number }>();
  return (area, institution, type) => {
    const known = last.get(area);
    if (known && known.institution === institution && known.type === type) return known.number;
    const kind = institutionKind(type, institution);
    const number = wheres.numberOf(`${area.code} ${area.name} ${institution} ${kind}`, () => ({
      area,
      institution,
      kind,
    }));
    last.set(area, { institution, type, number });
    return number;
  };
}

/** As `staffWheres`, of the rows of a table. */
export function staffPlaces(
  table: OwnTable,
  header: Header,
  wheres: Numbered<StaffWhere>,
  log: ProblemLog,
): (row: BodyRow) => number {
  const [institutions, types] = [columnFor(header, 'institution'), columnFor(header, 'institution_type')];
  const institutionOf = readEach(table, institutions?.index ?? null, (text) => text || null);
  const typeOf = readEach(table, types?.index ?? null, (text) => text);
  const areaOf = areaReader(table, header, log);
  const whereOf = staffWheres(wheres);
  const areas = [columnFor(header, 'area_code'), columnFor(header, 'area_name')];
  const read = (row: BodyRow): number => whereOf(areaOf(row), institutionOf(row.at), typeOf(row.at));
  return lastMemory(table, areas, [institutions, types], read, log);
}

/** All that tells one kind of heads from another, as a number; for nearly all kinds one of those that engines are quick with. */
export function staffWhatKey({ year, category, sex, ages, path, expectedYear }: StaffWhat): number {
  const kind = ((year - FIRST_BASE) * CATEGORIES.length + CATEGORIES.indexOf(category)) * 3 + (sex ?? 2);
  const training =
    (path === null ? 0 : PATHS.indexOf(path) + 1) * 200 + (expectedYear === null ? 0 : expectedYear - 1950);
  return (training * KINDS + kind) * AGES_KEYS + agesKey(ages);
}

export const staffList = () => figureList<StaffWhere, StaffWhat>();
