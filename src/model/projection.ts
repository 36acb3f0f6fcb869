import type { CohortInput } from './cohort-input.ts';
import { FLOWS } from './types.ts';
import type { FlowName, Projection } from './types.ts';

/** A zero column for every flow. */
export function emptyFlows(cells: number): Record<FlowName, Float64Array> {
  return Object.fromEntries(FLOWS.map((flow) => [flow, new Float64Array(cells)])) as Record<FlowName, Float64Array>;
}

/** The columns [area × year] that either engine fills; residents are those of the input. */
export function emptyProjection(input: CohortInput): Projection {
  return projectionOf(input, () => new Float64Array(cellsOf(input)));
}

/**
 * As `emptyProjection`, but all columns are one array of zeros until somebody is written into them: 40,000 areas have twenty-five
 * columns of five megabytes, and a fifth of them nobody is ever in. Columns are not to be changed but by `writeYear`.
 */
export function unwrittenProjection(input: CohortInput): Projection {
  const zeros = new Float64Array(cellsOf(input));
  return projectionOf(input, () => zeros);
}

/**
 * Writes one year of a column.
 * @param zeros the column of nobody
 * @param values by area
 */
export function writeYear<Name extends string>(
  columns: Record<Name, Float64Array>,
  name: Name,
  zeros: Float64Array,
  values: Float64Array,
  at: number,
): void {
  if (columns[name] === zeros) {
    if (isNobody(values)) return;
    columns[name] = new Float64Array(zeros.length);
  }
  const column = columns[name];
  const span = zeros.length / values.length;
  for (let area = 0; area < values.length; area++) column[area * span + at] = values[area]!;
}

/** Asked for seventeen years of twenty-five columns: a callback would leave every number behind as an object. */
function isNobody(persons: Float64Array): boolean {
  for (let area = 0; area < persons.length; area++) if (persons[area] !== 0) return false;
  return true;
}

const cellsOf = ({ opening, base, horizon }: CohortInput): number => opening.length * (horizon - base + 1);

function projectionOf(input: CohortInput, column: () => Float64Array): Projection {
  return {
    base: input.base,
    horizon: input.horizon,
    areas: input.opening.length,
    residents: input.residents.slice(),
    registered: column(),
    assistant: column(),
    unregistered: column(),
    rehired: column(),
    freed: column(),
    pool: column(),
    gps: column(),
    flows: Object.fromEntries(FLOWS.map((flow) => [flow, column()])) as Projection['flows'],
  };
}
