import { describe, expect, test } from 'vitest';
import { PLACES } from '../../src/io/places.ts';
import type { Projection, Result } from '../../src/model/types.ts';
import { fieldsOf } from '../../src/scenario/fields.ts';
import { runScenario } from '../../src/scenario/run.ts';
import { builtIn } from '../scenario/setups.ts';

async function run(id: string, values: Record<string, number | string> = {}, policy?: string): Promise<Result> {
  return runScenario(await builtIn(id, policy), values);
}

/** Sum over the areas of one year of an [area × year] array. */
function inYear(projection: Projection, column: Float64Array, year: number): number {
  const span = projection.horizon - projection.base + 1;
  let sum = 0;
  for (let area = 0; area < projection.areas; area++) sum += column[area * span + year - projection.base]!;
  return sum;
}

function target(result: Result, id: string) {
  const found = result.targets.find((one) => one.target.id === id);
  if (found === undefined) throw new Error(`no target ${id}`);
  return found;
}

describe.each(PLACES.map(({ id }) => id))('%s', (id) => {
  test('has a ledger that balances to the last bit and closes on the GPs that are shown', async () => {
    for (const values of [{}, { recruit: 7, drive: 0.3, rehire: 0.5, priority: 1 }] as Record<string, number>[]) {
      const { plan } = await run(id, values);
      const span = plan.horizon - plan.base + 1;
      const { flows } = plan;
      for (let at = 0; at < plan.gps.length; at++) {
        expect(flows.closing[at]).toBe(plan.gps[at]);
        if (at % span === 0) continue;
        expect(flows.opening[at]).toBe(flows.closing[at - 1]);
        const left =
          flows.deaths[at]! +
          flows.retired[at]! +
          flows.left[at]! +
          flows.leftAfterObligation[at]! +
          flows.breached[at]! +
          flows.lapsed[at]!;
        const entered =
          flows.transfer[at]! +
          flows.residency[at]! +
          flows.assistant[at]! +
          flows.ruralOriented[at]! +
          flows.registered[at]! +
          flows.recruited[at]! +
          flows.rehired[at]!;
        expect(flows.opening[at]! - left + entered).toBe(flows.closing[at]);
      }
    }
  });

  test('judges its density targets by the very GPs and residents of the projection', async () => {
    const { plan, targets, answer } = await run(id);
    for (const judged of targets) {
      const { kind, year, value } = judged.target;
      if ((kind !== 'density' && kind !== 'staff_density') || year < plan.base) continue;
      const residents = inYear(plan, plan.residents, year);
      expect(judged.projected).toBe(inYear(plan, plan.gps, year));
      expect(judged.required).toBeCloseTo((value * residents) / 10_000, 6);
      expect(judged.gap).toBeCloseTo(Math.max(0, judged.required! - judged.projected!), 9);
    }
    expect(targets.map((one) => one.target.id)).toContain(answer?.target.target.id);
  });

  test('starts from the stock that its data name', async () => {
    const setup = await builtIn(id);
    for (const start of setup.place.starts) {
      const { plan } = runScenario(setup, { base: start.base, scope: start.scope });
      const heads = start.stocks.reduce((sum, stock) => {
        const counted = setup.pack.count.startsWith('certified') ? stock.unregistered : 0;
        return sum + stock.registered + stock.assistant + counted;
      }, 0);
      expect(inYear(plan, plan.gps, start.base)).toBeCloseTo(heads, 4);
    }
  });

  test('has a baseline that no lever moves and every assumption does', async () => {
    const setup = await builtIn(id);
    const usual = runScenario(setup, {});
    expect(runScenario(setup, { recruit: 9 }).baseline).toEqual(usual.plan);
    expect(runScenario(setup, { attrition: 0.05 }).baseline.gps).not.toEqual(usual.plan.gps);
  });

  test('has a default in the range of every field, with a source in both languages', async () => {
    for (const field of fieldsOf(await builtIn(id))) {
      if (field.type === 'number' && field.default !== '') {
        expect(Number(field.default), field.key).toBeGreaterThanOrEqual(field.min);
        expect(Number(field.default), field.key).toBeLessThanOrEqual(field.max);
      }
      expect(field.source.text.zh, field.key).not.toBe('');
      expect(field.source.text.en, field.key).not.toBe('');
    }
  });
});

describe('Yuzhong', () => {
  test('has 165 GPs at 2.5 and 330 at 5 per 10,000 on its own 660,000 residents', async () => {
    const setup = await builtIn('yuzhong');
    const onDocument = runScenario(setup, { base: 2018, denominator: 'document' });
    expect(inYear(onDocument.plan, onDocument.plan.residents, 2030)).toBeCloseTo(660_000, 6);
    expect((target(onDocument, 'headcount-2020').required! / 660_000) * 10_000).toBe(2.5);
    expect(target(onDocument, 'density-2030').required).toBeCloseTo(330, 9);
    expect(target(onDocument, 'density-2030').gap).toBeCloseTo(target(onDocument, 'headcount-2030').gap!, 9);
  });

  test('needs 294 GPs for 5 per 10,000 on the census of 2020', async () => {
    const onCensus = await run('yuzhong', { pop: 'constant' });
    expect(Math.round(target(onCensus, 'density-2030').required!)).toBe(294);
  });

  test('counts 133 GPs in the district and 67 in its own institutions', async () => {
    for (const [scope, heads] of [
      ['all', 133],
      ['own', 67],
    ] as const) {
      const { plan } = await run('yuzhong', { base: 2018, scope });
      expect(plan.gps[0]).toBeCloseTo(heads, 6);
    }
  });
});

describe('a lever', () => {
  test('does nothing before the year from which it applies', async () => {
    const { plan, baseline } = await run('tongjiang', { transfer: 25.6, from: 2030 });
    const changed = plan.gps.findIndex((gps, i) => gps !== baseline.gps[i]);
    expect(plan.base + changed).toBe(2031);
  });

  test('of 20 more transfer trainees a year from 2026 adds their passes from 2027 on', async () => {
    const { plan, baseline } = await run('tongjiang', { transfer: 25.6 });
    const more = (year: number): number =>
      inYear(plan, plan.flows.transfer, year) - inYear(baseline, baseline.flows.transfer, year);
    expect(more(2026)).toBe(0);
    expect(more(2027)).toBeCloseTo(20 * 0.937, 6);
  });

  test('never draws more trainees than there are eligible physicians, and the reader is told', async () => {
    const setup = await builtIn('tongjiang');
    const result = runScenario(setup, {
      transfer: setup.place.level === 'county' ? 30 : 0,
      maxage: 35,
      poolgrowth: -0.05,
    });
    const capped = result.problems.find((problem) => problem.code === 'intake.capped');
    expect(capped?.values['asked']).toBe(30);
  });
});

describe('the counting rule', () => {
  test('chosen by the reader holds for the line, the targets and the ledger alike', async () => {
    const registered = await run('tongjiang', { count: 'registered' });
    const certified = await run('tongjiang');
    const judged = target(registered, 'density-2030');
    expect(judged.projected).toBe(inYear(registered.plan, registered.plan.gps, 2030));
    expect(judged.projected).toBeLessThan(target(certified, 'density-2030').projected!);
    expect(inYear(registered.plan, registered.plan.flows.registered, 2027)).toBeGreaterThan(0);
    expect(inYear(certified.plan, certified.plan.flows.registered, 2027)).toBe(0);
  });
});

describe('priority placement', () => {
  test('brings more centres of Hunan to two without changing the number of GPs much', async () => {
    const usual = await run('hunan', { base: 2019 });
    const first = await run('hunan', { base: 2019, priority: 1 });
    expect(target(first, 'centres-2020').gap).toBeLessThan(target(usual, 'centres-2020').gap!);
  });
});
