import { projectCohort } from '../cohort-engine.ts';
import { frameOf, inputOf } from '../frame.ts';
import type { Setup } from '../frame.ts';
import { withDrawn } from '../micro/parameters.ts';
import type { Move } from '../reassign/types.ts';
import { withStockFactor } from '../stock-factor.ts';
import type { Values } from '../values.ts';
import { mergeAreas } from './merge-areas.ts';

/** Expected density of the whole place for some values of the parameters in doubt. */
export interface ExpectedDensity {
  years: number[];
  /**
   * @param drawn values of parameters; all others stay as the scenario has them
   * @returns GPs per 10,000 by year
   */
  at(drawn: Readonly<Record<string, number>>): Float64Array;
}

/**
 * Chance switched off: the cohort engine. What no parameter changes is worked out once.
 * @param values every field of the scenario, defaults filled in
 * @param defaults the default of every field
 * @param moves the plan of reassignment
 */
export function expectedDensity(
  setup: Setup,
  values: Values,
  defaults: Values,
  moves: readonly Move[] = [],
): ExpectedDensity {
  const frame = frameOf(setup, values);
  const whole = inputOf(frame, values, values, defaults);
  // Moves name areas, so that these stay apart.
  const merged = moves.length > 0 ? whole : mergeAreas(whole);
  const { opening, residents } = merged;
  const span = frame.years.length;
  const everybody = new Float64Array(span);
  for (let cell = 0; cell < residents.length; cell++) everybody[cell % span]! += residents[cell]!;
  const scenarioOf = withDrawn(values, defaults);
  const spare: Float64Array[] = [];
  return {
    years: frame.years,
    at(drawn) {
      const { plan, usual } = scenarioOf(drawn);
      const input = inputOf(frame, plan, plan, usual);
      const levers = input.levers.map((year) => ({ ...year, priority: false }));
      const stocks = opening.map((area) => withStockFactor(area, input.stockFactor ?? 1));
      const { gps } = projectCohort({ ...input, opening: stocks, residents, levers, moves }, undefined, spare);
      const density = new Float64Array(span);
      for (let cell = 0; cell < gps.length; cell++) density[cell % span]! += gps[cell]!;
      for (let year = 0; year < span; year++) {
        density[year] = everybody[year]! > 0 ? (density[year]! * 10_000) / everybody[year]! : 0;
      }
      return density;
    },
  };
}
