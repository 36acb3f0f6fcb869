import type { StepScale } from '../../chart/step-scale.ts';
import type { PlaceData, Projection, Result, Source, Start, Target, Text } from '../../model/types.ts';
import { atOnce } from '../../model/turns.ts';
import { lacking } from '../../text/format.ts';
import { flagTargets, isDensity } from '../gap-data.ts';
import { leastCertain, sourceOfStart } from '../place-start.ts';
import { measureAreas, ratio, ROWS, summed, sumsOf, type CentreRule, type Measured } from './area-measure.ts';

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

/** A group with its areas, or an area that belongs to none; rows by their number. */
export interface AreaBranch {
  row: number;
  children: readonly number[];
}

/** Figures of all rows, by the number of the row: first the areas, then the groups, then the whole. */
export interface AreaColumns {
  residents: Float64Array;
  gps: Float64Array;
  value: Float64Array;
  baseline: Float64Array;
  /** NaN where the document demands nothing of this kind. */
  gap: Float64Array;
  /** Change from the base year to the horizon, and the highest value of any year. */
  rise: Float64Array;
  most: Float64Array;
  /** First year that reaches the target; Infinity: not before the horizon. */
  met: Float64Array;
}

export interface AreaTable {
  /** Year of the figures. */
  year: number;
  scale: 'density' | 'centre';
  target: number | null;
  columns: AreaColumns;
  whole: AreaRow;
  /** Empty where the place is one area. */
  branches: AreaBranch[];
  /** Sum of the areas' gaps, each rounded up, and number of areas whose surplus the gap of the whole counts. */
  gapSum: number;
  surplus: number;
  name(row: number): Text;
  source(row: number): Source | null;
  /** Everything about one row; made when it is shown. */
  row(row: number): AreaRow;
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

/** The year that the reader has chosen, where it can be shown. */
export const yearOf = (result: Result, wanted: number | null): number =>
  wanted !== null && tableYears(result).includes(wanted) ? wanted : usualYear(result);

/** What the rows of a place are, whatever the result: the areas of each group, the whole last, and how they stand in each other. */
interface Outline {
  members: (readonly number[])[];
  branches: AreaBranch[];
}
const outlines = new WeakMap<PlaceData, Outline>();

function outlineOf(place: PlaceData): Outline {
  const before = outlines.get(place);
  if (before) return before;
  const areas = place.areas.length;
  const grouped = new Set(place.groups.flatMap((group) => group.members));
  const outline = {
    members: [...place.groups.map((group) => group.members), place.areas.map((_, area) => area)],
    branches: [
      ...place.groups.map((group, index) => ({ row: areas + index, children: group.members })),
      ...place.areas.flatMap((_, area) => (grouped.has(area) ? [] : [{ row: area, children: [] }])),
    ],
  };
  outlines.set(place, outline);
  return outline;
}

type MeasuredRows = readonly [areas: Measured, sums: Measured];
/** Rows of projections that were measured before: the baseline stays while levers move, and its sums with it. */
const known = new WeakMap<Projection, { place: PlaceData; rule: CentreRule | null; rows: MeasuredRows }>();

/** Areas, and sums of areas: the same arrays twice, so that those of 40,000 areas need not be copied. */
function* measure(
  projection: Projection,
  place: PlaceData,
  rule: CentreRule | null,
  members: readonly (readonly number[])[],
): Generator<void, MeasuredRows> {
  const before = known.get(projection);
  const same = before?.rule?.target === rule?.target && before?.rule?.share === rule?.share;
  if (before?.place === place && same) return before.rows;
  const ofAreas = yield* measureAreas(projection, place, rule);
  const years = projection.horizon - projection.base + 1;
  const rows = [ofAreas, yield* sumsOf(ofAreas, years, members)] as const;
  known.set(projection, { place, rule, rows });
  return rows;
}

/** Sources of rows that were asked for before: they stay while levers move. */
const sourcesOfStocks = new WeakMap<Start['stocks'], Map<number, Source | null>>();
function sourcesKnown(stocks: Start['stocks']): Map<number, Source | null> {
  const before = sourcesOfStocks.get(stocks) ?? new Map<number, Source | null>();
  sourcesOfStocks.set(stocks, before);
  return before;
}

/** Rows are measured by the headline target: per 10,000 residents, or per centre. */
function ruleOf(result: Result, share: number): { headline: Target | null; rule: CentreRule | null } {
  const headline = result.answer?.target.target ?? null;
  return { headline, rule: headline?.kind === 'facility_minimum' ? { target: headline, share } : null };
}

/** What a table is made of. */
export interface TableCase {
  result: Result;
  place: PlaceData;
  start: Start;
  /** Share of GPs who work in township health centres; used where the target counts centres. */
  centreShare: number;
  /** One of `tableYears`. */
  year: number;
}
/** The table that was made last of each result. */
const made = new WeakMap<Result, { of: TableCase; table: AreaTable }>();

/** The areas of a place set against the headline target. */
export const areaTable = (of: TableCase): AreaTable => atOnce(tableSteps(of));

/** As `areaTable`, in steps of a few milliseconds, however many areas there are; made once. */
export function* tableSteps(of: TableCase): Generator<void, AreaTable> {
  const before = made.get(of.result);
  const keys = ['place', 'start', 'centreShare', 'year'] as const;
  if (before && keys.every((key) => before.of[key] === of[key])) return before.table;
  const table = yield* makeTable(of);
  made.set(of.result, { of, table });
  return table;
}

function* makeTable({ result, place, start, centreShare, year }: TableCase): Generator<void, AreaTable> {
  const { headline, rule } = ruleOf(result, centreShare);
  const { base } = result.plan;
  const centres = rule !== null;
  // Of several documents the strictest.
  const ofYear = flagTargets(result).find(({ target }) => isDensity(target) && target.year === year)?.target;
  const asked = centres || !headline || !isDensity(headline) ? headline : (ofYear ?? headline);
  const target = asked && (centres || isDensity(asked)) ? asked.value : null;
  const at = year - base;
  const years = result.years.length;
  const areas = place.areas.length;

  const { members, branches } = outlineOf(place);
  const per = centres ? 1 : 10_000;
  const apart = rule?.target.each === 'every';
  yield;
  const plan = yield* measure(result.plan, place, rule, members);
  yield;
  const baseline = yield* measure(result.baseline, place, rule, members);
  yield;
  const { gps, residents } = result.plan;
  const heads = [gps, centres ? yield* summed(gps, years, members) : plan[1].heads] as const;
  const persons = [residents, centres ? yield* summed(residents, years, members) : plan[1].units] as const;
  /** Where a row stands: among the areas or the sums, and its first year there. */
  const placeOf = (row: number): [0 | 1, number] => (row < areas ? [0, row * years] : [1, (row - areas) * years]);
  /** Persons short; areas that cannot help each other are short one by one. */
  const lack = (part: 0 | 1, index: number): number => {
    const { heads: have, units } = plan[part];
    if (part === 0 || !apart) return Math.max(0, (target ?? 0) * (units[index]! / per) - have[index]!);
    const year = index % years;
    const inside = members[(index - year) / years] ?? [];
    return inside.reduce((sum, area) => sum + lack(0, area * years + year), 0);
  };

  const rows = areas + members.length;
  const column = (): Float64Array => new Float64Array(rows);
  const columns: AreaColumns = {
    residents: column(),
    gps: column(),
    value: column(),
    baseline: column(),
    gap: column().fill(NaN),
    rise: column(),
    most: column(),
    met: column().fill(Infinity),
  };
  const from = Math.max(0, (asked?.year ?? base) - base);
  /** A function of its own: what a generator computes with, it keeps on the heap. */
  const fill = (part: 0 | 1, offset: number, begin: number, end: number): void => {
    const { heads: have, units } = plan[part];
    for (let row = begin; row < end; row++) {
      const first = (row - offset) * years;
      columns.residents[row] = persons[part][first + at]!;
      columns.gps[row] = heads[part][first + at]!;
      columns.value[row] = ratio(plan[part], first + at, per);
      columns.baseline[row] = ratio(baseline[part], first + at, per);
      columns.rise[row] = ratio(plan[part], first + years - 1, per) - ratio(plan[part], first, per) || 0;
      let most = -Infinity;
      for (let index = first; index < first + years; index++) {
        const unit = units[index]! / per;
        most = Math.max(most, unit > 0 ? have[index]! / unit : NaN);
      }
      columns.most[row] = most;
      if (target === null) continue;
      columns.gap[row] = lacking(lack(part, first + at));
      let met = from;
      while (met < years && lack(part, first + met) > TOLERANCE) met++;
      if (met < years) columns.met[row] = base + met;
    }
  };
  for (const [part, offset, end] of [
    [0, 0, areas],
    [1, areas, rows],
  ] as const) {
    for (let row = offset; row < end; row += ROWS) {
      yield;
      fill(part, offset, row, Math.min(end, row + ROWS));
    }
  }

  const name = (row: number): Text => place.areas[row]?.name ?? place.groups[row - areas]?.name ?? place.name;
  const sourcesOf = (row: number): Source[] => {
    if (row < areas) return start.stocks[row] ? [start.stocks[row].source] : [];
    return (members[row - areas] ?? []).flatMap((area) => start.stocks[area]?.source ?? []);
  };
  const sources = sourcesKnown(start.stocks);
  const source = (row: number): Source | null => {
    const before = sources.get(row);
    const found = before ?? (row === rows - 1 ? sourceOfStart(start) : leastCertain(sourcesOf(row)));
    sources.set(row, found);
    return found;
  };
  // That of the whole is found among all areas.
  source(rows - 1);
  yield;
  const pathOf = (of: typeof plan, row: number): number[] => {
    const [part, first] = placeOf(row);
    return Array.from({ length: years }, (_, index) => ratio(of[part], first + index, per));
  };
  const row = (of: number): AreaRow => {
    const path = pathOf(plan, of);
    const gap = columns.gap[of]!;
    const met = columns.met[of]!;
    return {
      key: place.areas[of]?.code ?? place.groups[of - areas]?.code ?? place.id,
      name: name(of),
      residents: columns.residents[of]!,
      gpsAtBase: heads[placeOf(of)[0]][placeOf(of)[1]]!,
      gps: columns.gps[of]!,
      value: columns.value[of]!,
      baseline: columns.baseline[of]!,
      gap: Number.isNaN(gap) ? null : gap,
      path,
      baselinePath: baseline === plan ? path : pathOf(baseline, of),
      metYear: met === Infinity ? null : met,
      source: source(of),
    };
  };

  let gapSum = 0;
  let surplus = 0;
  for (let area = 0; area < areas; area++) {
    gapSum += columns.gap[area]! || 0;
    if (target !== null && columns.value[area]! > target + TOLERANCE) surplus += 1;
  }
  return {
    year,
    scale: centres ? 'centre' : 'density',
    target,
    columns,
    whole: row(rows - 1),
    branches: areas > 1 ? branches : [],
    gapSum,
    surplus: apart ? 0 : surplus,
    name,
    source,
    row,
  };
}
