import { HISTORY } from './cohort-input.ts';
import type { CohortInput, YearLevers } from './cohort-input.ts';
import type { Demography } from './cohort-component.ts';
import { deathProbability } from './demography.ts';
import type { Move } from './reassign/types.ts';
import type { Reference } from './reference.ts';
import type { CountingRule, PlaceData, Start } from './types.ts';
import { STOCK, withStockFactor } from './stock-factor.ts';
import { numberIn } from './values.ts';
import type { Values } from './values.ts';

/** Everything that a cohort run needs beside the field values. */
export interface RunSetup {
  place: PlaceData;
  reference: Reference;
  start: Start;
  horizon: number;
  count: CountingRule;
  demography: Demography;
  /** Residents [area × year from base to horizon]. */
  residents: Float64Array;
  /** Density wanted by year, for priority placement; null before the first target. */
  targetPath: (number | null)[];
  moves: readonly Move[];
}

/** Levers of one year. A GP allowance above the default lowers attrition by the reader's own elasticity. */
function yearLevers(levers: Values, values: Values, defaults: Values): YearLevers {
  const above = (numberIn(levers, 'allowance') - numberIn(defaults, 'allowance')) / 1000;
  return {
    transfer: numberIn(levers, 'transfer'),
    residency: numberIn(levers, 'residency'),
    assistant: numberIn(levers, 'assistant'),
    ruralOriented: numberIn(levers, 'rural'),
    recruit: numberIn(levers, 'recruit'),
    rehire: numberIn(levers, 'rehire'),
    drive: numberIn(levers, 'drive'),
    retention: Math.max(0, 1 - numberIn(values, 'elasticity') * above),
    priority: levers['priority'] === 1,
  };
}

/**
 * Puts a start, the field values and a set of levers together for the engine.
 * @param values assumptions and settings
 * @param levers levers that apply from the year `from` on; before it, and in the baseline, the defaults do
 */
export function cohortInput(setup: RunSetup, values: Values, levers: Values, defaults: Values): CohortInput {
  const { place, reference, start, horizon } = setup;
  const from = numberIn(values, 'from');
  const before = yearLevers(defaults, values, defaults);
  const after = yearLevers(levers, values, defaults);
  const first = start.base - HISTORY;
  const listed = start.stocks.flatMap((stock) => stock.training ?? []);
  const stockFactor = values[STOCK] === undefined ? 1 : numberIn(values, STOCK);
  return {
    base: start.base,
    horizon,
    stockFactor,
    opening: start.stocks.map((given, area) => {
      const stock = withStockFactor(given, stockFactor);
      return {
        registered: stock.registered,
        assistant: stock.assistant,
        unregistered: stock.unregistered,
        pool: stock.pool,
        ageShares: stock.ageShares ?? reference.ageShares,
        poolShares: reference.poolShares,
        minimum: 2 * (place.areas[area]?.centres ?? 0),
        centreShare: place.areas[area]?.level === 'township' ? 1 : numberIn(values, 'centreshare'),
      };
    }),
    residents: setup.residents,
    levers: Array.from({ length: horizon - first + 1 }, (_, i) => (first + i >= from ? after : before)),
    training: start.stocks.some((stock) => stock.training !== null) ? listed : null,
    wanted: setup.targetPath.map((density) => density ?? 0),
    count: setup.count,
    moves: setup.moves,
    movers: values['movers'] === 'assistants' ? 'assistants' : 'registered',
    rates: {
      death: deathProbability(setup.demography),
      attrition: numberIn(values, 'attrition'),
      youngAttrition: numberIn(values, 'youngattrition'),
      breach: numberIn(values, 'breach'),
      postExit: numberIn(values, 'postexit'),
      obligationYears: numberIn(values, 'obligation'),
      pass: {
        transfer: numberIn(values, 'passtransfer'),
        residency: numberIn(values, 'passresidency'),
        assistant: numberIn(values, 'passassistant'),
        ruralOriented: numberIn(values, 'passrural'),
      },
      registeredShare: numberIn(values, 'regshare'),
      lapse: values['lapse'] === 1,
      rehireYears: numberIn(values, 'rehireyears'),
      fte: numberIn(values, 'fte'),
      poolGrowth: numberIn(values, 'poolgrowth'),
      transferMaxAge: numberIn(values, 'maxage'),
      femaleShare: reference.femaleShare,
    },
  };
}
