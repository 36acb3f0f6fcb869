import { describe, expect, it } from 'vitest';
import { readText } from '../../src/io/built-in-node.ts';
import { loadReference } from '../../src/io/reference.ts';

const reference = await loadReference(readText);
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

describe('reference', () => {
  it('gives GPs and eligible physicians age shares that sum to 1, with the same share of women', () => {
    for (const shares of [reference.ageShares, reference.poolShares]) {
      expect(sum(shares.flat())).toBeCloseTo(1, 12);
      expect(sum(shares[1])).toBeCloseTo(0.5937, 12);
      expect(shares.map((one) => one.length)).toEqual([60, 60]);
    }
    const [men, women] = reference.ageShares;
    expect(sum(men.slice(10, 20)) / sum(men)).toBeCloseTo(0.3448 / 0.9999, 12);
    expect([men[4], men[40], women[34] === 0, women[35]]).toEqual([0, 0, false, 0]);
  });

  it('has the national series with its density, and derives the totals of 2022 and 2024 from the ratio', () => {
    const of = (year: number) => reference.nationalSeries.find((one) => one.year === year);
    expect(of(2017)?.density).toBeCloseTo(1.805, 3);
    expect(of(2024)?.density).toBeCloseTo(4.54, 3);
    expect(of(2024)?.source.provenance).toBe('derived');
    expect(of(2018)?.source.unverified).toBe(true);
    expect(of(2010)?.density).toBeNull();
    for (const point of reference.nationalSeries) {
      if (point.published && point.density) expect(Math.abs(point.density / point.published - 1)).toBeLessThan(0.02);
    }
  });

  it('gives every parameter a range in order and a source in both languages', () => {
    const all = Object.entries(reference.parameters);
    expect(all.length).toBeGreaterThan(30);
    expect(all.filter(([, one]) => one.low > one.mode || one.mode > one.high).map(([key]) => key)).toEqual([]);
    expect(all.filter(([, one]) => !one.source.text.zh || !one.source.text.en)).toEqual([]);
    expect(reference.parameters['breach']?.mode).toBeCloseTo(1 - 0.9 ** (1 / 6), 4);
    expect(reference.parameters['drive']?.mode).toBe(reference.calibration.drive.value);
    expect(reference.parameters['passrural']?.mode).toBeCloseTo(0.81, 9);
  });

  it('has death rates that give the life expectancy of the UN in the middle of each period', () => {
    const { periods, mx } = reference.mortality;
    periods.forEach((period, index) => {
      const published = reference.vital.filter((one) => one.year >= period && one.year < period + 5);
      ([0, 1] as const).forEach((sex) => {
        const expected = sum(published.map((one) => one.lifeExpectancy[sex])) / published.length;
        expect(Math.abs(lifeExpectancy(mx[index]?.[sex] ?? []) - expected)).toBeLessThan(0.3);
      });
    });
  });

  it('has birth rates that add up to the total fertility of the UN in the years of the table', () => {
    const { first, rates } = reference.fertility;
    expect(rates).toHaveLength(26);
    for (const year of [2010, 2015, 2020, 2024, 2030, 2035]) {
      const published = reference.vital.find((one) => one.year === year)?.fertility ?? 0;
      expect(sum(rates[year - first] ?? []) * 5).toBeCloseTo(published, 1);
    }
    const between = sum(rates[2027 - first] ?? []) - sum(rates[2025 - first] ?? []);
    expect(between).toBeCloseTo(0.4 * (sum(rates[2030 - first] ?? []) - sum(rates[2025 - first] ?? [])), 12);
  });

  it('has the default national intakes and those of the years that are published', () => {
    const { residency, assistant, ruralOriented } = reference.nationalIntake;
    expect([residency.default.mode, assistant.default.mode, ruralOriented.default.mode]).toEqual([11_000, 5000, 6150]);
    expect(ruralOriented.years.map((one) => [one.year, one.persons])).toEqual([
      [2010, 5000],
      [2015, 5500],
      [2017, 5810],
      [2019, 6700],
      [2023, 6150],
    ]);
  });
});

/** Years lived by a newborn under single-year death rates, deaths spread evenly within a year of age. */
function lifeExpectancy(mx: number[]): number {
  let alive = 1;
  let years = 0;
  mx.forEach((rate, age) => {
    const survivors = age === mx.length - 1 ? 0 : (alive * (1 - rate / 2)) / (1 + rate / 2);
    years += age === mx.length - 1 ? alive / rate : (alive + survivors) / 2;
    alive = survivors;
  });
  return years;
}
