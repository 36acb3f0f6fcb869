import { monthNumber } from './months.ts';
import { OUTSIDE, type Move, type MoveLever, type MovePlan } from './types.ts';
import type { Projection } from '../types.ts';

/** Why a centre falls below its minimum: somebody of this lever goes home; obligations have ended; other exits of the year. */
export type FallCause = MoveLever | 'obligation' | 'exits';

/** A centre that falls below its minimum. */
export interface Fall {
  /** Months since the year 0: the first month in which it is short. */
  month: number;
  area: number;
  cause: FallCause;
  /** Persons who would hold it at its minimum. */
  persons: number;
}

/** Centres at their minimum month by month, and every fall below it. */
export interface Cliff {
  months: number[];
  met: number[];
  falls: Fall[];
}

/** What a cliff is read from. */
export interface CliffCase {
  plan: MovePlan;
  /** Moves that are taken to happen. */
  moves: readonly Move[];
  /** Exits tell why a centre falls without anybody going home. */
  projection: Projection;
}

/** Persons whom the moves bring to an area, less those whom they take away, in a month. */
function netIn(moves: readonly Move[], area: number, month: number): number {
  let net = 0;
  for (const move of moves) {
    if (move.to !== area && move.from !== area) continue;
    if (monthNumber(move.start) > month || (move.end !== null && monthNumber(move.end) < month)) continue;
    net += move.to === area ? move.persons : -move.persons;
  }
  return net;
}

/**
 * Month by month: what the projection itself changes is booked at the end of the year, moves in their own months.
 * A fall has one cause: who went home in that month, or else what took most GPs away in the year.
 */
export function cliffOf({ plan, moves, projection }: CliffCase): Cliff {
  const first = plan.years[0] ?? 0;
  const months = Array.from({ length: plan.years.length * 12 }, (_, index) => first * 12 + index);
  const met = months.map(() => 0);
  const falls: Fall[] = [];
  plan.without.forEach(({ area, heads: own, minimum }) => {
    const mine = moves.filter(({ from, to }) => from === area || to === area);
    let before: boolean | null = null;
    months.forEach((month, index) => {
      const at = Math.floor(month / 12) - first - (month % 12 === 11 ? 0 : 1);
      const heads = (own[Math.max(0, at)] ?? 0) + netIn(mine, area, month);
      const now = heads >= minimum;
      if (now) met[index]! += 1;
      else if (before)
        falls.push({ month, area, cause: causeOf(projection, mine, area, month), persons: minimum - heads });
      before = now;
    });
  });
  return { months, met, falls: falls.sort((a, b) => a.month - b.month || a.area - b.area) };
}

function causeOf(projection: Projection, mine: readonly Move[], area: number, month: number): FallCause {
  const gone = mine.find(({ to, end }) => to === area && end !== null && monthNumber(end) === month - 1);
  if (gone) return gone.lever;
  const given = mine.find(({ from, start }) => from === area && from !== OUTSIDE && monthNumber(start) === month);
  if (given) return given.lever;
  const span = projection.horizon - projection.base + 1;
  const cell = area * span + Math.floor(month / 12) - projection.base;
  const { leftAfterObligation, left, retired, deaths, breached } = projection.flows;
  const others = left[cell]! + retired[cell]! + deaths[cell]! + breached[cell]!;
  return leftAfterObligation[cell]! >= others && leftAfterObligation[cell]! > 0 ? 'obligation' : 'exits';
}

/** Persons by cause who would hold every centre that falls. */
export function holdingOf(falls: readonly Fall[]): { renew: number; posts: number; place: number } {
  const sum = (wanted: (cause: FallCause) => boolean): number =>
    falls.reduce((total, { cause, persons }) => total + (wanted(cause) ? persons : 0), 0);
  return {
    renew: sum((cause) => cause === 'dispatch'),
    posts: sum((cause) => cause === 'counterpart'),
    place: sum((cause) => cause !== 'dispatch' && cause !== 'counterpart'),
  };
}
