import type { BaseSamples } from '../model/doubt/base-samples.ts';
import type { TornadoPart } from '../model/doubt/tornado.ts';
import type { DrawRange, Draws } from '../model/micro/ensemble.ts';
import type { Move } from '../model/reassign/types.ts';
import type { Reference } from '../model/reference.ts';
import type { Setup } from '../model/frame.ts';
import type { PlaceData, PolicyPack } from '../model/types.ts';
import type { InDoubt, Ready } from '../scenario/draw.ts';
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
}

/** A piece of what was asked for, or why there is none. */
export type Made<Part> = { ok: true; part: Part } | Failure;
type Range = Pick<DrawRange, 'from' | 'to'>;
type Values = Readonly<Record<string, Value>>;

/** What can be asked of a worker that draws. The page brings place and document, so that the reader's own files are drawn from too. */
export interface DrawModel {
  open(place: PlaceData, pack: PolicyPack): Promise<{ ok: true } | Failure>;
  /** @param values what differs from the defaults, checked */
  draw(values: Values, range: DrawRange, moves?: readonly Move[]): Promise<Made<Draws>>;
  tornado(values: Values, range: Range, moves?: readonly Move[]): Promise<Made<TornadoPart>>;
  samples(values: Values, range: Range & { seed: number }, moves?: readonly Move[]): Promise<Made<BaseSamples>>;
}

/** The drawing model over the place that is open. A file that failed is asked for again at the next call. */
export function createDrawModel(parts: DrawParts): DrawModel {
  let setup: Setup | null = null;
  let reference: Reference | null = null;
  /** Of the scenario that was asked for last: most calls go on with it. */
  let last: { setup: Setup; key: string; ready: Ready } | null = null;
  const attempt = async <Part>(
    values: Values,
    moves: readonly Move[] | undefined,
    make: (ready: InDoubt) => Part,
  ): Promise<Made<Part>> => {
    try {
      if (setup === null) throw new Error('no place is open');
      const key = JSON.stringify([values, moves]);
      if (last?.key !== key || last.setup !== setup) {
        const open = (await parts.widened(setup, values)).setup;
        last = { setup, key, ready: parts.ready(open, values, moves) };
      }
      const { ready } = last;
      return ready.ok ? { ok: true, part: make(ready) } : ready;
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
    draw: (values, range, moves) => attempt(values, moves, (ready) => ready.draw(range)),
    tornado: (values, range, moves) => attempt(values, moves, (ready) => ready.tornado(range)),
    samples: (values, range, moves) => attempt(values, moves, (ready) => ready.samples(range)),
  };
}

function failure(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  return { ok: false, problem: { code: 'draws.failed', values: { message } } };
}
