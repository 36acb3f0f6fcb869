import loadHighs from 'highs';
import type { CentreCase, ReassignCase } from '../src/model/reassign/case.ts';
import { straightLine } from '../src/model/reassign/distance.ts';
import { reachGoals } from '../src/model/reassign/goals.ts';
import { MOVE_LEVERS } from '../src/model/reassign/types.ts';
import { highsSolver } from '../src/worker/highs.ts';
import { dice } from './model/reassign/small-counties.ts';

const YEARS = 12;
const CENTRES = 40;

/** A county of 40 centres and a hospital over 12 years, with a wanted density and distances. */
export function county(seed: number): ReassignCase {
  const roll = dice(seed);
  const years = Array.from({ length: YEARS }, (_, at) => 2026 + at);
  const places = Array.from({ length: CENTRES + 1 }, () => ({
    longitude: 110 + roll(70) / 100,
    latitude: 27 + roll(60) / 100,
  }));
  const centres = places.map((_, area): CentreCase => {
    const hospital = area === CENTRES;
    const start = hospital ? 30 : roll(500) / 100;
    const growth = hospital ? -0.3 : (roll(30) - 10) / 100;
    const gps = years.map((_year, at) => Math.max(0, start + growth * at));
    const heads = gps.map(Math.floor);
    const spare = heads.map((own) => Math.max(0, own - 2));
    const residents = 8000 + roll(30_000);
    return {
      area,
      hospital,
      minimum: hospital ? 0 : 2,
      heads,
      spare: hospital ? spare : spare.map((_own, at) => Math.min(...spare.slice(at))),
      unfloored: spare,
      lack: gps.map((own, at) =>
        hospital ? null : Math.round(1000 * ((residents * (2 + at / 4)) / 10_000 - own)) / 1000,
      ),
    };
  });
  return {
    years,
    centres,
    limits: { within: 5, dispatch: 5, counterpart: 3, term: 2, maxKm: null, order: MOVE_LEVERS, month: 7 },
    km: places.map((one) => places.map((other) => straightLine(one, other))),
  };
}

/**
 * Seconds of each of so many counties until its plan is proven in all goals, one thread, the solver loaded and warm; Infinity where it is not proven
 * within half a minute.
 */
export async function secondsToPlan(counties: number): Promise<number[]> {
  const solver = highsSolver(await loadHighs());
  const plan = (seed: number): number => {
    const began = performance.now();
    const { open } = reachGoals(county(seed), solver, 30, () => undefined);
    return open === null ? (performance.now() - began) / 1000 : Infinity;
  };
  plan(0);
  return Array.from({ length: counties }, (_, index) => plan(index + 1));
}
