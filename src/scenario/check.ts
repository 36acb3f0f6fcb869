import type { Problem } from '../model/types.ts';
import type { Field, Value } from './types.ts';

const NUMBER = /^-?(\d+(\.\d+)?|\.\d+)(e-?\d+)?$/i;

/**
 * Values as text against the fields, one by one: what is unknown or impossible is left out and named.
 * @returns the sound values, defaults included, and a problem for each of the others
 */
export function checkValues(
  raw: readonly (readonly [key: string, value: string])[],
  fields: readonly Field[],
): { values: Record<string, Value>; problems: Problem[] } {
  const values: Record<string, Value> = {};
  const problems: Problem[] = [];
  for (const [key, text] of raw) {
    const field = fields.find((candidate) => candidate.key === key);
    const checked = field ? checkValue(field, text) : { code: 'link.unknown-key', values: { key } };
    if (typeof checked === 'object') problems.push(checked);
    else values[key] = checked;
  }
  return { values, problems };
}

/** The value of one field, or what is wrong with it. */
function checkValue(field: Field, text: string): Value | Problem {
  const { key, min, max, choices } = field;
  const bad: Problem = { code: 'link.bad-value', values: { key, value: text, expected: expected(field) } };
  if (field.type === 'choice') return choices?.includes(text) ? text : bad;
  // Whether it can be is said where it is judged (widened.ts): what reads it is not loaded before it is needed.
  if (field.type === 'target') return text;
  if (!NUMBER.test(text)) return bad;
  // Adding 0 makes 0 of −0, which a link cannot tell apart.
  const value = Number(text) + 0;
  if (field.type === 'switch') return value === 0 || value === 1 ? value : bad;
  if (choices) return choices.includes(String(value)) ? value : bad;
  if (isWhole(field) && !Number.isInteger(value)) return bad;
  if (value < min || value > max) {
    return { code: 'link.out-of-range', values: { key, value, min, max, default: field.default } };
  }
  return value;
}

/** Years and settings count whole; persons are expected values and may have decimals. */
function isWhole(field: Field): boolean {
  return Number.isInteger(field.step) && (field.unit === 'year' || field.kind === 'setting');
}

/** What the field takes, in signs that every language reads. */
function expected(field: Field): string {
  if (field.type === 'switch') return '0, 1';
  if (field.choices) return field.choices.join(', ');
  return isWhole(field) ? `${field.min}, ${field.min + 1}, … ${field.max}` : `${field.min}–${field.max}`;
}
