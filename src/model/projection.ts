import type { CohortInput } from './cohort-input.ts';
import { FLOWS } from './types.ts';
import type { FlowName, Projection, Result } from './types.ts';

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

/** Writes the sum of one year. @param values by area */
export function writeSum<Name extends string>(
  columns: Record<Name, Float64Array>,
  name: Name,
  values: Float64Array,
  at: number,
): void {
  let sum = 0;
  for (let area = 0; area < values.length; area++) sum += values[area]!;
  columns[name][at] = sum;
}

/** Asked for seventeen years of twenty-five columns: a callback would leave every number behind as an object. */
function isNobody(persons: Float64Array): boolean {
  for (let area = 0; area < persons.length; area++) if (persons[area] !== 0) return false;
  return true;
}

/** Columns of persons that a projection in brief has by area. */
export const IN_BRIEF = ['registered', 'assistant', 'unregistered', 'rehired', 'gps'] as const;

/** As `unwrittenProjection`, in brief: its flows, and who else is asked for seldom, are sums over the areas, [year]. */
export function unwrittenBrief(input: CohortInput): Projection {
  const years = input.horizon - input.base + 1;
  const residents = sumsByYear(input.residents, input.opening.length, years);
  const opening = input.opening.slice(0, 1);
  const whole = projectionOf({ ...input, opening, residents }, () => new Float64Array(years));
  const { freed, pool, flows } = whole;
  return { ...unwrittenProjection(input), freed, pool, flows, whole };
}

/** A result with its plan in full; where nothing was decided the plan is the baseline, and stays it. */
export const inFull = (result: Result, plan: Projection): Result => ({
  ...result,
  plan,
  baseline: result.baseline === result.plan ? plan : result.baseline,
});

/** A projection in full of some of its areas, in the order given. */
export function ofAreas(projection: Projection, members: readonly number[]): Projection {
  const years = projection.horizon - projection.base + 1;
  const picked = <Columns extends object>(columns: Columns): Columns =>
    Object.fromEntries(
      Object.entries(columns).map(([name, column]) => {
        if (!(column instanceof Float64Array)) return [name, column];
        const rows = new Float64Array(members.length * years);
        members.forEach((area, row) => rows.set(column.subarray(area * years, (area + 1) * years), row * years));
        return [name, rows];
      }),
    ) as Columns;
  const { whole: _, ...columns } = projection;
  return { ...picked(columns), areas: members.length, flows: picked(projection.flows) };
}

/** Sums of a column over the areas, in their order, by year. */
export function sumsByYear(column: Float64Array, areas: number, years: number): Float64Array {
  const total = new Float64Array(years);
  for (let first = 0; first < areas * years; first += years) {
    for (let at = 0; at < years; at++) total[at]! += column[first + at]!;
  }
  return total;
}

/** Whether the flows of its areas have to be asked for. */
export const isBrief = ({ flows, whole }: Projection): boolean => flows === whole?.flows;

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
