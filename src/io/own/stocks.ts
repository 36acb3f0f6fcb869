import type { Reference } from '../../model/reference.ts';
import type { AreaStock, Sex, Source } from '../../model/types.ts';
import { totalOf } from './parts.ts';
import type { ProblemLog } from './problem-log.ts';
import type { Category, StaffRow } from './staff-row.ts';

const MIN_AGE = 20;
const AGES = 60;
const STATUSES: readonly Category[] = ['registered', 'assistant', 'unregistered'];

/** What a year's rows of one area add up to. */
export interface OwnStock {
  stock: AreaStock;
  /** The file gives only all GPs, without their status. */
  undivided: boolean;
  /** The file lists eligible physicians. */
  eligible: boolean;
}

/**
 * The stock of one area at the end of a year. Statuses that the file does not have are 0. Where it has GPs of unknown status
 * alone, they stand as registered.
 * @param rows all of one area and year
 * @param listed the year's file lists people in training anywhere
 * @returns codes: `check.staff-total` {area, year, total, parts}; `staffing.trained-already` {row, year, expected}
 */
export function stockOf(
  rows: readonly StaffRow[],
  about: { area: string; year: number; roster: boolean; listed: boolean; source: Source },
  reference: Reference,
  log: ProblemLog,
): OwnStock {
  const { area, year, roster } = about;
  const heads = (category: Category): number => {
    const same = rows.filter((row) => row.category === category);
    if (roster) return same.reduce((sum, row) => sum + row.heads, 0);
    // Each institution gives its own total and parts.
    const places = new Map<string, StaffRow[]>();
    for (const row of same) {
      const key = `${row.area.code} ${row.area.name} ${row.institution}`;
      places.set(key, [...(places.get(key) ?? []), row]);
    }
    let all = 0;
    for (const split of places.values()) {
      const { total, whole, parts } = totalOf(split, (row) => row.heads);
      if (whole !== null && whole < parts) log.add('check.staff-total', { area, year, total: whole, parts });
      all += Math.max(total, parts);
    }
    return all;
  };
  const total = heads('total');
  const [registered = 0, assistant = 0, unregistered = 0] = STATUSES.map(heads);
  const divided = STATUSES.some((status) => rows.some((row) => row.category === status));
  const known = registered + assistant + unregistered;
  const undivided = !divided && total > 0;
  if (divided && total > 0 && total < known) log.add('check.staff-total', { area, year, total, parts: known });
  if (divided && total > known) log.add('check.staff-rest', { area, year, total, parts: known });
  return {
    stock: {
      registered: undivided ? total : registered,
      assistant,
      unregistered,
      pool: heads('eligible'),
      ageShares: ageShares(
        rows.filter(({ category }) => (category === 'total' ? undivided : STATUSES.includes(category))),
        reference,
      ),
      training: about.listed ? trainingOf(rows, year, log) : null,
      source: about.source,
    },
    undivided,
    eligible: rows.some(({ category }) => category === 'eligible'),
  };
}

function trainingOf(rows: readonly StaffRow[], year: number, log: ProblemLog): NonNullable<AreaStock['training']> {
  return rows.flatMap(({ row, category, path, expectedYear, heads }) => {
    if (category !== 'training' || path === null || expectedYear === null) return [];
    if (expectedYear > year) return [{ path, qualifies: expectedYear, persons: heads }];
    log.add('staffing.trained-already', { row, year, value: expectedYear, expected: `> ${year}` });
    return [];
  });
}

/**
 * Shares of GPs by [sex][age 20–79]. Inside an age group, and between the sexes where none is given, GPs are spread as the
 * default structure is.
 * @returns null where no row has ages
 */
function ageShares(rows: readonly StaffRow[], reference: Reference): AreaStock['ageShares'] {
  const none = (): number[] => Array.from({ length: AGES }, () => 0);
  const shares: [number[], number[]] = [none(), none()];
  const aged = rows.filter(({ ages }) => ages !== null);
  let all = 0;
  for (const { ages, sex, heads } of aged) {
    if (ages === null || heads === 0) continue;
    const sexes: Sex[] = sex === null ? [0, 1] : [sex];
    const first = Math.min(AGES - 1, Math.max(0, ages.from - MIN_AGE));
    const last = Math.max(first, Math.min(AGES - 1, ages.to - MIN_AGE));
    const weight = (of: Sex, age: number): number => reference.ageShares[of][age] ?? 0;
    let sum = 0;
    for (const of of sexes) for (let age = first; age <= last; age++) sum += weight(of, age);
    for (const of of sexes) {
      const even =
        (sexes.length === 1 ? 1 : of === 1 ? reference.femaleShare : 1 - reference.femaleShare) / (last - first + 1);
      for (let age = first; age <= last; age++) {
        shares[of][age] = (shares[of][age] ?? 0) + heads * (sum > 0 ? weight(of, age) / sum : even);
      }
    }
    all += heads;
  }
  if (all === 0) return null;
  const share = (heads: number): number => heads / all;
  return [shares[0].map(share), shares[1].map(share)];
}
