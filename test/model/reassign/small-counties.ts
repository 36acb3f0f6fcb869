import type { CentreCase, ReassignCase } from '../../../src/model/reassign/case.ts';
import { MOVE_LEVERS } from '../../../src/model/reassign/types.ts';

/** Whole numbers from 0 to below `n`, the same every time (mulberry32). */
export function dice(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * n);
  };
}

/** A small county: up to five institutions and three years, small caps. */
export function smallCounty(seed: number): ReassignCase {
  const roll = dice(seed);
  const years = Array.from({ length: 1 + roll(3) }, (_, at) => 2026 + at);
  const count = 2 + roll(years.length === 3 ? 3 : 4);
  const dense = roll(2) === 1;
  const floor = roll(4);
  const centres = Array.from({ length: count }, (_, area): CentreCase => {
    const hospital = area === count - 1 && roll(3) > 0;
    const minimum = hospital ? 0 : [2, 2, 2, 1, 0][roll(5)]!;
    const start = roll(6);
    const heads = years.map((_year, at) => Math.max(0, start + (roll(3) - 1) * at));
    const own = heads.map((gps) => Math.max(0, gps - Math.max(floor, minimum)));
    const lasting = (spare: number[]): number[] =>
      hospital ? spare : spare.map((_spare, at) => Math.min(...spare.slice(at)));
    return {
      area,
      hospital,
      minimum,
      heads,
      spare: lasting(own),
      unfloored: lasting(heads.map((gps) => Math.max(0, gps - minimum))),
      lack: years.map(() => (dense && !hospital ? (roll(6000) - 2500) / 1000 : null)),
    };
  });
  const known = roll(3) > 0;
  const km = centres.map((_, from) =>
    centres.map((__, to) => (from === to ? 0 : roll(8) === 0 ? null : (10 + roll(300)) / 10)),
  );
  const turn = roll(3);
  // So that every plan can be tried: two at a time only where there are few years or centres.
  const small = years.length * count <= 8;
  return {
    years,
    centres,
    limits: {
      within: roll(small ? 3 : 2),
      dispatch: roll(small ? 3 : 2),
      counterpart: roll(2),
      term: 1 + roll(2),
      maxKm: known && roll(3) === 0 ? 15 : null,
      order: [...MOVE_LEVERS.slice(turn), ...MOVE_LEVERS.slice(0, turn)],
      month: 1 + roll(12),
    },
    km: known ? km : null,
  };
}
