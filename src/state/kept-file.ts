import * as v from 'valibot';
import { readLink } from '../scenario/link.ts';
import { textOf } from '../worker/reader-wire.ts';
import { about, asTables, textTables, type Kept } from './own-store.ts';
import { scenarioFields, type KeptScenario } from './scenario-store.ts';

/** Version of the file. The first one had sets of data only. */
const VERSION = 2;

/** What a file carries: scenarios and sets of data. */
export interface KeptFile {
  datasets: Kept[];
  scenarios: KeptScenario[];
  /** Documents of the reader's own, as they were brought, and whole clauses that links have no room for. */
  documents: string[];
  clauses: string[];
  /** A scenario file: the id of the one scenario that it is about. */
  open: string | null;
}

const whole = v.object({
  wanren: v.picklist([1, VERSION]),
  datasets: v.array(v.object({ ...about, texts: textTables })),
  scenarios: v.optional(v.array(v.object(scenarioFields)), []),
  documents: v.optional(v.array(v.string()), []),
  clauses: v.optional(v.array(v.string()), []),
  open: v.optional(v.nullable(v.string()), null),
});

/** The text of a file; `readKeptFile` reads it. Numbers of the tables stand in it as they were read. */
export async function writeKeptFile({ datasets, scenarios, documents, clauses, open }: KeptFile): Promise<string> {
  const withTexts = datasets.map(async ({ tables, ...rest }) => {
    const texts = Object.entries(tables).map(async ([kind, table]) => [kind, await textOf(table)]);
    return { ...rest, texts: Object.fromEntries(await Promise.all(texts)) as Record<string, string> };
  });
  return JSON.stringify({
    wanren: VERSION,
    open,
    scenarios,
    documents,
    clauses,
    datasets: await Promise.all(withTexts),
  });
}

/** @returns `foreign`: no file of ours, or a damaged one; `newer`: of a version that is not known yet */
export function readKeptFile(text: string): KeptFile | 'foreign' | 'newer' {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return 'foreign';
  }
  const version = v.safeParse(v.object({ wanren: v.number() }), value);
  if (version.success && version.output.wanren > VERSION) return 'newer';
  const read = v.safeParse(whole, value);
  if (!read.success) return 'foreign';
  const { datasets, scenarios, documents, clauses, open } = read.output;
  if (scenarios.some(({ link }) => readLink(link).place === null)) return 'foreign';
  return {
    datasets: datasets.map(({ texts, ...rest }) => ({ ...rest, version: 2, tables: asTables(texts) })),
    scenarios: scenarios.map((one) => ({ ...one, version: 1 })),
    documents,
    clauses,
    open,
  };
}
