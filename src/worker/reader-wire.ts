import { proxy } from 'comlink';
import type { Accepted, Reader, Texts } from '../io/own/reader.ts';
import type { FileKind } from '../io/own/synonyms.ts';
import type { PlaceData } from '../model/types.ts';
import { beginnings, frameOf, joinPlace, sliceOf, type PlaceFrame, type PlaceSlice } from './place-slices.ts';

/** Tables as CSV; as blobs they cross, and are kept, without the page ever touching them. */
export type Tables = Partial<Record<FileKind, Blob>>;
type Packed = Omit<Accepted, 'texts'> & { tables: Tables };
type Rebuilt = { place: PlaceData; print: string };

/** The reader as the page knows it. */
export interface OwnReader extends Omit<Reader, 'accept' | 'rebuild'> {
  accept(merged: Parameters<Reader['accept']>[0]): Promise<Packed | null>;
  rebuild(tables: Tables, merged: Parameters<Reader['rebuild']>[1]): Promise<Rebuilt | null>;
}

export function withBlobs(reader: Reader): OwnReader {
  return {
    ...reader,
    async accept(merged) {
      const made = await reader.accept(merged);
      if (made === null) return null;
      const { texts, ...rest } = made;
      const tables = Object.entries(texts).map(([kind, text]) => [kind, new Blob([text])]);
      return { ...rest, tables: Object.fromEntries(tables) as Tables };
    },
    async rebuild(tables, merged) {
      const texts = Object.entries(tables).map(async ([kind, table]) => [kind, await textOf(table)]);
      return reader.rebuild(Object.fromEntries(await Promise.all(texts)) as Texts, merged);
    },
  };
}

/** Blob.text() would take off the byte order mark, and the fingerprint is of all that was kept. */
export async function textOf(table: Blob): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await table.arrayBuffer());
}

type Framed<T> = Omit<T, 'place'> & { place: PlaceFrame };

/** The reader as its worker offers it: a place comes as its frame, and then slice by slice. */
export interface ReaderWire extends Omit<OwnReader, 'accept' | 'rebuild'> {
  accept(...given: Parameters<OwnReader['accept']>): Promise<Framed<Packed> | null>;
  rebuild(...given: Parameters<OwnReader['rebuild']>): Promise<Framed<Rebuilt> | null>;
  /** A slice of the place that came last. */
  slice(first: number): Promise<PlaceSlice>;
}

/** The worker's side. */
export function sliced(reader: OwnReader): ReaderWire {
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
  };
}

/** The page's side: between two slices the page is free. */
export function joined(wire: ReaderWire): OwnReader {
  const join = async <T extends { place: PlaceFrame }>(made: T | null) => {
    if (made === null) return null;
    const slices: PlaceSlice[] = [];
    for (const first of beginnings(made.place.count)) slices.push(await wire.slice(first));
    return { ...made, place: joinPlace(made.place, slices) };
  };
  return {
    read: (file, told) => wire.read(file, told && proxy(told)),
    forget: (...given) => wire.forget(...given),
    check: (...given) => wire.check(...given),
    stop: () => wire.stop(),
    template: (...given) => wire.template(...given),
    accept: async (...given) => join(await wire.accept(...given)),
    rebuild: async (...given) => join(await wire.rebuild(...given)),
  };
}
