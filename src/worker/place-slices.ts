import type { PlaceData, Start } from '../model/types.ts';

/** How many areas cross between page and worker at once: a few milliseconds of work for the page, on a slow machine too. */
const SLICE = 250;

/** A place without what it has area by area, and how many areas there are. */
export type PlaceFrame = Omit<PlaceData, 'areas' | 'residents' | 'starts'> & {
  starts: Omit<Start, 'stocks'>[];
  count: number;
};
/** Some areas of a place, in their order; stocks by start. */
export interface PlaceSlice {
  areas: PlaceData['areas'];
  residents: PlaceData['residents'];
  stocks: Start['stocks'][];
}

export function frameOf(place: PlaceData): PlaceFrame {
  const { areas, residents: _, starts, ...rest } = place;
  const bare = starts.map((start) => {
    const { stocks: _, ...about } = start;
    return about;
  });
  return { ...rest, starts: bare, count: areas.length };
}

/** The slice that begins at area `first`. */
export function sliceOf(place: PlaceData, first: number): PlaceSlice {
  const last = first + SLICE;
  return {
    areas: place.areas.slice(first, last),
    residents: place.residents.slice(first, last),
    stocks: place.starts.map(({ stocks }) => stocks.slice(first, last)),
  };
}

/** Where the slices of a place begin. */
export function beginnings(areas: number): number[] {
  return Array.from({ length: Math.ceil(areas / SLICE) }, (_, slice) => slice * SLICE);
}

/** The place of a frame and all its slices. */
export function joinPlace(frame: PlaceFrame, slices: readonly PlaceSlice[]): PlaceData {
  const { starts, count: _, ...rest } = frame;
  return {
    ...rest,
    areas: slices.flatMap(({ areas }) => areas),
    residents: slices.flatMap(({ residents }) => residents),
    starts: starts.map((start, index) => ({ ...start, stocks: slices.flatMap(({ stocks }) => stocks[index] ?? []) })),
  };
}
