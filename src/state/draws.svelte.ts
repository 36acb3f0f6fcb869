import { untrack } from 'svelte';
import type { Draws } from '../model/micro/ensemble.ts';
import type { Problem } from '../model/types.ts';
import { resolve } from '../scenario/resolve.ts';
import { uncertainOf } from '../scenario/uncertain.ts';
import type { DrawPool, Piece, Task } from '../worker/draw-pool.ts';
import { drawTask, sampleTask, tornadoTask, type Seeded } from '../worker/draw-tasks.ts';
import type { Behind, Doubt, DrawsView, OtherPlan } from './draws-view.ts';
import type { SessionView } from './view.ts';

/** Milliseconds without a change before draws start. A drag that stands still for long may have ended where it began, unnoticed. */
const WAIT = { settled: 150, dragged: 1500 };
/** In places of more areas than this nobody is told what the doubt comes from unless she looks: the tornado takes a second. */
const QUICK_AREAS = 60;
/** In places of more areas than this nothing is drawn: the draws of 40,000 townships take gigabytes. */
const MOST_AREAS = 2000;
/** Draws of chance alone, which only says how wide it is. */
const CHANCE_DRAWS = 400;

/** Base samples of the shares of variance: errors of a few per cent of the whole. */
const BASE_SAMPLES = 256;

const NONE: readonly Draws[] = [];
const NOTHING: Behind = {
  baseline: [],
  other: [],
  tornado: [],
  samples: [],
  chance: [],
  under: null,
  problem: null,
};

/** What is drawn for one state of the page. */
interface Job extends Seeded {
  draws: number;
  doubt: Doubt;
  /** The levers at their defaults; null where none is moved. */
  baseline: Seeded['values'] | null;
  /** Parameters in doubt. */
  parameters: number;
}

/** Follows a session: draws start when an input has settled, and end the moment one changes. */
export class DrawSession implements DrawsView {
  #parts = $state.raw(NONE);
  #before = $state.raw(NONE);
  #asked = $state.raw(0);
  #seed = $state.raw(0);
  #doubt = $state.raw<Doubt>('both');
  #problem = $state.raw<Problem | null>(null);
  #stopped = $state.raw(false);
  #behind = $state.raw<Behind>(NOTHING);
  #pool: DrawPool;
  #place: string | null = null;
  #job: Job | null = null;
  /** Starts the job. */
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looking = 0;
  #other: OtherPlan | null = null;

  constructor(session: SessionView, pool: DrawPool) {
    this.#pool = pool;
    $effect.root(() => {
      // Another chapter or the name of a plan makes another scenario of the same values: that is nothing to draw again for.
      const values = $derived(JSON.stringify(session.scenario.values));
      $effect(() => this.#follow(session, values));
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
  get doubt(): Doubt {
    return this.#doubt;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  get stopped(): boolean {
    return this.#stopped;
  }
  get behind(): Behind {
    return this.#behind;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#pool.cancel();
    this.#stopped = true;
  }

  resume(): void {
    if (this.#job === null) return;
    if (!this.#done()) return this.#start(this.#job);
    this.#stopped = false;
    this.#tell({ problem: null });
    this.#continue();
  }

  look(): () => void {
    this.#looking++;
    // What is under way is not begun again.
    untrack(() => this.#looking === 1 && this.#done() && this.#behind.under === null && this.#continue());
    return () => void this.#looking--;
  }

  against(other: OtherPlan | null): void {
    if (JSON.stringify(other) === JSON.stringify(this.#other)) return;
    this.#other = other;
    this.#tell({ other: NONE });
    // What stands behind takes its turn again, the other plan first.
    untrack(() => this.#looking > 0 && this.#done() && this.#continue());
  }

  #follow(session: SessionView, written: string): (() => void) | void {
    const { status, result, place, pack, dragging, fields } = session;
    this.#pool.cancel();
    untrack(() => this.#forget(place?.id ?? null));
    if (status !== 'ready' || result === null || place === null || pack === null) return;
    if (result.place !== place.id || result.policy !== pack.id) return;
    const draws = Number(session.value('draws'));
    const seed = Number(session.value('seed'));
    const doubt = session.value('doubt') as Doubt;
    this.#asked = draws;
    this.#seed = seed;
    this.#doubt = doubt;
    const areas = place.areas.length;
    if (areas > MOST_AREAS) {
      this.#problem = { code: 'draws.many-areas', values: { areas, limit: MOST_AREAS } };
      return;
    }

    const values = JSON.parse(written) as Seeded['values'];
    const isLever = (key: string): boolean => fields.some((field) => field.key === key && field.kind === 'lever');
    const moved = Object.keys(values).some(isLever);
    const baseline = moved ? Object.fromEntries(Object.entries(values).filter(([key]) => !isLever(key))) : null;
    const moves = result.moves?.moves ?? [];
    const parameters = uncertainOf(fields, resolve(fields, values)).length;
    const job = { place, pack, values, seed, draws, doubt, baseline, moves, parameters };
    this.#job = job;
    this.#timer = setTimeout(() => this.#start(job), dragging ? WAIT.dragged : WAIT.settled);
    return () => clearTimeout(this.#timer);
  }

  #forget(place: string | null): void {
    this.#job = null;
    // While a lever moves, nothing is there to be forgotten, and no chart has to look.
    if (this.#parts.length > 0) this.#parts = NONE;
    this.#problem = null;
    this.#stopped = false;
    this.#behind = NOTHING;
    if (place !== this.#place) this.#before = NONE;
    this.#place = place;
  }

  #start(job: Job): void {
    this.#stopped = false;
    this.#problem = null;
    this.#pool.run(drawTask(job, sourcesOf(job.doubt), job.draws), {
      onParts: (parts) => {
        this.#parts = parts;
        this.#before = parts;
        if (this.#done()) this.#continue();
      },
      onProblem: (problem) => {
        this.#parts = NONE;
        this.#problem = problem;
      },
    });
  }

  #done(): boolean {
    return this.#job !== null && this.#parts.at(-1)?.to === this.#job.draws;
  }

  /** The next thing behind the draws that is not there yet; while nobody looks, only what the doubt comes from. */
  #continue(): void {
    const job = this.#job;
    const { baseline, other, tornado, samples, chance, problem } = untrack(() => this.#behind);
    if (job === null || this.#stopped || problem !== null) return;
    const looking = this.#looking > 0;
    const ended = (parts: readonly Piece[], of: number): boolean => parts.at(-1)?.to === of;
    if (looking && job.baseline !== null && !ended(baseline, job.draws)) {
      const task = drawTask({ ...job, values: job.baseline, moves: [] }, sourcesOf(job.doubt), job.draws);
      this.#fetch('baseline', task, (parts) => ({ baseline: parts }));
    } else if (looking && this.#other !== null && !ended(other, job.draws)) {
      const task = drawTask({ ...job, ...this.#other }, sourcesOf(job.doubt), job.draws);
      this.#fetch('other', task, (parts) => ({ other: parts }));
    } else if (job.doubt === 'chance') this.#tell({ under: null });
    else if (tornado.length === 0 && (looking || job.place.areas.length <= QUICK_AREAS)) {
      this.#fetch('tornado', tornadoTask(job, 1 + job.parameters), (parts, end) => (end ? { tornado: parts } : {}));
    } else if (looking && !ended(samples, BASE_SAMPLES)) {
      this.#fetch('samples', sampleTask(job, BASE_SAMPLES), (parts) => ({ samples: parts }));
    } else if (looking && job.doubt === 'both' && !ended(chance, Math.min(job.draws, CHANCE_DRAWS))) {
      const task = drawTask(job, sourcesOf('chance'), Math.min(job.draws, CHANCE_DRAWS));
      this.#fetch('chance', task, (parts) => ({ chance: parts }));
    } else this.#tell({ under: null });
  }

  #fetch<Part extends Piece>(
    what: NonNullable<Behind['under']>['what'],
    task: Task<Part>,
    told: (parts: readonly Part[], end: boolean) => Partial<Behind>,
  ): void {
    this.#tell({ under: { what, done: 0, of: task.size } });
    this.#pool.run(task, {
      onParts: (parts) => {
        const done = parts.at(-1)!.to;
        const end = done === task.size;
        this.#tell({ ...told(parts, end), under: { what, done, of: task.size } });
        if (end) this.#continue();
      },
      // The draws are there all the same.
      onProblem: (problem) => this.#tell({ under: null, problem }),
    });
  }

  #tell(news: Partial<Behind>): void {
    this.#behind = { ...untrack(() => this.#behind), ...news };
  }
}

function sourcesOf(doubt: Doubt): { chance: boolean; parameters: boolean } {
  return { chance: doubt !== 'parameters', parameters: doubt !== 'chance' };
}
