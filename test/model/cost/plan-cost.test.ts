import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/io/built-in-node.ts';
import { loadPlace } from '../../../src/io/places.ts';
import { loadPolicy } from '../../../src/io/policies.ts';
import { loadReference } from '../../../src/io/reference.ts';
import { sumOf } from '../../../src/model/cost/ledger.ts';
import { planCost, type PlanCost } from '../../../src/model/cost/plan-cost.ts';
import type { MovePlan } from '../../../src/model/reassign/types.ts';
import type { Result, Start } from '../../../src/model/types.ts';
import { fieldsOf } from '../../../src/scenario/fields.ts';
import { resolve } from '../../../src/scenario/resolve.ts';
import { runScenario } from '../../../src/scenario/run.ts';
import type { Value } from '../../../src/scenario/types.ts';

const reference = await loadReference(readText);

interface Run {
  result: Result;
  start: Start;
  cost: PlanCost;
  values: Record<string, Value>;
}
async function run(placeId: string, changed: Record<string, Value>, to = 2030): Promise<Run> {
  const place = await loadPlace(placeId, readText);
  const pack = await loadPolicy(place.policy, readText);
  const setup = { place, pack, reference };
  const result = runScenario(setup, changed);
  const fields = fieldsOf(setup, changed);
  const values = resolve(fields, changed);
  const start = place.starts.find(({ base }) => base === result.plan.base)!;
  const cost = planCost({ pack, place, start, result, values, defaults: resolve(fields, {}), to });
  return { result, start, cost, values };
}

describe('what a plan costs', () => {
  it('pays each month of every registered GP the allowance from the year in which it begins', async () => {
    const { cost, result } = await run('tongjiang', { allowance: 500, from: 2027 });
    const { registered, assistant, rehired } = result.plan;
    const heads = (index: number): number => registered[index]! + assistant[index]! + rehired[index]!;
    expect(sumOf(cost.plan, { rule: 'allowance', year: 2026 })).toBe(0);
    expect(sumOf(cost.plan, { rule: 'allowance', year: 2027 })).toBe(Math.round((heads(2) + heads(3)) * 6 * 500));
    expect(sumOf(cost.baseline, { rule: 'allowance' })).toBe(0);
  });

  it('pays for three years of residency, of the rural-oriented too', async () => {
    const { cost, values } = await run('tongjiang', { residency: 10, rural: 6, from: 2026 });
    const usual = Number((await run('tongjiang', {})).values['residency']);
    const rural = Number((await run('tongjiang', {})).values['rural']);
    const year = (of: number): number => sumOf(cost.plan, { rule: 'residency', year: of });
    expect(values['costresidency']).toBe(30_000);
    expect(year(2025)).toBe(Math.round((3 * usual + 3 * rural) * 30_000));
    expect(year(2026)).toBe(Math.round((10 + 2 * usual + 3 * rural) * 30_000));
    expect(year(2028)).toBe(Math.round((30 + 3 * rural) * 30_000));
    expect(sumOf(cost.plan, { rule: 'residency', payer: 'central' })).toBe(sumOf(cost.plan, { rule: 'residency' }));
  });

  it('asks for the rates that have no source and leaves them out until they are given', async () => {
    const before = await run('tongjiang', { transfer: 20 });
    expect(before.cost.plan.missing.map(({ key }) => key)).toEqual(['costtransfer', 'costassistant', 'costrural']);
    const after = await run('tongjiang', { transfer: 20, costtransfer: 12_000 });
    expect(after.cost.plan.missing.map(({ key }) => key)).toEqual(['costassistant', 'costrural']);
    const paid = after.cost.plan.entries.find(({ rule, year }) => rule === 'transfer' && year === 2026)!;
    expect(paid.yuan).toBe(240_000);
    expect(after.cost.more.yuan).toBe(sumOf(after.cost.plan) - sumOf(after.cost.baseline));
    expect(after.cost.more.gps).toBeGreaterThan(0);
    // What it costs changes nothing in what it brings.
    expect(after.result.plan.gps).toEqual(before.result.plan.gps);
  });

  it('is nothing more than the baseline where nothing is changed', async () => {
    const { cost } = await run('panzhihua', {});
    expect(cost.more).toEqual({ yuan: 0, gps: 0, centres: 0 });
  });

  it('counts the trainees whom the pool allows, where it is too small', async () => {
    const { result, cost } = await run('tongjiang', { transfer: 120, poolgrowth: -0.05, costtransfer: 10_000 }, 2040);
    const capped = result.plan.capped![0]!;
    const entry = cost.plan.entries.find(({ rule, year }) => rule === 'transfer' && year === capped.year)!;
    expect(entry.quantity).toBe(capped.pool);
    expect(capped.pool).toBeLessThan(120);
  });

  it('knows Hunan’s 6,000 yuan a village clinic: half and half, Xiangxi by the province alone', async () => {
    const { cost } = await run('hunan', { clinics: 20_001, clinics1: 1_001 }, 2025);
    const { payers } = cost.plan.entries.find(({ rule, exception }) => rule === 'clinics' && exception === 0)!;
    expect(payers).toEqual({ province: 60_003_000, county: 60_003_000 });
    const xiangxi = cost.plan.entries.find(({ rule, exception }) => rule === 'clinics' && exception === 1)!;
    expect(xiangxi.payers).toEqual({ province: 6_006_000 });
    const asked = await run('hunan', {}, 2025);
    expect(asked.cost.plan.missing.map(({ key }) => key)).toEqual(expect.arrayContaining(['clinics', 'clinics1']));
  });

  it('says how many more centres have two GPs', async () => {
    const { cost } = await run('hunan', { transfer: 6000 });
    expect(cost.more.centres).toBeGreaterThan(0);
  });
});

describe('dispatch', () => {
  it('is paid for by the months that hospital GPs are away in each year', async () => {
    const { result, start, values } = await run('tongjiang', {});
    const place = await loadPlace('tongjiang', readText);
    const pack = await loadPolicy(place.policy, readText);
    const move = { from: 0, to: 0, persons: 2, km: null, had: 1, minimum: 2 };
    const moves = {
      moves: [
        { ...move, lever: 'dispatch', start: { year: 2026, month: 9 }, end: { year: 2028, month: 2 } },
        { ...move, lever: 'within', start: { year: 2026, month: 9 }, end: null },
      ],
    } as Pick<MovePlan, 'moves'> as MovePlan;
    const cost = planCost({
      pack,
      place,
      start,
      result: { ...result, plan: { ...result.plan }, moves },
      values: { ...values, costdispatch: 1000 },
      defaults: values,
      to: 2030,
    });
    const paid = [2026, 2027, 2028, 2029].map((year) => sumOf(cost.plan, { rule: 'dispatch', year }));
    expect(paid).toEqual([8000, 24_000, 4000, 0]);
    expect(sumOf(cost.baseline, { rule: 'dispatch' })).toBe(0);
  });
});
