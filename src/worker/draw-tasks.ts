import type { BaseSamples } from '../model/doubt/base-samples.ts';
import type { Tornado } from '../model/doubt/tornado.ts';
import type { Draws } from '../model/micro/ensemble.ts';
import type { Move } from '../model/reassign/types.ts';
import type { PlaceData, PolicyPack } from '../model/types.ts';
import type { Value } from '../scenario/types.ts';
import type { Piece, Task } from './draw-pool.ts';

/** One scenario with a seed. */
export interface Seeded {
  place: PlaceData;
  pack: PolicyPack;
  /** What differs from the defaults, checked. */
  values: Readonly<Record<string, Value>>;
  seed: number;
  /** The plan of reassignment for these values. */
  moves?: readonly Move[];
}

/** Draws of the first chunk: so many in a place of few areas, fewer in one of many. */
const FIRST = 25;
const FIRST_AREAS = 250;

/** @param doubt what is drawn: chance, parameters or both @param draws how many, from draw 0 on */
export function drawTask(
  { place, pack, values, seed, moves }: Seeded,
  doubt: { chance: boolean; parameters: boolean },
  draws: number,
): Task<Draws> {
  return {
    place,
    pack,
    size: draws,
    first: Math.max(2, Math.min(FIRST, Math.round(FIRST_AREAS / place.areas.length))),
    async ask(model, from, to) {
      const drawn = await model.draw(values, { seed, from, to, ...doubt }, moves);
      return drawn.ok ? { ok: true, part: drawn.draws } : drawn;
    },
  };
}

export function sampleTask({ place, pack, values, seed, moves }: Seeded, samples: number): Task<BaseSamples> {
  return {
    place,
    pack,
    size: samples,
    first: 1,
    async ask(model, from, to) {
      const sampled = await model.samples(values, { seed, from, to }, moves);
      return sampled.ok ? { ok: true, part: sampled.samples } : sampled;
    },
  };
}

export function tornadoTask({ place, pack, values, moves }: Seeded): Task<Piece & { tornado: Tornado }> {
  return {
    place,
    pack,
    size: 1,
    first: 1,
    async ask(model, from, to) {
      const made = await model.tornado(values, moves);
      return made.ok ? { ok: true, part: { from, to, tornado: made.tornado } } : made;
    },
  };
}
