import { describe, expect, it } from 'vitest';
import { BANDS, earlierAges, scaled, type CensusAges } from '../../src/io/ages.ts';
import { readText } from '../../src/io/built-in-node.ts';
import { loadPlace } from '../../src/io/places.ts';

const even = (year: number, persons: number): CensusAges => ({
  year,
  persons: [BANDS.map(() => persons), BANDS.map(() => persons)],
});

describe('ages ten years earlier', () => {
  it('gives the part of a whole that has the same structure the same share ten years ago', () => {
    const past = {
      ...even(2010, 0),
      persons: [BANDS.map((age) => 100 + age), BANDS.map((age) => 200 - age)] as CensusAges['persons'],
    };
    const present = even(2020, 80);
    expect(earlierAges({ past, present }, scaled(present, 0.25))).toEqual(scaled(past, 0.25));
  });

  it('follows each birth cohort: 0 and 1–4 to 10–14, 75 and over to the open band', () => {
    const whole = { past: even(2010, 100), present: even(2020, 50) };
    const part = even(2020, 0);
    part.persons[0][BANDS.indexOf(10)] = 5;
    part.persons[0][BANDS.indexOf(85)] = 7;
    const earlier = earlierAges(whole, part).persons[0];
    const byAge = Object.fromEntries(BANDS.map((age, band) => [age, earlier[band]]).filter(([, persons]) => persons));
    expect(byAge).toEqual({ 0: 10, 1: 10, 75: 14, 80: 14, 85: 14 });
  });

  it('gives Yanbian’s townships the ages of their county in both censuses', async () => {
    const yanbian = await loadPlace('yanbian', readText);
    const all = (census: number) =>
      yanbian.residents.flatMap((one) => one.ages[census]?.persons.flat() ?? []).reduce((sum, one) => sum + one, 0);
    expect(all(0)).toBeCloseTo(207_717, 3);
    expect(all(1)).toBeCloseTo(178_797, 3);
  });
});
