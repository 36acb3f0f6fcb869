import { describe, expect, test } from 'vitest';
import { sampleFunction } from '../../../src/model/doubt/base-samples.ts';
import { expectedDensity } from '../../../src/model/doubt/expected-density.ts';
import { mergeTornado, tornadoPart, tornadoPieces } from '../../../src/model/doubt/tornado.ts';
import { drawerOf } from '../../../src/model/micro/ensemble.ts';
import { simulate } from '../../../src/model/simulate.ts';
import { PLACES } from '../../../src/scenario/catalogue.ts';
import { fieldsOf } from '../../../src/scenario/fields.ts';
import { resolve } from '../../../src/scenario/resolve.ts';
import { uncertainOf } from '../../../src/scenario/uncertain.ts';
import { builtIn, type Values } from '../../scenario/setups.ts';

async function prepared(place: string, changed: Values = {}) {
  const setup = await builtIn(place);
  const fields = fieldsOf(setup, changed);
  const values = resolve(fields, changed);
  return { setup, values, defaults: resolve(fields, {}), uncertain: uncertainOf(fields, values) };
}

/** GPs per 10,000 of the whole place, as on the page. */
function densityOnPage({ setup, values, defaults }: Awaited<ReturnType<typeof prepared>>): number[] {
  const { plan, years } = simulate(setup, values, defaults);
  const sum = (of: Float64Array, year: number): number =>
    of.reduce((all, persons, cell) => (cell % years.length === year ? all + persons : all), 0);
  return years.map((_, year) => (sum(plan.gps, year) * 10_000) / sum(plan.residents, year));
}

describe('expected density of merged areas', () => {
  test.each(PLACES.map(({ id }) => id))('is that of the page in %s, with and without priority', async (id) => {
    for (const changed of [{}, { priority: 1, attrition: 0.05 }] as Values[]) {
      const run = await prepared(id, changed);
      const merged = expectedDensity(run.setup, run.values, run.defaults).at({});
      densityOnPage(run).forEach((density, year) => expect(merged[year]).toBeCloseTo(density, 6));
    }
  });
});

/** In one go, or piece by piece. */
function tornadoOf({ setup, values, defaults, uncertain }: Awaited<ReturnType<typeof prepared>>, step = Infinity) {
  const density = expectedDensity(setup, values, defaults);
  const pieces = tornadoPieces(uncertain);
  const froms = Array.from({ length: Math.ceil(pieces / Math.min(step, pieces)) }, (_, i) => (i === 0 ? 0 : i * step));
  return mergeTornado(
    froms.map((from) => tornadoPart(density, uncertain, { from, to: Math.min(pieces, from + step) })),
  );
}

describe('a tornado', () => {
  test('is the same in whatever pieces it is made, and no tornado where one is missing', async () => {
    const run = await prepared('tongjiang');
    const whole = tornadoOf(run);
    expect(whole.bars.map(({ key }) => key)).toEqual(run.uncertain.map(({ key }) => key));
    for (const step of [1, 4]) expect(tornadoOf(run, step)).toEqual(whole);
    const density = expectedDensity(run.setup, run.values, run.defaults);
    const [first, third] = [0, 2].map((from) => tornadoPart(density, run.uncertain, { from, to: from + 1 }));
    expect(() => mergeTornado([first!, third!])).toThrow(RangeError);
    expect(() => mergeTornado([third!])).toThrow(RangeError);
    expect(() => tornadoPart(density, run.uncertain, { from: 0, to: 99 })).toThrow(RangeError);
  });

  test('has at each end what the page shows with that value', async () => {
    const run = await prepared('tongjiang', { transfer: 9 });
    const { bars, mode, years } = tornadoOf(run);
    // Of a lever that is set, what ran before it applies: the value of the years until then.
    const transfer = bars.find(({ key }) => key === 'transfer')!;
    const before = densityOnPage({ ...run, defaults: { ...run.defaults, transfer: transfer.high } });
    before.forEach((density, year) => expect(transfer.atHigh[year]).toBeCloseTo(density, 6));
    expect(transfer.atHigh[years.indexOf(2026)]!).toBeGreaterThan(transfer.atLow[years.indexOf(2026)]!);
    expect(mode[years.length - 1]).toBeCloseTo(densityOnPage(run).at(-1)!, 6);
    const attrition = bars.find(({ key }) => key === 'attrition')!;
    for (const [value, densities] of [
      [attrition.low, attrition.atLow],
      [attrition.high, attrition.atHigh],
    ] as const) {
      const shown = densityOnPage(await prepared('tongjiang', { transfer: 9, attrition: value }));
      shown.forEach((density, year) => expect(densities[year]).toBeCloseTo(density, 6));
    }
    expect(attrition.atLow.at(-1)!).toBeGreaterThan(attrition.atHigh.at(-1)!);
  });
});

test('sample A of the design is what the draws with chance off give', async () => {
  const run = await prepared('panzhihua');
  const expected = expectedDensity(run.setup, run.values, run.defaults);
  const { values, keys } = sampleFunction(expected.years, expected.at, run.uncertain, { seed: 5, from: 2, to: 4 });
  const range = { seed: 5, from: 2, to: 4, chance: false, parameters: true };
  const { density, years } = drawerOf(run.setup, run.values, run.defaults, run.uncertain)(range);
  for (let sample = 0; sample < 2; sample++) {
    for (let year = 0; year < years.length; year++) {
      const a = values[sample * (keys.length + 2) * years.length + year]!;
      expect(a).toBeCloseTo(density[sample * years.length + year]!, 6);
    }
  }
});
