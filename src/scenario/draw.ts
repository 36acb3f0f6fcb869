import { sampleFunction, type BaseSamples } from '../model/doubt/base-samples.ts';
import { expectedDensity } from '../model/doubt/expected-density.ts';
import { tornadoPart, type TornadoPart } from '../model/doubt/tornado.ts';
import { drawerOf, type Drawer, type DrawRange, type Draws } from '../model/micro/ensemble.ts';
import { checkUncertain } from '../model/micro/parameters.ts';
import type { Setup } from '../model/frame.ts';
import type { Move } from '../model/reassign/types.ts';
import type { Problem } from '../model/types.ts';
import { fieldsOf } from './fields.ts';
import { resolve } from './resolve.ts';
import type { Value } from './types.ts';
import { uncertainOf } from './uncertain.ts';

export type Drawn = { ok: true; draws: Draws } | { ok: false; problem: Problem };

/** What can be asked of a scenario in doubt, range by range; what all ranges share is made by the first. */
export interface InDoubt {
  ok: true;
  draw: Drawer;
  /** What the parameters do one by one, chance switched off. */
  tornado(range: { from: number; to: number }): TornadoPart;
  /** Base samples of the shares of variance, chance switched off. */
  samples(range: { seed: number; from: number; to: number }): BaseSamples;
}

export type Ready = InDoubt | { ok: false; problem: Problem };

/**
 * Gets ready to draw a scenario. The page's workers and the headless run both come in here, so they cannot differ.
 * @param values what differs from the defaults, checked: these figures are the reader's own and certain from when they apply, all others are in doubt
 * @param moves the plan of reassignment for these values
 */
export function readyToDraw(setup: Setup, values: Readonly<Record<string, Value>>, moves: readonly Move[] = []): Ready {
  const fields = fieldsOf(setup, values);
  const all = resolve(fields, values);
  const defaults = resolve(fields, {});
  const uncertain = uncertainOf(fields, all);
  const problem = checkUncertain(uncertain)[0];
  if (problem !== undefined) return { ok: false, problem };
  const drawer = once(() => drawerOf(setup, all, defaults, uncertain, moves));
  const expected = once(() => expectedDensity(setup, all, defaults, moves));
  return {
    ok: true,
    draw: (range) => drawer()(range),
    tornado: (range) => tornadoPart(expected(), uncertain, range),
    samples: (range) => sampleFunction(expected().years, expected().at, uncertain, range),
  };
}

function once<T>(make: () => T): () => T {
  let made: { it: T } | null = null;
  return () => (made ??= { it: make() }).it;
}

/** Some draws of a scenario; see `readyToDraw`. */
export function drawScenario(
  setup: Setup,
  values: Readonly<Record<string, Value>>,
  range: DrawRange,
  moves: readonly Move[] = [],
): Drawn {
  const ready = readyToDraw(setup, values, moves);
  return ready.ok ? { ok: true, draws: ready.draw(range) } : ready;
}
