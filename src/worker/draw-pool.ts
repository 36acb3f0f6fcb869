import type { PlaceData, PolicyPack, Problem } from '../model/types.ts';
import { connect, type Connection } from './connection.ts';
import type { DrawModel, Made } from './draw-model.ts';
import { createPrecedence, type Precedence } from './precedence.ts';
import type { ModelWorker } from './start.ts';

/** What all workers of a pool work on together, piece by piece. */
export interface Task<Part extends Piece> {
  place: PlaceData;
  pack: PolicyPack;
  /** How much there is to do, counted from 0. */
  size: number;
  /** How much is asked of each worker first, while its pace is not known. */
  first: number;
  ask(model: DrawModel, from: number, to: number): Promise<Made<Part>>;
}
export interface Piece {
  from: number;
  to: number;
}
export interface Listener<Part> {
  /** Told now and then while pieces come in, and at the end. @param parts from 0 on, without a gap */
  onParts(parts: readonly Part[]): void;
  /** Why no more come. */
  onProblem(problem: Problem): void;
}
/** Some workers that share the work of one task. */
export interface DrawPool {
  /** Takes the place of the task under way. */
  run<Part extends Piece>(task: Task<Part>, listener: Listener<Part>): void;
  /** Nothing more is told of the task under way; what workers still compute is dropped. */
  cancel(): void;
}

/** A worker and the place that it has open. */
interface Hand {
  connection: Connection<DrawModel>;
  open: Pick<Task<Piece>, 'place' | 'pack'> | null;
  /** How long it has worked on which task, milliseconds, and how many draws or other pieces it has made. */
  task: Task<Piece> | null;
  busy: number;
  made: number;
  /** When it last answered. */
  answered: number;
  /** Settles when what it was last asked is answered. */
  free: Promise<void>;
}

/** Milliseconds of a chunk. */
const CHUNK = 25;
/** Chunks that a worker has before it, so that it goes on while the page is busy; so many go on when a run is cancelled. */
const AHEAD = 2;
/** Pieces of a chunk at most, however fast they are made. */
const MOST_AT_ONCE = 500;
/** Milliseconds between two reports, and of a long run the part that has gone by: each makes the page draw its bands anew, with a core that workers need. */
const REPORT = 200;
const REPORT_SHARE = 0.2;
/** Milliseconds that a worker gets for a chunk, loading included. */
const PATIENCE = 120_000;
const MOST_WORKERS = 4;

/**
 * Workers that draw, started when first needed. A draw is the same whoever makes it, so their number changes no figure.
 * When one dies all are given up, the run ends with a problem, and the next run starts others.
 * @param cores processors of the machine
 * @param others what is waited for before anything new is asked of a worker
 */
export function createDrawPool(
  start: () => ModelWorker,
  cores: number,
  others: Precedence = createPrecedence(),
  patience = PATIENCE,
): DrawPool {
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
      task: null,
      busy: 0,
      made: 0,
      answered: 0,
      free: Promise.resolve(),
    };
    return hand;
  };

  return {
    run<Part extends Piece>(task: Task<Part>, { onParts, onProblem }: Listener<Part>) {
      const run = ++newest;
      const current = (): boolean => run === newest;
      const waiting = new Map<number, Part>();
      const parts: Part[] = [];
      const needed = Math.min(size, Math.ceil(task.size / task.first));
      let next = 0;
      let reported = -Infinity;
      const began = performance.now();

      const fail = (problem: Problem): void => {
        if (!current()) return;
        newest++;
        onProblem(problem);
      };
      const collect = (part: Part): void => {
        waiting.set(part.from, part);
        for (let at = parts.at(-1)?.to ?? 0; waiting.has(at); at = parts.at(-1)?.to ?? 0) {
          parts.push(waiting.get(at)!);
          waiting.delete(at);
        }
        const done = parts.at(-1)?.to ?? 0;
        const now = performance.now();
        if (done === 0 || (done < task.size && !due(now - began, now - reported, done / task.size))) return;
        reported = now;
        onParts([...parts]);
      };
      const work = async (hand: Hand): Promise<void> => {
        while (others.over) await others.over;
        if (!current()) return;
        if (hand.open?.place !== task.place || hand.open.pack !== task.pack) {
          const opened = await hand.connection.ask((model) => model.open(task.place, task.pack), patience);
          if (!opened.ok) return fail(opened.problem);
          hand.open = task;
        }
        Object.assign(hand, { task, busy: 0, made: 0 });
        // The first chunk alone, so that every worker has one of a small task, and its pace is known.
        if (await chunk(hand)) await Promise.all(Array.from({ length: AHEAD }, () => chunks(hand)));
      };
      const chunks = async (hand: Hand): Promise<void> => {
        while (await chunk(hand));
      };
      /** @returns whether to go on */
      const chunk = async (hand: Hand): Promise<boolean> => {
        while (others.over) await others.over;
        if (!current() || next >= task.size) return false;
        const from = next;
        const share = Math.ceil((task.size - from) / (AHEAD * needed));
        const to = Math.min(task.size, from + chunkSize(hand, task.first, share));
        next = to;
        const asked = performance.now();
        const made = await hand.connection.ask((model) => task.ask(model, from, to), patience);
        const now = performance.now();
        hand.busy += now - Math.max(asked, hand.answered);
        hand.made += to - from;
        hand.answered = now;
        if (!current()) return false;
        if (made.ok) collect(made.part);
        else fail(made.problem);
        return made.ok;
      };

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

/** Whether to report before the end: not soon after the last report, nor shortly before the end. @param share of the task that is done */
function due(gone: number, since: number, share: number): boolean {
  if (since === Infinity) return true;
  const least = Math.max(REPORT, REPORT_SHARE * gone);
  return since >= least && gone * (1 / share - 1) >= least;
}

/** Towards the end chunks get smaller, so that no worker waits long for another. @param share of what is left, for each chunk under way */
function chunkSize({ busy, made }: Hand, first: number, share: number): number {
  if (made === 0) return first;
  const full = Math.min(MOST_AT_ONCE, Math.round((CHUNK * made) / Math.max(busy, 1)));
  return Math.max(1, Math.min(full, Math.max(share, Math.round(full / 5))));
}

function stopped(error: unknown): Problem {
  return { code: 'draws.failed', values: { message: error instanceof Error ? error.message : String(error) } };
}
