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

export type Ready = { ok: true; draw: Drawer } | { ok: false; problem: Problem };

/**
 * Gets ready to draw a scenario. The page's workers and the headless run both come in here, so they cannot differ.
 * @param values what differs from the defaults, checked: these figures are the reader's own and certain, all others are in doubt
 * @param moves the plan of reassignment for these values
 */
export function readyToDraw(setup: Setup, values: Readonly<Record<string, Value>>, moves: readonly Move[] = []): Ready {
  const fields = fieldsOf(setup, values);
  const all = resolve(fields, values);
  const uncertain = uncertainOf(fields, all);
  const problem = checkUncertain(uncertain)[0];
  if (problem !== undefined) return { ok: false, problem };
  return { ok: true, draw: drawerOf(setup, all, resolve(fields, {}), uncertain, moves) };
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
