import { createStore, entries, setMany } from 'idb-keyval';
import * as v from 'valibot';
import type { FileKind } from '../io/own/synonyms.ts';
import type { Tables } from '../worker/reader-wire.ts';
import { browserKept, type KeptStore } from './kept-store.ts';

/** A set of own data as the browser keeps it: tables in the form of the templates, and which areas were merged into which. */
export interface Kept {
  version: 2;
  /** Fingerprint of tables and mapping: the key. It is made again from them whenever they are used. */
  print: string;
  name: string;
  /** Names of the files that it was read from, and which of them each table was. */
  files: string[];
  sources?: Partial<Record<FileKind, string>>;
  /** ISO date and time. */
  created: string;
  changed: string;
  tables: Tables;
  merged: Record<string, string>;
}

const tablesOf = <T extends v.GenericSchema>(table: T) =>
  v.object({ census: v.optional(table), staffing: v.optional(table), distances: v.optional(table) });
export const textTables = tablesOf(v.string());
/** Without its tables. */
export const about = {
  print: v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/)),
  name: v.string(),
  files: v.array(v.string()),
  sources: v.optional(textTables),
  created: v.string(),
  changed: v.string(),
  merged: v.record(v.string(), v.string()),
};
const kept = v.object({ version: v.literal(2), ...about, tables: tablesOf(v.instance(Blob)) });
/** As the first version kept it, with its tables as text. */
const keptFirst = v.object({ version: v.literal(1), ...about, texts: textTables });

/** A value from storage; null for anything else than what this or an older version wrote. */
export function asKept(value: unknown): Kept | null {
  const newest = v.safeParse(kept, value);
  if (newest.success) return newest.output as Kept;
  const first = v.safeParse(keptFirst, value);
  if (!first.success) return null;
  const { texts, version: _, ...rest } = first.output;
  return { ...rest, version: 2, tables: asTables(texts) };
}

/** Tables that have come as text. */
export function asTables(texts: v.InferOutput<typeof textTables>): Tables {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([kind, text]) => (text === undefined ? [] : [[kind, new Blob([text])]])),
  ) as Tables;
}

/** IndexedDB. Its first version is still the one: a set of data is one record, so no upgrade can be blocked. */
export const browserStore = (): KeptStore<Kept> => browserKept('wanren-own', 'datasets', asKept);

/** Areas that were merged into others, old key → new, as told for any data: offered again for the next files. */
export interface MappingStore {
  /** Empty where the browser refuses. */
  all(): Promise<Record<string, string>>;
  /** Adds to what is known. */
  add(mappings: Readonly<Record<string, string>>): Promise<void>;
}

/** For as long as the page is open. */
export function memoryMappings(): MappingStore {
  let known: Record<string, string> = {};
  return {
    all: async () => known,
    add: async (mappings) => void (known = { ...known, ...mappings }),
  };
}

/** IndexedDB, one entry an area, so that two tabs add to each other's; what it refuses is known as long as the page is open. */
export function browserMappings(): MappingStore {
  const memory = memoryMappings();
  const store = () => createStore('wanren-own-mappings', 'mappings');
  return {
    async all() {
      const found = await Promise.resolve()
        .then(() => entries<string, unknown>(store()))
        .catch(() => []);
      const sound = found.flatMap(([from, into]): [string, string][] =>
        typeof into === 'string' ? [[from, into]] : [],
      );
      return { ...Object.fromEntries(sound), ...(await memory.all()) };
    },
    async add(mappings) {
      await memory.add(mappings);
      await Promise.resolve()
        .then(() => setMany(Object.entries(mappings), store()))
        .catch(() => undefined);
    },
  };
}
