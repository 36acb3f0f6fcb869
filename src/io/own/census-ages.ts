import type { Reference } from '../../model/reference.ts';
import type { AreaResidents, Sex } from '../../model/types.ts';
import { BANDS, type CensusAges } from '../ages.ts';
import { groupsApart, type AgeGroup } from './age-groups.ts';
import { OLDEST } from './cell.ts';
import type { OwnArea } from './areas.ts';
import type { CensusFigures } from './census.ts';
import type { ProblemLog } from './problem-log.ts';

const SEXES: readonly Sex[] = [0, 1];
const WIDEST = 5;
/** From this age on a group may be as wide as it likes: 80+ is split as in the nation. */
const OPEN_FROM = 80;

/**
 * Census ages of one area by year: single years and five-year groups by sex, on the 19 bands. Groups that span several bands
 * (0–4, 80+) are split as the nation's residents are; those that lie in others are not counted again.
 * @returns years in which both sexes have ages that reach from 0 to the open end. Codes: `census.age-wide` {row, value, expected};
 * `census.ages-gap` {area, year}
 */
export function agesOf(
  area: OwnArea,
  rows: CensusFigures,
  /** Figures that are taken. */
  taken: (at: number) => boolean,
  reference: Reference,
  log: ProblemLog,
): AreaResidents['ages'] {
  if (!rows.whats.some(({ sex, ages }) => sex !== null && ages !== null)) return [];
  const byYear = new Map<number, { ages: CensusAges; covered: [Set<number>, Set<number>] }>();
  const groups = new Map<number, [AgeGroup[], AgeGroup[]]>();
  for (const at of area.figures) {
    const what = rows.whats[rows.what[at]!];
    if (!what || what.sex === null || what.ages === null || !taken(at)) continue;
    const { year, sex, ages } = what;
    const [row, persons] = [rows.row[at]!, rows.value[at]!];
    if (ages.to - ages.from + 1 > WIDEST && ages.from < OPEN_FROM) {
      log.add('census.age-wide', { row, value: `${ages.from}–${ages.to}`, expected: '0–4, 5–9, …' });
      continue;
    }
    const bySex = groups.get(year) ?? [[], []];
    groups.set(year, bySex);
    bySex[sex].push({ ...ages, persons });
  }
  const apart = [...groups].flatMap(([year, bySex]) =>
    SEXES.flatMap((sex) => groupsApart(bySex[sex]).map((group) => ({ year, sex, group }))),
  );
  for (const { year, sex, group } of apart) {
    const entry = byYear.get(year) ?? {
      ages: { year, persons: [BANDS.map(() => 0), BANDS.map(() => 0)] },
      covered: [new Set(), new Set()],
    };
    byYear.set(year, entry);
    spread(entry.ages.persons[sex], group, group.persons, reference.nationalAges.persons[sex]);
    for (let age = group.from; age <= Math.min(group.to, OPEN_FROM + 5); age++) entry.covered[sex].add(age);
  }
  return [...byYear.values()]
    .filter(({ ages, covered }) => {
      const whole = covered.every((set) =>
        Array.from({ length: OPEN_FROM + 6 }, (_, age) => age).every((age) => set.has(age)),
      );
      if (!whole) log.add('census.ages-gap', { area: area.name, year: ages.year });
      return whole;
    })
    .map(({ ages }) => ages)
    .sort((a, b) => a.year - b.year);
}

/** Puts persons of some ages into the bands, by the nation's residents of these ages. */
function spread(bands: number[], ages: { from: number; to: number }, persons: number, nation: readonly number[]): void {
  const weights = BANDS.map((first, band) => {
    const last = (BANDS[band + 1] ?? OLDEST + 1) - 1;
    const shared = Math.min(last, ages.to) - Math.max(first, ages.from) + 1;
    return shared <= 0 ? 0 : ((nation[band] ?? 0) * shared) / (last - first + 1);
  });
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  weights.forEach((weight, band) => (bands[band] = (bands[band] ?? 0) + (all > 0 ? (persons * weight) / all : 0)));
}
