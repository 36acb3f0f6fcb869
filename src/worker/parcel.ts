import type { Projection, Result } from '../model/types.ts';

/**
 * A result on its way to the page. `known`: the baseline that was sent last. While only levers move, the baseline (120 MB for
 * 40,000 areas) is neither copied nor sent again.
 */
export type Parcel = Omit<Result, 'plan' | 'baseline'> & { plan: Sent; baseline: Sent };
type Sent = Projection | 'known';

/** Packs the results of one worker, in the order in which they are sent. The worker keeps the baseline, so a copy of it goes. */
export function createPacker(): (result: Result) => { parcel: Parcel; buffers: ArrayBuffer[] } {
  let sent: Projection | null = null;
  return (result) => {
    const baseline: Sent = result.baseline === sent ? 'known' : copyOf(result.baseline);
    sent = result.baseline;
    const plan = result.plan === result.baseline ? baseline : result.plan;
    const parcel = { ...result, plan, baseline };
    return {
      parcel,
      buffers: [...new Set([plan, baseline].flatMap((one) => (one === 'known' ? [] : buffersOf(one))))],
    };
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

function copyOf(projection: Projection): Projection {
  const { flows, ...columns } = projection;
  // Columns without anybody are one and the same.
  const copies = new Map<Float64Array, Float64Array>();
  return { ...copied(columns, copies), flows: copied(flows, copies) };
}

function copied<T extends object>(columns: T, copies: Map<Float64Array, Float64Array>): T {
  const entries = Object.entries(columns).map(([name, value]: [string, unknown]) => {
    if (!(value instanceof Float64Array)) return [name, value];
    const copy = copies.get(value) ?? value.slice();
    copies.set(value, copy);
    return [name, copy];
  });
  return Object.fromEntries(entries) as T;
}

function buffersOf(projection: Projection): ArrayBuffer[] {
  return [...Object.values(projection), ...Object.values(projection.flows)].flatMap((value: unknown) =>
    value instanceof Float64Array && value.buffer instanceof ArrayBuffer ? [value.buffer] : [],
  );
}
