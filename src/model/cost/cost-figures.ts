import type { Area, CostRule, PolicyPack, Source } from '../types.ts';
import { sharingGroups } from './sharing-groups.ts';

/** A figure that the ledger rests on: what a unit costs, or how many village clinics there are. */
export interface CostFigure {
  /** Of its field in the scenario. */
  key: string;
  rule: CostRule;
  /** What is counted: yuan a unit, or village clinics of the areas that share alike (0: the rule's own, else the exception). */
  of: 'yuan' | { clinics: number };
  /** null: not known, the reader is asked. */
  value: number | null;
  /** Beyond this it would be absurd. */
  most: number;
  source: Source;
}

/** Yuan a unit that nothing here costs; a tenth of what the reader can enter. */
const UNLIKELY = 100_000;
/** More village clinics than any province has; a tenth of what the reader can enter. */
const MANY_CLINICS = 60_000;

/** Key of the field that holds what one unit costs. */
export const costKey = (rule: CostRule): string => `cost${rule.id}`;
/** Key of the field with the number of village clinics where one group of payers pays. */
export const clinicsKey = (exception: number): string => (exception === 0 ? 'clinics' : `clinics${exception}`);

/** The figures that a document's costs need on these areas. What the lever of the allowance says is not asked twice. */
export function costFigures({ costs = [] }: PolicyPack, areas: readonly Area[]): CostFigure[] {
  return costs.flatMap((rule): CostFigure[] => {
    const { source, amount } = rule;
    if (rule.unit === 'gp-month') return [];
    const unit: CostFigure = { key: costKey(rule), rule, of: 'yuan', value: amount, most: amount ?? UNLIKELY, source };
    if (rule.unit !== 'clinic-year') return [unit];
    const groups = sharingGroups(rule, areas).map(({ exception }) => ({
      key: clinicsKey(exception),
      rule,
      of: { clinics: exception },
      value: null,
      most: MANY_CLINICS,
      source,
    }));
    return [unit, ...groups];
  });
}
