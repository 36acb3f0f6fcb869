import type { Precedence } from '../worker/precedence.ts';
import { createReaderClient } from '../worker/reader-client.ts';
import type { ModelWorker } from '../worker/start.ts';
import { browserClauses, browserDocuments } from './document-store.ts';
import { OwnDesk } from './own-desk.svelte.ts';
import { browserMappings, browserStore } from './own-store.ts';
import { browserScenarios } from './scenario-store.ts';

/** The desk for own files over this browser's storage. @param precedence before what is done behind */
export function openDesk(startReader: () => ModelWorker, precedence: Precedence): OwnDesk {
  return new OwnDesk({
    reader: createReaderClient(startReader),
    precedence,
    store: browserStore(),
    scenarios: browserScenarios(),
    mappings: browserMappings(),
    documents: browserDocuments(),
    clauses: browserClauses(),
    now: () => new Date().toISOString(),
  });
}
