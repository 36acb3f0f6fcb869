import type { FlowName, Projection, Result } from '../model/types.ts';

/**
 * A result on its way to the page. `known`: the baseline that was sent last. While only levers move, the baseline (120 MB for
 * 40,000 areas) is neither copied nor sent again.
 */
export type Parcel = Omit<Result, 'plan' | 'baseline'> & { plan: Sent; baseline: Sent };
type Sent = Projection | 'known';

/**
 * Beyond so many areas the page keeps the flows of a baseline only while it is the plan: 70 MB for 40,000 areas, of which only the sums
 * (`whole`) are looked at.
 */
export const MANY_AREAS = 2000;

/** Packs the results of one worker, in the order in which they are sent. */
export interface Packer {
  /** The plan is a baseline whose flows nobody has any more: it must be run anew. */
  isSpent(result: Result): boolean;
  pack(result: Result): { parcel: Parcel; buffers: ArrayBuffer[] };
}

/**
 * The worker keeps the baseline, so a copy of it goes; but of its flows only those that targets look at: the page has the others from
 * then on, as long as it wants them, and the worker never sends them again.
 * @param sumsOf sums of a projection, which go with it
 */
export function createPacker(sumsOf: (projection: Projection) => Projection): Packer {
  let sent: Projection | null = null;
  /** The page has no flows of it any more. */
  let left = false;
  const summed = (from: Projection, to: Projection): Projection =>
    from.areas > 1 ? { ...to, whole: sumsOf(from) } : to;
  return {
    isSpent: ({ plan, baseline }) => plan === baseline && baseline === sent && left,
    pack(result) {
      const { baseline: known } = result;
      const baseline: Sent = known === sent ? 'known' : summed(known, leavingTargets(known));
      const plan = result.plan === known ? baseline : summed(result.plan, result.plan);
      left = plan !== baseline && known.areas > MANY_AREAS;
      sent = known;
      const parcel = { ...result, plan, baseline };
      return {
        parcel,
        buffers: [...new Set([plan, baseline].flatMap((one) => (one === 'known' ? [] : buffersOf(one))))],
      };
    },
  };
}

/** Unpacks what a packer sent; every parcel must come by here. */
export function createUnpacker(): (parcel: Parcel) => Result {
  let known: Projection | null = null;
  const project = (sent: Sent): Projection => {
    if (sent !== 'known') return sent;
    if (known === null) throw new Error('a baseline that was never sent');
    return known;
  };
  return (parcel) => {
    known = project(parcel.baseline);
    const plan = project(parcel.plan);
    if (plan !== known && known.areas > MANY_AREAS) known = withoutFlows(known);
    return { ...parcel, plan, baseline: known };
  };
}

/** Of its flows only the sums; itself where it has no more. */
function withoutFlows(projection: Projection): Projection {
  const { flows, whole } = projection;
  return whole && flows !== whole.flows ? { ...projection, flows: whole.flows } : projection;
}

/** Flows that a quota can be about (target-quota.ts). */
const LOOKED_AT: readonly FlowName[] = ['transfer', 'recruited'];

/** The projection for the page: copies of the columns that the worker goes on to need, the others themselves. */
function leavingTargets(projection: Projection): Projection {
  const { flows, ...columns } = projection;
  // Columns without anybody are one and the same, here and there.
  const copies = new Map<Float64Array, Float64Array>();
  for (const column of [...Object.values(columns), ...LOOKED_AT.map((flow) => flows[flow])]) {
    if (column instanceof Float64Array && !copies.has(column)) copies.set(column, column.slice());
  }
  return { ...withCopies(columns, copies), flows: withCopies(flows, copies) };
}

function withCopies<T extends object>(columns: T, copies: ReadonlyMap<unknown, Float64Array>): T {
  return Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, copies.get(value) ?? value])) as T;
}

function buffersOf(projection: Projection): ArrayBuffer[] {
  return [...Object.values(projection), ...Object.values(projection.flows)].flatMap((value: unknown) =>
    value instanceof Float64Array && value.buffer instanceof ArrayBuffer ? [value.buffer] : [],
  );
}
