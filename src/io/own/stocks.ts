import type { AreaStock, Source } from '../../model/types.ts';
import type { ageSharer } from './age-shares.ts';
import { totalOf } from './parts.ts';
import type { ProblemLog } from './problem-log.ts';
import type { Category, StaffFigures, StaffWhat } from './staff-row.ts';

const STATUSES: readonly Category[] = ['registered', 'assistant', 'unregistered'];
const UNDIVIDED: readonly Category[] = [...STATUSES, 'total'];

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
 * @param figures all of one area and year
 * @returns codes: `check.staff-total` {area, year, total, parts}; `staffing.trained-already` {row, year, expected}
 */
export function stockOf(
  figures: readonly number[],
  rows: StaffFigures,
  about: {
    area: string;
    year: number;
    roster: boolean;
    /** The year's file lists people in training anywhere. */
    listed: boolean;
    source: Source;
  },
  sharesOf: ReturnType<typeof ageSharer>,
  log: ProblemLog,
): OwnStock {
  const { area, year } = about;
  const found = new Set<Category>();
  for (const at of figures) found.add(rows.whats[rows.what[at]!]!.category);
  const has = (category: Category): boolean => found.has(category);
  const heads = (category: Category): number => (has(category) ? headsOf(figures, rows, category, about, log) : 0);
  const total = heads('total');
  const [registered, assistant, unregistered] = [heads('registered'), heads('assistant'), heads('unregistered')];
  const divided = STATUSES.some(has);
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
      ageShares: sharesOf(figures, undivided ? UNDIVIDED : STATUSES),
      training: about.listed ? trainingOf(figures, rows, year, log) : null,
      source: about.source,
    },
    undivided,
    eligible: has('eligible'),
  };
}

/** Heads of one category; each institution gives its own total and parts. */
function headsOf(
  figures: readonly number[],
  rows: StaffFigures,
  category: Category,
  { area, year, roster }: { area: string; year: number; roster: boolean },
  log: ProblemLog,
): number {
  const detail = (at: number): StaffWhat => rows.whats[rows.what[at]!]!;
  const count = (at: number): number => rows.value[at]!;
  if (roster) {
    let heads = 0;
    for (const at of figures) if (detail(at).category === category) heads += count(at);
    return heads;
  }
  const same = figures.filter((at) => detail(at).category === category);
  if (same.length === 1) return count(same[0]!);
  const places = new Map<number, number[]>();
  for (const at of same) {
    const place = places.get(rows.where[at]!);
    if (place) place.push(at);
    else places.set(rows.where[at]!, [at]);
  }
  let all = 0;
  for (const place of places.values()) {
    const { total, whole, parts } = totalOf(place, detail, count);
    if (whole !== null && whole < parts) log.add('check.staff-total', { area, year, total: whole, parts });
    all += Math.max(total, parts);
  }
  return all;
}

function trainingOf(
  figures: readonly number[],
  rows: StaffFigures,
  year: number,
  log: ProblemLog,
): NonNullable<AreaStock['training']> {
  return figures.flatMap((at) => {
    const { category, path, expectedYear } = rows.whats[rows.what[at]!]!;
    if (category !== 'training' || path === null || expectedYear === null) return [];
    if (expectedYear > year) return [{ path, qualifies: expectedYear, persons: rows.value[at]! }];
    const row = rows.row[at]!;
    log.add('staffing.trained-already', { row, year, value: expectedYear, expected: `> ${year}` });
    return [];
  });
}
