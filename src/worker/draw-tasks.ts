import type { BaseSamples } from '../model/doubt/base-samples.ts';
import type { TornadoPart } from '../model/doubt/tornado.ts';
import type { Draws } from '../model/micro/ensemble.ts';
import type { Move } from '../model/reassign/types.ts';
import type { PlaceData, PolicyPack } from '../model/types.ts';
import type { Value } from '../scenario/types.ts';
import type { Task } from './draw-pool.ts';

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
    ask: (model, from, to) => model.draw(values, { seed, from, to, ...doubt }, moves),
  };
}

export function sampleTask({ place, pack, values, seed, moves }: Seeded, samples: number): Task<BaseSamples> {
  return {
    place,
    pack,
    size: samples,
    first: 1,
    ask: (model, from, to) => model.samples(values, { seed, from, to }, moves),
  };
}

/** @param pieces of the tornado: one for all parameters at their modes, and one for each in doubt */
export function tornadoTask({ place, pack, values, moves }: Seeded, pieces: number): Task<TornadoPart> {
  return {
    place,
    pack,
    size: pieces,
    first: 1,
    ask: (model, from, to) => model.tornado(values, { from, to }, moves),
  };
}
