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

const known = new WeakMap<Start['stocks'], Source | null>();

/** The source of a starting point: the least certain of its areas', of which there can be 40,000. */
export function sourceOfStart({ stocks }: Start): Source | null {
  const before = known.get(stocks);
  if (before !== undefined) return before;
  const source = leastCertain(stocks.map((stock) => stock.source));
  known.set(stocks, source);
  return source;
}

/** The least certain of several sources: what a figure that rests on all of them must be called. */
export function leastCertain(sources: readonly Source[]): Source | null {
  let worst: Source | null = null;
  let doubt = -1;
  for (const source of sources) {
    // Mostly they are alike.
    if (source.provenance === worst?.provenance) continue;
    const own = DOUBT.indexOf(source.provenance);
    if (own > doubt) [worst, doubt] = [source, own];
  }
  return worst;
}
