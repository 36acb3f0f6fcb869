import { assumptions } from './assumptions.ts';
import { costs } from './costs.ts';
import { documents } from './documents.ts';
import { inertReason } from './inert.ts';
import { levers } from './levers.ts';
import { withDocumentValue } from './number-field.ts';
import { resolve } from './resolve.ts';
import { FIRST, settings } from './settings.ts';
import type { FieldSetup } from './setup.ts';
import type { Field, Value } from './types.ts';

/** Parts of the table that were made before: fields are asked for several times at every move of a slider, and hardly one changes. */
interface Known {
  before: Field[];
  behind: Field[];
  /** By the values that decide about them. */
  settings: Map<string, Field[]>;
}
const known = new WeakMap<FieldSetup, Known>();
/** Fields by the reason why they have no effect. */
const variants = new WeakMap<Field, Map<string | null, Field>>();

/**
 * The one table of all scenario fields of a place under a policy: it draws the sliders, reads and writes links, and
 * answers `--fields`. Levers, assumptions with the place's facts, settings, the figures
 * of the cost ledger, other documents and the reader's own targets. A field that is as it was is the same object.
 * @param values what differs from the defaults; ranges, defaults and effects of some fields follow from others
 */
export function fieldsOf(setup: FieldSetup, values: Readonly<Record<string, Value>> = {}): Field[] {
  const fields = bareFields(setup, values);
  const all = resolve(fields, values);
  const defaults = resolve(fields, {});
  return fields.map((field) => withReason(field, inertReason(field.key, setup, all, defaults)));
}

/** The fields as if all of them had an effect. */
function bareFields(setup: FieldSetup, values: Readonly<Record<string, Value>>): Field[] {
  const documented = (fields: Field[]): Field[] => fields.map((field) => withDocumentValue(field, setup.pack));
  const of = known.get(setup) ?? {
    before: documented([...levers(setup), ...assumptions(setup)]),
    behind: documented([...costs(setup), ...documents()]),
    settings: new Map<string, Field[]>(),
  };
  known.set(setup, of);
  const first = FIRST.map((key) => values[key]).join();
  const between = of.settings.get(first) ?? documented(settings(setup, values));
  of.settings.set(first, between);
  return [...of.before, ...between, ...of.behind];
}

function withReason(field: Field, inert: string | null): Field {
  const made = variants.get(field) ?? new Map<string | null, Field>();
  variants.set(field, made);
  const found = made.get(inert) ?? { ...field, inert };
  made.set(inert, found);
  return found;
}
