import { projectCohort } from '../cohort-engine.ts';
import { evidenceOf, frameOf, inputOf } from '../frame.ts';
import type { Setup } from '../frame.ts';
import type { Move } from '../reassign/types.ts';
import { evaluateTargets } from '../targets.ts';
import type { Projection } from '../types.ts';
import type { Values } from '../values.ts';
import { microRun, runDraw } from './micro-engine.ts';
import type { MicroRun } from './micro-run.ts';
import { parameterDraws, withDrawn } from './parameters.ts';
import type { Uncertain } from './parameters.ts';

/** Most draws of one run: 100,000 draws over 30 years are 24 MB of densities. */
export const MOST_DRAWS = 100_000;
const LARGEST_SEED = 2 ** 32 - 1;
const TOLERANCE = 1e-9;

/** Which draws to make, and which doubt goes into them. */
export interface DrawRange {
  seed: number;
  /** First draw, and the first one not made. */
  from: number;
  to: number;
  /** Whole persons by chance; off: the cohort engine's expected values. */
  chance: boolean;
  /** Parameters drawn from their ranges; off: all at the scenario's values. */
  parameters: boolean;
}

/** The result of a range of draws; parts of one run can be merged. Plain values, ready to leave a worker. */
export interface Draws {
  from: number;
  to: number;
  years: number[];
  /** Ids of the document's targets, in its order. */
  targets: string[];
  /** GPs per 10,000 of the whole place [draw × year]. */
  density: Float64Array;
  /** [draw × target] 1: met, 0: missed, 2: unknown. */
  met: Uint8Array;
  /** [area] least GPs in township health centres; 0 where there is no minimum. */
  minimum: Float64Array;
  /** [area × year] number of draws in which the area reaches its minimum. */
  minimumMet: Uint32Array;
  /** GPs per 10,000 that the document asks of the whole place, by year, held after its last target; null before its first. */
  wanted: (number | null)[];
  /** [area × year] number of draws in which the area reaches what is wanted of the whole place. */
  wantedMet: Uint32Array;
}

const MISSED = 0;
const MET = 1;
const UNKNOWN = 2;

/** Makes draws `from` to `to` − 1. A draw is the same whatever the range that it is made in. @throws RangeError when seed or range are not whole numbers within their limits */
export type Drawer = (range: DrawRange) => Draws;

/**
 * Gets ready for draws of a scenario, range by range.
 * @param values every field of the scenario, defaults filled in
 * @param defaults the default of every field
 * @param uncertain ranges of the fields in doubt. A drawn value takes the place of the default, and of the scenario's value where that is the default
 * @param moves the plan of reassignment, the same in all draws
 * @throws RangeError when a range has low > mode or mode > high
 */
export function drawerOf(
  setup: Setup,
  values: Values,
  defaults: Values,
  uncertain: readonly Uncertain[],
  moves: readonly Move[] = [],
): Drawer {
  const frame = frameOf(setup, values);
  const span = frame.years.length;
  const first = inputOf(frame, values, values, defaults, moves);
  const evidence = { ...evidenceOf(frame, values), moves };
  const cells = first.opening.length * span;
  const drawn = parameterDraws(uncertain);
  const scenarioOf = withDrawn(values, defaults);
  let ready: MicroRun | null = null;
  let certain: Projection | null = null;

  return (range) => {
    checkRange(range);
    const { seed, from, to } = range;
    const run = range.chance ? (ready ??= microRun(first)) : null;
    const result: Draws = {
      from,
      to,
      years: frame.years,
      targets: frame.pack.targets.map(({ id }) => id),
      density: new Float64Array((to - from) * span),
      met: new Uint8Array((to - from) * frame.pack.targets.length),
      minimum: Float64Array.from(first.opening, ({ minimum }) => minimum),
      minimumMet: new Uint32Array(cells),
      wanted: heldAfterLast(frame.targetPath),
      wantedMet: new Uint32Array(cells),
    };
    for (let draw = from; draw < to; draw++) {
      let input = first;
      let seen = evidence;
      if (range.parameters) {
        const { plan, usual } = scenarioOf(drawn({ seed, draw }));
        input = inputOf(frame, plan, plan, usual, moves);
        seen = { ...evidenceOf(frame, plan), moves };
      }
      let projection: Projection;
      if (run !== null) projection = runDraw(run, input, { seed, draw });
      else if (range.parameters) projection = projectCohort(input);
      else projection = certain ??= projectCohort(input);
      writeDensity(projection, result.density, (draw - from) * span);
      countMinima(projection, input.opening, result.minimumMet);
      countWanted(projection, result.wanted, result.wantedMet);
      evaluateTargets(frame.pack, setup.place, projection, seen).forEach(({ status }, target) => {
        const flag = status === 'met' ? MET : status === 'missed' ? MISSED : UNKNOWN;
        result.met[(draw - from) * result.targets.length + target] = flag;
      });
    }
    return result;
  };
}

function checkRange({ seed, from, to }: DrawRange): void {
  if (!Number.isInteger(seed) || seed < 0 || seed > LARGEST_SEED) throw new RangeError(`no seed: ${seed}`);
  if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || to <= from || to > MOST_DRAWS) {
    throw new RangeError(`no draws: ${from} to ${to}`);
  }
}

function writeDensity(projection: Projection, density: Float64Array, at: number): void {
  const span = projection.horizon - projection.base + 1;
  for (let year = 0; year < span; year++) {
    let gps = 0;
    let residents = 0;
    for (let cell = year; cell < projection.gps.length; cell += span) {
      gps += projection.gps[cell]!;
      residents += projection.residents[cell]!;
    }
    density[at + year] = residents > 0 ? (gps * 10_000) / residents : 0;
  }
}

function countMinima(
  { gps }: Projection,
  opening: readonly { minimum: number; centreShare: number }[],
  minimumMet: Uint32Array,
): void {
  const span = gps.length / opening.length;
  opening.forEach(({ minimum, centreShare }, area) => {
    for (let cell = area * span; cell < (area + 1) * span; cell++) {
      if (gps[cell]! * centreShare >= minimum - TOLERANCE) minimumMet[cell]!++;
    }
  });
}

/** The document's last density target stands until another one is written. */
function heldAfterLast(path: readonly (number | null)[]): (number | null)[] {
  let last: number | null = null;
  return path.map((wanted) => (last = wanted ?? last));
}

function countWanted({ gps, residents }: Projection, wanted: readonly (number | null)[], wantedMet: Uint32Array): void {
  const span = wanted.length;
  for (let cell = 0; cell < gps.length; cell++) {
    const level = wanted[cell % span];
    if (level == null || !(residents[cell]! > 0)) continue;
    if (gps[cell]! * 10_000 >= level * residents[cell]! - TOLERANCE) wantedMet[cell]!++;
  }
}
