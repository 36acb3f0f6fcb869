import type { Weighing } from '../model/reassign/giving-way.ts';
import type { Analysed, ValueSet } from '../worker/analyst.ts';
import type { Weighed } from '../worker/solver-wire.ts';

/** Other scenarios of the place and document on the screen, run beside it. `analyst-open.ts` makes it; tests give a plain object. */
export interface AnalystView {
  /**
   * @param caller what they are run for: a newer call of the same caller takes the place of the older one
   * @param values one set for each scenario: what differs from the defaults, checked
   * @returns results in the same order, or what went wrong; null: overtaken by a newer call, or by another place or document
   */
  run(caller: string, values: readonly ValueSet[]): Promise<Analysed | null>;
  /** Nothing more is wanted by this caller. */
  stop(caller: string): void;
  /** By how much each limit of a scenario's plan would have to give; a newer call takes the place of the older one. @returns null: as above, or stopped */
  weigh(values: ValueSet, year: number, tell: Weighing): Promise<Weighed | null>;
  stopWeighing(): void;
}
