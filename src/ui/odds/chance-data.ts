import { valueTicks } from '../../chart/value-ticks.ts';
import type { Tornado } from '../../model/doubt/tornado.ts';
import { chanceOfAtLeast, minimumProbability, sortedDensities, wantedProbability } from '../../model/micro/bands.ts';
import type { Draws } from '../../model/micro/ensemble.ts';
import type { PlaceData } from '../../model/types.ts';

/** Steps of the chance curve. */
const STEPS = 100;
/** Bars of the tornado: the widest ones, and none whose ends are nearly one. */
const BARS = 8;
const NARROW = 0.002;

/** Chances of having at least so many GPs per 10,000, over one grid. */
export interface Curves {
  grid: number[];
  ticks: number[];
  plan: number[];
  baseline: number[] | null;
}

/** @param year index @param target kept within the grid where there is one */
export function curvesOf(plan: Draws, baseline: Draws | null, year: number, target: number | null): Curves {
  const ends = [plan, ...(baseline ? [baseline] : [])].flatMap((draws) => {
    const sorted = sortedDensities(draws, year);
    return [sorted[0]!, sorted.at(-1)!];
  });
  if (target !== null) ends.push(target);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const room = Math.max(0.05, (high - low) * 0.08);
  const marks = valueTicks(Math.max(0, low - room), high + room);
  const step = marks[1]! - marks[0]!;
  const from = Math.max(0, marks[0]! - step);
  const to = marks.at(-1)! + step;
  const grid = Array.from({ length: STEPS + 1 }, (_, i) => from + ((to - from) * i) / STEPS);
  const shares = (draws: Draws): number[] => grid.map((value) => chanceOfAtLeast(draws, year, value));
  return { grid, ticks: marks, plan: shares(plan), baseline: baseline && shares(baseline) };
}

/** One bar of the tornado in a year. */
export interface Bar {
  key: string;
  low: number;
  high: number;
  atLow: number;
  atHigh: number;
}

/** The parameters that move a year's density most, the widest first. @param year index */
export function barsOf({ bars }: Tornado, year: number): Bar[] {
  const reach = ({ atLow, atHigh }: Bar): number => Math.abs(atHigh - atLow);
  return bars
    .map(({ key, low, high, atLow, atHigh }) => ({ key, low, high, atLow: atLow[year]!, atHigh: atHigh[year]! }))
    .filter((bar) => reach(bar) > NARROW)
    .sort((one, other) => reach(other) - reach(one))
    .slice(0, BARS);
}

/** The odds of one area. */
export interface AreaOdds {
  index: number;
  name: PlaceData['areas'][number]['name'];
  /** Share of the draws; null where there is no minimum, or nothing is wanted. */
  minimum: number | null;
  wanted: number | null;
}

/** The odds of every area in a year, the least first. @param year index */
export function areaOdds(draws: Draws, place: PlaceData, year: number): AreaOdds[] {
  const share = ({ minimum, wanted }: AreaOdds): number => minimum ?? wanted ?? 1;
  return place.areas
    .map(({ name, institution }, index) => ({ index, name, institution }))
    .filter(({ institution }) => institution === undefined)
    .map(({ index, name }) => ({
      index,
      name,
      minimum: minimumProbability(draws, index, year),
      wanted: wantedProbability(draws, index, year),
    }))
    .sort((one, other) => share(one) - share(other) || (one.wanted ?? 1) - (other.wanted ?? 1));
}
