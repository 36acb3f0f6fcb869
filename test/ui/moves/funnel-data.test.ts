import { describe, expect, it } from 'vitest';
import type { PlaceData, Projection, Target } from '../../../src/model/types.ts';
import { driveRows, funnelOf, type FunnelCase } from '../../../src/ui/moves/funnel-data.ts';
import { place, projection } from '../fake-session.ts';

/** Two townships with 10 registered and 2 assistants each, and 3 and 5 unregistered, from 2024 on. */
function given(over: Partial<FunnelCase> = {}, change: (here: PlaceData) => void = () => {}): FunnelCase {
  const here = place(2);
  change(here);
  const plan: Projection = projection(2, 0);
  plan.assistant.fill(2);
  plan.unregistered.fill(3);
  plan.unregistered.fill(5, plan.unregistered.length / 2);
  return {
    place: here,
    projection: plan,
    start: here.starts[0]!,
    rule: 'certified',
    year: 2024,
    centreShare: 0.4,
    known: () => null,
    ...over,
  };
}
const counts = (one: FunnelCase): (number | null)[] => funnelOf(one, null).steps.map(({ count }) => count);

describe('the funnel of certificates', () => {
  it('counts what is known and leaves what nobody has counted unknown', () => {
    expect(counts(given())).toEqual([null, 32, 24, 24, null]);
    expect(funnelOf(given(), null).steps.map(({ lost }) => lost)).toEqual([null, null, 8, 0, null]);
  });

  it('leaves assistants out where the rule does', () => {
    expect(counts(given({ rule: 'registered-no-assistants' }))).toEqual([null, 28, 20, 20, null]);
  });

  it('takes what the reader puts in for the base year, and for no other', () => {
    const known: FunnelCase['known'] = (key) => (key === 'trained' ? 40 : 20);
    expect(counts(given({ known }))).toEqual([40, 32, 24, 24, 20]);
    expect(counts(given({ known, year: 2025 }))).toEqual([null, 32, 24, 24, null]);
  });

  it('finds no centre in a hospital', () => {
    const hospital = given({}, (here) => (here.areas[1]!.institution = 'hospital'));
    expect(counts(hospital)).toEqual([null, 32, 24, 12, null]);
  });

  it('takes the share of counties with centres, and none where no centre is known', () => {
    const counties = given({}, (here) => here.areas.forEach((area) => (area.level = 'county')));
    expect(counts(counties)[3]).toBeCloseTo(0.4 * 24, 9);
    const bare = given({}, (here) =>
      here.areas.forEach((area) => Object.assign(area, { level: 'county', centres: null })),
    );
    expect(counts(bare)[3]).toBeNull();
  });

  it('knows the institutions of a district where they were counted, in that year', () => {
    const own = (here: PlaceData): void => {
      const stocks = here.starts[0]!.stocks.map((stock) => ({ ...stock, registered: 4 }));
      here.starts.push({ ...here.starts[0]!, scope: 'own', stocks });
    };
    expect(counts(given({}, own))[3]).toBe(8);
    expect(counts(given({ year: 2026 }, own))[3]).toBeNull();
  });

  it('is enclosed where the document counts', () => {
    const centres = { kind: 'facility_minimum' } as Target;
    expect(funnelOf(given(), null).counted).toBe('certified');
    expect(funnelOf(given({ rule: 'registered' }), null).counted).toBe('registered');
    expect(funnelOf(given({ rule: 'registered' }), centres).counted).toBe('centre');
  });
});

describe('a registration drive', () => {
  it('adds most where most are unregistered', () => {
    expect(driveRows(given())).toEqual([
      { area: 1, registered: 12, unregistered: 5 },
      { area: 0, registered: 12, unregistered: 3 },
    ]);
  });

  it('adds nobody where all are registered', () => {
    const one = given();
    one.projection.unregistered.fill(0);
    expect(driveRows(one)).toEqual([]);
  });
});
