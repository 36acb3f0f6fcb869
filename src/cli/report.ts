import type { PlaceData, Problem, Projection, Result, TargetResult } from '../model/types.ts';
import { flowsOf, type FlowRow } from './flow-rows.ts';
import { moveRows, planSummary, type MoveRow, type PlanSummary } from './move-rows.ts';

/** The JSON result of DESIGN §9. Headcounts are expected values, not rounded. */
export interface Report {
  wanren: 1;
  link: string;
  years: number[];
  areas: ({ code: string; name: string; level: string } & Series)[];
  total: Series;
  targets: ReportedTarget[];
  /** From the year after the base year on. */
  flows: FlowRow[];
  moves: MoveRow[];
  /** Of the moves; only where a lever of reassignment is on. */
  plan?: PlanSummary;
  /** Of the density of the whole place, [quantile][year]; only with draws. */
  bands?: { quantiles: number[]; density: number[][] };
  problems: Problem[];
}

/** By year of `years`: persons, persons, per 10,000. */
export interface Series {
  population: number[];
  gps: number[];
  /** null where nobody lives there: a hospital. */
  density: (number | null)[];
}

interface ReportedTarget {
  id: string;
  kind: string;
  year: number;
  value: number;
  required: number | null;
  projected: number | null;
  gap: number | null;
  /** null: it cannot be judged. */
  met: boolean | null;
  status: TargetResult['status'];
  /** Share of the draws in which it is met, null where that cannot be judged; only with draws. */
  probability?: number | null;
}

/** Puts a result into the shape that analysts read. */
export function report(place: PlaceData, link: string, result: Result, problems: Problem[]): Report {
  const { plan, years, targets } = result;
  return {
    wanren: 1,
    link,
    years,
    areas: place.areas.map(({ code, name, level }, area) => ({
      code,
      name: name.zh,
      level,
      ...seriesOf(plan, [area]),
    })),
    total: seriesOf(plan, [...place.areas.keys()]),
    targets: targets.map(({ target: { id, kind, year, value }, required, projected, gap, status }) => {
      const met = status === 'unknown' ? null : status === 'met';
      return { id, kind, year, value, required, projected, gap, met, status };
    }),
    flows: flowsOf(place, plan),
    moves: result.moves ? moveRows(place, result.moves) : [],
    ...(result.moves ? { plan: planSummary(place, result.moves) } : {}),
    problems,
  };
}

/** The sum of some areas. */
function seriesOf(plan: Projection, areas: readonly number[]): Series {
  const span = plan.horizon - plan.base + 1;
  const sum = (of: Float64Array): number[] =>
    Array.from({ length: span }, (_, year) => areas.reduce((total, area) => total + (of[area * span + year] ?? 0), 0));
  const population = sum(plan.residents);
  const gps = sum(plan.gps);
  return {
    population,
    gps,
    density: gps.map((heads, year) => (population[year]! > 0 ? (heads / population[year]!) * 10_000 : null)),
  };
}
