import type { Field, Value } from '../../scenario/types.ts';

/** Assumptions that page one names even when nobody has changed them, the weightiest first. */
const NAMED = ['pop', 'attrition', 'passtransfer', 'postexit', 'regshare', 'centreshare', 'breach'];

/** The assumptions that page one names: those that were changed, then the usual ones, at most `most`. */
export function leaningOn(fields: readonly Field[], value: (key: string) => Value, most: number): Field[] {
  const active = fields.filter(({ kind, inert, key, default: usual }) => {
    const known = usual !== '' || value(key) !== '';
    return kind === 'assumption' && inert === null && known;
  });
  const changed = active.filter(({ key, default: usual }) => value(key) !== usual);
  const usual = NAMED.flatMap((key) => active.find((field) => field.key === key) ?? []);
  return [...new Set([...changed, ...usual])].slice(0, most);
}
