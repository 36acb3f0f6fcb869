import type { Projection, Result } from '../model/types.ts';

/**
 * A result on its way to the page. `known`: the baseline that was sent last. While only levers move, the baseline is neither copied nor
 * sent again, and what the plan has as the baseline has it (residents, statuses without anybody) is left out.
 */
export type Parcel = Omit<Result, 'plan' | 'baseline'> & {
  plan: Partial<Projection> | 'known';
  baseline: Projection | 'known';
};

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
    const baseline = known === sent ? ('known' as const) : structuredClone(summed(known));
    const plan = result.plan === known ? baseline : otherThan(known, summed(result.plan));
    sent = known;
    const given = [plan, baseline].flatMap((one) => (one === 'known' ? [] : buffersOf(one)));
    return { parcel: { ...result, plan, baseline }, buffers: [...new Set(given)] };
  };
}

/** Unpacks what a packer sent; every parcel must come by here. */
export function createUnpacker(): (parcel: Parcel) => Result {
  let known: Projection | null = null;
  return (parcel) => {
    const baseline = parcel.baseline === 'known' ? known : parcel.baseline;
    if (baseline === null) throw new Error('a baseline that was never sent');
    known = baseline;
    const own = parcel.plan === 'known' || parcel.plan === parcel.baseline ? null : parcel.plan;
    return { ...parcel, plan: own ? { ...baseline, ...own } : baseline, baseline };
  };
}

/** The plan without the columns that are the baseline's, to the bit. */
function otherThan(baseline: Projection, plan: Projection): Partial<Projection> {
  const same = (name: string, column: unknown): boolean => {
    const there: unknown = baseline[name as keyof Projection];
    return column instanceof Float64Array && there instanceof Float64Array && areSame(column, there);
  };
  return Object.fromEntries(Object.entries(plan).filter(([name, column]) => !same(name, column)));
}

function areSame(one: Float64Array, other: Float64Array): boolean {
  if (one.length !== other.length) return false;
  for (let cell = 0; cell < one.length; cell++) if (!Object.is(one[cell], other[cell])) return false;
  return true;
}

/** All columns of a projection. */
export function buffersOf({ flows = {} as Projection['flows'], ...columns }: Partial<Projection>): ArrayBuffer[] {
  return [...Object.values(columns), ...Object.values(flows)].flatMap((value: unknown) =>
    value instanceof Float64Array && value.buffer instanceof ArrayBuffer ? [value.buffer] : [],
  );
}
