import type { Demography } from './cohort-component.ts';
import type { CohortInput } from './cohort-input.ts';
import { demographyOf } from './demography.ts';
import { cohortInput } from './inputs.ts';
import { placeResidents } from './place-residents.ts';
import type { PlaceResidents } from './place-residents.ts';
import type { Move } from './reassign/types.ts';
import type { Reference } from './reference.ts';
import type { TargetEvidence } from './target-case.ts';
import { requiredPath } from './required-path.ts';
import type { CountingRule, ObservedPoint, PlaceData, PolicyPack, Start } from './types.ts';
import { choiceIn, numberIn } from './values.ts';
import type { Values } from './values.ts';

/** What a run is about. */
export interface Setup {
  place: PlaceData;
  pack: PolicyPack;
  reference: Reference;
}

/** First year of the past that targets and charts look back to. */
const PAST = 2010;

/** What both engines take from setup and values, whatever the levers: document, starting point, years, residents. */
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
  /** Residents of the whole place by year, from the past on. */
  pastResidents: Record<number, number>;
  targetPath: (number | null)[];
  /** What must be told about the residents. */
  problems: PlaceResidents['problems'];
}

/** Residents of the run before: they stay as they are while levers change. */
export interface PastMemory {
  past?: { key: string; value: PlaceResidents };
}

/** @param values every field of the scenario, defaults filled in */
export function frameOf(setup: Setup, values: Values, memory: PastMemory = {}): Frame {
  const { place } = setup;
  const count = choiceIn(values, 'count') as CountingRule;
  const pack = countedUnder(setup.pack, count);
  const start = startOf(place, values);
  const horizon = Math.max(start.base + 1, numberIn(values, 'horizon'));
  const years = Array.from({ length: horizon - start.base + 1 }, (_, i) => start.base + i);
  const demography = demographyOf(setup.reference);
  const first = Math.min(PAST, start.base);
  const key = JSON.stringify([first, horizon, values['pop'], values['migration'], values['denominator']]);
  if (memory.past?.key !== key) {
    memory.past = { key, value: placeResidents(setup, values, first, horizon, demography) };
  }
  const { byArea, total, problems } = memory.past.value;
  const residents = fromYear(byArea, horizon - first + 1, years.length);
  const pastResidents: Record<number, number> = {};
  total.forEach((persons, i) => (pastResidents[first + i] = persons));
  const targetPath = requiredPath(pack.targets, years);
  return { setup, pack, start, count, years, demography, residents, pastResidents, targetPath, problems };
}

/** The document's targets with the reader's counting rule in place of the document's, where she has chosen another. Those of others keep theirs. */
function countedUnder(pack: PolicyPack, count: CountingRule): PolicyPack {
  const targets = pack.targets.map((target) =>
    target.count === pack.count && target.askedBy === undefined ? { ...target, count } : target,
  );
  return count === pack.count ? pack : { ...pack, targets };
}

/** The prepared starting point of the base year and scope; the nearest one where there is none. */
function startOf(place: PlaceData, values: Values): Start {
  const base = numberIn(values, 'base');
  const scope = choiceIn(values, 'scope');
  const candidates = place.starts.some((start) => start.scope === scope)
    ? place.starts.filter((start) => start.scope === scope)
    : place.starts;
  const nearest = [...candidates].sort((a, b) => Math.abs(a.base - base) - Math.abs(b.base - base))[0];
  if (nearest === undefined) throw new RangeError(`no starting point in ${place.id}`);
  return nearest;
}

/** The last `span` years of every area of an [area × year] array. */
function fromYear(byArea: Float64Array, all: number, span: number): Float64Array {
  const later = new Float64Array((byArea.length / all) * span);
  for (let area = 0; area * all < byArea.length; area++) {
    later.set(byArea.subarray((area + 1) * all - span, (area + 1) * all), area * span);
  }
  return later;
}

/**
 * The input of the engines.
 * @param levers those that apply: the values themselves, or the defaults for the baseline
 * @param moves the plan of reassignment
 */
export function inputOf(
  frame: Frame,
  values: Values,
  levers: Values,
  defaults: Values,
  moves: readonly Move[] = [],
): CohortInput {
  const { setup, start, years, count, demography, residents, targetPath } = frame;
  const { place, reference } = setup;
  const horizon = years.at(-1)!;
  const given = { place, reference, start, horizon, count, demography, residents, targetPath, moves };
  return cohortInput(given, values, levers, defaults);
}

/** What targets are judged by beside the projection. */
export function evidenceOf(
  { setup, start, pastResidents }: Frame,
  values: Values,
): TargetEvidence & { observed: ObservedPoint[] } {
  return {
    facts: Object.fromEntries(
      setup.place.facts.map(({ key, value }) => [key, typeof values[key] === 'number' ? numberIn(values, key) : value]),
    ),
    centreShare: numberIn(values, 'centreshare'),
    observed: setup.place.observed.filter((point) => point.scope === start.scope),
    pastResidents,
  };
}
