import { untrack } from 'svelte';
import { wholeOf } from '../../model/explain/whole.ts';
import type { PlaceData, PolicyPack, Problem, Result } from '../../model/types.ts';
import type { AnalystView } from '../../state/analyst-view.ts';
import type { SessionView } from '../../state/view.ts';
import { MANY_AREAS } from './compare-data.ts';

/** Results kept of scenarios that nobody asks for any more. */
const KEPT = 40;

type Values = Readonly<Record<string, number | string>>;

/**
 * Results of scenarios beside the one on the screen, by their values: those that are known are not run again. Made while a
 * component is set up; what it runs follows from that component's state.
 */
export class PlanRuns {
  #session: SessionView;
  #caller: string;
  #known = $state.raw<ReadonlyMap<string, Result>>(new Map());
  #of: { place: PlaceData; pack: PolicyPack } | null = null;
  #asked: readonly Values[] = [];
  #problem = $state.raw<Problem | null>(null);
  #analyst: AnalystView | null = null;

  constructor(session: SessionView, caller: string, wanted: () => readonly Values[]) {
    this.#session = session;
    this.#caller = caller;
    $effect(() => {
      const { place, pack, dragging, status, result, scenario } = session;
      const values = wanted();
      if (place === null || pack === null || dragging) return;
      untrack(() => {
        this.#stand(place, pack);
        // What is on the screen need not be run again when another plan takes its place.
        if (status === 'ready' && result !== null) this.#learn([[scenario.values, result]]);
        void this.#follow(values);
      });
    });
    $effect(() => () => this.#analyst?.stop(caller));
  }

  /** The result of these values here; undefined: not there yet. */
  get(values: Values): Result | undefined {
    const { place, pack } = this.#session;
    const known = this.#known.get(keyOf(values));
    return this.#of?.place === place && this.#of?.pack === pack ? known : undefined;
  }
  /** All results, or null while one is not there. */
  all(sets: readonly Values[]): Result[] | null {
    const results = sets.flatMap((values) => this.get(values) ?? []);
    return results.length === sets.length ? results : null;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  again(): void {
    void this.#follow(this.#asked);
  }

  #stand(place: PlaceData, pack: PolicyPack): void {
    if (this.#of?.place === place && this.#of.pack === pack) return;
    this.#of = { place, pack };
    this.#known = new Map();
  }

  #learn(results: readonly (readonly [Values, Result])[]): void {
    const known = new Map(this.#known);
    for (const [values, result] of results) known.set(keyOf(values), kept(result));
    const asked = new Set(this.#asked.map(keyOf));
    for (const key of known.keys()) {
      if (known.size <= KEPT) break;
      if (!asked.has(key)) known.delete(key);
    }
    this.#known = known;
  }

  async #follow(values: readonly Values[]): Promise<void> {
    this.#asked = values;
    this.#problem = null;
    const keys = [...new Set(values.map(keyOf))].filter((key) => !this.#known.has(key));
    if (keys.length === 0) return;
    try {
      this.#analyst = (await this.#session.analyst?.()) ?? null;
      const of = this.#of;
      // One by one: of a place with very many areas, more than one result at a time would be too much.
      for (const key of keys) {
        const missing = JSON.parse(key) as Values;
        const analysed = await this.#analyst?.run(this.#caller, [missing]);
        // Overtaken by a newer wish, or by another place.
        if (!analysed || of !== this.#of || values !== this.#asked) return;
        if (!analysed.ok) return void (this.#problem = analysed.problem);
        this.#learn([[missing, analysed.results[0]!]]);
      }
    } catch (error) {
      this.#problem = { code: 'worker.failed', values: { message: String(error) } };
    }
  }
}

/** Of places with very many areas only the whole is kept. */
export function kept(result: Result): Result {
  if (result.plan.areas <= MANY_AREAS) return result;
  return { ...result, plan: wholeOf(result.plan), baseline: wholeOf(result.baseline) };
}

const keyOf = (values: Values): string => JSON.stringify(values);
