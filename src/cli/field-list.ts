import type { PlaceData, Source } from '../model/types.ts';
import type { Field, FieldKind, Value } from '../scenario/types.ts';

/** A line of `--fields`. */
export interface ListedField {
  key: string;
  kind: FieldKind;
  unit: string;
  /** null: not known, the reader is asked for it. */
  default: Value | null;
  low: number | null;
  high: number | null;
  distribution: Field['distribution'];
  source: Source;
}

/** Every field of the scenario, for analysts. */
export function listFields(fields: readonly Field[], { facts }: PlaceData): ListedField[] {
  return fields.map(({ key, kind, unit, default: usual, low, high, distribution, source }) => ({
    key,
    kind,
    unit: facts.find((fact) => fact.key === key)?.unit.en ?? unit,
    default: usual === '' ? null : usual,
    low,
    high,
    distribution,
    source,
  }));
}
