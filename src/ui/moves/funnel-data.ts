import { countsUnder } from '../../model/count.ts';
import type { CountingRule, PlaceData, Projection, Start, Target } from '../../model/types.ts';

/** Steps from a course to work as a GP, each a part of the one before (口径). */
export const STEPS = ['trained', 'certified', 'registered', 'centre', 'practised'] as const;
export type StepName = (typeof STEPS)[number];

/** How the number of a step came about; `unknown`: nobody has counted it. */
export type Basis = 'stock' | 'reader' | 'own' | 'townships' | 'share' | 'unknown';

export interface FunnelStep {
  name: StepName;
  /** Persons; null where not known. */
  count: number | null;
  basis: Basis;
  /** Persons fewer than at the step before, where both are known. */
  lost: number | null;
}

export interface Funnel {
  steps: FunnelStep[];
  /** The step at which the document counts. */
  counted: StepName;
}

/** What the funnel is read from. */
export interface FunnelCase {
  place: PlaceData;
  projection: Projection;
  start: Start;
  rule: CountingRule;
  year: number;
  /** Share of the GPs who work in township health centres, where areas are larger than a township. */
  centreShare: number;
  /** Figures of the base year that the reader has put in, by key; null where not known. */
  known: (key: 'trained' | 'practised') => number | null;
}

/** Status counts of one area at the end of the funnel's year; assistants only where the rule counts them. */
function statuses({ projection, rule, year }: FunnelCase, area: number): { registered: number; unregistered: number } {
  const at = area * (projection.horizon - projection.base + 1) + (year - projection.base);
  const assistants = countsUnder(rule).assistant * projection.assistant[at]!;
  return {
    registered: projection.registered[at]! + projection.rehired[at]! + assistants,
    unregistered: projection.unregistered[at]!,
  };
}

/**
 * The funnel of certificates of the whole place at the end of a year. What nobody has counted stays unknown: the model starts from
 * certificates, and takes everyone who is registered to be practising.
 * @param headline the target that the answer is about: one of centres counts who works in them
 */
export function funnelOf(given: FunnelCase, headline: Target | null): Funnel {
  const { place, projection, rule, year } = given;
  const areas = Float64Array.from(place.areas, (_, area) => statuses(given, area).registered);
  const registered = areas.reduce((sum, count) => sum + count, 0);
  const certified = areas.reduce((sum, _, area) => sum + statuses(given, area).unregistered, registered);
  const fact = (key: 'trained' | 'practised'): Pick<FunnelStep, 'count' | 'basis'> => {
    const count = year === projection.base ? given.known(key) : null;
    return { count, basis: count === null ? 'unknown' : 'reader' };
  };
  const found: Record<StepName, Pick<FunnelStep, 'count' | 'basis'>> = {
    trained: fact('trained'),
    certified: { count: certified, basis: 'stock' },
    registered: { count: registered, basis: 'stock' },
    centre: inCentres(given, areas),
    practised: fact('practised'),
  };
  const steps = STEPS.map((name, index): FunnelStep => {
    const before = index === 0 ? null : found[STEPS[index - 1]!].count;
    const { count, basis } = found[name];
    return { name, count, basis, lost: before === null || count === null ? null : before - count };
  });
  const centres = headline?.kind === 'facility_minimum' || given.start.scope === 'own';
  return { steps, counted: centres ? 'centre' : rule.startsWith('certified') ? 'certified' : 'registered' };
}

/**
 * Registered GPs in institutions of primary care, by the best that is known of them.
 * @param areas registered GPs of each
 */
function inCentres(given: FunnelCase, areas: Float64Array): Pick<FunnelStep, 'count' | 'basis'> {
  const { place, projection, start, rule, year, centreShare } = given;
  const sumOf = (wanted: (area: number) => boolean): number =>
    areas.reduce((sum, registered, area) => sum + (wanted(area) ? registered : 0), 0);
  if (start.scope === 'own') return { count: sumOf(() => true), basis: 'own' };
  const own = place.starts.find(({ scope, base }) => scope === 'own' && base === start.base);
  if (own) {
    if (year !== projection.base) return { count: null, basis: 'unknown' };
    const assistants = countsUnder(rule).assistant;
    return {
      count: own.stocks.reduce((sum, stock) => sum + stock.registered + assistants * stock.assistant, 0),
      basis: 'own',
    };
  }
  // A township is served by its own centre; what hospitals hold is no centre.
  const isTownship = (area: number): boolean => place.areas[area]?.level === 'township';
  if (place.areas.some((_, area) => isTownship(area)))
    return {
      count: sumOf((area) => isTownship(area) && place.areas[area]?.institution !== 'hospital'),
      basis: 'townships',
    };
  const served = (area: number): boolean => (place.areas[area]?.centres ?? 0) > 0;
  if (!place.areas.some((_, area) => served(area))) return { count: null, basis: 'unknown' };
  return { count: centreShare * sumOf(served), basis: 'share' };
}

/** What a registration drive would add in one area before anybody is trained. */
export interface DriveRow {
  area: number;
  registered: number;
  unregistered: number;
}

/** Areas with certified GPs who are not registered, most first. */
export function driveRows(given: FunnelCase): DriveRow[] {
  return given.place.areas
    .flatMap((_, area) => {
      const counts = statuses(given, area);
      return counts.unregistered > 0 ? [{ area, ...counts }] : [];
    })
    .sort((a, b) => b.unregistered - a.unregistered || a.area - b.area);
}
