import { answerOf } from './answer.ts';
import { projectCohort } from './cohort-engine.ts';
import type { CappedIntake } from './cohort-engine.ts';
import { countsUnder } from './count.ts';
import { demographyOf } from './demography.ts';
import { cohortInput } from './inputs.ts';
import { greyModel, linearTrend, noChange } from './naive.ts';
import { placeResidents } from './place-residents.ts';
import type { PlaceResidents } from './place-residents.ts';
import type { Reference } from './reference.ts';
import { evaluateTargets, requiredPath } from './targets.ts';
import type {
  CountingRule,
  ObservedPoint,
  PlaceData,
  PolicyPack,
  Problem,
  Projection,
  Result,
  Start,
} from './types.ts';
import { choiceIn, numberIn } from './values.ts';
import type { Values } from './values.ts';

/** What a run is about. */
export interface Setup {
  place: PlaceData;
  pack: PolicyPack;
  reference: Reference;
}

/** The document's targets with the reader's counting rule in place of the document's, where she has chosen another. */
function countedUnder(pack: PolicyPack, count: CountingRule): PolicyPack {
  const targets = pack.targets.map((target) => (target.count === pack.count ? { ...target, count } : target));
  return count === pack.count ? pack : { ...pack, targets };
}

/** First year of the past that targets and charts look back to. */
const PAST = 2010;

/** The prepared starting point of the base year and scope; the nearest one where there is none. */
export function startOf(place: PlaceData, values: Values): Start {
  const base = numberIn(values, 'base');
  const scope = choiceIn(values, 'scope');
  const candidates = place.starts.some((start) => start.scope === scope)
    ? place.starts.filter((start) => start.scope === scope)
    : place.starts;
  const nearest = [...candidates].sort((a, b) => Math.abs(a.base - base) - Math.abs(b.base - base))[0];
  if (nearest === undefined) throw new RangeError(`no starting point in ${place.id}`);
  return nearest;
}

/** What a run can take over from the one before, because a lever does not touch it. Never read by anyone else. */
export interface Memory {
  past?: { key: string; value: PlaceResidents };
  baseline?: { key: string; value: ReturnType<typeof projectCohort> };
}

/**
 * One run of the model: the plan, the baseline (same assumptions, default levers), the targets, the answer and the naive
 * alternatives. The same setup and values give the same result to the last bit.
 * @param values every field of the scenario, defaults filled in
 * @param defaults the default of every field: the levers of the baseline
 * @param memory kept between runs of one setup: saves the residents and the baseline while only levers change
 */
export function simulate(setup: Setup, values: Values, defaults: Values, memory: Memory = {}): Result {
  const { place, reference } = setup;
  const count = choiceIn(values, 'count') as CountingRule;
  const pack = countedUnder(setup.pack, count);
  const start = startOf(place, values);
  const horizon = Math.max(start.base + 1, numberIn(values, 'horizon'));
  const demography = demographyOf(reference);
  const years = Array.from({ length: horizon - start.base + 1 }, (_, i) => start.base + i);
  const targetPath = requiredPath(pack, years);

  const first = Math.min(PAST, start.base);
  const pastKey = JSON.stringify([first, horizon, values['pop'], values['migration'], values['denominator']]);
  if (memory.past?.key !== pastKey) {
    memory.past = { key: pastKey, value: placeResidents(setup, values, first, horizon, demography) };
  }
  const past = memory.past.value;
  const residents = fromYear(past.byArea, horizon - first + 1, years.length);

  const run = (levers: Values) =>
    projectCohort(
      cohortInput({ ...setup, start, horizon, count, demography, residents, targetPath }, values, levers, defaults),
    );
  const isLever = (key: string): boolean => LEVERS.some((lever) => lever === key);
  const baselineKey = JSON.stringify([defaults, Object.entries(values).filter(([key]) => !isLever(key))]);
  if (memory.baseline?.key !== baselineKey) memory.baseline = { key: baselineKey, value: run(defaults) };
  const baseline = memory.baseline.value;
  const hasPlan = LEVERS.some((key) => values[key] !== defaults[key]);
  const plan = hasPlan ? run(values) : baseline;

  const observedStocks = place.observed.filter((point) => point.scope === start.scope);
  const pastResidents: Record<number, number> = {};
  past.total.forEach((persons, i) => (pastResidents[first + i] = persons));
  const given = {
    facts: Object.fromEntries(
      place.facts.map((fact) => [
        fact.key,
        typeof values[fact.key] === 'number' ? numberIn(values, fact.key) : fact.value,
      ]),
    ),
    centreShare: numberIn(values, 'centreshare'),
    observed: observedStocks,
    pastResidents,
  };
  const targets = evaluateTargets(pack, place, plan, given);
  const baselineTargets = hasPlan ? evaluateTargets(pack, place, baseline, given) : targets;
  const observed = observedUnder(count, observedStocks, pastResidents);
  return {
    place: place.id,
    policy: pack.id,
    years,
    plan,
    baseline,
    targets,
    baselineTargets,
    answer: answerOf(pack, place, { plan, baseline, targets, given, hasPlan }),
    targetPath,
    observed,
    naive: naiveLines(observed, plan, years),
    moves: null,
    problems: [...past.problems, ...cappedProblems(plan.capped)],
  };
}

/** The last `span` years of every area of an [area × year] array. */
function fromYear(byArea: Float64Array, all: number, span: number): Float64Array {
  const later = new Float64Array((byArea.length / all) * span);
  for (let area = 0; area * all < byArea.length; area++) {
    later.set(byArea.subarray((area + 1) * all - span, (area + 1) * all), area * span);
  }
  return later;
}

/** Fields that are the planner's to decide. */
export const LEVERS = [
  'transfer',
  'residency',
  'assistant',
  'rural',
  'recruit',
  'rehire',
  'drive',
  'allowance',
  'priority',
] as const;

function observedUnder(
  count: CountingRule,
  points: readonly ObservedPoint[],
  residents: Record<number, number>,
): Result['observed'] {
  const unregisteredCount = countsUnder(count).unregistered === 1;
  return points.flatMap((point) => {
    const gps = unregisteredCount ? point.certified : point.registered;
    const persons = residents[point.year];
    if (gps === null || persons === undefined || persons <= 0) return [];
    return [{ year: point.year, gps, density: (gps / persons) * 10_000, source: point.source }];
  });
}

/** The naive alternatives see what was observed until the base year, with the base year's own stock as the last point. */
function naiveLines(observed: Result['observed'], plan: Projection, years: readonly number[]): Result['naive'] {
  const span = years.length;
  let gps = 0;
  let residents = 0;
  for (let area = 0; area < plan.areas; area++) {
    gps += plan.gps[area * span]!;
    residents += plan.residents[area * span]!;
  }
  const series = [
    ...observed.filter((point) => point.year < plan.base).map(({ year, density }) => ({ year, value: density })),
    { year: plan.base, value: residents > 0 ? (gps / residents) * 10_000 : 0 },
  ];
  return {
    noChange: noChange(series, years),
    linear: linearTrend(series, years),
    grey: greyModel(series, years),
  };
}

function cappedProblems(capped: readonly CappedIntake[]): Problem[] {
  const first = capped[0];
  if (first === undefined) return [];
  return [{ code: 'intake.capped', values: { year: first.year, asked: first.asked, pool: first.pool } }];
}
