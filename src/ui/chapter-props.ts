import type { PlaceData, PolicyPack, Result, Start, TargetResult } from '../model/types.ts';
import type { DrawsView } from '../state/draws-view.ts';
import type { SessionView } from '../state/view.ts';
import type { Dictionary } from '../text/en.ts';

/** What every chapter and the report are given: one result with the place and document that it belongs to. */
export interface ChapterProps {
  session: SessionView;
  /** Fetches what draws; null: nothing is drawn. */
  draws: (() => Promise<DrawsView>) | null;
  /** The chance of a target in words, dots while it is being drawn, empty where there is none; null: nothing is drawn. */
  chance: ((judged: TargetResult) => string) | null;
  result: Result;
  place: PlaceData;
  pack: PolicyPack;
  /** The starting point in use. */
  start: Start;
  /** Name of the place in the reader's language. */
  name: string;
  phone: boolean;
  words: Dictionary;
}
