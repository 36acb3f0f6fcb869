import { expose } from 'comlink';
import { describe, expect, it } from 'vitest';
import { readText } from '../../src/io/built-in-node.ts';
import { createReader } from '../../src/io/own/reader.ts';
import { xlsx } from '../../src/io/own/xlsx.ts';
import { loadReference } from '../../src/io/reference.ts';
import { createReaderClient } from '../../src/worker/reader-client.ts';
import { sliced, withBlobs, type ReaderWire } from '../../src/worker/reader-wire.ts';
import type { ModelWorker } from '../../src/worker/start.ts';

const reference = await loadReference(readText);
const census = [
  ['区划代码', '乡镇', '2020年'],
  ['510422100', '桐子林镇', '27522'],
];

/** Workers over message channels, in the order in which they were started. */
function workers(change: (wire: ReaderWire, index: number) => ReaderWire = (wire) => wire) {
  const started: { ended: boolean; die: () => void }[] = [];
  const start = (): ModelWorker => {
    const { port1, port2 } = new MessageChannel();
    const events = new EventTarget();
    const state = { ended: false, die: () => void events.dispatchEvent(new Event('error')) };
    expose(change(sliced(withBlobs(createReader(async () => reference))), started.length), port1);
    port2.start();
    started.push(state);
    const of = (type: string): EventTarget => (type === 'message' ? port2 : events);
    return {
      postMessage: (message: unknown, list: Transferable[] = []) => port2.postMessage(message, list),
      addEventListener: (type: string, listener: EventListener) => of(type).addEventListener(type, listener),
      removeEventListener: (type: string, listener: EventListener) => of(type).removeEventListener(type, listener),
      terminate: () => {
        state.ended = true;
        port1.close();
        port2.close();
      },
    } as ModelWorker;
  };
  return { started, start };
}
const workbook = async () => ({ name: '人口.xlsx', bytes: await xlsx(census) });
const text = { name: '人员.csv', bytes: new TextEncoder().encode('乡镇,年份,类别,人数\n桐子林镇,2020,已注册,7\n') };
/** A library that never comes back. */
const stuck = (wire: ReaderWire, index: number): ReaderWire =>
  index === 0 ? wire : { ...wire, unpack: () => new Promise(() => undefined) };

describe('the reader of files', () => {
  it('reads workbooks in a worker of their own, which ends with them, and the tables come to the first one', async () => {
    const { started, start } = workers();
    const client = createReaderClient(start);
    const read = await client.ask(async (reader) => [await reader.read(await workbook()), await reader.read(text)]);
    expect(read.map((one) => one?.sheets.map(({ file, guess }) => [file, guess]))).toEqual([
      [['人口.xlsx [Sheet1]', 'census']],
      [['人员.csv', 'staffing']],
    ]);
    expect(started.map(({ ended }) => ended)).toEqual([false, true]);
    const checked = await client.ask((reader) =>
      reader.check({ sheets: { census: 1, staffing: 2 }, columns: {}, merged: {} }),
    );
    expect(checked?.summary?.residents).toBe(27_522);
    client.stop();
  });

  it('stops in the middle of a workbook and keeps what was read before', async () => {
    const { started, start } = workers(stuck);
    const client = createReaderClient(start);
    await client.ask((reader) => reader.read(text));
    const reading = client.ask(async (reader) => reader.read(await workbook()));
    while (started.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    await client.ask((reader) => reader.stop());
    expect(await reading).toBe(null);
    expect(started.map(({ ended }) => ended)).toEqual([false, true]);
    const checked = await client.ask((reader) => reader.check({ sheets: { staffing: 1 }, columns: {}, merged: {} }));
    expect(checked?.found.staffing?.figures).toBe(1);
    client.stop();
  });

  it('tells of a workbook of which its worker has died, and lives on', async () => {
    const { started, start } = workers(stuck);
    const client = createReaderClient(start);
    const reading = client.ask(async (reader) => reader.read(await workbook()));
    while (started.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    started[1]?.die();
    expect((await reading)?.problems).toEqual([{ code: 'file.workbook', values: { file: '人口.xlsx' } }]);
    expect(started[0]?.ended).toBe(false);
    client.stop();
  });
});

describe('a large file', () => {
  const lines = Array.from({ length: 90_000 }, (_, at) => `${510_422_100 + at},乡${at}镇,2020,${3000 + (at % 700)}`);
  const large = new File([`区划代码,乡镇,年份,人口\n${lines.join('\n')}\n`], '人口.csv');
  // Node takes a file's name off on its way to another thread.
  const all = { sheets: [{ id: 1, rows: 90_002, guess: 'census', fit: 4 }], problems: [] };
  /** A second reader that never comes back. */
  const lost = (wire: ReaderWire, index: number): ReaderWire =>
    index === 0 ? wire : { ...wire, readRest: () => new Promise(() => undefined) };
  const until = async (holds: () => boolean): Promise<void> => {
    while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
  };

  it('is read by two workers, the next one too; a small one by the first alone', async () => {
    const { started, start } = workers();
    const client = createReaderClient(start);
    const shares: number[] = [];
    const read = await client.ask((reader) => reader.read(large, (share) => void shares.push(share)));
    expect(read).toMatchObject(all);
    expect(shares.length).toBeGreaterThan(0);
    expect(await client.ask((reader) => reader.read(large))).toMatchObject({ sheets: [{ id: 2, rows: 90_002 }] });
    await client.ask((reader) => reader.read(new File([text.bytes], text.name)));
    expect(started.map(({ ended }) => ended)).toEqual([false, false]);
    client.stop();
    expect(started.map(({ ended }) => ended)).toEqual([true, true]);
  });

  it('finds both there where they were told to be ready, and no more where nobody waits for them', async () => {
    const { started, start } = workers();
    const client = createReaderClient(start);
    await client.ask((reader) => reader.ready());
    expect(started).toHaveLength(2);
    const reading = client.ask((reader) => reader.read(large));
    client.rest();
    expect(await reading).toMatchObject(all);
    expect(started.map(({ ended }) => ended)).toEqual([false, false]);
    client.rest();
    expect(started.map(({ ended }) => ended)).toEqual([true, true]);
  });

  it('is stopped in both, and leaves what was read before', async () => {
    const { started, start } = workers(lost);
    const client = createReaderClient(start);
    await client.ask((reader) => reader.read(text));
    const reading = client.ask((reader) => reader.read(large));
    await until(() => started.length === 2);
    await client.ask((reader) => reader.stop());
    expect(await reading).toBe(null);
    expect(started.map(({ ended }) => ended)).toEqual([false, true]);
    const checked = await client.ask((reader) => reader.check({ sheets: { staffing: 1 }, columns: {}, merged: {} }));
    expect(checked?.found.staffing?.figures).toBe(1);
    client.stop();
  });

  it.each([
    ['dies', lost, (second: { die: () => void }) => second.die()],
    [
      'fails',
      (wire: ReaderWire) => ({ ...wire, readRest: () => Promise.reject(new Error('memory')) }),
      () => undefined,
    ],
  ] as const)('is read whole by the first when the second %s', async (_, change, fail) => {
    const { started, start } = workers(change);
    const client = createReaderClient(start);
    const reading = client.ask((reader) => reader.read(large));
    await until(() => started.length === 2);
    fail(started[1]!);
    expect(await reading).toMatchObject(all);
    await until(() => started[1]!.ended);
    expect(started[0]!.ended).toBe(false);
    client.stop();
  });

  it('is read whole by the first where the machine starts no second one', async () => {
    const { started, start } = workers();
    const client = createReaderClient(() => {
      if (started.length > 0) throw new Error('no more workers');
      return start();
    });
    expect(await client.ask((reader) => reader.read(large))).toMatchObject(all);
    client.stop();
  });

  it('ends in both with the first', async () => {
    const { started, start } = workers(lost);
    const client = createReaderClient(start);
    const reading = client.ask((reader) => reader.read(large));
    await until(() => started.length === 2);
    started[0]!.die();
    await expect(reading).rejects.toThrow();
    await until(() => started.every(({ ended }) => ended));
  });
});
