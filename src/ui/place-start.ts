import type { PlaceData, Provenance, Source, Start } from '../model/types.ts';
import type { Value } from '../scenario/types.ts';

const DOUBT: readonly Provenance[] = ['official', 'derived', 'judgement', 'illustrative'];

/** The starting point that the scenario's base year and scope name; the place's default where none fits. */
export function currentStart(place: PlaceData, base: Value, scope: Value): Start {
  const fits = place.starts.filter((start) => start.base === base);
  const start = fits.find((candidate) => candidate.scope === scope) ?? fits[0] ?? place.starts.at(-1);
  if (!start) throw new RangeError(`place ${place.id} has no starting point`);
  return start;
}

/** The least certain of several sources: what a figure that rests on all of them must be called. */
export function leastCertain(sources: readonly Source[]): Source | null {
  return sources.reduce<Source | null>(
    (worst, source) =>
      worst === null || DOUBT.indexOf(source.provenance) > DOUBT.indexOf(worst.provenance) ? source : worst,
    null,
  );
}
