import type { Demography } from '../cohort-component.ts';
import type { CohortInput } from '../cohort-input.ts';
import { demographyOf } from '../demography.ts';
import { cohortInput } from '../inputs.ts';
import { placeResidents } from '../place-residents.ts';
import { startOf } from '../simulate.ts';
import type { Setup } from '../simulate.ts';
import type { TargetEvidence } from '../target-case.ts';
import { requiredPath } from '../targets.ts';
import type { CountingRule, PolicyPack, Start } from '../types.ts';
import { choiceIn, numberIn } from '../values.ts';
import type { Values } from '../values.ts';

/** First year of the past that targets look back to, as in `simulate`. */
const PAST = 2010;

/** What no draw changes: place, document, years, residents. */
export interface Frame {
  setup: Setup;
  /** The document's targets under the reader's counting rule. */
  pack: PolicyPack;
  start: Start;
  count: CountingRule;
  years: number[];
  demography: Demography;
  /** Residents [area × year from base to horizon]. */
  residents: Float64Array;
  pastResidents: Record<number, number>;
  targetPath: (number | null)[];
}

/** @param values every field of the scenario, defaults filled in */
export function frameOf(setup: Setup, values: Values): Frame {
  const { place } = setup;
  const count = choiceIn(values, 'count') as CountingRule;
  const pack =
    count === setup.pack.count
      ? setup.pack
      : {
          ...setup.pack,
          targets: setup.pack.targets.map((target) =>
            target.count === setup.pack.count ? { ...target, count } : target,
          ),
        };
  const start = startOf(place, values);
  const horizon = Math.max(start.base + 1, numberIn(values, 'horizon'));
  const years = Array.from({ length: horizon - start.base + 1 }, (_, i) => start.base + i);
  const demography = demographyOf(setup.reference);
  const first = Math.min(PAST, start.base);
  const past = placeResidents(setup, values, first, horizon, demography);
  const all = horizon - first + 1;
  const residents = new Float64Array(place.areas.length * years.length);
  for (let area = 0; area < place.areas.length; area++) {
    residents.set(past.byArea.subarray((area + 1) * all - years.length, (area + 1) * all), area * years.length);
  }
  const pastResidents: Record<number, number> = {};
  past.total.forEach((persons, i) => (pastResidents[first + i] = persons));
  const targetPath = requiredPath(pack, years);
  return { setup, pack, start, count, years, demography, residents, pastResidents, targetPath };
}

/** The plan's input of the engines. */
export function inputOf(frame: Frame, values: Values, defaults: Values): CohortInput {
  const horizon = frame.years.at(-1)!;
  return cohortInput({ ...frame.setup, ...frame, horizon }, values, values, defaults);
}

/** What targets are judged by beside the projection. */
export function evidenceOf({ setup, start, pastResidents }: Frame, values: Values): TargetEvidence {
  return {
    facts: Object.fromEntries(
      setup.place.facts.map(({ key, value }) => [key, typeof values[key] === 'number' ? numberIn(values, key) : value]),
    ),
    centreShare: numberIn(values, 'centreshare'),
    observed: setup.place.observed.filter((point) => point.scope === start.scope),
    pastResidents,
  };
}
