import { atOnce, inTurns } from '../model/turns.ts';

/**
 * Figures that are worked out at once, or, for a place with very many areas, step by step, so that the page stays free in between; those
 * before stay until the new are there. Made while a component is set up.
 */
export class InSteps<T> {
  readonly #steps: () => Generator<unknown, T>;
  readonly #many: () => boolean;
  #done = $state.raw<T | null>(null);
  #failed = $state.raw<{ error: unknown } | null>(null);
  readonly #value = $derived.by(() => {
    if (!this.#many()) return atOnce(this.#steps());
    if (this.#failed) throw this.#failed.error;
    return this.#done;
  });

  /** @param steps begins the work; what it follows from is read before the first step */
  constructor(many: () => boolean, steps: () => Generator<unknown, T>) {
    this.#many = many;
    this.#steps = steps;
    $effect(() => {
      if (!many()) return;
      let stopped = false;
      void inTurns(
        steps(),
        () => undefined,
        () => stopped,
      ).then(
        (made) => {
          if (made === null || stopped) return;
          this.#done = made;
          this.#failed = null;
        },
        (error: unknown) => {
          if (!stopped) this.#failed = { error };
        },
      );
      return () => (stopped = true);
    });
  }

  /** null: not there yet. @throws what a step threw, so that the part of the page that shows the figures says so */
  get value(): T | null {
    return this.#value;
  }
}
