import type { Demography } from './cohort-component.ts';
import { cohortIndex, projectResidents, scaleToWhole } from './population.ts';
import type { Reference } from './reference.ts';
import type { Migration, PlaceData, PopulationMode, Problem } from './types.ts';
import { choiceIn } from './values.ts';
import type { Values } from './values.ts';

/** Residents of a place, the denominator of its densities. */
export interface PlaceResidents {
  /** Persons [area × year], row-major. */
  byArea: Float64Array;
  /** Persons by year. */
  total: Float64Array;
  /** What the population mode asked for and the data could not give. */
  problems: Problem[];
}

/**
 * Residents of every area from `first` to `horizon` under the population mode, scaled to the whole where that is published; on the document's own denominator they are
 * scaled so that the place has just the residents that the document implies, in every year.
 */
export function placeResidents(
  setup: { place: PlaceData; reference: Reference },
  values: Values,
  first: number,
  horizon: number,
  demography: Demography,
): PlaceResidents {
  const { place, reference } = setup;
  const mode = choiceIn(values, 'pop') as PopulationMode;
  const migration = choiceIn(values, 'migration') as Migration;
  const span = horizon - first + 1;
  const byArea = new Float64Array(place.areas.length * span);
  const nation = { observed: [], projected: [], trendFactor: 1, ages: [reference.nationalAges] };
  const national = mode === 'cohort' ? cohortIndex(nation, horizon, 'none', demography) : null;
  let withoutAges = 0;
  let withoutProjection = 0;
  place.residents.forEach((residents, area) => {
    const own = mode === 'cohort' ? cohortIndex(residents, horizon, migration, demography) : null;
    const lived = place.areas[area]!.institution === undefined;
    if (mode === 'cohort' && own === null && lived) withoutAges++;
    if (mode === 'projected' && residents.projected.length === 0 && lived) withoutProjection++;
    byArea.set(projectResidents(residents, mode, first, horizon, own ?? national), area * span);
  });
  if (place.whole !== null) {
    const own = mode === 'cohort' ? cohortIndex(place.whole, horizon, migration, demography) : null;
    scaleToWhole(byArea, projectResidents(place.whole, mode, first, horizon, own ?? national));
  }
  const problems: Problem[] = [];
  if (withoutAges > 0) problems.push({ code: 'pop.no-ages', values: { areas: withoutAges } });
  if (withoutProjection > 0) problems.push({ code: 'pop.no-projection', values: { areas: withoutProjection } });
  if (choiceIn(values, 'denominator') === 'document' && place.documentResidents !== null) {
    scaleToWhole(byArea, new Float64Array(span).fill(place.documentResidents.persons));
  }
  return { byArea, total: totals(byArea, span), problems };
}

function totals(byArea: Float64Array, span: number): Float64Array {
  const total = new Float64Array(span);
  for (let i = 0; i < byArea.length; i++) total[i % span]! += byArea[i]!;
  return total;
}
