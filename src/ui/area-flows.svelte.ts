import { untrack } from 'svelte';
import { isBrief } from '../model/projection.ts';
import type { Problem, Projection, Result } from '../model/types.ts';
import type { SessionView } from '../state/view.ts';

/** A result, and the areas whose flows are wanted; all where null. */
interface Wanted {
  result: Result;
  members: readonly number[] | null;
}

/**
 * The flows of areas, for what shows them. Of a place with very many areas they are asked for once no lever is held; what was last
 * there stays until then, but not that of another place. Made while a component is set up; what it asks for follows from that
 * component's state.
 */
export class AreaFlows<T extends Wanted> {
  readonly #session: SessionView;
  readonly #caller: string;
  readonly #source: () => T | null;
  readonly #wanted = $derived.by(() => this.#source());
  #answer = $state.raw<{ wanted: T; plan: Projection } | null>(null);
  #problem = $state.raw<Problem | null>(null);
  readonly #there = $derived.by(() => {
    const wanted = this.#wanted;
    if (wanted === null) return null;
    const { plan, place } = wanted.result;
    if (!isBrief(plan)) return { ...wanted, plan };
    const before = this.#answer?.wanted.result;
    if (!this.#answer || before?.place !== place || before.plan.areas !== plan.areas) return null;
    return { ...this.#answer.wanted, plan: this.#answer.plan, members: null };
  });

  /** @param caller a name of its own; @param wanted null: nothing */
  constructor(session: SessionView, caller: string, wanted: () => T | null) {
    this.#session = session;
    this.#caller = caller;
    this.#source = wanted;
    $effect(() => {
      const now = this.#wanted;
      const rests = session.status === 'ready' && !session.dragging;
      if (now !== null && rests && isBrief(now.result.plan)) untrack(() => void this.#ask(now));
    });
  }

  /** What was wanted, with a plan that has the flows of `members`, by their place in it. */
  get there(): (T & { plan: Projection }) | null {
    return this.#there;
  }
  /** What is there is what is wanted. */
  get fresh(): boolean {
    const wanted = this.#wanted;
    return wanted === null || !isBrief(wanted.result.plan) || this.#answer?.wanted === wanted;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  again(): void {
    if (this.#wanted) void this.#ask(this.#wanted);
  }

  async #ask(wanted: T): Promise<void> {
    this.#problem = null;
    const ledger = await this.#session.ledger(this.#caller, wanted.result, wanted.members);
    // Overtaken by what is wanted now.
    if (ledger === null || wanted !== this.#wanted) return;
    if (ledger.ok) this.#answer = { wanted, plan: ledger.plan };
    else this.#problem = ledger.problem;
  }
}
