import { sampleDensity, type BaseSamples } from '../model/doubt/base-samples.ts';
import { tornadoOf, type Tornado } from '../model/doubt/tornado.ts';
import type { Setup } from '../model/frame.ts';
import { checkUncertain } from '../model/micro/parameters.ts';
import type { Move } from '../model/reassign/types.ts';
import type { Problem } from '../model/types.ts';
import { fieldsOf } from './fields.ts';
import { resolve } from './resolve.ts';
import type { Value } from './types.ts';
import { uncertainOf } from './uncertain.ts';

type Values = Readonly<Record<string, Value>>;
type Outcome<Key extends string, T> = ({ ok: true } & Record<Key, T>) | { ok: false; problem: Problem };

/** What the parameters do to a scenario one by one; those that the reader has set are certain. @param values what differs from the defaults, checked */
export function scenarioTornado(
  setup: Setup,
  values: Values,
  moves: readonly Move[] = [],
): Outcome<'tornado', Tornado> {
  return withDoubt(setup, values, (all, defaults, uncertain) => ({
    ok: true,
    tornado: tornadoOf(setup, all, defaults, uncertain, moves),
  }));
}

/** Some base samples of the shares of variance. @param values what differs from the defaults, checked */
export function scenarioSamples(
  setup: Setup,
  values: Values,
  range: { seed: number; from: number; to: number },
  moves: readonly Move[] = [],
): Outcome<'samples', BaseSamples> {
  return withDoubt(setup, values, (all, defaults, uncertain) => ({
    ok: true,
    samples: sampleDensity(setup, all, defaults, uncertain, range, moves),
  }));
}

function withDoubt<T>(
  setup: Setup,
  values: Values,
  make: (all: Record<string, Value>, defaults: Record<string, Value>, uncertain: ReturnType<typeof uncertainOf>) => T,
): T | { ok: false; problem: Problem } {
  const fields = fieldsOf(setup, values);
  const all = resolve(fields, values);
  const uncertain = uncertainOf(fields, all);
  const problem = checkUncertain(uncertain)[0];
  return problem === undefined ? make(all, resolve(fields, {}), uncertain) : { ok: false, problem };
}
