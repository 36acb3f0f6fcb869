import { costFigures } from '../model/cost/cost-figures.ts';
import { suppliedField } from './assumptions.ts';
import { parameterField } from './number-field.ts';
import { parameterOf, type FieldSetup } from './setup.ts';
import type { Field } from './types.ts';

/** The figures of the cost ledger, which the projection does not read; none for a document without costs. */
export function costs(setup: FieldSetup): Field[] {
  const { pack, place } = setup;
  const figures = costFigures(pack, place.areas);
  if (figures.length === 0) return [];
  return [
    ...figures.map(({ key, value, most, source }) => suppliedField(key, 'cost', value, most, source)),
    parameterField('paidshare', 'cost', 'share', parameterOf(setup, 'paidshare'), { min: 0, max: 1, step: 0.01 }),
    parameterField('discount', 'cost', 'share/year', parameterOf(setup, 'discount'), { min: 0, max: 0.2, step: 0.005 }),
  ];
}
