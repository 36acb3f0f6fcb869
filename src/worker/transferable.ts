import type { Projection, Result } from '../model/types.ts';

/**
 * Buffers of a result that may be handed over. The baseline stays with the worker, which keeps it while only levers change; the
 * page gets a copy of it.
 */
export function transferable({ plan, baseline }: Result): ArrayBuffer[] {
  return plan === baseline ? [] : buffersOf(plan);
}

function buffersOf(projection: Projection): ArrayBuffer[] {
  return [...Object.values(projection), ...Object.values(projection.flows)].flatMap((value: unknown) =>
    value instanceof Float64Array && value.buffer instanceof ArrayBuffer ? [value.buffer] : [],
  );
}
