import * as v from 'valibot';
import { browserKept, type KeptStore } from './kept-store.ts';

/** A document that the reader has brought, as the browser keeps it: the file itself. It is checked again whenever it is read. */
export interface KeptDocument {
  version: 1;
  /** Id of the document (own-pack.ts): the key. */
  id: string;
  text: string;
  /** ISO date and time. */
  changed: string;
}

const keptDocument = v.object({ version: v.literal(1), id: v.string(), text: v.string(), changed: v.string() });

export const browserDocuments = (): KeptStore<KeptDocument> =>
  browserKept('wanren-documents', 'documents', (value) => {
    const read = v.safeParse(keptDocument, value);
    return read.success ? read.output : null;
  });

/** The whole words of a clause that is too long for a link, as the code of an own target has them (own-code.ts). */
export interface KeptClause {
  version: 1;
  /** Fingerprint: the key. */
  print: string;
  words: string;
  /** ISO date and time. */
  changed: string;
}

const keptClause = v.object({ version: v.literal(1), print: v.string(), words: v.string(), changed: v.string() });

export const browserClauses = (): KeptStore<KeptClause> =>
  browserKept('wanren-clauses', 'clauses', (value) => {
    const read = v.safeParse(keptClause, value);
    return read.success ? read.output : null;
  });
