import { assumptions } from './assumptions.ts';
import { costs } from './costs.ts';
import { documents } from './documents.ts';
import { inertReason } from './inert.ts';
import { levers } from './levers.ts';
import { withDocumentValue } from './number-field.ts';
import { resolve } from './resolve.ts';
import { settings } from './settings.ts';
import type { FieldSetup } from './setup.ts';
import type { Field, Value } from './types.ts';

/**
 * The one table of all scenario fields of a place under a policy: it draws the sliders, reads and writes links, and
 * answers `--fields`. Levers, assumptions with the place's facts, settings, the figures
 * of the cost ledger, other documents and the reader's own targets.
 * @param values what differs from the defaults; ranges, defaults and effects of some fields follow from others
 */
export function fieldsOf(setup: FieldSetup, values: Readonly<Record<string, Value>> = {}): Field[] {
  const fields = [...levers(setup), ...assumptions(setup), ...settings(setup, values), ...costs(setup), ...documents()];
  const all = resolve(fields, values);
  const defaults = resolve(fields, {});
  return fields.map((field) => ({
    ...withDocumentValue(field, setup.pack),
    inert: inertReason(field.key, setup, all, defaults),
  }));
}
