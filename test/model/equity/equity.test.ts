import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equityByYear } from '../../../src/model/equity/equity.ts';
import { groupingsOf } from '../../../src/model/equity/groupings.ts';
import { gini, gpsOfPoorest, lorenz, outlineOf, type Lorenz } from '../../../src/model/equity/lorenz.ts';
import { logarithm } from '../../../src/model/roots.ts';
import { servedShares } from '../../../src/model/equity/served.ts';
import { theil, theilParts } from '../../../src/model/equity/theil.ts';
import { equityUnits, type EquityUnits } from '../../../src/model/equity/units.ts';
import { place as placeOf, projection } from '../../ui/fake-session.ts';

interface Unit {
  area: number;
  residents: number;
  gps: number;
}
const columns = (rows: Unit[]): EquityUnits => ({
  areas: Int32Array.from(rows, ({ area }) => area),
  residents: Float64Array.from(rows, ({ residents }) => residents),
  gps: Float64Array.from(rows, ({ gps }) => gps),
});
const rowsOf = ({ areas, residents, gps }: EquityUnits): Unit[] =>
  Array.from(areas, (area, unit) => ({ area, residents: residents[unit]!, gps: gps[unit]! }));
const units = (...given: [residents: number, gps: number][]): EquityUnits =>
  columns(given.map(([residents, gps], area) => ({ area, residents, gps })));
const curve = (given: EquityUnits): Lorenz => {
  const found = lorenz(given);
  if (found === null) throw new Error('no curve');
  return found;
};
const sumOf = (rows: Unit[], key: 'residents' | 'gps'): number => rows.reduce((sum, row) => sum + row[key], 0);
const groupsOf = (given: EquityUnits, groups: number): Int32Array => given.areas.map((area) => area % groups);

describe('the Lorenz curve', () => {
  it('is the diagonal where every area has the same density', () => {
    const equal = units([1000, 2], [3000, 6], [500, 1]);
    expect(gini(curve(equal))).toBeCloseTo(0, 15);
    expect(theil(equal)).toBeCloseTo(0, 15);
    expect(gpsOfPoorest(curve(equal), 0.5)).toBeCloseTo(0.5, 15);
  });

  it('has the closed form of one area that has all: 1 − p and ln(1 / p)', () => {
    const one = units([700, 0], [300, 12], [1000, 0]);
    expect(gini(curve(one))).toBeCloseTo(1 - 0.15, 15);
    expect(theil(one)).toBeCloseTo(Math.log(1 / 0.15), 14);
    expect(gpsOfPoorest(curve(one), 0.85)).toBeCloseTo(0, 15);
  });

  it('has the closed form of two areas: |s − p|', () => {
    const two = units([600, 30], [400, 70]);
    expect(gini(curve(two))).toBeCloseTo(0.3, 15);
    expect(gpsOfPoorest(curve(two), 0.3)).toBeCloseTo(0.15, 15);
  });

  it('does not exist without GPs or without residents', () => {
    expect(lorenz(units([100, 0]))).toBeNull();
    expect(lorenz(units())).toBeNull();
    expect(theil(units([100, 0]))).toBeNull();
    expect(theilParts(units(), new Int32Array(0))).toBeNull();
  });
});

const someUnits = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 2_000_000 }), fc.double({ min: 0, max: 5000, noNaN: true })), {
    minLength: 1,
    maxLength: 40,
  })
  .map((given) => units(...given));

describe('over any areas', () => {
  it('Gini is the mean difference of densities over twice the mean, the slow way', () => {
    fc.assert(
      fc.property(someUnits, (given) => {
        const points = lorenz(given);
        if (points === null) return;
        const rows = rowsOf(given);
        const people = sumOf(rows, 'residents');
        const heads = sumOf(rows, 'gps');
        let differences = 0;
        for (const one of rows)
          for (const other of rows) differences += Math.abs(one.gps * other.residents - other.gps * one.residents);
        expect(gini(points)).toBeCloseTo(differences / (2 * people * heads), 9);
      }),
    );
  });

  it('Theil within and between add up to the whole exactly, and are no less than 0; between is that of the groups as wholes', () => {
    fc.assert(
      fc.property(someUnits, fc.integer({ min: 1, max: 7 }), (given, groups) => {
        const whole = theil(given);
        const parts = theilParts(given, groupsOf(given, groups));
        if (whole === null || parts === null) return;
        expect(parts.within + parts.between).toBe(whole);
        expect(Math.min(parts.within, parts.between)).toBeGreaterThanOrEqual(0);
        const sums = Array.from({ length: groups }, (_, group) =>
          rowsOf(given).filter(({ area }) => area % groups === group),
        )
          .filter((members) => members.length > 0)
          .map((members, area) => ({ area, residents: sumOf(members, 'residents'), gps: sumOf(members, 'gps') }));
        expect(Math.abs(parts.between - (theil(columns(sums)) ?? NaN))).toBeLessThan(1e-12 * Math.max(1, whole));
      }),
    );
  });

  it('the same density everywhere has no inequality, however it is rounded: the index and its parts are 0', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 2_000_000 }), { minLength: 1, maxLength: 40 }),
        fc.double({ min: 1e-5, max: 1e-2, noNaN: true }),
        (residents, density) => {
          const even = units(...residents.map((count): [number, number] => [count, count * density]));
          expect(theil(even)).toBe(0);
          expect(theilParts(even, groupsOf(even, 3))).toEqual({ within: 0, between: 0 });
        },
      ),
    );
  });

  it('nothing changes when all GPs or all residents are multiplied', () => {
    fc.assert(
      fc.property(someUnits, (given) => {
        const more = columns(
          rowsOf(given).map((unit) => ({ ...unit, gps: unit.gps * 4, residents: unit.residents * 2 })),
        );
        const [before, after] = [lorenz(given), lorenz(more)];
        if (before === null || after === null) return;
        expect(gini(after)).toBeCloseTo(gini(before), 12);
        expect(theil(more)).toBeCloseTo(theil(given) ?? NaN, 12);
      }),
    );
  });
});

describe('very many areas', () => {
  it('stand in the order in which one sort puts them, equal ones as they came', () => {
    const many = Array.from({ length: 20_011 }, (_, area) => ({
      area,
      residents: 20_000 + ((area * 37) % 9000),
      gps: (area * 7919) % 23,
    }));
    const slow = [...many].sort((one, other) => one.gps * other.residents - other.gps * one.residents);
    const found = curve(columns(many));
    expect([...found.areas]).toEqual([-1, ...slow.map(({ area }) => area)]);
    let [people, heads] = [0, 0];
    const [residents, gps] = [sumOf(many, 'residents'), sumOf(many, 'gps')];
    const points = slow.map((unit) => [(people += unit.residents) / residents, (heads += unit.gps) / gps]);
    expect(Array.from(found.residents, (share, at) => [share, found.gps[at]]).slice(1)).toEqual(points);
    // Theil's index in blocks is that of one sum over all, in the order in which they came.
    const grid = (index: number): number => Math.round(Math.max(0, index) * 2 ** 48) / 2 ** 48;
    const term = (one: Unit, of: { residents: number; gps: number }): number => {
      const share = one.gps / of.gps;
      return share > 0 ? share * logarithm(share / (one.residents / of.residents)) : 0;
    };
    const whole = many.reduce((sum, one) => sum + term(one, { residents, gps }), 0);
    expect(theil(columns(many))).toBe(grid(whole));
    const groups = Array.from({ length: 100 }, (_, group) => many.filter(({ area }) => area % 100 === group));
    const within = groups.reduce((sum, members) => {
      const all = { residents: sumOf(members, 'residents'), gps: sumOf(members, 'gps') };
      return sum + (all.gps / gps) * grid(members.reduce((terms, one) => terms + term(one, all), 0));
    }, 0);
    expect(theilParts(columns(many), groupsOf(columns(many), 100))?.within).toBe(grid(within));
  });
});

describe('the curve as it is drawn', () => {
  it('is the curve itself, or of very many points those that a fine grid tells apart, with both ends', () => {
    const few = curve(units([600, 30], [400, 70]));
    expect(outlineOf(few)).toEqual({ residents: few.residents, gps: few.gps });
    const many = curve(
      units(...Array.from({ length: 20_000 }, (_, area): [number, number] => [1 + (area % 7), area % 11])),
    );
    const { residents, gps } = outlineOf(many);
    expect(residents.length).toBeLessThan(9000);
    expect([residents[0], gps[0], residents.at(-1), gps.at(-1)]).toEqual([0, 0, 1, 1]);
    // Each point of the curve is nearly that of the outline before it.
    let at = 0;
    for (const [point, share] of many.residents.entries()) {
      while (at + 1 < residents.length && residents[at + 1]! <= share && gps[at + 1]! <= many.gps[point]!) at++;
      expect(Math.max(share - residents[at]!, many.gps[point]! - gps[at]!)).toBeLessThan(1 / 2000);
    }
  });
});

describe('what cannot be compared', () => {
  it('is left out by name: an area without residents, a hospital', () => {
    const run = projection(4, 1);
    run.residents.fill(0, 17, 34);
    const areas = placeOf(4).areas.map((area, index) => (index === 2 ? { ...area, institution: 'hospital' } : area));
    const { units: left, empty, hospitals } = equityUnits(areas, run, 3);
    expect([...left.areas]).toEqual([0, 3]);
    expect([empty, hospitals]).toEqual([[1], [2]]);
  });

  it('is grouped only where there are two groups and the rural share of all areas is known', () => {
    const here = placeOf(4);
    expect(groupingsOf(here)).toEqual([]);
    const mixed = { ...here, areas: here.areas.map((area, index) => ({ ...area, ruralShare: index / 4 })) };
    expect(groupingsOf(mixed).map(({ kind }) => kind)).toEqual(['urban']);
    expect(mixed.areas.map((_, area) => groupingsOf(mixed)[0]?.of(area))).toEqual(['urban', 'urban', 'rural', 'rural']);
    const name = { zh: '', en: '' };
    const grouped = [
      { code: 'a', level: 'county' as const, name, members: [0, 1] },
      { code: 'b', level: 'county' as const, name, members: [2] },
    ];
    const [byGroup] = groupingsOf({ ...here, groups: grouped });
    expect(here.areas.map((_, area) => byGroup?.of(area))).toEqual(['a', 'a', 'b', 'area 3']);
  });
});

describe('year by year', () => {
  it('Gini and Theil follow the projection', () => {
    const years = equityByYear(placeOf(2), projection(2, 1));
    expect(years).toHaveLength(17);
    // 50,000 and 51,000 residents with the same number of GPs.
    expect(years[6]?.gini).toBeCloseTo(0.5 - 50 / 101, 12);
    expect(years[0]?.year).toBe(2024);
  });

  it('residents are served from the year in which their area has what is demanded', () => {
    const byYear = Array.from({ length: 17 }, (_, year) => (year < 2 ? null : 3));
    const shares = servedShares(placeOf(2), projection(2, 1), { kind: 'density', byYear });
    // 3 per 10,000 are 15 and 15.3 GPs; both areas have 10 and one more a year.
    expect(shares[1]).toBeNull();
    expect(shares[4]).toBe(0);
    expect(shares[5]).toBeCloseTo(50 / 101, 15);
    expect(shares[6]).toBe(1);
  });

  it('a demand per centre judges areas with centres only, and counts the share of GPs who work there', () => {
    const here = placeOf(3);
    const areas = here.areas.map((area, index) => ({
      ...area,
      level: 'county' as const,
      centres: [5, 8, null][index]!,
    }));
    const demand = { kind: 'centre' as const, value: 2, centreShare: 0.5 };
    const shares = servedShares({ ...here, areas }, projection(3, 1), demand);
    expect(shares[9]).toBe(0);
    expect(shares[10]).toBeCloseTo(50 / 101, 15);
    expect(servedShares({ ...here, areas: areas.slice(2) }, projection(1, 1), demand)[0]).toBeNull();
  });
});
