import { proxy } from 'comlink';
import type { Accepted, Reader } from '../io/own/reader.ts';
import type { PlaceData } from '../model/types.ts';
import { beginnings, frameOf, joinPlace, sliceOf, type PlaceFrame, type PlaceSlice } from './place-slices.ts';

type Framed<T> = Omit<T, 'place'> & { place: PlaceFrame };

/** The reader as its worker offers it: a place comes as its frame, and then slice by slice. */
export interface ReaderWire extends Omit<Reader, 'accept' | 'rebuild'> {
  accept(...given: Parameters<Reader['accept']>): Promise<Framed<Accepted> | null>;
  rebuild(...given: Parameters<Reader['rebuild']>): Promise<Framed<{ place: PlaceData; print: string }> | null>;
  /** A slice of the place that came last. */
  slice(first: number): Promise<PlaceSlice>;
}

/** The worker's side. */
export function sliced(reader: Reader): ReaderWire {
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
export function joined(wire: ReaderWire): Reader {
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
