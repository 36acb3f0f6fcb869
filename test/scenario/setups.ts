import { readText } from '../../src/io/built-in-node.ts';
import { loadPlace } from '../../src/io/places.ts';
import { loadPolicy } from '../../src/io/policies.ts';
import { loadReference } from '../../src/io/reference.ts';
import type { Setup } from '../../src/model/frame.ts';
import { ownPolicy } from '../../src/scenario/catalogue.ts';
import type { Field, Value } from '../../src/scenario/types.ts';

/** The built-in place under its own policy or another. */
export async function builtIn(place: string, policy = ownPolicy(place)): Promise<Setup> {
  const [placeData, pack, reference] = await Promise.all([
    loadPlace(place, readText),
    loadPolicy(policy, readText),
    loadReference(readText),
  ]);
  return { place: placeData, pack, reference };
}

export function fieldOf(fields: readonly Field[], key: string): Field {
  const field = fields.find((candidate) => candidate.key === key);
  if (!field) throw new Error(`no field ${key}`);
  return field;
}

export type Values = Record<string, Value>;
