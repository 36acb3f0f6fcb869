import { expect, test } from 'vitest';
import { chanceOfMore, differenceBands, varianceRatio } from '../../../src/model/doubt/spread.ts';
import { drawerOf } from '../../../src/model/micro/ensemble.ts';
import type { Draws } from '../../../src/model/micro/ensemble.ts';
import { fieldsOf } from '../../../src/scenario/fields.ts';
import { resolve } from '../../../src/scenario/resolve.ts';
import { uncertainOf } from '../../../src/scenario/uncertain.ts';
import { builtIn } from '../../scenario/setups.ts';

async function drawn(changed: Record<string, number>, seed = 7, from = 0): Promise<Draws> {
  const setup = await builtIn('tongjiang');
  const fields = fieldsOf(setup, changed);
  const values = resolve(fields, changed);
  const range = { seed, from, to: from + 200, chance: true, parameters: true };
  return drawerOf(setup, values, resolve(fields, {}), uncertainOf(fields, values))(range);
}

test('the difference of two scenarios is sharper from shared random numbers than from numbers of their own', async () => {
  const [plan, baseline, apart] = await Promise.all([drawn({ recruit: 3 }), drawn({}), drawn({}, 8)]);
  const width = (bands: number[][] | null): number => bands![4]!.at(-1)! - bands![0]!.at(-1)!;
  const shared = differenceBands(plan, baseline);
  expect(width(shared)).toBeLessThan(0.6 * width(differenceBands(plan, apart)));
  expect(shared![0]!.at(-1)).toBeGreaterThan(0);
  expect(
    differenceBands(plan, plan)!
      .flat()
      .every((value) => value === 0),
  ).toBe(true);
});

test('a plan brings nothing, up or down, before its first year: what ran until then is drawn as in the baseline', async () => {
  const [plan, baseline] = await Promise.all([
    drawn({ transfer: 30, residency: 6, rehire: 0.2, drive: 0.2 }),
    drawn({}),
  ]);
  const bands = differenceBands(plan, baseline, [0, 0.5, 1])!;
  // The levers apply from 2026 on; recruited, registered and rehired are counted at the end of it, trained in 2027.
  const until = plan.years.indexOf(2025);
  for (const band of bands) expect(band.slice(0, until + 1)).toEqual(band.slice(0, until + 1).fill(0));
  const transferAlone = differenceBands(await drawn({ transfer: 30 }), baseline, [0, 0.5, 1])!;
  for (const band of transferAlone) expect(band.slice(0, until + 2)).toEqual(band.slice(0, until + 2).fill(0));
  expect(bands[1]!.at(-1)).toBeGreaterThan(0);
});

test('two plans of which one is better are told apart draw by draw; each drawn alone, their bands overlap', async () => {
  const [a, b, apart] = await Promise.all([drawn({ recruit: 2 }), drawn({ transfer: 12 }), drawn({ transfer: 12 }, 8)]);
  const year = a.years.indexOf(2030);
  const width = (bands: number[][] | null): number => bands![4]![year]! - bands![0]![year]!;
  expect(width(differenceBands(a, b))).toBeLessThan(0.6 * width(differenceBands(a, apart)));
  const { more, same } = chanceOfMore(a, b, year)!;
  expect(chanceOfMore(b, a, year)!.more).toBeCloseTo(1 - more - same, 12);
  expect(Math.abs(more - 0.5)).toBeGreaterThan(Math.abs(chanceOfMore(a, apart, year)!.more - 0.5));
  expect(chanceOfMore(a, a, year)).toEqual({ more: 0, same: 1 });
});

test('a difference in GPs takes each plan’s own residents', () => {
  const flat = (value: number): Draws =>
    ({ from: 0, to: 2, years: [2029, 2030], density: Float64Array.of(1, value, 1, value) }) as Draws;
  const bands = differenceBands(flat(3), flat(2), [0.5], { plan: [10, 20], other: [10, 40] });
  expect(bands).toEqual([[0, 3 * 20 - 2 * 40]]);
});

test('draws that do not begin together or are of other years are not compared', async () => {
  const [plan, later] = await Promise.all([drawn({}), drawn({}, 7, 10)]);
  expect(() => differenceBands(plan, later)).toThrow(RangeError);
  expect(() => differenceBands(plan, { ...plan, years: plan.years.slice(1) })).toThrow(RangeError);
});

test('a ratio of variances comes with the error that the numbers leave', () => {
  const wave = (factor: number, size: number): Float64Array =>
    Float64Array.from({ length: size }, (_, i) => factor * (((i * 7919) % size) / size));
  const { share, error } = varianceRatio(wave(1, 400), wave(2, 1000))!;
  expect(share).toBeCloseTo(0.25, 2);
  // Relative error of a variance of uniform numbers: √(0.8/n).
  expect(error / 0.25).toBeCloseTo(Math.sqrt(0.8 / 400 + 0.8 / 1000), 2);
  expect(varianceRatio(wave(0, 10), wave(1, 10))!.share).toBe(0);
  expect(varianceRatio(wave(1, 10), wave(0, 10))).toBeNull();
});
