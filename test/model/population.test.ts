import { expect, test } from 'vitest';
import { readText } from '../../src/io/built-in-node.ts';
import { loadReference } from '../../src/io/reference.ts';
import { censusSurvivalMigration, cohortComponent, singleAges } from '../../src/model/cohort-component.ts';
import type { BandedAges, Demography } from '../../src/model/cohort-component.ts';
import { demographyOf } from '../../src/model/demography.ts';
import { projectResidents, scaleToWhole, trendFactor } from '../../src/model/population.ts';
import type { AreaResidents } from '../../src/model/types.ts';

const nineteen = (value: number): number[] => Array.from({ length: 19 }, () => value);
const still: Demography = { mortality: () => 0, fertility: () => 0, maleShareAtBirth: 0.5 };

function residents(parts: Partial<AreaResidents>): AreaResidents {
  return { observed: [], projected: [], trendFactor: null, ages: [], ...parts };
}

const twoCensuses = residents({
  observed: [
    { year: 2010, persons: 1000 },
    { year: 2020, persons: 2000 },
  ],
});

test('constant residents stay at the last count, and counts stay as counted', () => {
  expect([...projectResidents(twoCensuses, 'constant', 2010, 2022, null)].slice(10)).toEqual([2000, 2000, 2000]);
  expect(projectResidents(twoCensuses, 'constant', 2010, 2022, null)[0]).toBe(1000);
});

test('the trend doubles again in the ten years after a doubling', () => {
  const path = projectResidents(twoCensuses, 'trend', 2010, 2030, null);
  expect(path[20]).toBeCloseTo(4000, 6);
  expect(path[5]).toBeCloseTo(Math.sqrt(2) * 1000, 6);
});

test('the trend looks at the last ten years of observations only', () => {
  const yearly = residents({
    observed: Array.from({ length: 15 }, (_, i) => ({ year: 2010 + i, persons: i < 5 ? 1 : 100 * 1.01 ** (i - 5) })),
  });
  const lastTen = residents({ observed: yearly.observed.slice(4) });
  expect(trendFactor(yearly)).toBe(trendFactor(lastTen));
  expect(trendFactor(residents({ observed: yearly.observed.slice(5) }))).toBeCloseTo(1.01, 12);
});

test('one count alone has no trend, and a zero count does not break it', () => {
  expect(trendFactor(residents({ observed: [{ year: 2020, persons: 5 }] }))).toBe(1);
  const emptied = residents({
    observed: [
      { year: 2010, persons: 5 },
      { year: 2020, persons: 0 },
    ],
  });
  expect([...projectResidents(emptied, 'trend', 2020, 2022, null)]).toEqual([0, 0, 0]);
});

test('a trend of the whole also leads back before the first count', () => {
  const unit = residents({ observed: [{ year: 2020, persons: 1100 }], trendFactor: 1.1 });
  expect(projectResidents(unit, 'trend', 2019, 2021, null)[0]).toBeCloseTo(1000, 9);
});

test('the file’s own projection is followed, and interpolated between its years', () => {
  const own = residents({ ...twoCensuses, projected: [{ year: 2022, persons: 2420 }] });
  const path = projectResidents(own, 'projected', 2020, 2024, null);
  expect(path[1]).toBeCloseTo(2200, 6);
  expect(path[2]).toBeCloseTo(2420, 6);
  expect(path[4]).toBe(2420);
});

test('areas scaled to a whole add up to it in every year and keep their proportions', () => {
  const byArea = Float64Array.from([1, 2, 3, 6]);
  scaleToWhole(byArea, [8, 16]);
  expect([...byArea]).toEqual([2, 4, 6, 12]);
});

test('bands are spread over single ages without losing anybody', () => {
  const bands: BandedAges = [Array.from({ length: 19 }, (_, i) => 10 * (i + 1)), Array.from({ length: 19 }, () => 7)];
  const [men, women] = singleAges(bands, 2020, { ...still, mortality: (_y, _s, age) => age / 200 });
  const sum = (ages: Float64Array): number => ages.reduce((a, b) => a + b, 0);
  expect(sum(men)).toBeCloseTo(1900, 9);
  expect(sum(women)).toBeCloseTo(133, 9);
  expect(men[3]).toBeCloseTo(5, 12);
  expect(men[100]).toBeLessThan(men[85]!);
});

test('without deaths, births and migration nobody is lost', () => {
  const bands: BandedAges = [nineteen(100), nineteen(100)];
  const totals = cohortComponent(bands, 2020, 2040, still, null);
  for (const total of totals) expect(total).toBeCloseTo(3800, 8);
});

test('one woman of 30 with one birth a year has ten children in ten years', () => {
  const women = nineteen(0);
  women[7] = 5;
  const bands: BandedAges = [nineteen(0), women];
  const totals = cohortComponent(bands, 2020, 2030, { ...still, fertility: () => 1 }, null);
  expect(totals[10]).toBeCloseTo(5 + 50, 8);
});

test('migration by census survival brings the first census to the second', () => {
  const first: BandedAges = [nineteen(1000), nineteen(1000)];
  const second: BandedAges = [nineteen(1100), nineteen(1100)];
  const rates = censusSurvivalMigration({ year: 2010, bands: first }, { year: 2020, bands: second }, still);
  expect(rates[0][32]).toBeCloseTo(1.1 ** 0.1 - 1, 12);
  expect(rates[1][5]).toBe(rates[1][27]);
});

test('China by cohort-component from the census of 2020 stays within 1 % of the UN’s medium variant through 2035', async () => {
  const reference = await loadReference(readText);
  const { year, persons } = reference.nationalAges;
  const totals = cohortComponent(persons, year, 2035, demographyOf(reference), null);
  // The census is 1 % below the UN's own 2020; what is held against it is the UN's births, deaths and migration since.
  let expected = totals[0]!;
  for (let i = 1; i < totals.length; i++) {
    const un = reference.vital.find((one) => one.year === year + i)!;
    expected += un.births - un.deaths + un.netMigration;
    expect(Math.abs(totals[i]! / expected - 1), String(year + i)).toBeLessThan(0.01);
  }
  expect(totals[15]! / totals[0]!).toBeLessThan(0.985);
});
