import type { Provenance } from '../../model/types.ts';

/** All kinds of provenance, the surest first. */
export const PROVENANCES: readonly Provenance[] = ['official', 'derived', 'judgement', 'illustrative'];
