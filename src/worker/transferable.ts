import type { Projection, Result } from '../model/types.ts';

/** Buffers of a result, each once: the plan may be the baseline, and both may share their residents. */
export function transferable(result: Result): ArrayBuffer[] {
  return [...new Set([...buffersOf(result.plan), ...buffersOf(result.baseline)])];
}

function buffersOf(projection: Projection): ArrayBuffer[] {
  return [...Object.values(projection), ...Object.values(projection.flows)].flatMap((value: unknown) =>
    value instanceof Float64Array && value.buffer instanceof ArrayBuffer ? [value.buffer] : [],
  );
}
