import type { Provenance, Source } from '../model/types.ts';
import type { ReadText } from './built-in.ts';
import { readTable } from './table.ts';

/** Gives the source that an id in a built-in table stands for. @throws Error for an unknown id */
export type SourceOf = (id: string) => Source;

const PROVENANCES: readonly Provenance[] = ['official', 'derived', 'judgement', 'illustrative'];

/** Reads data/sources.csv. @throws Error naming what is wrong in the file */
export async function loadSources(read: ReadText): Promise<SourceOf> {
  const sources = new Map<string, Source>();
  for (const row of await readTable(read, 'sources.csv')) {
    const id = row.text('id');
    const provenance = PROVENANCES.find((one) => one === row.text('provenance'));
    if (provenance === undefined) throw new Error(`sources.csv, ${id}: unknown provenance`);
    const text = { zh: row.text('zh'), en: row.text('en') };
    sources.set(id, row.number('unverified') === 1 ? { provenance, text, unverified: true } : { provenance, text });
  }
  return (id) => {
    const source = sources.get(id);
    if (source === undefined) throw new Error(`sources.csv: no source ${id}`);
    return source;
  };
}
