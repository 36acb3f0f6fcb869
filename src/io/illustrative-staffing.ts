import type { Area, AreaResidents, AreaStock, Source } from '../model/types.ts';

/** Share of a county's GPs, and of its eligible physicians, who work in its hospital: made up. */
const HOSPITAL_SHARE = 0.3;
/** How well a township centre is staffed beside the others of its county, in the order of the codes, over and over: made up. */
const STAFFING = [2, 0.2, 1, 0.6, 1.4, 0.3, 1.5];

/** The county hospital as an area of its own: GPs who can be dispatched, nobody who lives there. */
export function hospitalArea(county: string, position?: Area['position']): Area {
  return {
    code: `${county}-H`,
    parent: county,
    level: 'township',
    name: { zh: '县级医院', en: 'County hospital' },
    centres: 0,
    ruralShare: null,
    institution: 'hospital',
    ...(position === undefined ? {} : { position }),
  };
}

/** Nobody, in every year. */
export const NO_RESIDENTS: AreaResidents = {
  observed: [{ year: 2020, persons: 0 }],
  projected: [],
  trendFactor: 1,
  ages: [],
};

/**
 * Splits the GPs of a county over its township centres and its hospital, the last of the areas. The county's total stays what it is; the split is
 * made up: the hospital has a fixed share, each centre its residents' share × a factor.
 * @param stocks of the townships, as they follow from residents
 */
export function illustrativeSplit(stocks: AreaStock[], residents: readonly number[], source: Source): AreaStock[] {
  const weights = residents.map((persons, index) => persons * STAFFING[index % STAFFING.length]!);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const part = (key: 'registered' | 'assistant' | 'unregistered' | 'pool', share: number): number =>
    share * stocks.reduce((total, stock) => total + stock[key], 0);
  const stock = (gps: number, pool: number): AreaStock => ({
    registered: part('registered', gps),
    assistant: part('assistant', gps),
    unregistered: part('unregistered', gps),
    pool: part('pool', pool),
    ageShares: null,
    training: null,
    source,
  });
  const everybody = residents.reduce((total, persons) => total + persons, 0);
  const outside = 1 - HOSPITAL_SHARE;
  return [
    ...residents.map((persons, index) => stock((outside * weights[index]!) / sum, (outside * persons) / everybody)),
    stock(HOSPITAL_SHARE, HOSPITAL_SHARE),
  ];
}
