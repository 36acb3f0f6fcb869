import type { Draws } from '../model/micro/ensemble.ts';
import type { Problem } from '../model/types.ts';

/** What the interface may know of the draws. `draws.svelte.ts` implements it; tests give a plain object. */
export interface DrawsView {
  /** Draws of what is shown, from draw 0 on without a gap; empty until the first are there, and once an input has changed. */
  readonly parts: readonly Draws[];
  /** The newest draws of this place, of what is shown or of what was shown before: the axis keeps room for them. */
  readonly before: readonly Draws[];
  /** How many draws the run under way, or the finished one, is of. */
  readonly asked: number;
  readonly seed: number;
  /** Why there are no draws. */
  readonly problem: Problem | null;
}
