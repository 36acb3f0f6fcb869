import { expect, test } from 'vitest';
import { differenceBands, varianceRatio } from '../../../src/model/doubt/spread.ts';
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
