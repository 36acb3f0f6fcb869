import { decimal } from './decimal.ts';

/**
 * Numbers as the reader sees them. Chinese and English group thousands and write decimals alike, so one set of
 * formats serves both; a real minus sign replaces the hyphen.
 */
const whole = (value: number): string => decimal(value, 0, 0);
const oneDecimal = (value: number): string => decimal(value, 1, 1);
const twoDecimals = (value: number): string => decimal(value, 2, 2);
const atMostOneDecimal = (value: number): string => decimal(value, 0, 1);
const atMostTwoDecimals = (value: number): string => decimal(value, 0, 2);

/** Differences below this are rounding of the arithmetic, not people. */
const TOLERANCE = 1e-6;

/** What is no number (the density of nobody) is written as a dash. */
const minus = (text: string): string =>
  /NaN|∞/.test(text) ? '—' : /^-[0.,]+%?$/.test(text) ? text.slice(1) : text.replace('-', '−');

/** Persons per 10,000 residents, one decimal. */
export function density(value: number): string {
  return minus(oneDecimal(value));
}

/**
 * A density beside the target that it misses or meets: a miss that one decimal would round up to the target is
 * written with two, rounded down, so that the words and the number never contradict each other.
 */
export function densityAgainst(value: number, target: number): string {
  const rounded = Math.round(value * 10) / 10;
  if (value < target - TOLERANCE && rounded >= target) return twoDecimals(Math.floor(value * 100) / 100);
  return density(value);
}

/** A demanded number as the document writes it: 2, 3.5, 165. */
export function demanded(value: number): string {
  return atMostTwoDecimals(value);
}

/** Whole persons with thousands separators; for residents and other large counts. */
export function persons(value: number): string {
  return minus(whole(value));
}

/** Expected heads: whole from 1,000 on, one decimal below, since a township's 1.4 GPs are not 1. */
export function heads(value: number): string {
  return minus((Math.abs(value) < 1000 ? atMostOneDecimal : whole)(value));
}

/** Expected heads in a column: one decimal below 10,000, so that the rows of a ledger add up as they stand. */
export function ledgerHeads(value: number): string {
  return minus((Math.abs(value) < 10_000 ? oneDecimal : whole)(value));
}

/** Persons who are lacking, rounded up. */
export function lacking(value: number): number {
  return Math.max(0, Math.ceil(value - TOLERANCE));
}

/** Persons above what is asked, rounded down. */
export function sparing(value: number): number {
  return Math.max(0, Math.floor(value + TOLERANCE));
}

/** A share from 0 to 1 as a percentage, at most `digits` decimals. */
export function percent(share: number, digits: 0 | 1 | 2 = 1): string {
  const format = digits === 0 ? whole : digits === 1 ? atMostOneDecimal : atMostTwoDecimals;
  return `${minus(format(share * 100))}%`;
}

/** A share as a percentage with one decimal: columns of errors. */
export function fixedPercent(share: number): string {
  return `${minus(oneDecimal(share * 100))}%`;
}

/** A share with its sign, one decimal: errors of a forecast. */
export function signedPercent(share: number): string {
  const text = oneDecimal(Math.abs(share * 100));
  if (text === '0.0') return '0.0%';
  return `${share < 0 ? '−' : '+'}${text}%`;
}

/** Heads with their sign: a year's net change. */
export function signedHeads(value: number): string {
  const text = heads(Math.abs(value));
  if (text === '0') return '0';
  return `${value < 0 ? '−' : '+'}${text}`;
}

/** Any number of a scenario field, without trailing zeros. */
export function plainNumber(value: number, digits: 0 | 1 | 2 = 2): string {
  const format = digits === 0 ? whole : digits === 1 ? atMostOneDecimal : atMostTwoDecimals;
  return minus(format(value));
}

/** A calendar year: no separators. */
export function year(value: number): string {
  return String(value);
}
