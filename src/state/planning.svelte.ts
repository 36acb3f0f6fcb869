import type { PlanProgress } from '../model/reassign/plan.ts';

/** How far the solver is with the plan under way. */
export class Planning {
  #progress = $state.raw<PlanProgress | null>(null);

  /** null: nothing is being planned. */
  get progress(): PlanProgress | null {
    return this.#progress;
  }
  tell = (progress: PlanProgress | null): void => {
    this.#progress = progress;
  };
}
