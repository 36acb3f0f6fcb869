import type { Parameter } from '../model/reference.ts';
import type { PolicyPack, Source } from '../model/types.ts';
import { fittingStep, tidy, type Range } from './range.ts';
import type { Field, FieldKind, Unit } from './types.ts';

/** Most decimals of a default that is tidied; shares are shown as percent with two. Years and ratios stay as they are. */
const DECIMALS: Partial<Record<Unit, number>> = {
  'persons/year': 1,
  share: 4,
  'share/year': 4,
  'share/1000yuan': 4,
};

/** A field that holds a number: its default tidied, its range and step so wide and fine that the default is in them. */
export function numberField(
  spec: { key: string; kind: FieldKind; unit: Unit; value: number; source: Source } & Range,
): Field {
  const { value, min, max, step, ...rest } = spec;
  const decimals = DECIMALS[spec.unit];
  const usual = decimals === undefined ? value : tidy(value, decimals);
  return {
    ...rest,
    type: 'number',
    default: usual,
    min: Math.min(min, usual),
    max: Math.max(max, usual),
    step: fittingStep(step, [usual]),
    low: null,
    high: null,
    distribution: 'fixed',
    inert: null,
  };
}

/** The same of a model parameter, with its uncertainty. */
export function parameterField(
  key: string,
  kind: FieldKind,
  unit: Unit,
  parameter: Omit<Parameter, 'unit'>,
  range: Range,
): Field {
  const { mode, source } = parameter;
  return withDoubt(numberField({ key, kind, unit, value: mode, source, ...range }), parameter);
}

/** A field with the range that its value lies in. A wrong range stays wrong: it is told of where it would be drawn from. */
export function withDoubt(field: Field, { low, mode, high }: Pick<Parameter, 'low' | 'mode' | 'high'>): Field {
  if (!(low <= mode && mode <= high)) return { ...field, low, high, distribution: 'PERT' };
  // Tidied, a default may lie a hair outside.
  const usual = Number(field.default);
  const ends = { low: Math.min(low, usual), high: Math.max(high, usual) };
  return { ...field, ...ends, distribution: low < high ? 'PERT' : 'fixed' };
}

/** A field that is on (1) or off (0). */
export function switchField(key: string, kind: FieldKind, on: boolean, source: Source): Field {
  return {
    ...numberField({ key, kind, unit: 'none', value: on ? 1 : 0, source, min: 0, max: 1, step: 1 }),
    type: 'switch',
  };
}

/** A field that is one of several words. */
export function choiceField(
  key: string,
  kind: FieldKind,
  choices: readonly string[],
  usual: string,
  source: Source,
): Field {
  const field = numberField({ key, kind, unit: 'none', value: 0, source, min: 0, max: 0, step: 1 });
  return { ...field, type: 'choice', default: usual, choices };
}

/** The field with the value that the document sets for it, if it sets one; the range is widened to hold it. */
export function withDocumentValue(field: Field, pack: PolicyPack): Field {
  const documentValue = pack.levers.find((lever) => lever.field === field.key && lever.value !== undefined)?.value;
  if (documentValue === undefined) return field;
  return { ...field, documentValue, max: Math.max(field.max, documentValue), min: Math.min(field.min, documentValue) };
}
