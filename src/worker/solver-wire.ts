import type { PlanProgress } from '../model/reassign/plan.ts';
import type { GivingWay, Weighing } from '../model/reassign/giving-way.ts';
import type { MovePlan } from '../model/reassign/types.ts';
import type { PolicyPack } from '../model/types.ts';
import type { Value } from '../scenario/types.ts';
import type { Failure } from './model.ts';
import type { PlaceFrame, PlaceSlice } from './place-slices.ts';

export type Planned = { ok: true; moves: MovePlan | null } | Failure;
export type Weighed = { ok: true; ways: GivingWay[] } | Failure;

/** What can be asked of the worker that plans reassignment. The page brings the place, so that the reader's own files are planned for too. */
export interface SolverWire {
  /** Takes a place of the page: its frame, then its slices in their order. */
  give(part: PlaceFrame | PlaceSlice): Promise<void>;
  /** @param values what differs from the defaults, checked */
  plan(
    pack: PolicyPack,
    values: Readonly<Record<string, Value>>,
    tell: (progress: PlanProgress) => void,
  ): Promise<Planned>;
  /** By how much each limit of that plan would have to give for a year. */
  weigh(pack: PolicyPack, values: Readonly<Record<string, Value>>, year: number, tell: Weighing): Promise<Weighed>;
}
