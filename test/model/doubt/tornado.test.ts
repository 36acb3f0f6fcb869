import { describe, expect, test } from 'vitest';
import { sampleDensity } from '../../../src/model/doubt/base-samples.ts';
import { expectedDensity } from '../../../src/model/doubt/expected-density.ts';
import { tornadoOf } from '../../../src/model/doubt/tornado.ts';
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

describe('a tornado', () => {
  test('has at each end what the page shows with that value', async () => {
    const run = await prepared('tongjiang', { transfer: 9 });
    const { bars, mode, years } = tornadoOf(run.setup, run.values, run.defaults, run.uncertain);
    expect(bars.map(({ key }) => key)).not.toContain('transfer');
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
  const { values, keys } = sampleDensity(run.setup, run.values, run.defaults, run.uncertain, {
    seed: 5,
    from: 2,
    to: 4,
  });
  const range = { seed: 5, from: 2, to: 4, chance: false, parameters: true };
  const { density, years } = drawerOf(run.setup, run.values, run.defaults, run.uncertain)(range);
  for (let sample = 0; sample < 2; sample++) {
    for (let year = 0; year < years.length; year++) {
      const a = values[sample * (keys.length + 2) * years.length + year]!;
      expect(a).toBeCloseTo(density[sample * years.length + year]!, 6);
    }
  }
});
