import { untrack } from 'svelte';
import type { PlaceData, PolicyPack, Problem, Result } from '../../model/types.ts';
import type { SessionView } from '../../state/view.ts';

/** Results kept of scenarios that are not on the screen any more. */
const KEPT = 60;

/**
 * Results of scenarios beside the one on the screen: those that are known are not run again, and old ones stay until all new ones
 * are there. Made while a component is set up; what it is asked for follows from that component's state.
 */
export class PlanRuns {
  #session: SessionView;
  #caller: string;
  #known = new Map<string, Result>();
  #of: { place: PlaceData; pack: PolicyPack } | null = null;
  #results = $state.raw<readonly Result[]>([]);
  #asked = $state.raw<readonly string[]>([]);
  #got = $state.raw<readonly string[]>([]);
  #problem = $state.raw<Problem | null>(null);

  constructor(session: SessionView, caller: string, wanted: () => readonly Values[]) {
    this.#session = session;
    this.#caller = caller;
    $effect(() => {
      const { place, pack, dragging } = session;
      const values = wanted();
      if (place === null || pack === null || dragging) return;
      untrack(() => void this.#follow(place, pack, values));
    });
    $effect(() => () => void session.analyst?.().then((analyst) => analyst.stop(caller)));
  }

  /** In the order of the scenarios that were last all there; empty until then. */
  get results(): readonly Result[] {
    return this.#results;
  }
  /** The results are of what is asked for now. */
  get fresh(): boolean {
    return this.#asked.length === this.#got.length && this.#asked.every((key, index) => key === this.#got[index]);
  }
  get problem(): Problem | null {
    return this.#problem;
  }

  again(): void {
    const { place, pack } = this.#session;
    if (place && pack)
      void this.#follow(
        place,
        pack,
        this.#asked.map((key) => JSON.parse(key) as Values),
      );
  }

  async #follow(place: PlaceData, pack: PolicyPack, values: readonly Values[]): Promise<void> {
    if (this.#of?.place !== place || this.#of.pack !== pack) {
      this.#of = { place, pack };
      this.#known.clear();
      this.#results = [];
      this.#got = [];
    }
    const keys = values.map((one) => JSON.stringify(one));
    this.#asked = keys;
    this.#problem = null;
    const missing = [...new Set(keys)].filter((key) => !this.#known.has(key));
    if (missing.length > 0) {
      const failed = await this.#run(missing);
      // Overtaken by a newer wish.
      if (this.#asked !== keys || failed === 'overtaken') return;
      this.#problem = failed;
      if (failed !== null) return;
    }
    this.#results = keys.map((key) => this.#known.get(key)!);
    this.#got = keys;
    for (const key of this.#known.keys()) {
      if (this.#known.size <= KEPT) break;
      if (!keys.includes(key)) this.#known.delete(key);
    }
  }

  async #run(keys: readonly string[]): Promise<Problem | 'overtaken' | null> {
    try {
      const analyst = await this.#session.analyst?.();
      const values = keys.map((key) => JSON.parse(key) as Values);
      const analysed = (await analyst?.run(this.#caller, values)) ?? null;
      if (analysed === null) return 'overtaken';
      if (!analysed.ok) return analysed.problem;
      keys.forEach((key, index) => this.#known.set(key, analysed.results[index]!));
      return null;
    } catch (error) {
      return { code: 'worker.failed', values: { message: String(error) } };
    }
  }
}

type Values = Readonly<Record<string, number | string>>;
