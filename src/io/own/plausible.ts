import type { AreaResidents, PlaceData } from '../../model/types.ts';
import { LEVELS } from './area-ref.ts';
import { personsIn, type OwnArea } from './areas.ts';
import type { ProblemLog } from './problem-log.ts';

/** GPs per 10,000 above which a figure is asked about. */
const DENSEST = 20;
/** Change of residents in a year, as a share, above which it is asked about. */
const STEEPEST = 0.3;
const SLACK = 0.01;
const NAMED = 10;

/** Names for a message: the first ten, and how many there are. */
export const listOf = (names: readonly string[]): { areas: string; count: number } => ({
  areas: names.slice(0, NAMED).join('、') + (names.length > NAMED ? '…' : ''),
  count: names.length,
});

/** Residents that change by more than 30 % in a year. Code: `check.population-jump` {area, from, to, before, after} */
export function checkGrowth(areas: readonly OwnArea[], residents: readonly AreaResidents[], log: ProblemLog): void {
  residents.forEach(({ observed, projected }, index) => {
    const points = projected.length === 0 ? observed : [...observed, ...projected].sort((a, b) => a.year - b.year);
    for (let at = 1; at < points.length; at++) {
      const [before, after] = [points[at - 1]!, points[at]!];
      if (after.year === before.year) continue;
      // Nobody, and nobody: no change.
      if (after.persons === before.persons) continue;
      const ratio = after.persons / before.persons;
      if (ratio <= 1 + STEEPEST && ratio >= 1 - STEEPEST) continue;
      const years = after.year - before.year;
      if (ratio <= (1 + STEEPEST) ** years && ratio >= (1 - STEEPEST) ** years) continue;
      log.add('check.population-jump', {
        area: areas[index]?.name ?? '',
        from: before.year,
        to: after.year,
        before: before.persons,
        after: after.persons,
      });
    }
  });
}

/**
 * More than 20 GPs per 10,000 residents, or GPs where nobody lives. Codes: `check.density` {area, year, density}, `check.no-residents`
 * {area, year, gps}
 */
export function checkDensity(
  place: PlaceData,
  residentsAt: (index: number, year: number) => number | null,
  log: ProblemLog,
): void {
  for (const { base, stocks } of place.starts) {
    stocks.forEach(({ registered, assistant, unregistered }, index) => {
      if (place.areas[index]?.institution !== undefined) return;
      const residents = residentsAt(index, base);
      const gps = registered + assistant + unregistered;
      if (residents === null || gps * 10_000 <= DENSEST * residents) return;
      const where = { area: place.areas[index]?.name.zh ?? '', year: base };
      if (residents > 0) log.add('check.density', { ...where, density: Math.round((gps / residents) * 100_000) / 10 });
      else log.add('check.no-residents', { ...where, gps });
    });
  }
}

/** Areas above that differ from the sum of the areas below. Code: `check.parent-sum` {area, year, value, sum} */
export function checkParents(all: readonly OwnArea[], log: ProblemLog): void {
  const children = new Map<string, OwnArea[]>();
  for (const area of all) {
    const same = children.get(area.parent);
    if (same) same.push(area);
    else children.set(area.parent, [area]);
  }
  for (const parent of all) {
    const below = (children.get(parent.key) ?? children.get(parent.name) ?? []).filter(
      (one) => LEVELS.indexOf(one.level) > LEVELS.indexOf(parent.level),
    );
    if (below.length === 0) continue;
    for (const { year, persons: value } of parent.years) {
      const there = below.flatMap((one) => personsIn(one, year) ?? []);
      if (there.length === 0) continue;
      const sum = there.reduce((total, persons) => total + persons, 0);
      if (Math.abs(sum - value) > value * SLACK) log.add('check.parent-sum', { area: parent.name, year, value, sum });
    }
  }
}
