import type { Reference } from '../../model/reference.ts';
import type { AreaResidents } from '../../model/types.ts';
import { rowsByYear, type OwnArea } from './areas.ts';
import { agesOf } from './census-ages.ts';
import { totalOf } from './parts.ts';
import type { ProblemLog } from './problem-log.ts';

/** Parts may differ from their whole by so much of it. */
const SLACK = 0.001;

/**
 * Residents of one area for the model.
 * @param lastObserved later years are the file's own projection, as are the years that it calls so
 * @returns codes: `check.parts` {area, year, total, parts}; those of `agesOf`
 */
export function residentsOf(area: OwnArea, lastObserved: number, reference: Reference, log: ProblemLog): AreaResidents {
  const points = { observed: [] as AreaResidents['observed'], projected: [] as AreaResidents['projected'] };
  for (const [year, rows] of rowsByYear(area.rows)) {
    const counted = rows.filter((row) => !row.projected);
    const observed = counted.length > 0 && year <= lastObserved;
    const { total, whole, parts } = totalOf(observed ? counted : rows, (row) => row.persons);
    if (whole !== null && parts > 0 && Math.abs(whole - parts) > whole * SLACK) {
      log.add('check.parts', { area: area.name, year, total: whole, parts });
    }
    points[observed ? 'observed' : 'projected'].push({ year, persons: total });
  }
  const ages = agesOf(
    area.rows.filter((row) => !row.projected && row.year <= lastObserved),
    area.name,
    reference,
    log,
  );
  return { ...points, trendFactor: null, ages };
}

/** Share of residents outside urban areas at the last year for which the file has both; null where it has not. */
export function ruralShareOf(area: OwnArea): number | null {
  const row = area.rows.findLast(
    ({ urban, sex, ages, persons }) => urban !== null && sex === null && ages === null && persons > 0,
  );
  return row?.urban == null ? null : Math.max(0, 1 - row.urban / row.persons);
}
