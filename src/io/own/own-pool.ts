import type { Reference } from '../../model/reference.ts';
import type { AreaResidents } from '../../model/types.ts';
import { residentsIn } from '../growth.ts';
import type { StaffYear } from './staff-years.ts';

/** Year of the count of physicians. */
const PHYSICIAN_YEAR = 2018;

/**
 * Eligible physicians where the file lists none in any year: licensed (assistant) physicians per resident of the nation in 2018 ×
 * residents − GPs, at least 0, as for the prepared places, with the nation's figure for the province's. All specialties are in it:
 * an upper bound.
 * @returns whether they have been put in
 */
export function fillPools(
  years: readonly StaffYear[],
  residents: readonly AreaResidents[],
  reference: Reference,
): boolean {
  const nation = reference.nationalResidents.find(({ year }) => year === PHYSICIAN_YEAR)?.persons;
  if (nation === undefined || years.some(({ stocks }) => stocks.some(({ eligible }) => eligible))) return false;
  for (const { year, stocks } of years) {
    stocks.forEach(({ stock }, area) => {
      const here = residents[area] ? residentsIn(residents[area], year) : 0;
      const physicians = (reference.physicians2018 / nation) * here;
      stock.pool = Math.max(0, physicians - stock.registered - stock.assistant - stock.unregistered);
    });
  }
  return true;
}
