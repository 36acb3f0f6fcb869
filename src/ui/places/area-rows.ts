import type { StepScale } from '../../chart/step-scale.ts';
import type { PlaceData, Projection, Result, Source, Start, Text } from '../../model/types.ts';
import { lacking } from '../../text/format.ts';
import { isDensity } from '../gap-data.ts';
import { leastCertain } from '../place-start.ts';
import { sumByYear } from '../projection-series.ts';

/** One row of the areas table: an area, a group of areas, or the whole. */
export interface AreaRow {
  key: string;
  name: Text;
  residents: number;
  gpsAtBase: number;
  gps: number;
  /** On the table's scale: per 10,000, or per centre; NaN where there is no centre. */
  value: number;
  baseline: number;
  /** Persons short, rounded up; null where the document demands nothing of this kind. */
  gap: number | null;
  /** By year from the base year, on the table's scale. */
  path: number[];
  baselinePath: number[];
  /** First year from the target year on that reaches the target; null: not before the horizon. */
  metYear: number | null;
  source: Source | null;
}

/** What all rows of the table share: one red line, one scale. */
export interface AreaFrame {
  years: number[];
  target: number | null;
  sparkTargets: { year: number; value: number }[];
  hasPlan: boolean;
  scale: StepScale;
  /** Widths in pixels. */
  scaleWidth: number;
  sparkWidth: number;
  sparkMax: number;
}

/** A group with its areas, or an area that belongs to none. */
export interface AreaBranch {
  row: AreaRow;
  children: AreaRow[];
}

export interface AreaTable {
  /** Year of the figures. */
  year: number;
  scale: 'density' | 'centre';
  target: number | null;
  whole: AreaRow;
  /** Empty where the place is one area. */
  branches: AreaBranch[];
  /** Sum of the areas' gaps, each rounded up, and number of areas whose surplus the gap of the whole counts. */
  gapSum: number;
  surplus: number;
}

/** A gap below this is rounding of the arithmetic. */
const TOLERANCE = 1e-6;
/** A year to plan for, whatever the document asks. */
const PLANNING_YEAR = 2030;

/** Years that the table can show, ascending: the answer's, those of the density targets, and one to plan for. */
export function tableYears(result: Result): number[] {
  const { base, horizon } = result.plan;
  const asked = result.targets.filter(({ target }) => isDensity(target)).map(({ target }) => target.year);
  const years = [result.answer?.year ?? base, ...asked, PLANNING_YEAR, horizon];
  return [...new Set(years)].filter((year) => year >= base && year <= horizon).sort((a, b) => a - b);
}

/** The year of the answer, or the one to plan for where that cannot be shown. */
export function usualYear(result: Result): number {
  const years = tableYears(result);
  const answered = result.answer?.year ?? PLANNING_YEAR;
  return years.includes(answered) ? answered : (years.find((year) => year >= PLANNING_YEAR) ?? result.plan.horizon);
}

/** What a row is measured by: heads held against a number of units, each of which should have `target` of them. */
interface Measure {
  held: (projection: Projection, areas: readonly number[]) => number[];
  units: (projection: Projection, areas: readonly number[]) => number[];
  /** Areas cannot help each other. */
  separate: boolean;
}

/** Per 10,000 residents. */
const perTenThousand: Measure = {
  held: (projection, areas) => sumByYear(projection, projection.gps, areas),
  units: (projection, areas) => sumByYear(projection, projection.residents, areas).map((persons) => persons / 10_000),
  separate: false,
};

/** Per township health centre, by the rule of the model's targets: a township's GPs all count, of a larger area's a share. */
function perCentre(place: PlaceData, result: Result, centreShare: number): Measure {
  const target = result.answer?.target.target;
  const served = (areas: readonly number[]): number[] => areas.filter((area) => (place.areas[area]?.centres ?? 0) > 0);
  const share = (area: number): number => (place.areas[area]?.level === 'township' ? 1 : centreShare);
  return {
    held: (projection, areas) => {
      const ends = served(areas)
        .map((area) => sumByYear(projection, projection.gps, [area]).map((gps) => gps * share(area)))
        .reduce<number[]>((sum, one) => one.map((gps, year) => gps + (sum[year] ?? 0)), []);
      // A target of a month stands on the straight line between the ends of the years around it.
      const at = (target?.year ?? 0) - projection.base;
      return ends.map((end, year) =>
        year === at && year > 0 && target?.month !== undefined
          ? ends[year - 1]! + ((end - ends[year - 1]!) * target.month) / 12
          : end,
      );
    },
    units: (projection, areas) => {
      const centres = areas.reduce((sum, area) => sum + (place.areas[area]?.centres ?? 0), 0);
      return Array.from({ length: projection.horizon - projection.base + 1 }, () => centres);
    },
    separate: target?.each === 'every',
  };
}

/**
 * The areas of a place set against the headline target.
 * @param centreShare share of GPs who work in township health centres; used where the target counts centres
 * @param year one of `tableYears`
 */
export function areaTable(
  result: Result,
  place: PlaceData,
  start: Start,
  centreShare: number,
  year: number,
): AreaTable {
  const headline = result.answer?.target.target ?? null;
  const { base } = result.plan;
  const centres = headline?.kind === 'facility_minimum';
  const ofYear = result.targets.find(({ target }) => isDensity(target) && target.year === year)?.target;
  const asked = centres || !headline || !isDensity(headline) ? headline : (ofYear ?? headline);
  const target = asked && (centres || isDensity(asked)) ? asked.value : null;
  const measure = centres ? perCentre(place, result, centreShare) : perTenThousand;
  const at = year - base;

  /** Persons short by year; areas that cannot help each other are short one by one. */
  const lack = (areas: readonly number[]): number[] => {
    const apart = measure.separate ? areas.map((area) => [area]) : [areas];
    return apart
      .map((part) => {
        const held = measure.held(result.plan, part);
        return measure.units(result.plan, part).map((unit, index) => (target ?? 0) * unit - (held[index] ?? 0));
      })
      .reduce<number[]>((sum, one) => one.map((short, index) => (sum[index] ?? 0) + Math.max(0, short)), []);
  };
  const path = (projection: Projection, areas: readonly number[]): number[] => {
    const units = measure.units(projection, areas);
    const held = measure.held(projection, areas);
    return units.map((unit, index) => (unit > 0 ? (held[index] ?? 0) / unit : NaN));
  };

  const row = (key: string, name: Text, areas: readonly number[]): AreaRow => {
    const gps = sumByYear(result.plan, result.plan.gps, areas);
    const plan = path(result.plan, areas);
    const baseline = result.baseline === result.plan ? plan : path(result.baseline, areas);
    const from = Math.max(0, (asked?.year ?? base) - base);
    const short = lack(areas);
    const met = target === null ? -1 : short.findIndex((persons, index) => index >= from && persons <= TOLERANCE);
    return {
      key,
      name,
      residents: sumByYear(result.plan, result.plan.residents, areas)[at]!,
      gpsAtBase: gps[0]!,
      gps: gps[at]!,
      value: plan[at]!,
      baseline: baseline[at]!,
      gap: target === null ? null : lacking(short[at]!),
      path: plan,
      baselinePath: baseline,
      metYear: met < 0 ? null : base + met,
      source: leastCertain(areas.flatMap((area) => start.stocks[area]?.source ?? [])),
    };
  };

  const areas = place.areas.map((area, index) => row(area.code, area.name, [index]));
  const grouped = new Set(place.groups.flatMap(({ members }) => members));
  const branches: AreaBranch[] = [
    ...place.groups.map((group) => ({
      row: row(group.code, group.name, group.members),
      children: group.members.flatMap((member) => areas[member] ?? []),
    })),
    ...areas.filter((_, index) => !grouped.has(index)).map((area) => ({ row: area, children: [] })),
  ];
  return {
    year,
    scale: centres ? 'centre' : 'density',
    target,
    whole: row(
      place.id,
      place.name,
      place.areas.map((_, area) => area),
    ),
    branches: areas.length > 1 ? branches : [],
    gapSum: areas.reduce((sum, area) => sum + (area.gap ?? 0), 0),
    surplus: measure.separate ? 0 : areas.filter(({ value }) => target !== null && value > target + TOLERANCE).length,
  };
}
