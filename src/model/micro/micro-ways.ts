import { LAPSE_YEARS } from '../cohort-input.ts';
import type { YearLevers } from '../cohort-input.ts';
import { ASSISTANT, FREE, FREED, MAX_OBLIGATION, REHIRED, UNREGISTERED } from '../cohort-state.ts';
import type { MicroRun, Way } from './micro-run.ts';
import { LAST, OLD, REHIRED_WHOLE, YOUNG, boundGroup } from './micro-state.ts';

/** Highest probability of leaving, by death or the third exit, at an age at which nobody retires; of those just freed apart. */
export function highestExit(run: MicroRun): number {
  const { rates, levers } = run.input;
  let retention = 1;
  for (const year of levers) retention = Math.max(retention, year.retention);
  const attrition = Math.min(1, rates.attrition * retention * Math.max(1, rates.youngAttrition));
  const third = Math.max(attrition, rates.breach);
  return run.plan.mostDeath + (1 - run.plan.mostDeath) * third;
}

/** How everybody leaves in the year with index `at`. */
export function setWays(run: MicroRun, at: number, { retention, rehire }: YearLevers): void {
  const { ways, weights } = run;
  const { rates } = run.input;
  const { left, leftAfterObligation, breached } = run.out.flows;
  const stays = 1 / rates.rehireYears;
  const young = Math.min(1, rates.attrition * retention * rates.youngAttrition);
  const old = Math.min(1, rates.attrition * retention);
  set(ways[FREE]!, young, old, rehire, 1, left);
  set(ways[ASSISTANT]!, young, old, rehire, weights.assistant, left);
  for (let j = 0; j < LAPSE_YEARS; j++) set(ways[UNREGISTERED + j]!, young, old, 0, weights.unregistered, left);
  for (let k = 0; k <= MAX_OBLIGATION; k++) set(ways[FREED + k]!, rates.breach, rates.breach, rehire, 1, breached);
  const freed = ways[boundGroup(0, at - 1)]!;
  set(freed, rates.postExit, rates.postExit, rehire, 1, leftAfterObligation);
  for (const group of [REHIRED, REHIRED_WHOLE]) {
    const way = ways[group]!;
    set(way, stays, stays, 0, group === REHIRED ? run.fte : 1, left);
    way.retires = false;
    way.third[LAST] = 1;
  }
}

function set(way: Way, young: number, old: number, rehire: number, weight: number, left: Float64Array): void {
  way.third[YOUNG] = young;
  way.third[OLD] = old;
  way.third[LAST] = old;
  way.rehire = rehire;
  way.weight = weight;
  way.left = left;
}
