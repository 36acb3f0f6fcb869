import type { BaseSamples } from '../model/doubt/base-samples.ts';
import type { TornadoPart } from '../model/doubt/tornado.ts';
import type { Draws } from '../model/micro/ensemble.ts';
import type { Move } from '../model/reassign/types.ts';
import type { Problem } from '../model/types.ts';
import type { Value } from '../scenario/types.ts';

/** What is drawn: the parameters in doubt, chance, or both together. */
export type Doubt = 'both' | 'parameters' | 'chance';

/** What is computed beside the draws while somebody looks at it; each comes after the one before. */
export interface Behind {
  /** The same assumptions without further measures, from the same random numbers; empty until the first are there. */
  readonly baseline: readonly Draws[];
  /** The plan that was asked for by `against`, from the same random numbers; empty until the first are there. */
  readonly other: readonly Draws[];
  /** What the parameters do one by one, in pieces from the first on; empty until all are there. */
  readonly tornado: readonly TornadoPart[];
  /** Base samples of the shares of variance, from 0 on without a gap. */
  readonly samples: readonly BaseSamples[];
  /** Draws with the parameters at their modes: chance alone. */
  readonly chance: readonly Draws[];
  /** What is under way now, and how far it is; null: nothing, all is there. */
  readonly under: { what: 'baseline' | 'other' | 'tornado' | 'samples' | 'chance'; done: number; of: number } | null;
  /** Why the rest does not come. */
  readonly problem: Problem | null;
}

/** Another plan of the same place, document and frame. */
export interface OtherPlan {
  /** What differs from the defaults, checked. */
  values: Readonly<Record<string, Value>>;
  /** Its plan of reassignment. */
  moves: readonly Move[];
}

/** What the interface may know of the draws. `draws.svelte.ts` implements it; tests give a plain object. */
export interface DrawsView {
  /** Draws of what is shown, from draw 0 on without a gap; empty until the first are there, and once an input has changed. */
  readonly parts: readonly Draws[];
  /** The newest draws of this place, of what is shown or of what was shown before: the axis keeps room for them. */
  readonly before: readonly Draws[];
  /** How many draws the run under way, or the finished one, is of. */
  readonly asked: number;
  readonly seed: number;
  readonly doubt: Doubt;
  /** Why there are no draws. */
  readonly problem: Problem | null;
  /** The reader has stopped the run: what is drawn stays, no more comes. */
  readonly stopped: boolean;
  readonly behind: Behind;
  stop(): void;
  /** After a stop or a failure: draws again from the start, or, when all draws are there, goes on with what stands behind. */
  resume(): void;
  /** Draws another plan as well, while somebody looks at what stands behind; null: none any more. */
  against(other: OtherPlan | null): void;
  /** Somebody looks at what stands behind; call what it returns when nobody does any more. */
  look(): () => void;
}
