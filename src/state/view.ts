import type { Lang, PlaceData, PolicyPack, Problem, Result, Text } from '../model/types.ts';
import type { PlanProgress } from '../model/reassign/plan.ts';
import type { Hindcast } from '../model/hindcast.ts';
import type { Field, Scenario, Value } from '../scenario/types.ts';
import type { Plans } from '../scenario/plans.ts';
import type { View } from '../scenario/views.ts';
import type { Ledger } from '../worker/model.ts';
import type { AnalystView } from './analyst-view.ts';
import type { DocumentsView, OwnView } from './own-view.ts';

/** A line of the place picker. */
export interface PlaceEntry {
  id: string;
  name: Text;
  /** Packs that make sense here, the place's own first. */
  policies: string[];
}

/** What the interface may know and do. `session.svelte.ts` implements it; tests give a plain object. */
export interface SessionView {
  readonly lang: Lang;
  /** Prepared places and packs, for the pickers. */
  readonly places: PlaceEntry[];
  readonly packs: Record<string, Text>;
  /** null until the first data are there. */
  readonly place: PlaceData | null;
  readonly pack: PolicyPack | null;
  readonly scenario: Scenario;
  /** One to four plans of this place; the one on the screen is `scenario`, and `update` changes it. */
  readonly plans: Plans;
  /** What is open below the answer. */
  readonly view: View;
  readonly fields: Field[];
  /** Newest finished result; stays while a new one is under way. */
  readonly result: Result | null;
  /** None until they have been asked for. */
  readonly hindcasts: Hindcast[];
  /** `loading`: first data; `running`: a newer input is being computed; `failed`: see problems. */
  readonly status: 'loading' | 'ready' | 'running' | 'failed';
  /** How far the plan of reassignment is that is being made; null: none is. */
  readonly planning?: PlanProgress | null;
  /** Gives up that plan, and goes back to what was last shown whole. */
  stopPlanning?(): void;
  /** A slider is held: the next value follows at once. */
  readonly dragging: boolean;
  /** What the reader must be told (links, data, worker), each with what was kept; dismissable. */
  readonly problems: Problem[];
  /** Number of fields that differ from their defaults. */
  readonly changed: number;
  value(key: string): Value;
  /** `settled` false while a slider is dragged (history is replaced), true on release (history is pushed). */
  update(values: Record<string, Value>, settled: boolean): void;
  reset(key: string): void;
  resetAll(): void;
  openPlace(id: string): void;
  openPolicy(id: string): void;
  openView(view: View): void;
  /** Other plans, another order, another one on the screen: one step in the history. */
  setPlans(plans: Plans): void;
  /** Once its words are there; where they are not delivered, a problem says so. */
  setLang(lang: Lang): Promise<void>;
  /** The whole link of what is shown. */
  link(): string;
  rerun(): void;
  /**
   * The plan of a result of this session in full: where it is in brief, it has the flows of all areas together.
   * @param caller what it is asked for: a newer call of the same caller takes the place of the older one
   * @param members the areas that it is wanted of, in their order in the plan that comes; all where null
   * @returns null where it was overtaken
   */
  ledger(caller: string, result: Result, members: readonly number[] | null): Promise<Ledger | null>;
  /** Asks for the hindcasts, unless they are there: they take the model longer than a result. */
  foretell?(): void;
  /** A part of the page could not be fetched: told with the problems. */
  unfetched(): void;
  /** The reader's own files; what belongs to them is loaded at the first call. */
  own?(): Promise<OwnView>;
  /** Documents of the reader's own that can be opened here. */
  readonly brought?: readonly PolicyPack[];
  /** Where these are kept; loaded at the first call. */
  documents?(): Promise<DocumentsView>;
  /** Runs other scenarios of this place in a worker of its own; loaded and started at the first call. */
  analyst?(): Promise<AnalystView>;
  dismiss(index: number): void;
}
