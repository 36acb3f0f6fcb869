import { atOnce } from '../turns.ts';
import { sortedSteps } from './sorted.ts';
import { sumOf, type EquityUnits } from './units.ts';

/**
 * The Lorenz curve, from (0, 0) to (1, 1), a point at each end of an area: so large a share of the residents, those with the fewest GPs
 * first, has so large a share of the GPs.
 */
export interface Lorenz {
  residents: Float64Array;
  gps: Float64Array;
  /** Area that ends at the point; −1 at the origin. */
  areas: Int32Array;
}

/**
 * The Lorenz curve of GPs over residents, areas ascending by density; within an area GPs are taken to be spread evenly.
 * @returns null where there are no residents or no GPs
 */
export function lorenz(units: EquityUnits): Lorenz | null {
  return atOnce(lorenzSteps(units));
}

/** The same in steps of a few milliseconds, however many areas there are. */
export function* lorenzSteps(units: EquityUnits): Generator<void, Lorenz | null> {
  if (!(sumOf(units.residents) > 0) || !(sumOf(units.gps) > 0)) return null;
  return curveOf(units, yield* sortedSteps(units));
}

function curveOf(units: EquityUnits, order: Uint32Array): Lorenz {
  const [allResidents, allGps] = [sumOf(units.residents), sumOf(units.gps)];
  const residents = new Float64Array(order.length + 1);
  const gps = new Float64Array(order.length + 1);
  const areas = new Int32Array(order.length + 1).fill(-1);
  let [people, heads] = [0, 0];
  for (let index = 0; index < order.length; index++) {
    const unit = order[index]!;
    people += units.residents[unit]!;
    heads += units.gps[unit]!;
    residents[index + 1] = people / allResidents;
    gps[index + 1] = heads / allGps;
    areas[index + 1] = units.areas[unit]!;
  }
  return { residents, gps, areas };
}

/** A curve as a chart shows it. */
export type Outline = Pick<Lorenz, 'residents' | 'gps'>;

/** More points than this cannot be told apart in a chart. */
const MOST_SEEN = 4096;

/** Of very many points those that share their cell of a fine grid with the point before are left out; the last stays. */
export function outlineOf({ residents, gps }: Lorenz): Outline {
  const { length } = residents;
  if (length <= MOST_SEEN) return { residents, gps };
  const seen = { residents: new Float64Array(length), gps: new Float64Array(length) };
  let [count, column, row] = [0, -1, -1];
  for (let point = 0; point < length; point++) {
    const toColumn = Math.floor(residents[point]! * MOST_SEEN);
    const toRow = Math.floor(gps[point]! * MOST_SEEN);
    if (toColumn === column && toRow === row && point < length - 1) continue;
    seen.residents[count] = residents[point]!;
    seen.gps[count++] = gps[point]!;
    column = toColumn;
    row = toRow;
  }
  return { residents: seen.residents.slice(0, count), gps: seen.gps.slice(0, count) };
}

/** Gini coefficient: twice the area between the curve and the diagonal; 0 where all have the same density, towards 1 where one has all. */
export function gini({ residents, gps }: Lorenz): number {
  let under = 0;
  for (let index = 1; index < residents.length; index++) {
    under += (residents[index]! - residents[index - 1]!) * (gps[index]! + gps[index - 1]!);
  }
  return Math.max(0, 1 - under);
}

/** Share of the GPs that the worst served `share` of the residents (0–1) have, on the straight line between two points of the curve. */
export function gpsOfPoorest({ residents, gps }: Lorenz, share: number): number {
  const next = residents.findIndex((point) => point >= share);
  if (next < 0) return 1;
  if (next === 0 || residents[next] === residents[next - 1]) return gps[next]!;
  const part = (share - residents[next - 1]!) / (residents[next]! - residents[next - 1]!);
  return gps[next - 1]! + part * (gps[next]! - gps[next - 1]!);
}
