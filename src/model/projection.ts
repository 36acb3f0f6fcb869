import type { CohortInput } from './cohort-input.ts';
import { FLOWS } from './types.ts';
import type { FlowName, Projection } from './types.ts';

/** A zero column for every flow. */
export function emptyFlows(cells: number): Record<FlowName, Float64Array> {
  return Object.fromEntries(FLOWS.map((flow) => [flow, new Float64Array(cells)])) as Record<FlowName, Float64Array>;
}

/** The columns [area × year] that either engine fills; residents are those of the input. */
export function emptyProjection(input: CohortInput): Projection {
  const areas = input.opening.length;
  const cells = areas * (input.horizon - input.base + 1);
  const column = (): Float64Array => new Float64Array(cells);
  return {
    base: input.base,
    horizon: input.horizon,
    areas,
    residents: input.residents.slice(),
    registered: column(),
    assistant: column(),
    unregistered: column(),
    rehired: column(),
    freed: column(),
    pool: column(),
    gps: column(),
    flows: emptyFlows(cells),
  };
}
