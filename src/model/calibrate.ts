import { parameterOf, projectNation } from './nation.ts';
import type { UnknownFlows } from './nation.ts';
import type { NationalPoint, Reference } from './reference.ts';
import type { Projection } from './types.ts';

/** Flows that reproduce one stretch of the national series. */
export interface FittedStretch extends UnknownFlows {
  /** Counted year that the engine starts from, and the last one that it was fitted to. */
  from: number;
  to: number;
  /** Year to whose split registered/unregistered the registration was fitted; null: none published, held from before. */
  splitOf: number | null;
}

/** Counted GPs of a year. @throws RangeError for a year without a count */
export function countedIn(reference: Reference, year: number): NationalPoint {
  const point = reference.nationalSeries.find((one) => one.year === year);
  if (point === undefined) throw new RangeError(`no national count for ${year}`);
  return point;
}

/** Registered GPs of a year; where the split is not published, the total by the nearest known share. */
export function registeredIn(reference: Reference, year: number): number {
  const known = reference.nationalSeries.filter((point) => point.registered !== null);
  const nearest = [...known].sort((a, b) => Math.abs(a.year - year) - Math.abs(b.year - year))[0];
  if (nearest === undefined || nearest.registered === null) throw new RangeError('no registered GPs in the series');
  return (countedIn(reference, year).total * nearest.registered) / nearest.total;
}

/** Value between low and high at which a rising function reaches its goal; 60 halvings. */
function solve(low: number, high: number, goal: number, rising: (value: number) => number): number {
  let [below, above] = [low, high];
  for (let step = 0; step < 60; step++) {
    const middle = (below + above) / 2;
    if (rising(middle) < goal) below = middle;
    else above = middle;
  }
  return (below + above) / 2;
}

/** To four decimals: no finer than the counts that it comes from. */
function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}

function lastOf(column: Float64Array): number {
  return column[column.length - 1]!;
}

/** The nation from a count on, with the given flows. */
export function nationFrom(reference: Reference, start: number, last: number, flows: UnknownFlows): Projection {
  const opening = { total: countedIn(reference, start).total, registered: registeredIn(reference, start) };
  return projectNation(reference, start, opening, last, flows);
}

/**
 * Transfer intake and registration with which the engine, started from the count of `from`, reproduces the count of `to`, and
 * the registered in the last year between whose split is published. Registration is the sourced share of the newly qualified
 * plus a drive; where that share alone would register too many, there is no drive and the share is lowered instead.
 * @param held registration where no split is published
 */
export function fitStretch(
  reference: Reference,
  from: number,
  to: number,
  held: Pick<UnknownFlows, 'registeredShare' | 'drive'>,
): FittedStretch {
  const goal = countedIn(reference, to).total;
  const sourced = parameterOf(reference, 'regshare').mode;
  const split = reference.nationalSeries.findLast(
    (point) => point.year > from && point.year <= to && point.registered !== null,
  );
  const registered = split?.registered ?? null;
  let flows: UnknownFlows = { transfer: 0, registeredShare: held.registeredShare, drive: held.drive };
  // Registration hardly touches the total (only through rehiring), so two rounds settle both.
  for (let round = 0; round < 2; round++) {
    const transfer = solve(0, 400_000, goal, (value) =>
      heads(nationFrom(reference, from, to, { ...flows, transfer: value })),
    );
    flows = { ...flows, transfer };
    if (split === undefined || registered === null) continue;
    const registeredWith = (registeredShare: number, drive: number): number =>
      registeredHeads(nationFrom(reference, from, split.year, { transfer, registeredShare, drive }));
    flows =
      registeredWith(sourced, 0) > registered
        ? { transfer, drive: 0, registeredShare: solve(0, sourced, registered, (share) => registeredWith(share, 0)) }
        : {
            transfer,
            registeredShare: sourced,
            drive: solve(0, 1, registered, (drive) => registeredWith(sourced, drive)),
          };
  }
  return {
    from,
    to,
    splitOf: split?.year ?? null,
    transfer: Math.round(flows.transfer),
    registeredShare: rounded(flows.registeredShare),
    drive: rounded(flows.drive),
  };
}

function heads(projection: Projection): number {
  return lastOf(projection.gps);
}

function registeredHeads(projection: Projection): number {
  return heads(projection) - lastOf(projection.unregistered);
}

/** What data/calibration.json holds: the defaults that the national series implies. */
export interface CalibrationFile {
  transfer: { value: number; low: number; high: number };
  drive: { value: number; low: number; high: number };
  registeredShare2024: number;
  stretches: FittedStretch[];
}

/**
 * Defaults from the national series, fitted on 2012–2018, 2018–2022 and 2022–2024. The default of the years to come is the
 * middle stretch: the jump of 2023–2024 (99,000 GPs in one year) is registration and counting, not training, and is the upper
 * end of the range.
 */
export function calibrate(reference: Reference): CalibrationFile {
  const sourced = { registeredShare: parameterOf(reference, 'regshare').mode, drive: 0 };
  const early = fitStretch(reference, 2012, 2018, sourced);
  const middle = fitStretch(reference, 2018, 2022, sourced);
  const late = fitStretch(reference, 2022, 2024, middle);
  const stretches = [early, middle, late];
  const range = (pick: (stretch: FittedStretch) => number) => ({
    value: pick(middle),
    low: Math.min(...stretches.map(pick)),
    high: Math.max(...stretches.map(pick)),
  });
  const last = nationFrom(reference, 2022, 2024, late);
  return {
    transfer: range((stretch) => stretch.transfer),
    drive: range((stretch) => stretch.drive),
    registeredShare2024: rounded(registeredHeads(last) / heads(last)),
    stretches,
  };
}
