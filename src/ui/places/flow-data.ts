import { FLOWS, type FlowName, type Projection } from '../../model/types.ts';
import { sumByYear } from '../projection-series.ts';

/** Exits and entries in the order of the ledger; opening − exits + entries = closing. */
export const ENTRIES: readonly FlowName[] = [
  'transfer',
  'residency',
  'assistant',
  'ruralOriented',
  'registered',
  'recruited',
  'rehired',
  'movedIn',
];
export const EXITS: readonly FlowName[] = [
  'deaths',
  'retired',
  'left',
  'leftAfterObligation',
  'breached',
  'lapsed',
  'movedOut',
];

/** Flows by year, the base year left out: it has none. */
export interface FlowSeries {
  years: number[];
  flows: Record<FlowName, number[]>;
  entries: { transfer: number[]; residency: number[]; ruralOriented: number[]; recruited: number[] };
  exits: { left: number[]; retired: number[]; others: number[] };
  net: number[];
}

/** The flows of some areas together, or of all. */
export function flowSeries(projection: Projection, members: readonly number[] | null): FlowSeries {
  const flows = Object.fromEntries(
    FLOWS.map((flow) => [flow, sumByYear(projection, projection.flows[flow], members).slice(1)]),
  ) as Record<FlowName, number[]>;
  const years = Array.from({ length: projection.horizon - projection.base }, (_, index) => projection.base + 1 + index);
  const sum = (...names: FlowName[]): number[] =>
    years.map((_, index) => names.reduce((total, name) => total + flows[name][index]!, 0));
  return {
    years,
    flows,
    entries: {
      transfer: flows.transfer,
      residency: sum('residency', 'assistant'),
      ruralOriented: flows.ruralOriented,
      recruited: sum('recruited', 'rehired', 'registered', 'movedIn'),
    },
    exits: {
      left: sum('left', 'leftAfterObligation'),
      retired: flows.retired,
      others: sum('deaths', 'breached', 'lapsed', 'movedOut'),
    },
    net: years.map((_, index) => flows.closing[index]! - flows.opening[index]!),
  };
}

/** Yearly change of what was counted, between counts one year apart. */
export function observedNet(observed: readonly { year: number; gps: number }[]): { year: number; value: number }[] {
  return observed.flatMap((point, index) => {
    const before = observed[index - 1];
    return before && before.year === point.year - 1 ? [{ year: point.year, value: point.gps - before.gps }] : [];
  });
}
