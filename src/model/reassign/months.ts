import type { Month, Move } from './types.ts';

/** Months since year 0: what months are compared by. */
export function monthNumber({ year, month }: Month): number {
  return 12 * year + month - 1;
}

/** The month that comes `months` later. */
export function monthAfter(from: Month, months: number): Month {
  const number = monthNumber(from) + months;
  return { year: Math.floor(number / 12), month: (number % 12) + 1 };
}

/** Whether somebody is in the new centre in a month. */
export function thereIn(move: Pick<Move, 'start' | 'end'>, month: Month): boolean {
  const now = monthNumber(month);
  return monthNumber(move.start) <= now && (move.end === null || now <= monthNumber(move.end));
}

/** Whether somebody is still in the new centre when a year ends. */
export function thereAtEnd(move: Pick<Move, 'start' | 'end'>, year: number): boolean {
  return thereIn(move, { year, month: 12 });
}
