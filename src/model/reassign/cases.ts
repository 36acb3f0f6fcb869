import type { Frame } from '../frame.ts';
import type { Projection } from '../types.ts';
import { numberIn } from '../values.ts';
import type { Values } from '../values.ts';
import type { CentreCase, ReassignCase, ReassignLimits } from './case.ts';
import { distancesOf } from './distance.ts';
import { MOVE_LEVERS } from './types.ts';

/** Minimum of a township health centre where the document names none. */
const USUAL_MINIMUM = 2;
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
  const counties = [...new Set(place.areas.map(({ parent }) => parent))];
  return counties.map((county) => {
    const members = place.areas.flatMap(({ parent }, area) => (parent === county ? [area] : []));
    const centres = members.map((area) => centreOf(frame, projected, area, years, { floor, keep }));
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
  { projection: { gps }, movable }: Unmoved,
  area: number,
  years: readonly number[],
  { floor, keep }: { floor: number; keep: number },
): CentreCase {
  const { place } = frame.setup;
  const span = frame.years.length;
  const cell = (year: number): number => area * span + year - frame.years[0]!;
  const hospital = place.areas[area]!.institution === 'hospital';
  const minimum = hospital ? 0 : minimumOf(frame) * (place.areas[area]!.centres ?? 0);
  const residents = (year: number): number => frame.residents[cell(year)]!;
  const heads = years.map((year) =>
    Math.floor(fewestIn(frame, year, gps[cell(year) - 1]!, gps[cell(year)]!) + TOLERANCE),
  );
  const free = years.map((year) => Math.floor(movable[cell(year)]! + TOLERANCE));
  const own = years.map((year, at) => {
    const density = hospital ? 0 : Math.ceil((keep * residents(year)) / 10_000 - TOLERANCE);
    return Math.max(0, Math.min(free[at]!, heads[at]! - Math.max(floor, minimum, density)));
  });
  const all = years.map((_, at) => Math.max(0, Math.min(free[at]!, heads[at]! - minimum)));
  const lack = years.map((year) => {
    const wanted = hospital ? 0 : ((frame.targetPath[year - frame.years[0]!] ?? 0) * residents(year)) / 10_000;
    return wanted > 0 ? Math.round(1000 * (wanted - gps[cell(year)]!)) / 1000 : null;
  });
  const lasting = (spare: number[]): number[] =>
    hospital ? spare : spare.map((_, at) => Math.min(...spare.slice(at)));
  return { area, hospital, minimum, heads, spare: lasting(own), unfloored: lasting(all), lack };
}

/**
 * GPs of an area in a year: at its end, or at the end of the month in which a document wants its minimum, on the straight line between the ends of
 * the years around it, where they are fewer then.
 */
function fewestIn({ pack }: Frame, year: number, before: number, end: number): number {
  const target = pack.targets.find((one) => one.kind === 'facility_minimum' && one.year === year);
  return target?.month === undefined ? end : Math.min(end, before + ((end - before) * target.month) / 12);
}

/** GPs that a document wants in every township health centre, or on average. */
function minimumOf({ pack }: Frame): number {
  return pack.targets.find(({ kind }) => kind === 'facility_minimum')?.value ?? USUAL_MINIMUM;
}

/** The year for which limits are weighed: that of the minimum's target, or the last one. */
export function yearThatCounts({ pack }: Frame, years: readonly number[]): number {
  const target = pack.targets.find(({ kind }) => kind === 'facility_minimum');
  const at = years.indexOf(target?.year ?? NaN);
  return at >= 0 ? at : years.length - 1;
}
