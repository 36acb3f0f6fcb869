import type { Clause, InstitutionScope, Target } from '../types.ts';

/** A headcount and a density for the same year, and the residents at which both are the same demand. */
export interface ImpliedPair {
  year: number;
  heads: number;
  /** Per 10,000; the middle of a range. */
  perTenThousand: number;
  residents: number;
}

/** What the arithmetic of a document's own text gives, with the sentences that it comes from. Shares from 0 to 1. */
export type DocumentFinding = { clauses: Clause[] } & (
  | {
      /** Headcounts and densities of the same years fit other residents than were counted. */
      rule: 'residents';
      pairs: ImpliedPair[];
      census: { year: number; persons: number };
      /** GPs in post that the document names, per 10,000 counted residents; null where it names none. */
      today: { year: number; heads: number; perTenThousand: number } | null;
    }
  | {
      /** GPs in post and those to be added leave too few or too many losses before the headcount. */
      rule: 'losses';
      from: number;
      year: number;
      opening: number;
      added: number;
      wanted: number;
      /** opening + added − wanted: below 0 where the document does not say where they come from. */
      losses: number;
      /** Of those in post, a year. */
      perYear: number;
    }
  | {
      /** A yearly quota does not add up to the quota in all. */
      rule: 'quota';
      since: number;
      year: number;
      yearly: [low: number, high: number | null];
      sum: [low: number, high: number | null];
      total: number;
    }
  | {
      /** Yearly growth leads to the density only from another start than the document gives, or from one that it does not give. */
      rule: 'growth';
      from: number;
      year: number;
      growth: number;
      target: Target;
      /** Per 10,000 at the end of `from`. */
      start: number;
      stated: number | null;
    }
  | {
      /** A minimum on average can be met while single centres have nobody. */
      rule: 'average';
      target: Target;
      /** Centres of the place; null where not known. */
      centres: number | null;
    }
  | {
      /** Two places of the document count one target in different institutions. */
      rule: 'scope';
      target: Target;
      institutions: InstitutionScope[];
    }
  | {
      /** The document is no longer in force. */
      rule: 'expired';
      until: string;
    }
);

/** What is known beside the document. */
export interface DocumentContext {
  /** The last census of the place that the document governs; null where it is another place or was not counted. */
  census: { year: number; persons: number } | null;
  /** Township health centres of the place; null where not known. */
  centres: number | null;
  /** ISO date of the day on which it is read: the model knows no clock. */
  today: string;
}

/** What two figures of a document may differ by and still be rounded forms of one another. */
export const ROUNDING = 0.05;
