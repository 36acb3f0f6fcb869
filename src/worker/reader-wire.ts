import { proxy, transfer } from 'comlink';
import type { Accepted, GivenFile, Reader, ReadSheets, Texts } from '../io/own/reader.ts';
import type { Helper, Rest } from '../io/own/halves.ts';
import type { FileKind } from '../io/own/synonyms.ts';
import type { PlaceData } from '../model/types.ts';
import { beginnings, frameOf, joinPlace, sliceOf, type PlaceFrame, type PlaceSlice } from './place-slices.ts';

/** Tables as CSV; as blobs they cross, and are kept, without the page ever touching them. */
export type Tables = Partial<Record<FileKind, Blob>>;
type Packed = Omit<Accepted, 'texts'> & { tables: Tables };
type Rebuilt = { place: PlaceData; print: string };

/** What readers do for each other. */
type Shared = 'readRest' | 'unpack' | 'take';

/** The reader as the page knows it. */
export interface OwnReader extends Omit<Reader, 'read' | 'accept' | 'rebuild' | 'workbook' | Shared> {
  read(file: GivenFile, told?: (share: number) => void): Promise<ReadSheets | null>;
  accept(merged: Parameters<Reader['accept']>[0]): Promise<Packed | null>;
  rebuild(
    tables: Tables,
    merged: Parameters<Reader['rebuild']>[1],
    sources?: Parameters<Reader['rebuild']>[2],
  ): Promise<Rebuilt | null>;
  workbook(table: Blob): Promise<Blob>;
}

type WholeReader = OwnReader & Pick<Reader, 'read' | Shared>;

export function withBlobs(reader: Reader): WholeReader {
  return {
    ...reader,
    async accept(merged) {
      const made = await reader.accept(merged);
      if (made === null) return null;
      const { texts, ...rest } = made;
      const tables = Object.entries(texts).map(([kind, text]) => [kind, new Blob([text])]);
      return { ...rest, tables: Object.fromEntries(tables) as Tables };
    },
    async rebuild(tables, merged, sources) {
      const texts = Object.entries(tables).map(async ([kind, table]) => [kind, await textOf(table)]);
      return reader.rebuild(Object.fromEntries(await Promise.all(texts)) as Texts, merged, sources);
    },
    workbook: async (table) => new Blob([await reader.workbook(await textOf(table))]),
  };
}

/** Blob.text() would take off the byte order mark, and the fingerprint is of all that was kept. */
export async function textOf(table: Blob): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await table.arrayBuffer());
}

type Framed<T> = Omit<T, 'place'> & { place: PlaceFrame };

/** The reader as its worker offers it: a place comes as its frame, and then slice by slice. */
export interface ReaderWire extends Omit<OwnReader, 'read' | 'accept' | 'rebuild'>, Pick<Reader, 'read' | 'readRest'> {
  accept(...given: Parameters<OwnReader['accept']>): Promise<Framed<Packed> | null>;
  rebuild(...given: Parameters<OwnReader['rebuild']>): Promise<Framed<Rebuilt> | null>;
  /** A slice of the place that came last. */
  slice(first: number): Promise<PlaceSlice>;
  /** Reads a workbook for the reader at the other end of the port. */
  unpack(file: GivenFile, to: MessagePort): Promise<void>;
  /** Takes what the reader at the other end has read. */
  take(from: MessagePort): Promise<ReadSheets>;
}

/** A second reader, for one work at a time. It is started for the first, and is there for the next. */
export interface SecondReader {
  /** Starts it before there is work. */
  ready(): void;
  /** @param died the answer where it dies @returns null: it was stopped */
  ask<T>(call: (reader: ReaderWire) => Promise<T>, died: T): Promise<T | null>;
  /** Ends it where it is at work: nothing else reaches it then. */
  stop(): void;
  /** Ends it in any case. */
  end(): void;
}

/** The worker's side. */
export function sliced(reader: WholeReader): ReaderWire {
  let last: PlaceData | null = null;
  const frame = <T extends { place: PlaceData }>(made: T | null): Framed<T> | null => {
    last = made?.place ?? last;
    return made && { ...made, place: frameOf(made.place) };
  };
  return {
    ...reader,
    accept: async (...given) => frame(await reader.accept(...given)),
    rebuild: async (...given) => frame(await reader.rebuild(...given)),
    slice: async (first) => {
      if (last === null) throw new Error('no place has been made');
      return sliceOf(last, first);
    },
    readRest: async (...given) => moved(await reader.readRest(...given)),
    unpack: async (file, to) => to.postMessage(await reader.unpack(file)),
    take: (from) =>
      new Promise((resolve) => {
        from.onmessage = ({ data }) => {
          from.close();
          resolve(reader.take(data));
        };
      }),
  };
}

/** The page's side: between two slices the page is free. */
export function joined(wire: ReaderWire, second: SecondReader): OwnReader {
  const join = async <T extends { place: PlaceFrame }>(made: T | null) => {
    if (made === null) return null;
    const slices: PlaceSlice[] = [];
    for (const first of beginnings(made.place.count)) slices.push(await wire.slice(first));
    return { ...made, place: joinPlace(made.place, slices) };
  };
  const unpack = (file: GivenFile): Promise<ReadSheets | null> => {
    const { port1, port2 } = new MessageChannel();
    // It dies of a workbook that does not fit into the memory.
    const died = { sheets: [], problems: [{ code: 'file.workbook', values: { file: file.name } }] };
    const read = second.ask(async (reader) => {
      await reader.unpack(file, transfer(port1, [port1]));
      return wire.take(transfer(port2, [port2]));
    }, died);
    // A workbook leaves much behind in the memory.
    return read.finally(() => second.end());
  };
  const helperFor = (): Helper => ({
    async readRest(file, middle) {
      const read = (reader: ReaderWire): Promise<Rest | 'other'> => reader.readRest(file, middle);
      // Where it fails the first reader reads the file whole, and tells what is wrong with it.
      return moved(await second.ask(read, 'other').catch(() => 'other' as const));
    },
    stop: () => second.stop(),
  });
  return {
    async ready() {
      second.ready();
      await wire.ready();
    },
    read: async (file, told) =>
      (await isPacked(file)) ? unpack(file) : wire.read(file, told && proxy(told), proxy(helperFor())),
    forget: (...given) => wire.forget(...given),
    check: (...given) => wire.check(...given),
    choices: (...given) => wire.choices(...given),
    stop: () => {
      second.stop();
      return wire.stop();
    },
    workbook: (...given) => wire.workbook(...given),
    template: (...given) => wire.template(...given),
    accept: async (...given) => join(await wire.accept(...given)),
    rebuild: async (...given) => join(await wire.rebuild(...given)),
  };
}

/** Its table crosses without a copy. */
function moved<T extends Rest | 'other' | null>(rest: T): T {
  if (rest === null || rest === 'other') return rest;
  const { columns, widths } = rest.table;
  const arrays = columns.flatMap(({ ids, texts: { bytes, starts, numbers } }) => [ids, bytes, starts, numbers]);
  return transfer(
    rest,
    [widths, ...arrays].map(({ buffer }) => buffer as ArrayBuffer),
  );
}

/** A workbook is a ZIP. */
async function isPacked(file: GivenFile): Promise<boolean> {
  if (!('slice' in file)) return file.bytes[0] === 0x50 && file.bytes[1] === 0x4b;
  // What cannot be read is told by the reader.
  const start = await file
    .slice(0, 2)
    .arrayBuffer()
    .catch(() => new ArrayBuffer(0));
  return new TextDecoder().decode(start) === 'PK';
}
