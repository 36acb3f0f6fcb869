import type { Projection, Result } from '../model/types.ts';

/**
 * A result on its way to the page. `known`: the baseline that was sent last. While only levers move, the baseline is neither copied nor
 * sent again.
 */
export type Parcel = Omit<Result, 'plan' | 'baseline'> & { plan: Sent; baseline: Sent };
type Sent = Projection | 'known';

/** What goes to the page, and the buffers of it that are given away. */
export interface Packed<T> {
  parcel: T;
  buffers: ArrayBuffer[];
}

/**
 * Packs the results of one worker, in the order in which they are sent. The worker keeps the baseline, so a copy of it goes; the plan
 * itself is given away.
 * @param sumsOf sums of a projection, which go with it
 */
export function createPacker(sumsOf: (projection: Projection) => Projection): (result: Result) => Packed<Parcel> {
  let sent: Projection | null = null;
  const summed = (one: Projection): Projection => (one.areas > 1 ? { ...one, whole: sumsOf(one) } : one);
  return (result) => {
    const { baseline: known } = result;
    const baseline: Sent = known === sent ? 'known' : structuredClone(summed(known));
    const plan = result.plan === known ? baseline : summed(result.plan);
    sent = known;
    const given = [plan, baseline].flatMap((one) => (one === 'known' ? [] : buffersOf(one)));
    return { parcel: { ...result, plan, baseline }, buffers: [...new Set(given)] };
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
    return { ...parcel, plan: project(parcel.plan), baseline: known };
  };
}

/** All columns of a projection. */
export function buffersOf({ flows, ...columns }: Projection): ArrayBuffer[] {
  return [...Object.values(columns), ...Object.values(flows)].flatMap((value: unknown) =>
    value instanceof Float64Array && value.buffer instanceof ArrayBuffer ? [value.buffer] : [],
  );
}
