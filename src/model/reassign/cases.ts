import type { Frame } from '../frame.ts';
import type { Projection } from '../types.ts';
import { numberIn } from '../values.ts';
import type { Values } from '../values.ts';
import type { CentreCase, ReassignCase, ReassignLimits } from './case.ts';
import { distancesOf } from './distance.ts';
import { gpsAgainst, minimumOf, type Minimum } from './minimum.ts';
import { MOVE_LEVERS } from './types.ts';

/** What a planner might give way in: conditions, the donors' floors, and more GPs in a hospital of each county. */
export type Change = Partial<ReassignLimits & { floor: number; densityfloor: number; pool: number }>;

/** Differences up to this are rounding of the arithmetic. */
const TOLERANCE = 1e-9;

/** A projection without moves, and how many of its GPs may be moved at the end of each year, [area × year]. */
export interface Unmoved {
  projection: Projection;
  movable: Float64Array;
}

/**
 * What the plan of each county is made from, out of a projection without moves.
 * @param change what a planner might give way in, to learn what it would bring
 */
export function casesOf(frame: Frame, values: Values, projected: Unmoved, change: Change = {}): ReassignCase[] {
  const { place } = frame.setup;
  const from = Math.max(frame.years[0]! + 1, numberIn(values, 'from'));
  const years = frame.years.filter((year) => year >= from);
  const { floor: _, densityfloor: __, pool = 0, ...conditions } = change;
  const limits: ReassignLimits = { ...limitsOf(values), ...conditions };
  const floor = change.floor ?? numberIn(values, 'floor');
  const keep = change.densityfloor ?? numberIn(values, 'densityfloor');
  const wanted = minimumOf(frame, years[0] ?? from);
  const counties = [...new Set(place.areas.map(({ parent }) => parent))];
  return counties.map((county) => {
    const members = place.areas.flatMap(({ parent }, area) => (parent === county ? [area] : []));
    const centres = members.map((area) => centreOf(frame, projected, area, years, { floor, keep, wanted }));
    const hospital = centres.find((centre) => centre.hospital);
    if (hospital) hospital.spare = hospital.spare.map((spare) => spare + pool);
    return {
      years,
      centres,
      limits,
      km: distancesOf(place, members),
    };
  });
}

function limitsOf(values: Values): ReassignLimits {
  const whole = (key: string): number => Math.max(0, Math.floor(numberIn(values, key) + TOLERANCE));
  const maxKm = numberIn(values, 'maxkm');
  return {
    within: whole('within'),
    dispatch: whole('dispatch'),
    counterpart: whole('counterpart'),
    term: whole('term'),
    maxKm: maxKm > 0 ? maxKm : null,
    order: [...String(values['order'])].flatMap((letter) => MOVE_LEVERS.filter((lever) => lever.startsWith(letter))),
    month: whole('month'),
  };
}

function centreOf(
  frame: Frame,
  { projection, movable }: Unmoved,
  area: number,
  years: readonly number[],
  { floor, keep, wanted }: { floor: number; keep: number; wanted: Minimum },
): CentreCase {
  const { place } = frame.setup;
  const span = frame.years.length;
  const cell = (year: number): number => area * span + year - frame.years[0]!;
  const hospital = place.areas[area]!.institution === 'hospital';
  const centres = hospital ? 0 : (place.areas[area]!.centres ?? 0);
  const minimum = wanted.each * centres;
  const residents = (year: number): number => frame.residents[cell(year)]!;
  const heads = years.map((year) => Math.floor(gpsAgainst(wanted, projection, area, year, centres) + TOLERANCE));
  const free = years.map((year) => Math.floor(movable[cell(year)]! + TOLERANCE));
  const own = years.map((year, at) => {
    const density = hospital ? 0 : Math.ceil((keep * residents(year)) / 10_000 - TOLERANCE);
    return Math.max(0, Math.min(free[at]!, heads[at]! - Math.max(floor, minimum, density)));
  });
  const all = years.map((_, at) => Math.max(0, Math.min(free[at]!, heads[at]! - minimum)));
  const lack = years.map((year) => {
    const density = hospital ? 0 : ((frame.targetPath[year - frame.years[0]!] ?? 0) * residents(year)) / 10_000;
    return density > 0 ? Math.round(1000 * (density - projection.gps[cell(year)]!)) / 1000 : null;
  });
  const lasting = (spare: number[]): number[] =>
    hospital ? spare : spare.map((_, at) => Math.min(...spare.slice(at)));
  return { area, hospital, minimum, heads, spare: lasting(own), unfloored: lasting(all), lack };
}

/** The year for which limits are weighed, by its place: that of the minimum's target, or the last one. */
export function yearThatCounts(frame: Frame, years: readonly number[]): number {
  const at = years.indexOf(minimumOf(frame, years[0] ?? 0).year ?? NaN);
  return at >= 0 ? at : years.length - 1;
}
