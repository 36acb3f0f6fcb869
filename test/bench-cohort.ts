import type { ReadText } from '../src/io/built-in.ts';
import { loadPlace } from '../src/io/places.ts';
import { loadReference } from '../src/io/reference.ts';
import { projectCohort } from '../src/model/cohort-engine.ts';
import { AGES } from '../src/model/cohort-input.ts';
import type { CohortInput } from '../src/model/cohort-input.ts';
import { demographyOf } from '../src/model/demography.ts';
import { cohortInput } from '../src/model/inputs.ts';
import { fieldsOf } from '../src/scenario/fields.ts';
import { resolve } from '../src/scenario/resolve.ts';
import { loadPolicy } from '../src/io/policies.ts';

const AREAS = 200;
const RUNS = 60;
/** Registered, bound by an obligation, assistant, certified-unregistered, rehired, eligible pool; each by sex and age. */
const CELLS_PER_AREA = 6 * 2 * AGES;

/** Hunan's units, some of them twice, as 200 areas from 2024 to 2040 under the default scenario. */
async function input(read: ReadText): Promise<CohortInput> {
  const place = await loadPlace('hunan', read);
  const pack = await loadPolicy(place.policy, read);
  const reference = await loadReference(read);
  const values = resolve(fieldsOf({ place, pack, reference }), {});
  const start = place.starts.at(-1)!;
  const stocks = Array.from({ length: AREAS }, (_, i) => start.stocks[i % start.stocks.length]!);
  const areas = Array.from({ length: AREAS }, (_, i) => place.areas[i % place.areas.length]!);
  const span = 2040 - start.base + 1;
  return cohortInput(
    {
      place: { ...place, areas },
      reference,
      start: { ...start, stocks },
      horizon: 2040,
      count: 'certified',
      demography: demographyOf(reference),
      residents: new Float64Array(AREAS * span).fill(500_000),
      moves: [],
      targetPath: Array.from({ length: span }, () => 5),
    },
    values,
    values,
    values,
  );
}

/** Milliseconds of one run over 200 areas and 16 years: the median of many, once the code is warm. */
async function cohortMilliseconds(read: ReadText): Promise<number> {
  const given = await input(read);
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    projectCohort(given);
    times.push(performance.now() - start);
  }
  return times.slice(RUNS / 3).sort((a, b) => a - b)[Math.floor(RUNS / 3)]!;
}

/** Nanoseconds per cell and year: area × sex × age × status, whether or not anybody is in it. */
export async function cohortNanosecondsPerCellYear(read: ReadText): Promise<number> {
  return ((await cohortMilliseconds(read)) * 1e6) / (AREAS * CELLS_PER_AREA * 16);
}
