import { createStore, del, entries, get, set, setMany } from 'idb-keyval';
import type { Texts } from '../io/own/reader.ts';

/** A set of own data as the browser keeps it: tables in the form of the templates, and which areas were merged into which. */
export interface Kept {
  version: 1;
  /** Fingerprint of tables and mapping: the key. */
  print: string;
  name: string;
  /** Names of the files that it was read from. */
  files: string[];
  /** ISO date and time. */
  created: string;
  changed: string;
  texts: Texts;
  merged: Record<string, string>;
}

/** Where sets of data are kept. Every method but `all` rejects when the browser refuses; each writing is one put of one key. */
export interface OwnStore {
  /** Newest first; empty where the browser refuses. */
  all(): Promise<Kept[]>;
  put(kept: Kept): Promise<void>;
  discard(print: string): Promise<void>;
}

/** IndexedDB. Two tabs do not overwrite each other: each set of data has a key of its own. */
export function browserStore(): OwnStore {
  const store = () => createStore('wanren-own', 'datasets');
  return {
    async all() {
      const found = await Promise.resolve()
        .then(() => entries<string, unknown>(store()))
        .catch(() => []);
      return found.flatMap(([, value]) => asKept(value) ?? []).sort((a, b) => (a.changed < b.changed ? 1 : -1));
    },
    async put(kept) {
      await set(kept.print, kept, store());
      // A browser that drops what it was given says so only when asked.
      if (asKept(await get<unknown>(kept.print, store())) === null) throw new Error('not kept');
    },
    discard: async (print) => del(print, store()),
  };
}

/** A value from storage or from an exported file; null for anything else, such as what an older or newer version wrote. */
export function asKept(value: unknown): Kept | null {
  if (typeof value !== 'object' || value === null) return null;
  const { version, print, name, files, created, changed, texts, merged } = value as Record<string, unknown>;
  const sound =
    version === 1 &&
    typeof print === 'string' &&
    /^[0-9a-f]{8}$/.test(print) &&
    [name, created, changed].every((one) => typeof one === 'string') &&
    Array.isArray(files) &&
    files.every((file) => typeof file === 'string') &&
    isTexts(texts) &&
    isTexts(merged);
  return sound ? (value as Kept) : null;
}

const isTexts = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string');

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
