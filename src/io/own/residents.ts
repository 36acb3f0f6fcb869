import type { Reference } from '../../model/reference.ts';
import type { AreaResidents } from '../../model/types.ts';
import { countsOf, eachYear, type OwnArea } from './areas.ts';
import { agesOf } from './census-ages.ts';
import type { CensusFigures } from './census.ts';
import { totalOf } from './parts.ts';
import type { ProblemLog } from './problem-log.ts';

/** Parts may differ from their whole by so much of it. */
const SLACK = 0.001;

/**
 * Residents of one area for the model.
 * @param lastObserved later years are the file's own projection, as are the years that it calls so
 * @returns codes: `check.parts` {area, year, total, parts}; those of `agesOf`
 */
export function residentsOf(
  area: OwnArea,
  rows: CensusFigures,
  lastObserved: number,
  reference: Reference,
  log: ProblemLog,
): AreaResidents {
  const points = { observed: [] as AreaResidents['observed'], projected: [] as AreaResidents['projected'] };
  const [detail, count] = countsOf(rows);
  const isCounted = (at: number): boolean => !detail(at).projected;
  let index = 0;
  eachYear(area.figures, rows, (year, from, to) => {
    const known = area.years[index++];
    if (known && to - from === 1) {
      const observed = year <= lastObserved && isCounted(area.figures[from]!);
      points[observed ? 'observed' : 'projected'].push(known);
      return;
    }
    const same = area.figures.subarray(from, to);
    const counted = same.filter(isCounted);
    const observed = counted.length > 0 && year <= lastObserved;
    const { total, whole, parts } = totalOf(observed ? counted : same, detail, count);
    if (whole !== null && parts > 0 && Math.abs(whole - parts) > whole * SLACK) {
      log.add('check.parts', { area: area.name, year, total: whole, parts });
    }
    points[observed ? 'observed' : 'projected'].push({ year, persons: total });
  });
  const counted = (at: number): boolean => isCounted(at) && detail(at).year <= lastObserved;
  return { ...points, trendFactor: null, ages: agesOf(area, rows, counted, reference, log) };
}

/** Share of residents outside urban areas at the last year for which the file has both; null where it has not. */
export function ruralShareOf({ figures }: OwnArea, rows: CensusFigures): number | null {
  for (let index = figures.length - 1; index >= 0; index--) {
    const at = figures[index]!;
    const what = rows.whats[rows.what[at]!];
    const [urban, persons] = [rows.urban[at]!, rows.value[at]!];
    if (Number.isNaN(urban) || persons <= 0 || what?.sex !== null || what.ages !== null) continue;
    return Math.max(0, 1 - urban / persons);
  }
  return null;
}
