import type { Level } from '../../model/types.ts';
import { LEVELS } from './area-ref.ts';
import { eachYear, type OwnArea } from './areas.ts';
import type { CensusFigures } from './census.ts';
import { listOf } from './plausible.ts';
import type { ProblemLog } from './problem-log.ts';

/** The areas that the model runs on. */
export interface ChosenAreas {
  level: Level;
  areas: OwnArea[];
  /** Areas that the last census year no longer has. */
  gone: OwnArea[];
}

/**
 * The lowest level that covers the place and that the staff file knows; without the areas that the last census year no longer has.
 * Codes: `check.vanished` {areas, count, last}: merged into others, as it seems; `check.level` {level}: there is a lower one, which
 * does not cover the place or which the staff file does not know
 * @param isStaffed whether the staff file has any row at or below one of these areas
 */
export function chooseAreas(
  all: readonly OwnArea[],
  rows: CensusFigures,
  lastObserved: number,
  isStaffed: (areas: readonly OwnArea[]) => boolean,
  log: ProblemLog,
): ChosenAreas | null {
  const byLevel = [...LEVELS]
    .reverse()
    .map((level) => ({ level, areas: all.filter((area) => area.level === level && area.years.length > 0) }))
    .filter(({ areas }) => areas.length > 0);
  const largest = Math.max(0, ...byLevel.map(({ areas }) => latestOf(areas)));
  const covering = byLevel.filter(({ areas }) => latestOf(areas) * 2 >= largest);
  const chosen = covering.find(({ areas }) => isStaffed(areas)) ?? covering[0];
  if (!chosen) return null;
  if (chosen !== byLevel[0]) log.add('check.level', { level: chosen.level });
  const last = lastCommonYear(chosen.areas, rows, lastObserved);
  const gone = chosen.areas.filter(({ years }) => (years.at(-1)?.year ?? 0) < last);
  const lost = new Set(gone);
  if (gone.length > 0) log.add('check.vanished', { ...listOf(gone.map(({ name }) => name)), last });
  return { level: chosen.level, areas: chosen.areas.filter((area) => !lost.has(area)), gone };
}

/** Residents of all areas, each in its own last year. */
const latestOf = (areas: readonly OwnArea[]): number =>
  areas.reduce((sum, { years }) => sum + (years.at(-1)?.persons ?? 0), 0);

/** The last observed year that at least half of the areas have. */
function lastCommonYear(areas: readonly OwnArea[], rows: CensusFigures, lastObserved: number): number {
  const counts = new Map<number, number>();
  for (const { figures } of areas) {
    eachYear(figures, rows, (year, from, to) => {
      // A year that the file itself calls a projection is not observed, even when it is past by now.
      let counted = false;
      for (let at = from; at < to; at++) counted ||= !rows.whats[rows.what[figures[at]!]!]!.projected;
      if (counted && year <= lastObserved) counts.set(year, (counts.get(year) ?? 0) + 1);
    });
  }
  return Math.max(0, ...[...counts].filter(([, count]) => count * 2 >= areas.length).map(([year]) => year));
}
