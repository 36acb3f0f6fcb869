import { describe, expect, it } from 'vitest';
import { projectCohort } from '../../../src/model/cohort-engine.ts';
import { obligationCalendar } from '../../../src/model/reassign/calendar.ts';
import { cohort } from '../cohort-fixtures.ts';

/** Twelve students begin in 2014 and qualify in 2022, bound for two years; half break it every year, a quarter leave after it. */
const projection = projectCohort(
  cohort({
    areas: [{ residents: 30_000 }, { residents: 10_000 }],
    leversIn: { 2014: { ruralOriented: 12 } },
    rates: { obligationYears: 2, breach: 0.5, postExit: 0.25 },
  }),
);
const near = (value: number): unknown => expect.closeTo(value, 6);

describe('the contract calendar', () => {
  it('keeps exits when an obligation ends apart from breaches before', () => {
    const rows = obligationCalendar(projection).filter(({ ends, breached }) => ends > 0 || breached > 0);
    expect(rows).toEqual([
      { year: 2023, ends: 0, leave: 0, breached: near(6) },
      { year: 2024, ends: near(3), leave: near(0.75), breached: near(3) },
    ]);
  });

  it('adds up over the areas', () => {
    const whole = obligationCalendar(projection);
    const parts = [[0], [1]].map((members) => obligationCalendar(projection, members));
    whole.forEach((row, index) => {
      expect(parts[0]![index]!.ends + parts[1]![index]!.ends).toBe(row.ends);
      expect(parts[0]![index]!.breached + parts[1]![index]!.breached).toBe(row.breached);
    });
    expect(parts[0]!.find(({ year }) => year === 2024)!.ends).toBeCloseTo(2.25, 6);
  });

  it('does not know who leaves beyond the last year', () => {
    expect(obligationCalendar(projection).at(-1)!.leave).toBeNull();
  });
});
