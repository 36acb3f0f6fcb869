import type { Draws } from '../model/micro/ensemble.ts';
import type { PlaceData, PolicyPack, Problem } from '../model/types.ts';
import type { Value } from '../scenario/types.ts';
import { connect, type Connection } from './connection.ts';
import type { DrawModel } from './draw-model.ts';
import type { ModelWorker } from './start.ts';

/** All draws of one scenario. */
export interface DrawJob {
  place: PlaceData;
  pack: PolicyPack;
  /** What differs from the defaults, checked. */
  values: Readonly<Record<string, Value>>;
  seed: number;
  /** How many, from draw 0 on. */
  draws: number;
  chance: boolean;
  parameters: boolean;
}
export interface DrawListener {
  /** Told now and then while draws come in, and at the end. @param parts from draw 0 on, without a gap */
  onDraws(parts: readonly Draws[]): void;
  /** Why no more draws come. */
  onProblem(problem: Problem): void;
}
/** Some workers that share the draws of one run. */
export interface DrawPool {
  /** Takes the place of the run under way. */
  run(job: DrawJob, listener: DrawListener): void;
  /** Nothing more is told of the run under way; what workers still compute is dropped. */
  cancel(): void;
}

/** A worker, the place that it has open, and its milliseconds per draw. */
interface Hand {
  connection: Connection<DrawModel>;
  open: Pick<DrawJob, 'place' | 'pack'> | null;
  pace: number | null;
  /** Settles when what it was last asked is answered. */
  free: Promise<void>;
}

/** Milliseconds of a chunk: so long a cancelled run may go on in a worker. */
const CHUNK = 50;
/** Draws of the first chunk, while the pace is not known: so many in a place of few areas, fewer in one of many. */
const FIRST = 25;
const FIRST_AREAS = 250;
/** Milliseconds between two reports. */
const REPORT = 200;
/** Milliseconds that a worker gets for a chunk, loading included. */
const PATIENCE = 120_000;
const MOST_WORKERS = 4;

/**
 * Workers that draw, started when first needed. A draw is the same whoever makes it, so their number changes no figure.
 * When one dies all are given up, the run ends with a problem, and the next run starts others.
 * @param cores processors of the machine
 */
export function createDrawPool(start: () => ModelWorker, cores: number, patience = PATIENCE): DrawPool {
  const size = Math.max(1, Math.min(MOST_WORKERS, Math.floor(cores) || 1));
  let hands: Hand[] = [];
  let newest = 0;

  const giveUp = (): void => {
    hands.forEach(({ connection }) => connection.close());
    hands = [];
  };
  const hire = (): Hand => {
    const hand: Hand = {
      connection: connect<DrawModel>(start, () => (hands = hands.filter((other) => other !== hand))),
      open: null,
      pace: null,
      free: Promise.resolve(),
    };
    return hand;
  };

  return {
    run(job, { onDraws, onProblem }) {
      const run = ++newest;
      const current = (): boolean => run === newest;
      const waiting = new Map<number, Draws>();
      const parts: Draws[] = [];
      let next = 0;
      let reported = -Infinity;

      const fail = (problem: Problem): void => {
        if (!current()) return;
        newest++;
        onProblem(problem);
      };
      const collect = (part: Draws): void => {
        waiting.set(part.from, part);
        for (let at = parts.at(-1)?.to ?? 0; waiting.has(at); at = parts.at(-1)?.to ?? 0) {
          parts.push(waiting.get(at)!);
          waiting.delete(at);
        }
        const now = performance.now();
        const end = parts.at(-1)?.to === job.draws;
        if (parts.length === 0 || (!end && now - reported < REPORT)) return;
        reported = now;
        onDraws([...parts]);
      };
      const work = async (hand: Hand): Promise<void> => {
        if (!current()) return;
        if (hand.open?.place !== job.place || hand.open.pack !== job.pack) {
          const opened = await hand.connection.ask((model) => model.open(job.place, job.pack), patience);
          if (!opened.ok) return fail(opened.problem);
          hand.open = job;
          hand.pace = null;
        }
        while (current() && next < job.draws) {
          const from = next;
          const to = Math.min(job.draws, from + chunkSize(hand.pace, job.place.areas.length));
          next = to;
          const began = performance.now();
          const range = { seed: job.seed, from, to, chance: job.chance, parameters: job.parameters };
          const drawn = await hand.connection.ask((model) => model.draw(job.values, range), patience);
          hand.pace = (performance.now() - began) / (to - from);
          if (!current()) return;
          if (!drawn.ok) return fail(drawn.problem);
          collect(drawn.draws);
        }
      };

      const needed = Math.min(size, Math.ceil(job.draws / chunkSize(null, job.place.areas.length)));
      try {
        while (hands.length < needed) hands.push(hire());
      } catch (error) {
        return fail(stopped(error));
      }
      for (const hand of hands.slice(0, needed)) {
        hand.free = hand.free
          .then(() => work(hand))
          .catch((error: unknown) => {
            // Of workers that were given up with a dead one nobody waits any more.
            if (!hands.includes(hand) && !current()) return;
            giveUp();
            fail(stopped(error));
          });
      }
    },
    cancel() {
      newest++;
    },
  };
}

function chunkSize(pace: number | null, areas: number): number {
  if (pace === null) return Math.max(2, Math.min(FIRST, Math.round(FIRST_AREAS / areas)));
  return Math.max(1, Math.round(CHUNK / Math.max(pace, CHUNK / 1000)));
}

function stopped(error: unknown): Problem {
  return { code: 'draws.failed', values: { message: error instanceof Error ? error.message : String(error) } };
}
