import { describe, expect, it } from 'vitest';
import { projectCohort } from '../../../src/model/cohort-engine.ts';
import { obligationCalendar, obligationSums, type CalendarRow } from '../../../src/model/reassign/calendar.ts';
import type { Projection } from '../../../src/model/types.ts';
import { cohort, type CohortSpec } from '../cohort-fixtures.ts';

/** Twelve students begin in 2014 and qualify in 2022, bound for two years; half break it every year, a quarter leave after it. */
const run = (over: CohortSpec = {}): Projection =>
  projectCohort(
    cohort({
      areas: [{ residents: 30_000 }, { residents: 10_000 }],
      leversIn: { 2014: { ruralOriented: 12 } },
      rates: { obligationYears: 2, breach: 0.5, postExit: 0.25 },
      ...over,
    }),
  );
const rows = (over: CohortSpec = {}): CalendarRow[] => obligationCalendar(run(over));
const near = (value: number): unknown => expect.closeTo(value, 6);

describe('the contract calendar', () => {
  it('keeps exits after an obligation apart from breaches before its end', () => {
    const one = rows({ areas: [{}] }).filter(({ ending, leftAfter, breached }) => ending + leftAfter + breached > 0);
    expect(one).toEqual([
      { area: 0, year: 2023, ending: 0, leftAfter: 0, breached: near(6) },
      { area: 0, year: 2024, ending: near(3), leftAfter: 0, breached: near(3) },
      { area: 0, year: 2025, ending: 0, leftAfter: near(0.75), breached: 0 },
    ]);
  });

  it('is that of every area', () => {
    expect(rows().filter(({ year }) => year === 2024)).toMatchObject([
      { area: 0, ending: near(2.25), breached: near(2.25) },
      { area: 1, ending: near(0.75), breached: near(0.75) },
    ]);
  });

  it('has the sums of its rows, year by year', () => {
    const projection = run();
    const sums = obligationSums(projection);
    for (const key of ['ending', 'leftAfter', 'breached'] as const) {
      const added = Array.from(sums[key], (_, index) =>
        rows().reduce((sum, row) => sum + (row.year === projection.base + index ? row[key] : 0), 0),
      );
      expect([...sums[key]]).toEqual(added);
      expect(Math.max(...added)).toBeGreaterThan(0);
    }
  });

  it('leaves out areas where nobody is bound', () => {
    expect(rows({ leversIn: {} })).toEqual([]);
  });
});
