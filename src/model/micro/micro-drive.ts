import { LAPSE_YEARS } from '../cohort-input.ts';
import { FREE, UNREGISTERED } from '../cohort-state.ts';
import { binomial } from './binomial.ts';
import { PURPOSE, addFlow, nextCell, put, take } from './micro-run.ts';
import type { MicroRun } from './micro-run.ts';
import { GROUPS } from './micro-state.ts';
import { nextShare, seek } from './stream.ts';

/** The registration drive on those who were certified-unregistered before this year: how many is chance; who, is spread evenly. */
export function registerDrive(run: MicroRun, at: number, share: number): void {
  if (share === 0) return;
  const { plan, persons, totals, stream } = run;
  for (let area = 0; area < plan.areas; area++) {
    const first = area * GROUPS + UNREGISTERED;
    let all = 0;
    for (let j = 0; j < LAPSE_YEARS; j++) all += totals[first + j]!;
    if (all === 0) continue;
    seek(stream, PURPOSE.drive, area, run.input.base + at);
    const start = nextShare(stream);
    const moving = binomial(stream, all, share);
    if (moving === 0) continue;
    const apart = all / moving;
    let before = 0;
    let next = start * apart;
    let taken = 0;
    for (let group = UNREGISTERED; group < UNREGISTERED + LAPSE_YEARS && taken < moving; group++) {
      const there = totals[area * GROUPS + group]!;
      if (next >= before + there) {
        before += there;
        continue;
      }
      let cell = nextCell(run, area, group, 0);
      for (; cell >= 0 && taken < moving; cell = nextCell(run, area, group, cell + 1)) {
        before += persons[(area * GROUPS + group) * plan.size + cell]!;
        let here = 0;
        for (; next < before && taken < moving; next = (++taken + start) * apart) here++;
        take(run, area, group, cell, here);
        put(run, area, FREE, cell, here);
      }
    }
    addFlow(run, run.out.flows.registered, area, at, taken * (1 - run.weights.unregistered));
  }
}
