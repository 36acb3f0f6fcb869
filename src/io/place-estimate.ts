import type { AreaResidents, AreaStock, ObservedPoint, Source } from '../model/types.ts';
import { residentsByArea } from './growth.ts';
import type { National } from './national.ts';
import type { Context } from './place-context.ts';
import { residentsOf, type Province } from './provinces.ts';

const SURVEY_YEAR = 2017;
const PHYSICIAN_YEAR = 2018;

/**
 * Share of GPs who are registered, by province and year.
 * Rule: unregistered share of the province in 2017 × national unregistered share of the year ÷ that of 2017, within 0–1.
 */
export function registeredShareOf(national: National, province: Province, year: number): number {
  const change = (1 - national.registeredShare(year)) / (1 - national.registeredShare(SURVEY_YEAR));
  return 1 - Math.min(1, Math.max(0, (1 - province.registeredShare2017) * change));
}

/**
 * GPs of so many residents of a province at the end of a year: an estimate, never a count.
 * Rule: GPs per resident of the province in 2017 × national density of the year ÷ that of 2017 × residents.
 * @returns persons
 */
export function gpsByDensity(national: National, province: Province, year: number, residents: number): number {
  const density2017 = province.gps2017 / residentsOf(province, SURVEY_YEAR);
  return density2017 * (national.density(year) / national.density(SURVEY_YEAR)) * residents;
}

/**
 * Splits GPs by status and adds the eligible physicians: licensed (assistant) physicians per resident of the province in 2018
 * × residents − GPs, at least 0. Assistant GPs are not shown apart in any source.
 */
export function stockOf(
  national: National,
  province: Province,
  area: { gps: number; residents: number; year: number },
  source: Source,
): AreaStock {
  const registered = area.gps * registeredShareOf(national, province, area.year);
  const physicians = (province.physicians2018 / residentsOf(province, PHYSICIAN_YEAR)) * area.residents;
  return {
    registered,
    assistant: 0,
    unregistered: area.gps - registered,
    pool: Math.max(0, physicians - area.gps),
    ageShares: null,
    training: null,
    source,
  };
}

/** Stocks of areas without any GP figure of their own, from their residents at the end of the year. */
export function estimatedStocks(
  { national }: Context,
  province: Province,
  areas: number[],
  year: number,
  source: Source,
): AreaStock[] {
  return areas.map((residents) =>
    stockOf(national, province, { gps: gpsByDensity(national, province, year, residents), residents, year }, source),
  );
}

/** Estimated past values of the whole place for every year in which the nation counted. */
export function estimatedPast(
  context: Context,
  province: Province,
  areas: AreaResidents[],
  whole: AreaResidents | null,
): ObservedPoint[] {
  const { national, sourceOf } = context;
  return national.residents.map(({ year }) => {
    const residents = residentsByArea(areas, whole, year).reduce((sum, persons) => sum + persons, 0);
    const certified = gpsByDensity(national, province, year, residents);
    const registered = certified * registeredShareOf(national, province, year);
    return { year, scope: 'all', certified, registered, source: sourceOf('observed-density') };
  });
}
