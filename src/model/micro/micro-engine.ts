import { leversOf } from '../cohort-entry.ts';
import type { CohortInput } from '../cohort-input.ts';
import { ASSISTANT, FREE, REHIRED, UNREGISTERED } from '../cohort-state.ts';
import { countsUnder } from '../count.ts';
import { onGrid } from '../grid.ts';
import { emptyProjection } from '../projection.ts';
import { FLOWS } from '../types.ts';
import type { Projection } from '../types.ts';
import { useProbability } from './gaps.ts';
import { registerDrive } from './micro-drive.ts';
import { newGps } from './micro-entry.ts';
import { exitsOfArea, yearsPass } from './micro-exit.ts';
import { applyMoves, countStays, thinStays } from './micro-moves.ts';
import type { Stay } from './micro-moves.ts';
import { drawTrainees, leavePool, refillPool } from './micro-pool.ts';
import { PURPOSE, newRun, put, putInPool } from './micro-run.ts';
import type { MicroRun } from './micro-run.ts';
import { GROUPS, REHIRED_WHOLE, boundGroup, planOf } from './micro-state.ts';
import { highestExit, setWays } from './micro-ways.ts';
import type { DrawKey } from './parameters.ts';
import { nextShare, seek, useKey } from './stream.ts';

/**
 * Whether a run has been made before. V8 settles the types of an object's fields at the second object from the same place in the code, and
 * drops all that it has compiled for the first: with the second at the next move of a lever, the draws of that move would take half as long again.
 */
let settled = false;

/**
 * Gets ready for draws of one place: whole persons under the rules of the cohort engine (DESIGN §3).
 * @param input the opening, residents, years, mortality and counting rule hold for all draws
 * @throws RangeError when residents do not fit the areas and years
 */
export function microRun(input: CohortInput): MicroRun {
  if (!settled) newRunOf(input);
  settled = true;
  return newRunOf(input);
}

function newRunOf(input: CohortInput): MicroRun {
  return newRun(planOf(input), input, countsUnder(input.count), emptyProjection(input));
}

/**
 * One draw: who dies, leaves, passes, registers and is placed where is chance, each with the probability of the cohort engine. Which
 * persons a fractional stock consists of, and their ages, is chance too; whole stocks stay as they are.
 * @param input as in `microRun`, but for rates and levers, which may be those of this draw
 * @returns `run.out`, overwritten by the next draw; rehired in full-time equivalents, everything else whole. The ledger balances exactly.
 */
export function runDraw(run: MicroRun, input: CohortInput, { seed, draw }: DrawKey): Projection {
  run.input = input;
  run.fte = onGrid(input.rates.fte);
  useKey(run.stream, seed, draw);
  useProbability(run.gaps, highestExit(run));
  for (const flow of FLOWS) run.out.flows[flow].fill(0);
  openStocks(run);
  record(run, 0);
  let stays: Stay[] = [];
  for (let at = 1; at < run.plan.span; at++) {
    const { areas, span } = run.plan;
    const levers = leversOf(input, input.base + at);
    const away = stays.length > 0 ? countStays(run, stays) : null;
    setWays(run, at, levers);
    for (let area = 0; area < areas; area++) {
      run.residents[area] = input.residents[area * span + at]!;
      exitsOfArea(run, area, at);
    }
    if (away !== null) thinStays(run, stays, away, at);
    for (let area = 0; area < areas; area++) yearsPass(run, area, at);
    leavePool(run, at);
    refillPool(run, at);
    registerDrive(run, at, levers.drive);
    newGps(run, at);
    if (input.moves !== undefined && input.moves.length > 0) stays = applyMoves(run, stays, at);
    drawTrainees(run, at);
    record(run, at);
  }
  return run.out;
}

/** The opening in whole persons: in a row of all expected cells, one person at every whole step from a random start on. */
function openStocks(run: MicroRun): void {
  const { plan, input, stream } = run;
  run.persons.fill(0);
  run.occupied.fill(0);
  run.totals.fill(0);
  run.heads.fill(0);
  run.largest.fill(0);
  run.pool.fill(0);
  run.poolTotals.fill(0);
  run.trainees.entries = 0;
  const ofGps = (input.stockFactor ?? 1) / plan.stockFactor;
  for (let status = 0; status < plan.opening.length; status++) {
    const { area, group, cell, until, isPool } = plan.opening[status]!;
    const factor = isPool ? 1 : ofGps;
    seek(stream, PURPOSE.opening + status, 0, input.base);
    const start = nextShare(stream);
    let before = 0;
    for (let i = 0; i < until.length; i++) {
      const upTo = until[i]! * factor + start;
      if (upTo < before + 1) continue;
      const end = Math.floor(upTo);
      if (isPool) putInPool(run, area[i]!, cell[i]!, end - before);
      else put(run, area[i]!, group[i]!, cell[i]!, end - before);
      before = end;
    }
  }
}

/** Writes the stocks of one year. */
function record(run: MicroRun, at: number): void {
  const { plan, totals, poolTotals, out, weights, fte } = run;
  const freed = boundGroup(0, at);
  for (let area = 0; area < plan.areas; area++) {
    const row = area * GROUPS;
    const i = area * plan.span + at;
    let registered = 0;
    for (let group = FREE; group < ASSISTANT; group++) registered += totals[row + group]!;
    let unregistered = 0;
    for (let group = UNREGISTERED; group < REHIRED; group++) unregistered += totals[row + group]!;
    const assistant = totals[row + ASSISTANT]!;
    const rehired = totals[row + REHIRED]! * fte + totals[row + REHIRED_WHOLE]!;
    const counted = registered + assistant * weights.assistant + unregistered * weights.unregistered + rehired;
    out.registered[i] = registered;
    out.assistant[i] = assistant;
    out.unregistered[i] = unregistered;
    out.rehired[i] = rehired;
    out.freed[i] = totals[row + freed]!;
    out.pool[i] = poolTotals[area]!;
    out.gps[i] = counted;
    out.flows.closing[i] = counted;
    if (at > 0) out.flows.opening[i] = out.gps[i - 1]!;
  }
}
