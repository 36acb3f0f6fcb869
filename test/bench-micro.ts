/**
 * Measures the microsimulation on this machine (`npx tsx test/bench-micro.ts`): nanoseconds per person-year with its random numbers, and the
 * time of 1,000 draws over 16 years on one thread. Person-years are of everybody simulated, the eligible pool included; those of
 * GPs alone stand beside them. Exits with 1 when a budget of DESIGN §7 is exceeded.
 */
import type { CohortInput } from '../src/model/cohort-input.ts';
import { simulateDraws } from '../src/model/micro/ensemble.ts';
import { frameOf, inputOf } from '../src/model/frame.ts';
import { microRun, runDraw } from '../src/model/micro/micro-engine.ts';
import { philox } from '../src/model/micro/philox.ts';
import { fieldsOf } from '../src/scenario/fields.ts';
import { resolve } from '../src/scenario/resolve.ts';
import { uncertainOf } from '../src/scenario/uncertain.ts';
import { builtIn } from './scenario/setups.ts';

const DRAWS = 1000;
const ROUNDS = 5;
/** Nanoseconds per person-year; milliseconds for all draws on 2 workers, so twice that on one thread. */
const BUDGET = 8;
const ALL_BUDGET = 600;

/** The shortest of some rounds, after one that warms up, milliseconds. */
function fastest(run: () => void): number {
  let best = Infinity;
  for (let round = 0; round <= ROUNDS; round++) {
    const start = performance.now();
    run();
    if (round > 0) best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** A place grown to a number of GPs, with everything that belongs to it. */
function grown(input: CohortInput, gps: number): CohortInput {
  const now = input.opening.reduce((sum, area) => sum + area.registered + area.assistant + area.unregistered, 0);
  const factor = gps / now;
  return {
    ...input,
    residents: input.residents.map((persons) => persons * factor),
    opening: input.opening.map((area) => ({
      ...area,
      registered: area.registered * factor,
      assistant: area.assistant * factor,
      unregistered: area.unregistered * factor,
      pool: area.pool * factor,
    })),
    levers: input.levers.map((year) => ({
      ...year,
      transfer: year.transfer * factor,
      residency: year.residency * factor,
      assistant: year.assistant * factor,
      ruralOriented: year.ruralOriented * factor,
      recruit: year.recruit * factor,
    })),
  };
}

function report(name: string, input: CohortInput, budget: number | null): void {
  const run = microRun(input);
  let gpYears = 0;
  let personYears = 0;
  for (let draw = 0; draw < DRAWS; draw++) {
    const { registered, assistant, unregistered, rehired, pool } = runDraw(run, input, { seed: 7, draw });
    for (let cell = 0; cell < pool.length; cell++) {
      // Whoever stands at the end of a year before the last is at risk in the next.
      if (cell % run.plan.span === run.plan.span - 1) continue;
      const gps = registered[cell]! + assistant[cell]! + unregistered[cell]! + rehired[cell]!;
      gpYears += gps;
      personYears += gps + pool[cell]!;
    }
  }
  const time = fastest(() => {
    for (let draw = 0; draw < DRAWS; draw++) runDraw(run, input, { seed: 7, draw });
  });
  const each = (time * 1e6) / personYears;
  if (budget !== null && each > budget) process.exitCode = 1;
  const verdict = budget === null ? '' : each > budget ? `OVER ${budget}` : `ok, budget ${budget}`;
  print(name, `${each.toFixed(2)} ns/person-year (${((time * 1e6) / gpYears).toFixed(1)} per GP-year)`, verdict);
  print('', `${time.toFixed(0)} ms for ${DRAWS} draws × ${run.plan.span - 1} years`, '');
}

function print(name: string, figure: string, verdict: string): void {
  process.stdout.write(`${name.padEnd(34)}${figure.padEnd(52)}${verdict}\n`);
}

const key = new Uint32Array(2);
const counter = new Uint32Array(4);
const block = new Uint32Array(4);
const words = fastest(() => {
  for (let i = 0; i < 1e6; i++) {
    counter[0] = i;
    philox(key, counter, block);
  }
});
print('Philox4x32-10', `${(words / 4).toFixed(1)} ns a word`, '');

for (const place of ['tongjiang', 'panzhihua']) {
  const setup = await builtIn(place);
  const fields = fieldsOf(setup);
  const values = resolve(fields, {});
  const input = inputOf(frameOf(setup, values), values, values, values);
  report(`${place} as it is`, input, null);
  report(`${place} with 500 GPs`, grown(input, 500), BUDGET);
  const time = fastest(() => {
    const uncertain = uncertainOf(fields, values);
    simulateDraws(setup, values, values, uncertain, { seed: 7, from: 0, to: DRAWS, chance: true, parameters: true });
  });
  if (time > ALL_BUDGET) process.exitCode = 1;
  print(
    '  with parameters and targets',
    `${time.toFixed(0)} ms for ${DRAWS} draws, one thread`,
    `budget ${ALL_BUDGET}`,
  );
}
