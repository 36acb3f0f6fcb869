import type { PlaceData, PolicyPack, Problem } from '../model/types.ts';
import type { FieldSetup } from '../scenario/setup.ts';
import type { Failure, Foretold, Model } from './model.ts';
import type { Parcel } from './parcel.ts';
import type { PlaceFrame, PlaceSlice } from './place-slices.ts';

/** The model as its worker offers it: nothing large crosses in one piece, and nothing twice. */
export interface ModelWire {
  /** Takes a place of the page, for `open` with `given`: its frame, then its slices in their order. */
  give(part: PlaceFrame | PlaceSlice): Promise<void>;
  /**
   * @param brought documents of the reader's own
   * @returns with `given` a setup without the place, which the page has
   */
  open(place: string, policy: string, given: boolean, brought: readonly PolicyPack[]): Promise<WireOpened>;
  run(...asked: Parameters<Model['run']>): Promise<{ ok: true; result: Parcel } | Failure>;
  ledger: Model['ledger'];
  hindcasts(): Promise<Foretold>;
  /** A document of the reader's own from JSON, under its id (own-pack.ts); what reads it is loaded when it is asked for. */
  readPolicy(text: string): Promise<PolicyRead>;
}
/** The document, or null with everything that is wrong with it. */
export interface PolicyRead {
  pack: PolicyPack | null;
  problems: Problem[];
}
export type WireOpened =
  | {
      ok: true;
      setup: Omit<FieldSetup, 'place'> & { place: PlaceData | null };
      /** Of the place that the page has, with those that documents of the reader's own rest on. */
      facts?: PlaceData['facts'];
    }
  | Failure;
