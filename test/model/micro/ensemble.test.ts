import { beforeAll, describe, expect, test } from 'vitest';
import {
  bandsOf,
  chanceOfAtLeast,
  minimumProbability,
  probabilityOf,
  quantileOf,
} from '../../../src/model/micro/bands.ts';
import { binomial } from '../../../src/model/micro/binomial.ts';
import { drawerOf } from '../../../src/model/micro/ensemble.ts';
import type { DrawRange, Draws } from '../../../src/model/micro/ensemble.ts';
import { mergeDraws } from '../../../src/model/micro/merge-draws.ts';
import { newStream, useKey } from '../../../src/model/micro/stream.ts';
import { OUTSIDE, type Move } from '../../../src/model/reassign/types.ts';
import { simulate } from '../../../src/model/simulate.ts';
import { readyToDraw } from '../../../src/scenario/draw.ts';
import type { Setup } from '../../../src/model/frame.ts';
import { fieldsOf } from '../../../src/scenario/fields.ts';
import { resolve } from '../../../src/scenario/resolve.ts';
import { builtIn } from '../../scenario/setups.ts';
import { uncertainOf } from '../../../src/scenario/uncertain.ts';

let panzhihua: Setup;
beforeAll(async () => {
  panzhihua = await builtIn('panzhihua');
});

function draws(setup: Setup, range: Partial<DrawRange>, changed: Record<string, number | string> = {}): Draws {
  const fields = fieldsOf(setup, changed);
  const values = resolve(fields, changed);
  const whole = { seed: 7, from: 0, to: 60, chance: true, parameters: true, ...range };
  return drawerOf(setup, values, resolve(fields, {}), uncertainOf(fields, values))(whole);
}

function bytesOf({ density, met, minimumMet, wantedMet }: Draws): string {
  return [density, met, minimumMet, wantedMet]
    .map(({ buffer }) => Buffer.from(buffer as ArrayBuffer).toString('base64'))
    .join('|');
}

describe('an ensemble', () => {
  test('is the same to the last byte however it is cut, and in whatever order the parts come', () => {
    const whole = draws(panzhihua, {});
    for (const cuts of [
      [0, 60],
      [0, 7, 60],
      [0, 1, 20, 21, 45, 60],
    ]) {
      const parts = cuts.slice(1).map((to, i) => draws(panzhihua, { from: cuts[i]!, to }));
      const merged = mergeDraws(parts.reverse());
      expect(bytesOf(merged)).toBe(bytesOf(whole));
      expect([merged.from, merged.to]).toEqual([0, 60]);
    }
  });

  test('starts from more or fewer GPs as far as the reader says that the start may be wrong, on average from as many', () => {
    const spreadAt = (made: Draws, year: number): number => {
      const values = bandsOf(made).map((band) => band[year]!);
      return values[4]! - values[0]!;
    };
    for (const chance of [true, false]) {
      const certain = draws(panzhihua, { chance, to: 300 });
      const wrong = draws(panzhihua, { chance, to: 300 }, { stockerror: 0.2 });
      const start = bandsOf(certain)[2]![0]!;
      // 80 % of PERT(0.8, 1, 1.2) lie within 1 ± 0.099.
      expect(spreadAt(wrong, 0)).toBeGreaterThan(0.17 * start);
      expect(spreadAt(wrong, 0)).toBeLessThan(0.23 * start);
      expect(spreadAt(wrong, 6)).toBeGreaterThan(spreadAt(certain, 6));
      const mean = (made: Draws): number => {
        let sum = 0;
        for (let draw = 0; draw < 300; draw++) sum += made.density[draw * made.years.length]! / 300;
        return sum;
      };
      // The standard error of 300 draws is 0.4 % of the start.
      expect(Math.abs(mean(wrong) / mean(certain) - 1)).toBeLessThan(0.02);
    }
  });

  test('is another one with another seed', () => {
    expect(bytesOf(draws(panzhihua, { seed: 8 }))).not.toBe(bytesOf(draws(panzhihua, {})));
  });

  test('has no spread with chance and parameters off, and is then the projection on the page', () => {
    const values = resolve(fieldsOf(panzhihua), {});
    const { plan, targets } = simulate(panzhihua, values, values);
    const still = draws(panzhihua, { chance: false, parameters: false, to: 3 });
    const span = still.years.length;
    for (let year = 0; year < span; year++) {
      let gps = 0;
      let residents = 0;
      for (let area = 0; area < plan.areas; area++) {
        gps += plan.gps[area * span + year]!;
        residents += plan.residents[area * span + year]!;
      }
      for (let draw = 0; draw < 3; draw++) expect(still.density[draw * span + year]).toBe((gps * 10_000) / residents);
    }
    const known = targets.map(({ target, status }) => [
      target.id,
      status === 'unknown' ? null : Number(status === 'met'),
    ]);
    expect(still.targets.map((id) => [id, probabilityOf(still, id)])).toEqual(known);
  });

  test('judges a target of a month by who has moved by then', async () => {
    const xupu = await builtIn('xupu');
    const start = { year: 2020, month: 10 };
    const moves = xupu.place.areas.flatMap(({ institution }, to): Move[] => {
      const move = { lever: 'counterpart', from: OUTSIDE, to, persons: 2, start, end: null, km: null } as const;
      return institution === undefined ? [{ ...move, had: 0, minimum: 2 }] : [];
    });
    const range = { seed: 7, from: 0, to: 40, parameters: true, chance: true };
    const chance = (planned: Move[]): number | null => {
      const ready = readyToDraw(xupu, { base: 2019, from: 2020 }, planned);
      if (!ready.ok) throw new Error('not drawn');
      return probabilityOf(ready.draw(range), 'centres-2020');
    };
    expect(chance(moves.map((move) => ({ ...move, start: { year: 2020, month: 11 } })))).toBe(0);
    expect(chance(moves)).toBe(1);
  });

  test('takes its spread from the parameters alone with chance off, and from both together most', () => {
    const width = (range: Partial<DrawRange>): number => {
      const [low, high] = bandsOf(draws(panzhihua, { to: 200, ...range }), [0.1, 0.9]);
      return high!.at(-1)! - low!.at(-1)!;
    };
    const parameters = width({ chance: false });
    const chance = width({ parameters: false });
    const both = width({});
    expect(parameters).toBeGreaterThan(0);
    expect(chance).toBeGreaterThan(0);
    expect(both).toBeGreaterThan(Math.max(parameters, chance) * 0.95);
    // The base year is known: five districts with whole or fractional stocks, no parameter has a part in it.
    const base = bandsOf(draws(panzhihua, { chance: false }), [0, 1]);
    expect(base[0]![0]).toBe(base[1]![0]);
  });

  test('counts for each area the draws in which it reaches its minimum', () => {
    const result = draws(panzhihua, { to: 40 });
    const last = result.years.length - 1;
    const chances = result.minimum.length;
    for (let area = 0; area < chances; area++) {
      const probability = minimumProbability(result, area, last);
      if (result.minimum[area] === 0) expect(probability).toBeNull();
      else expect(probability! >= 0 && probability! <= 1 && Number.isInteger(probability! * 40)).toBe(true);
    }
  });

  test.each([
    { seed: -1 },
    { seed: 1.5 },
    { seed: Number.NaN },
    { seed: 2 ** 32 },
    { to: 0 },
    { from: 5, to: 5 },
    { to: 2.5 },
    { to: 1e6 },
    { from: -1 },
  ])('is refused for %j', (range) => {
    expect(() => draws(panzhihua, range)).toThrow(RangeError);
  });

  test('is refused with a range that is upside down', () => {
    const values = resolve(fieldsOf(panzhihua), {});
    const upside = { key: 'breach', low: 0.2, mode: 0.1, high: 0.3, distribution: 'PERT' } as const;
    const range = { seed: 1, from: 0, to: 1, chance: true, parameters: true };
    expect(() => drawerOf(panzhihua, values, values, [upside])(range)).toThrow(RangeError);
  });

  test('is not merged from parts with a gap or an overlap, or from nothing', () => {
    const part = (from: number, to: number): Draws => draws(panzhihua, { from, to });
    expect(() => mergeDraws([part(0, 2), part(3, 4)])).toThrow(RangeError);
    expect(() => mergeDraws([part(0, 3), part(2, 4)])).toThrow(RangeError);
    expect(() => mergeDraws([])).toThrow(RangeError);
  });
});

describe('bands', () => {
  const ofOneYear = (values: number[]): Draws => ({
    from: 0,
    to: values.length,
    years: [2030],
    targets: ['t'],
    density: Float64Array.from(values),
    met: Uint8Array.from(values, (value) => Number(value >= 3)),
    minimum: new Float64Array(1),
    minimumMet: new Uint32Array(1),
    wanted: [null],
    wantedMet: new Uint32Array(1),
  });

  test('are quantiles of type 7', () => {
    expect(quantileOf(Float64Array.of(1, 2, 4, 8), 0.5)).toBe(3);
    expect(quantileOf(Float64Array.of(1, 2, 4, 8), 0.9)).toBeCloseTo(6.8, 12);
    expect(bandsOf(ofOneYear([8, 1, 4, 2]), [0, 0.5, 1])).toEqual([[1], [3], [8]]);
    expect(bandsOf(ofOneYear([5]))).toEqual([[5], [5], [5], [5], [5]]);
  });

  test('have odds beside them', () => {
    const result = ofOneYear([8, 1, 4, 2]);
    expect(probabilityOf(result, 't')).toBe(0.5);
    expect(chanceOfAtLeast(result, 0, 2)).toBe(0.75);
    expect(() => probabilityOf(result, 'u')).toThrow(RangeError);
    expect(probabilityOf({ ...result, met: Uint8Array.of(1, 2, 0, 0) }, 't')).toBeNull();
  });

  test('of 80 % cover 80 % of fresh binomial numbers, within 2', () => {
    const stream = newStream();
    const [n, p] = [20_000, 0.3];
    let inside = 0;
    const fresh = 400;
    const each = 25;
    for (let seed = 0; seed < fresh; seed++) {
      useKey(stream, seed, 0);
      const [low, high] = bandsOf(ofOneYear(Array.from({ length: 1000 }, () => binomial(stream, n, p))), [0.1, 0.9]);
      useKey(stream, seed, 1);
      for (let i = 0; i < each; i++) {
        const value = binomial(stream, n, p);
        if (value >= low![0]! && value <= high![0]!) inside++;
      }
    }
    expect(Math.abs(inside / (fresh * each) - 0.8)).toBeLessThan(0.02);
  });
});
