import { answerOf } from './answer.ts';
import { projectCohort } from './cohort-engine.ts';
import type { CappedIntake } from './cohort-engine.ts';
import { countsUnder } from './count.ts';
import { evidenceOf, frameOf, inputOf } from './frame.ts';
import type { Frame, PastMemory, Setup } from './frame.ts';
import { MOVE_LEVERS } from './reassign/types.ts';
import type { Move, MovePlan } from './reassign/types.ts';
import { greyModel, linearTrend, noChange } from './naive.ts';
import { evaluateTargets } from './targets.ts';
import type { CountingRule, ObservedPoint, Problem, Projection, Result } from './types.ts';
import type { Values } from './values.ts';

/** What a run can take over from the one before, because a lever does not touch it. Never read by anyone else. */
export interface Memory extends PastMemory {
  baseline?: { key: string; value: ReturnType<typeof projectCohort> };
  /** What the engine worked in: 200 MB for 40,000 areas. */
  spare?: Float64Array[];
}

/**
 * One run of the model: the plan, the baseline (same assumptions, default levers), the targets, the answer and the naive
 * alternatives. The same setup and values give the same result to the last bit.
 * @param values every field of the scenario, defaults filled in
 * @param defaults the default of every field: the levers of the baseline
 * @param memory kept between runs of one setup: saves the residents and the baseline while only levers change
 * @param moves the plan of reassignment that was made for these values; the baseline never has one
 * @param brief plan and baseline in brief (`Projection.whole`): in full, each has 110 MB for 40,000 areas
 */
export function simulate(
  setup: Setup,
  values: Values,
  defaults: Values,
  memory: Memory = {},
  moves: MovePlan | null = null,
  brief = false,
): Result {
  const { place } = setup;
  const frame = frameOf(setup, values, memory);
  const { pack, years, count, targetPath, pastResidents } = frame;
  const run = runner(frame, values, defaults, memory, brief);
  const isLever = (key: string): boolean => LEVERS.some((lever) => lever === key);
  const baselineKey = JSON.stringify([brief, defaults, Object.entries(values).filter(([key]) => !isLever(key))]);
  if (memory.baseline?.key !== baselineKey) memory.baseline = { key: baselineKey, value: run(defaults) };
  const baseline = memory.baseline.value;
  const hasPlan = differs(values, defaults);
  const plan = hasPlan ? run(values, moves?.moves) : baseline;

  const given = { ...evidenceOf(frame, values), moves: moves?.moves ?? [] };
  const targets = evaluateTargets(pack, place, plan, given);
  const baselineTargets = hasPlan ? evaluateTargets(pack, place, baseline, { ...given, moves: [] }) : targets;
  const observed = observedUnder(count, given.observed, pastResidents);
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
    moves,
    problems: [...frame.problems, ...cappedProblems(plan.capped)],
  };
}

/** The plan of such a run alone, in full. */
export function simulatePlan(
  setup: Setup,
  values: Values,
  defaults: Values,
  memory: Memory = {},
  moves: MovePlan | null = null,
): Projection {
  const run = runner(frameOf(setup, values, memory), values, defaults, memory, false);
  return differs(values, defaults) ? run(values, moves?.moves) : run(defaults);
}

/** Runs the engine under some levers. */
function runner(frame: Frame, values: Values, defaults: Values, memory: Memory, brief: boolean) {
  const spare = sparesOf(memory, frame.setup.place.areas.length);
  return (levers: Values, planned: readonly Move[] = []): ReturnType<typeof projectCohort> =>
    projectCohort(inputOf(frame, values, levers, defaults, planned), undefined, spare, brief);
}

function sparesOf(memory: Memory, areas: number): Float64Array[] {
  if (memory.spare?.[0]?.length !== areas) memory.spare = [];
  return memory.spare;
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
  ...MOVE_LEVERS,
] as const;

const differs = (values: Values, defaults: Values): boolean => LEVERS.some((key) => values[key] !== defaults[key]);

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
