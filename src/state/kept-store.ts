import { createStore, entries, type UseStore } from 'idb-keyval';

/** Things that the browser keeps for the reader, each under a key of its own. Every method rejects when the browser refuses. */
export interface KeptStore<T> {
  /** Newest first. What is half written, damaged or of a newer version is left where it is, and not given out. */
  all(): Promise<T[]>;
  /** One transaction: it is there whole, or not at all. */
  put(key: string, value: T): Promise<void>;
  /** Changes what is there, in one transaction. @returns false: it is not there any more, and stays away */
  change(key: string, change: (value: T) => T): Promise<boolean>;
  discard(key: string): Promise<void>;
  /** Told when another tab has changed something. */
  onChange(listener: () => void): void;
}

/** Why a browser does not keep something. */
export function refusal(error: unknown): 'full' | 'refused' {
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'refused';
}

const LONGEST_NAME = 40;

/** A name as it is kept. */
export const named = (name: string): string => name.trim().slice(0, LONGEST_NAME);

/** Milliseconds that the browser gets; some never answer where storage is refused, or while another tab holds it. */
const PATIENCE = 8000;

/** A store whose connection ends when another tab wants to upgrade or delete the database, and so never blocks it. */
function giveWay(database: string, name: string): UseStore {
  const store = createStore(database, name);
  return (mode, work) =>
    store(mode, (objects) => {
      const { db } = objects.transaction;
      db.onversionchange = () => db.close();
      return work(objects);
    });
}

/** @param read a sound value, or null; upgrades what older versions wrote */
export function browserKept<T extends { changed: string }>(
  database: string,
  name: string,
  read: (value: unknown) => T | null,
  patience = PATIENCE,
): KeptStore<T> {
  let open: UseStore | null = null;
  const listeners: (() => void)[] = [];
  const others = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(`${database} ${name}`);
  others?.addEventListener('message', () => listeners.forEach((listener) => listener()));

  const attempt = async <R>(work: (store: UseStore) => Promise<R>): Promise<R> => {
    open ??= giveWay(database, name);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('storage does not answer')), patience);
    });
    try {
      return await Promise.race([work(open), late]);
    } catch (error) {
      open = null;
      throw error;
    } finally {
      clearTimeout(timer);
    }
  };
  /** Storage that was cleared while it was open closes its connection: the next one is good again. */
  const use = <R>(work: (store: UseStore) => Promise<R>): Promise<R> =>
    attempt(work).catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'InvalidStateError') return attempt(work);
      throw error;
    });
  /** Settles when the transaction is through, so that nothing counts as kept before it is. */
  const write = <R>(work: (store: IDBObjectStore) => () => R): Promise<R> =>
    use((store) =>
      store(
        'readwrite',
        (objects) =>
          new Promise<R>((resolve, reject) => {
            const { transaction } = objects;
            const result = work(objects);
            transaction.oncomplete = () => {
              others?.postMessage(null);
              resolve(result());
            };
            transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error('not kept'));
          }),
      ),
    );

  return {
    all: () =>
      use(async (store) => {
        const found = await entries<string, unknown>(store);
        return found.flatMap(([, value]) => read(value) ?? []).sort((a, b) => (a.changed < b.changed ? 1 : -1));
      }),
    put: (key, value) =>
      write((objects) => {
        objects.put(value, key);
        return () => undefined;
      }),
    change: (key, change) =>
      write((objects) => {
        let there = false;
        const request = objects.get(key);
        request.onsuccess = () => {
          try {
            const value = read(request.result);
            if (value === null) return;
            there = true;
            objects.put(change(value), key);
          } catch {
            objects.transaction.abort();
          }
        };
        return () => there;
      }),
    discard: (key) =>
      write((objects) => {
        objects.delete(key);
        return () => undefined;
      }),
    onChange: (listener) => void listeners.push(listener),
  };
}

/** For as long as the page is open; also what tests share between the tabs of a browser. */
export function memoryKept<T extends { changed: string }>(kept = new Map<string, T>()): KeptStore<T> {
  return {
    all: async () => [...kept.values()].sort((a, b) => (a.changed < b.changed ? 1 : -1)),
    put: async (key, value) => void kept.set(key, value),
    change: async (key, change) => {
      const value = kept.get(key);
      if (value !== undefined) kept.set(key, change(value));
      return value !== undefined;
    },
    discard: async (key) => void kept.delete(key),
    onChange: () => undefined,
  };
}
