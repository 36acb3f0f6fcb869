import { untrack } from 'svelte';
import type { Draws } from '../model/micro/ensemble.ts';
import type { Problem } from '../model/types.ts';
import type { DrawJob, DrawPool } from '../worker/draw-pool.ts';
import type { DrawsView } from './draws-view.ts';
import type { SessionView } from './view.ts';

/** Milliseconds without a change before draws start. A drag that stands still for long may have ended where it began, unnoticed. */
const WAIT = { settled: 250, dragged: 1500 };
/** In places of more areas than this a draw takes tens of milliseconds, so fewer are made unless the reader says how many. */
const MANY_AREAS = 30;
const FEWER_DRAWS = 200;
/** In places of more areas than this nothing is drawn: the draws of 40,000 townships take gigabytes. */
const MOST_AREAS = 2000;

/** Follows a session: draws start when an input has settled, and end the moment one changes. */
export class DrawSession implements DrawsView {
  #parts = $state.raw<readonly Draws[]>([]);
  #before = $state.raw<readonly Draws[]>([]);
  #asked = $state.raw(0);
  #seed = $state.raw(0);
  #problem = $state.raw<Problem | null>(null);
  #pool: DrawPool;
  #place: string | null = null;

  constructor(session: SessionView, pool: DrawPool) {
    this.#pool = pool;
    $effect.root(() => {
      $effect(() => this.#follow(session));
    });
  }

  get parts(): readonly Draws[] {
    return this.#parts;
  }
  get before(): readonly Draws[] {
    return this.#before;
  }
  get asked(): number {
    return this.#asked;
  }
  get seed(): number {
    return this.#seed;
  }
  get problem(): Problem | null {
    return this.#problem;
  }

  #follow(session: SessionView): (() => void) | void {
    const { status, result, place, pack, dragging, scenario } = session;
    this.#pool.cancel();
    untrack(() => this.#forget(place?.id ?? null));
    if (status !== 'ready' || result === null || place === null || pack === null) return;
    if (result.place !== place.id || result.policy !== pack.id) return;
    const areas = place.areas.length;
    if (areas > MOST_AREAS) {
      this.#problem = { code: 'draws.many-areas', values: { areas, limit: MOST_AREAS } };
      return;
    }

    const usual = scenario.values['draws'] === undefined && place.areas.length > MANY_AREAS;
    const asked = Number(session.value('draws'));
    const draws = usual ? Math.min(asked, FEWER_DRAWS) : asked;
    const seed = Number(session.value('seed'));
    this.#asked = draws;
    this.#seed = seed;
    const job = { place, pack, values: scenario.values, seed, draws, chance: true, parameters: true };
    const timer = setTimeout(() => this.#start(job), dragging ? WAIT.dragged : WAIT.settled);
    return () => clearTimeout(timer);
  }

  #forget(place: string | null): void {
    this.#parts = [];
    this.#problem = null;
    if (place !== this.#place) this.#before = [];
    this.#place = place;
  }

  #start(job: DrawJob): void {
    this.#pool.run(job, {
      onDraws: (parts) => {
        this.#parts = parts;
        this.#before = parts;
      },
      onProblem: (problem) => {
        this.#parts = [];
        this.#problem = problem;
      },
    });
  }
}
