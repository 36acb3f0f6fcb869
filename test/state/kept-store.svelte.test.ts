import { afterEach, describe, expect, it, vi } from 'vitest';
import { browserKept, refusal } from '../../src/state/kept-store.ts';

/** The real storage of a browser; no answer within a tenth of a second counts as none. */
interface Thing {
  changed: string;
  text: string;
}
const asThing = (value: unknown): Thing | null =>
  typeof value === 'object' && value !== null && 'text' in value ? (value as Thing) : null;
let serial = 0;
const database = (): string => `things-${Date.now()}-${serial++}`;
const storeOf = (name: string, patience = 100) => browserKept(name, 'things', asThing, patience);
const thing = (text: string): Thing => ({ changed: '2026-01-01', text });

/** Another tab: opens the database, upgrades it where told to, and holds it. */
function otherTab(name: string, version?: number): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version);
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no database'));
  });
}
const reasonOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'kept',
    (error: unknown) => error,
  );

afterEach(() => {
  vi.restoreAllMocks();
});

describe('what the browser keeps', () => {
  it('lets another tab upgrade or delete the storage, and goes on in what it is then', async () => {
    const name = database();
    const store = storeOf(name);
    await store.put('a', thing('one'));
    const newer = await otherTab(name, 2);
    expect(newer.version).toBe(2);
    expect(await store.all()).toEqual([thing('one')]);
    await store.put('b', thing('two'));
    newer.close();
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = resolve;
      request.onerror = reject;
    });
    // Cleared while it was open: what comes next is kept again, and nothing old comes back.
    expect(await store.all()).toEqual([]);
    await store.put('c', thing('three'));
    expect(await store.all()).toEqual([thing('three')]);
  });

  it('says so in time while an upgrade is blocked by a tab that holds an old version, and works when that has gone', async () => {
    const name = database();
    await storeOf(name).put('a', thing('one'));
    const old = await otherTab(name);
    // It never gives way, so the upgrade of a third tab waits, and all who come after it.
    const blocked = otherTab(name, 2);
    const store = storeOf(name);
    const error = await reasonOf(store.put('b', thing('two')));
    expect(error).toBeInstanceOf(Error);
    expect(refusal(error)).toBe('refused');
    await expect(store.all()).rejects.toThrow('storage does not answer');
    old.close();
    (await blocked).close();
    await store.put('c', thing('three'));
    expect((await store.all()).map(({ text }) => text)).toContain('three');
  });

  it('stays as it was when a change fails midway, or what is to be kept cannot be', async () => {
    const store = storeOf(database());
    await store.put('a', thing('one'));
    const failing = store.change('a', () => {
      throw new Error('midway');
    });
    expect(await reasonOf(failing)).toBeInstanceOf(Error);
    const unkeepable = { ...thing('two'), text: () => 'no text' } as unknown as Thing;
    expect(await reasonOf(store.put('a', unkeepable))).toBeInstanceOf(DOMException);
    expect(await store.all()).toEqual([thing('one')]);
  });

  it('is not there when the transaction is given up after it was written', async () => {
    const store = storeOf(database());
    await store.put('a', thing('one'));
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
      const request = put.call(this, value, key);
      request.addEventListener('success', () => this.transaction.abort());
      return request;
    });
    expect(refusal(await reasonOf(store.put('b', thing('two'))))).toBe('refused');
    vi.restoreAllMocks();
    expect(await store.all()).toEqual([thing('one')]);
  });

  it('is told to be full when there is no room, and what was there stays', async () => {
    const store = storeOf(database());
    await store.put('a', thing('one'));
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    expect(refusal(await reasonOf(store.put('b', thing('two'))))).toBe('full');
    vi.restoreAllMocks();
    expect(await store.all()).toEqual([thing('one')]);
  });

  it('is refused in words by a private window, whether it throws, fails or never answers', async () => {
    const open = vi.spyOn(indexedDB, 'open');
    open.mockImplementationOnce(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    expect(refusal(await reasonOf(storeOf(database()).put('a', thing('one'))))).toBe('refused');
    open.mockImplementationOnce(() => new EventTarget() as IDBOpenDBRequest);
    expect(refusal(await reasonOf(storeOf(database()).put('a', thing('one'))))).toBe('refused');
    open.mockImplementationOnce(() => {
      const request = { error: new DOMException('denied', 'InvalidAccessError'), onerror: () => undefined };
      setTimeout(() => request.onerror());
      return request as unknown as IDBOpenDBRequest;
    });
    expect(refusal(await reasonOf(storeOf(database()).put('a', thing('one'))))).toBe('refused');
  });

  it('is not given out when it is damaged, half written or of a later version', async () => {
    const name = database();
    const store = storeOf(name);
    await store.put('a', thing('one'));
    await store.put('b', { changed: '2026-02-02' } as Thing);
    expect(await store.all()).toEqual([thing('one')]);
    expect(await store.change('b', () => thing('two'))).toBe(false);
  });
});
