import { OUTSIDE, type Move, type MovePlan } from '../../../src/model/reassign/types.ts';
import type { PlaceData, Result } from '../../../src/model/types.ts';
import { place, result } from '../fake-session.ts';

/** Four townships and a hospital: 4, 0, 1 and 1 GPs without moves, 6 in the hospital. */
export const BEFORE = [4, 0, 1, 1, 6];
export const HOSPITAL = 4;

const base = { km: null, minimum: 2 };
/** Two to Xiangyang from Fanrong for good, one to Jinchuan from the hospital for two years, one to Bacha from outside for one. */
export const MOVES: Move[] = [
  {
    ...base,
    lever: 'within',
    from: 0,
    to: 1,
    persons: 2,
    start: { year: 2026, month: 1 },
    end: null,
    km: 12.5,
    had: 0,
  },
  {
    ...base,
    lever: 'dispatch',
    from: HOSPITAL,
    to: 2,
    persons: 1,
    start: { year: 2026, month: 3 },
    end: { year: 2028, month: 2 },
    had: 1,
  },
  {
    ...base,
    lever: 'counterpart',
    from: OUTSIDE,
    to: 3,
    persons: 1,
    start: { year: 2026, month: 9 },
    end: { year: 2027, month: 8 },
    had: 1,
  },
];

const years3 = (gps: number): number[] => [gps, gps, gps];

export function plan(over: Partial<MovePlan> = {}): MovePlan {
  return {
    years: [2026, 2027, 2028],
    moves: MOVES,
    without: [0, 1, 2, 3].map((area) => ({ area, heads: years3(BEFORE[area]!), minimum: 2 })),
    metBefore: [1, 1, 1],
    metAfter: [4, 3, 2],
    centres: 4,
    each: 2,
    months: [null, null, null],
    short: [
      { area: 3, year: 2027, gps: 1, minimum: 2, block: 'cap-counterpart' },
      { area: 2, year: 2028, gps: 1, minimum: 2, block: 'cap-dispatch' },
      { area: 3, year: 2028, gps: 1, minimum: 2, block: 'no-donor' },
    ],
    proven: true,
    distance: null,
    goals: { centreYears: 9, gap: 0, moves: 4, km: 25 },
    shadow: [
      { kind: 'dispatch', by: 1, year: 2028, centres: 2 },
      { kind: 'distance', by: null, year: 2028, centres: 0 },
      { kind: 'counterpart', by: 1, year: 2027, centres: 1 },
    ],
    problems: [],
    ...over,
  };
}

/** Whether a move is in force at the end of a year, spelled out. */
const there = ({ start, end }: Move, year: number): boolean =>
  start.year <= year && (end === null || end.year > year || (end.year === year && end.month === 12));

export function movedPlace(): PlaceData {
  const here = place(5);
  Object.assign(here.areas[HOSPITAL]!, {
    institution: 'hospital',
    centres: null,
    name: { zh: '县医院', en: 'County hospital' },
  });
  return here;
}

/** A result whose GPs are those of BEFORE with the moves in force. */
export function movedResult(moves = plan()): Result {
  const done = result(5);
  const span = done.years.length;
  done.plan.gps = Float64Array.from({ length: 5 * span }, (_, cell) => {
    const [area, year] = [Math.floor(cell / span), done.plan.base + (cell % span)];
    const change = MOVES.filter((move) => there(move, year)).reduce(
      (sum, { from, to, persons }) => sum + (to === area ? persons : 0) - (from === area ? persons : 0),
      0,
    );
    return BEFORE[area]! + change;
  });
  return { ...done, moves };
}
