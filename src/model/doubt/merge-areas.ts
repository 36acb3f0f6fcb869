import type { AreaOpening, CohortInput } from '../cohort-input.ts';

/**
 * The same place with areas of the same ages put together. Expected values are linear in the stocks and every rate is the same in all
 * areas, so the GPs of the whole place stay as they are (but for rounding to the grid), whoever is placed where.
 */
export function mergeAreas(input: CohortInput): CohortInput {
  const span = input.horizon - input.base + 1;
  const groups: number[][] = [];
  input.opening.forEach(({ ageShares, poolShares }, area) => {
    const alike = groups.find(([first]) => {
      const other = input.opening[first!]!;
      return other.ageShares === ageShares && other.poolShares === poolShares;
    });
    if (alike) alike.push(area);
    else groups.push([area]);
  });
  const residents = new Float64Array(groups.length * span);
  groups.forEach((areas, group) => {
    for (const area of areas) {
      for (let year = 0; year < span; year++) residents[group * span + year]! += input.residents[area * span + year]!;
    }
  });
  return {
    ...input,
    residents,
    opening: groups.map((areas) => areas.map((area) => input.opening[area]!).reduce(together)),
    levers: input.levers.map((year) => ({ ...year, priority: false })),
  };
}

function together(one: AreaOpening, other: AreaOpening): AreaOpening {
  return {
    ...one,
    registered: one.registered + other.registered,
    assistant: one.assistant + other.assistant,
    unregistered: one.unregistered + other.unregistered,
    pool: one.pool + other.pool,
  };
}
