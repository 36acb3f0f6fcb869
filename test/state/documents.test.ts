import { describe, expect, it } from 'vitest';
import { readText } from '../../src/io/built-in-node.ts';
import { readOwnPolicy } from '../../src/io/own-policy.ts';
import { writeOwnTarget } from '../../src/model/documents/own-code.ts';
import { shortened } from '../../src/scenario/clauses.ts';
import type { KeptClause, KeptDocument } from '../../src/state/document-store.ts';
import { readKeptFile } from '../../src/state/kept-file.ts';
import { memoryKept, type KeptStore } from '../../src/state/kept-store.ts';
import { OwnDesk } from '../../src/state/own-desk.svelte.ts';

const tongjiang = await readText('policies/tongjiang-2020.json');
const renamed = tongjiang.replaceAll('同江市', '本县');
const idOf = (text: string): string => readOwnPolicy(text).pack!.id;

let clock = 0;
function open(documents: KeptStore<KeptDocument> = memoryKept(), clauses: KeptStore<KeptClause> = memoryKept()) {
  const desk = new OwnDesk({
    reader: { ask: async () => Promise.reject(new Error('not asked')), rest: () => undefined, stop: () => undefined },
    store: memoryKept(),
    documents,
    clauses,
    now: () => `2026-01-01T00:00:${String(clock++).padStart(2, '0')}Z`,
  });
  desk.documents.read = async (text) => readOwnPolicy(text);
  const told: string[][] = [];
  desk.documents.onChange = (packs) => void told.push(packs.map(({ id }) => id));
  return { desk, told };
}

const words = '第一条：到2030年，每万名居民拥有六名合格的全科医生。'.repeat(8);
const code = writeOwnTarget({ kind: 'density', year: 2030, value: 6, count: 'certified', clause: words });

describe('documents of the reader’s own', () => {
  it('are kept as they were brought, and found again by another page', async () => {
    const store = memoryKept<KeptDocument>();
    const { desk, told } = open(store);
    for (const text of [tongjiang, renamed, tongjiang]) await desk.documents.take(text);
    expect(told).toEqual([[idOf(tongjiang)], [idOf(tongjiang), idOf(renamed)]]);

    const { desk: other } = open(store);
    // Asked for twice at once, each is read once.
    await Promise.all([other.documents.list(), other.documents.list()]);
    expect(other.documents.packs.map(({ id, own }) => [id, own])).toEqual([
      [idOf(tongjiang), true],
      [idOf(renamed), true],
    ]);
    expect(other.documents.textOf(idOf(renamed))).toBe(renamed);
    await other.documents.discard(idOf(tongjiang));
    expect((await store.all()).map(({ id }) => id)).toEqual([idOf(renamed)]);
  });

  it('that are damaged are left out, and those that the browser refuses stay as long as the page', async () => {
    const store = memoryKept<KeptDocument>();
    await store.put('x', { version: 1, id: 'x', text: '{"id":1}', changed: '2026' });
    const refusing = { ...store, put: () => Promise.reject(new Error('full')) };
    const { desk } = open(refusing);
    await desk.documents.list();
    expect(desk.documents.packs).toEqual([]);
    expect((await desk.documents.take('{')) ?? null).toMatchObject({
      pack: null,
      problems: [{ code: 'policy.not-json' }],
    });
    await desk.documents.take(tongjiang);
    expect(desk.documents.lines).toMatchObject([{ stored: false, pack: { id: idOf(tongjiang) } }]);
  });

  it('go with the scenario file that needs them, and with no other', async () => {
    const { desk } = open();
    for (const text of [tongjiang, renamed]) await desk.documents.take(text);
    await desk.keepClause(code);
    const link = `#/tongjiang/v=1;policy=${idOf(renamed)};t1=${shortened(code, 10)}`;
    const [part] = (await desk.scenarioFile({ name: '方案', link }))!.parts;
    const file = readKeptFile(String(part));
    expect(file).toMatchObject({ documents: [renamed], clauses: [code.replace(/^.*~q/, '')] });
    const [plain] = (await desk.scenarioFile({ name: '方案', link: '#/tongjiang/v=1' }))!.parts;
    expect(readKeptFile(String(plain))).toMatchObject({ documents: [], clauses: [] });

    const { desk: other } = open();
    const opened: string[] = [];
    other.onOpen = async (one) => void opened.push(one);
    await other.importAll(new File([String(part)], '方案.wanren.json'));
    expect(opened).toEqual([link]);
    expect(other.documents.packs.map(({ id }) => id)).toEqual([idOf(renamed)]);
    const raw: [string, string][] = [['t1', shortened(code, 10)]];
    expect((await other.complete({ raw })).raw).toEqual([['t1', code]]);
  });
});

describe('a clause that is not here', () => {
  it('stays as the link has brought it', async () => {
    const { desk } = open();
    const raw: [string, string][] = [['t1', shortened(code, 10)]];
    const plans = { list: [{ name: '', locked: false, raw }], shown: 0 };
    expect(await desk.complete({ raw, plans })).toEqual({ raw, plans });
  });
});
