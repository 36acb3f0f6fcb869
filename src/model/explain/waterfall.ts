import { onGrid } from '../grid.ts';
import type { FlowName, Projection } from '../types.ts';
import type { Cause } from './causes.ts';

/** What is explained: GPs under the counting rule, persons; or GPs per 10,000 residents. */
export type Measure = 'heads' | 'density';

/** A change taken apart: `from`, and all parts, and nothing else, make `to`, to the last bit. */
export interface Waterfall {
  from: number;
  to: number;
  parts: Part[];
}
export interface Part {
  cause: Cause;
  value: number;
}

/** Some areas of a projection at the end of a year: persons. */
export interface Side {
  heads: number;
  residents: number;
}

/** Flows by cause, entries positive and exits negative: every one of the ledger (DESIGN §9) belongs to just one. */
const LEDGER: readonly [cause: Cause, entries: readonly FlowName[], exits: readonly FlowName[]][] = [
  ['transfer', ['transfer'], []],
  ['residency', ['residency'], []],
  ['assistant', ['assistant'], []],
  ['ruralOriented', ['ruralOriented'], []],
  ['recruited', ['recruited'], []],
  ['registered', ['registered'], []],
  ['rehired', ['rehired'], []],
  ['moves', ['movedIn'], ['movedOut']],
  ['retired', [], ['retired']],
  ['attrition', [], ['left', 'leftAfterObligation', 'breached']],
  ['deaths', [], ['deaths']],
  ['lapsed', [], ['lapsed']],
];

/** @param members areas, all where null @param year of the projection */
export function sideOf(projection: Projection, members: readonly number[] | null, year: number): Side {
  const at = year - projection.base;
  if (year < projection.base || year > projection.horizon) throw new RangeError(`no year ${year} in the projection`);
  return {
    heads: sum(projection, projection.gps, members, at),
    residents: sum(projection, projection.residents, members, at),
  };
}

/**
 * The value that is explained. Densities are rounded to the grid of persons (2⁻³⁰), like heads, so that differences of
 * them are exact.
 * @returns null for the density of nobody
 */
export function valueOf({ heads, residents }: Side, measure: Measure): number | null {
  if (measure === 'heads') return heads;
  return residents > 0 ? onGrid((heads * 10_000) / residents) : null;
}

/**
 * What the parts leave over becomes the interaction; parts of nothing are left out.
 * @param parts each a value of the grid
 */
export function closed(from: number, to: number, parts: readonly Part[]): Waterfall {
  const rest = parts.reduce((left, { value }) => left - value, to - from);
  const all: Part[] = [...parts, { cause: 'interaction', value: rest }];
  return { from, to, parts: all.filter(({ value }) => value !== 0) };
}

/** Net flows by cause of the years after `after` up to `until`, persons. */
export function flowsBetween(
  projection: Projection,
  members: readonly number[] | null,
  after: number,
  until: number,
): Part[] {
  return LEDGER.map(([cause, entries, exits]) => {
    let value = 0;
    for (let at = after - projection.base + 1; at <= until - projection.base; at++) {
      for (const flow of entries) value += sum(projection, projection.flows[flow], members, at);
      for (const flow of exits) value -= sum(projection, projection.flows[flow], members, at);
    }
    return { cause, value };
  });
}

/**
 * A change whose heads are known flow by flow. Of a density, population is what the change of residents alone would have done to the
 * heads at the start, and every flow is counted on the residents at the start; interaction is what both do together.
 * @param flows persons by cause; together all that lies between the heads of `start` and of `end`
 * @returns null where one of the densities is that of nobody
 */
export function ofFlows(start: Side, end: Side, flows: readonly Part[], measure: Measure): Waterfall | null {
  const [from, to] = [valueOf(start, measure), valueOf(end, measure)];
  if (from === null || to === null) return null;
  if (measure === 'heads') return closed(from, to, flows);
  const population = valueOf({ heads: start.heads, residents: end.residents }, measure)! - from;
  const perStart = flows.map(({ cause, value }): Part => ({
    cause,
    value: onGrid((value * 10_000) / start.residents),
  }));
  return closed(from, to, [...perStart, { cause: 'population', value: population }]);
}

function sum(projection: Projection, column: Float64Array, members: readonly number[] | null, at: number): number {
  const span = projection.horizon - projection.base + 1;
  let total = 0;
  if (members === null) for (let area = 0; area < projection.areas; area++) total += column[area * span + at]!;
  else for (const area of members) total += column[area * span + at]!;
  return total;
}
