import type { Fact } from '../model/types.ts';
import type { Field, Value } from '../scenario/types.ts';
import type { Dictionary } from './en.ts';
import { plainNumber } from './format.ts';

/** Shares are shown in per cent; a fact is a share where it cannot exceed 1. */
const isShare = (field: Field, facts: readonly Fact[]): boolean =>
  field.unit.startsWith('share') || (field.max <= 1 && facts.some(({ key }) => key === field.key));

/** What a field is called: the dictionary's word, or the name of the fact that it holds. */
export function fieldName(key: string, words: Dictionary, facts: readonly Fact[]): string {
  const fact = facts.find((candidate) => candidate.key === key);
  return words.field[key] ?? (fact ? words.placeName(fact.name) : key);
}

/** Unit shown behind the value. */
export function fieldUnit(field: Field, words: Dictionary, facts: readonly Fact[]): string {
  const fact = facts.find((candidate) => candidate.key === field.key);
  if (fact) return isShare(field, facts) ? '%' : words.placeName(fact.unit);
  return words.levers.unitOf[field.key] ?? words.levers.unit[field.unit];
}

/** A value as the reader sees it, without unit; shares in per cent. */
export function fieldValue(field: Field, value: Value, words: Dictionary, facts: readonly Fact[]): string {
  if (field.choices && field.type === 'choice') return words.choice[String(value)] ?? String(value);
  if (field.type === 'switch') return Number(value) === 1 ? words.levers.on : words.levers.off;
  const number = typeof value === 'number' ? value : NaN;
  if (!Number.isFinite(number)) return words.levers.empty;
  if (field.unit === 'year' && number >= 1000) return String(number);
  const scale = isShare(field, facts) ? 100 : 1;
  const step = field.step * scale;
  return plainNumber(number * scale, step >= 1 ? 1 : 2);
}

/** A value with its unit, for sentences. */
export function fieldValueWithUnit(field: Field, value: Value, words: Dictionary, facts: readonly Fact[]): string {
  const text = fieldValue(field, value, words, facts);
  if (field.type !== 'number' || text === words.levers.empty) return text;
  const unit = fieldUnit(field, words, facts);
  return unit.startsWith('%') || unit.startsWith('/') || unit === '' ? `${text}${unit}` : `${text} ${unit}`;
}

/**
 * A number typed by the reader, in the unit of the field: full-width digits, thousands separators and a percent sign are
 * understood.
 * @returns null where it is not a number
 */
export function parseTyped(field: Field, typed: string, facts: readonly Fact[]): number | null {
  const plain = typed
    .normalize('NFKC')
    .replace(/[,，\s]/g, '')
    .replace(/%$/, '')
    .replace('−', '-');
  if (!/^-?(\d+\.?\d*|\.\d+)$/.test(plain)) return null;
  const number = Number(plain);
  // Division by 100 of what has few decimals leaves noise such as 0.07200000000000001.
  return isShare(field, facts) ? Number((number / 100).toPrecision(12)) : number;
}
