import type { DrawRange } from '../model/micro/ensemble.ts';
import type { Move } from '../model/reassign/types.ts';
import type { Reference } from '../model/reference.ts';
import type { Setup } from '../model/frame.ts';
import type { PlaceData, PolicyPack } from '../model/types.ts';
import type { scenarioSamples, scenarioTornado } from '../scenario/doubt.ts';
import type { Drawn, Ready } from '../scenario/draw.ts';
import type { Value } from '../scenario/types.ts';
import type { widened } from '../scenario/widened.ts';
import type { Failure } from './model.ts';

/** What the drawing model is made of, given from outside. */
export interface DrawParts {
  /** Rejects with an Error that names the file. */
  loadReference(): Promise<Reference>;
  /** The setup with what the scenario holds the place against as well. */
  widened: typeof widened;
  ready(setup: Setup, values: Readonly<Record<string, Value>>, moves?: readonly Move[]): Ready;
  tornado: typeof scenarioTornado;
  samples: typeof scenarioSamples;
}

/** What can be asked of a worker that draws. The page brings place and document, so that the reader's own files are drawn from too. */
export interface DrawModel {
  open(place: PlaceData, pack: PolicyPack): Promise<{ ok: true } | Failure>;
  /** @param values what differs from the defaults, checked */
  draw(values: Readonly<Record<string, Value>>, range: DrawRange, moves?: readonly Move[]): Promise<Drawn>;
  tornado(
    values: Readonly<Record<string, Value>>,
    moves?: readonly Move[],
  ): Promise<ReturnType<typeof scenarioTornado>>;
  samples(
    values: Readonly<Record<string, Value>>,
    range: Pick<DrawRange, 'seed' | 'from' | 'to'>,
    moves?: readonly Move[],
  ): Promise<ReturnType<typeof scenarioSamples>>;
}

/** The drawing model over the place that is open. A file that failed is asked for again at the next call. */
export function createDrawModel(parts: DrawParts): DrawModel {
  let setup: Setup | null = null;
  let reference: Reference | null = null;
  /** Of the scenario that was drawn last: most calls go on with it. */
  let ready: { setup: Setup; key: string; ready: Ready } | null = null;
  const attempt = async <T>(
    values: Readonly<Record<string, Value>>,
    make: (open: Setup) => T,
  ): Promise<T | Failure> => {
    try {
      if (setup === null) throw new Error('no place is open');
      return make((await parts.widened(setup, values)).setup);
    } catch (error) {
      return failure(error);
    }
  };
  return {
    async open(place, pack) {
      try {
        reference ??= await parts.loadReference();
        setup = { place, pack, reference };
        return { ok: true };
      } catch (error) {
        return failure(error);
      }
    },
    async draw(values, range, moves) {
      try {
        if (setup === null) throw new Error('no place is open');
        const key = JSON.stringify([values, moves]);
        if (ready?.key !== key || ready.setup !== setup) {
          const open = (await parts.widened(setup, values)).setup;
          ready = { setup, key, ready: parts.ready(open, values, moves) };
        }
        const made = ready.ready;
        return made.ok ? { ok: true, draws: made.draw(range) } : made;
      } catch (error) {
        return failure(error);
      }
    },
    tornado: (values, moves) => attempt(values, (open) => parts.tornado(open, values, moves)),
    samples: (values, range, moves) => attempt(values, (open) => parts.samples(open, values, range, moves)),
  };
}

function failure(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  return { ok: false, problem: { code: 'draws.failed', values: { message } } };
}
