import { OUTSIDE } from '../model/reassign/types.ts';
import type { MovePlan } from '../model/reassign/types.ts';
import type { PlaceData } from '../model/types.ts';

/** One move of whole persons (DESIGN §9). `from` and `to` are codes of areas, or `outside`. */
export interface MoveRow {
  /** First month there. */
  year: number;
  month: number;
  from: string;
  to: string;
  persons: number;
  lever: string;
  /** Last month there, as 2027-06; null: for good. */
  end: string | null;
  /** null: not known. */
  km: number | null;
}

/** What the plan reaches, and how sure it is that nothing reaches more. */
export type PlanSummary = Omit<MovePlan, 'moves' | 'problems' | 'short'> & {
  short: { area: string; year: number; gps: number; minimum: number; block: string }[];
};

export function moveRows({ areas }: PlaceData, plan: MovePlan): MoveRow[] {
  const code = (area: number): string => (area === OUTSIDE ? 'outside' : areas[area]!.code);
  return plan.moves.map(({ start, end, from, to, persons, lever, km }) => ({
    ...start,
    from: code(from),
    to: code(to),
    persons,
    lever,
    end: end && `${end.year}-${String(end.month).padStart(2, '0')}`,
    km,
  }));
}

export function planSummary({ areas }: PlaceData, plan: MovePlan): PlanSummary {
  const { moves: _, problems: __, short, ...summary } = plan;
  return { ...summary, short: short.map(({ area, ...rest }) => ({ area: areas[area]!.code, ...rest })) };
}
