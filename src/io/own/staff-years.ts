import type { Reference } from '../../model/reference.ts';
import type { PlaceData, Source } from '../../model/types.ts';
import { ageSharer } from './age-shares.ts';
import type { OwnArea } from './areas.ts';
import { repeatsIn } from './figure-list.ts';
import { groupRows, indicesWhere } from './growing.ts';
import type { StaffPlace } from './match-staff.ts';
import { listOf } from './plausible.ts';
import type { ProblemLog } from './problem-log.ts';
import type { StaffFigures } from './staff-row.ts';
import { stockOf, type OwnStock } from './stocks.ts';

/** The stocks of a year in which the file counts staff. */
export interface StaffYear {
  year: number;
  stocks: OwnStock[];
  /** Areas that have a row in this year. */
  staffed: number;
}

/**
 * Stocks of all areas for every year in which staff are counted. Codes: `staffing.above` {row, value}: no area below it is counted in
 * that year; `staffing.duplicate` {row, first}; `check.staff-total`; `check.only-census` {areas, count, year}
 */
export function stocksByYear(
  staffing: { rows: StaffFigures; roster: boolean },
  areas: readonly OwnArea[],
  all: readonly OwnArea[],
  /** Where each place of the file belongs, by its number. */
  places: readonly StaffPlace[],
  { source, reference, log }: { source: Source; reference: Reference; log: ProblemLog },
): StaffYear[] {
  const { rows, roster } = staffing;
  const placeOf = (at: number): StaffPlace => places[rows.where[at]!] ?? null;
  const yearOf = (at: number): number => rows.whats[rows.what[at]!]!.year;
  const repeats = roster ? [] : repeatsIn(rows, rows.where, rows.wheres.length);
  for (const [at, first] of repeats) {
    log.add('staffing.duplicate', { row: rows.row[at]!, first: rows.row[first]! });
  }
  const repeated = new Set(repeats.map(([at]) => at));
  const isTaken = (at: number): boolean => repeated.size === 0 || !repeated.has(at);
  const taken = indicesWhere(rows.length, isTaken);
  const found = new Set<number>();
  for (let index = 0; index < taken.length; index++) {
    const at = taken[index]!;
    if (placeOf(at)?.kind === 'area') found.add(yearOf(at));
  }
  const years = [...found].sort((a, b) => a - b);
  for (let index = 0; index < taken.length; index++) {
    const at = taken[index]!;
    const place = placeOf(at);
    if (place?.kind !== 'above' || found.has(yearOf(at))) continue;
    log.add('staffing.above', { row: rows.row[at]!, value: place.key });
  }
  const sharesOf = ageSharer(rows, reference);
  return years.map((year) => {
    const here = indicesWhere(rows.length, (at) => yearOf(at) === year && isTaken(at));
    const listed = here.some((at) => rows.whats[rows.what[at]!]?.category === 'training');
    const areaOf = here.map((at) => {
      const place = placeOf(at);
      return place?.kind === 'area' ? place.index : -1;
    });
    const groups = groupRows(areaOf, areas.length);
    const figuresOf = (area: number): number[] => {
      const figures: number[] = [];
      for (let at = groups.starts[area]!; at < groups.starts[area + 1]!; at++) figures.push(here[groups.order[at]!]!);
      return figures;
    };
    const empty = areas.filter(
      ({ years }, area) => years.length > 0 && groups.starts[area] === groups.starts[area + 1],
    );
    if (empty.length > 0) log.add('check.only-census', { ...listOf(empty.map(({ name }) => name)), year });
    const stocks = areas.map(({ name }, area) =>
      stockOf(figuresOf(area), rows, { area: name, year, roster, listed, source }, sharesOf, log),
    );
    checkAbove(here, rows, placeOf, stocks, areas, all, year, log);
    return { year, stocks, staffed: areas.filter((area) => area.years.length > 0).length - empty.length };
  });
}

/** A row of an area above (the county's own line) against the areas below it. */
function checkAbove(
  here: Int32Array,
  rows: StaffFigures,
  placeOf: (at: number) => StaffPlace,
  stocks: readonly OwnStock[],
  areas: readonly OwnArea[],
  all: readonly OwnArea[],
  year: number,
  log: ProblemLog,
): void {
  const totals = new Map<string, number>();
  for (let index = 0; index < here.length; index++) {
    const at = here[index]!;
    const place = placeOf(at);
    if (place?.kind !== 'above') continue;
    const [what, where] = [rows.whats[rows.what[at]!]!, rows.wheres[rows.where[at]!]!];
    const gps = what.category !== 'eligible' && what.category !== 'training';
    if (!gps || what.sex !== null || what.ages !== null || where.institution !== null) continue;
    totals.set(place.key, (totals.get(place.key) ?? 0) + rows.value[at]!);
  }
  if (totals.size === 0) return;
  const parentOf = new Map(all.map(({ key, parent }) => [key, parent]));
  const names = new Map(all.map(({ key, name }) => [key, name]));
  /** GPs of the areas below each area that is named. */
  const parts = new Map<string, number>();
  areas.forEach((area, index) => {
    const stock = stocks[index]?.stock;
    if (!stock) return;
    const passed = new Set<string>();
    for (let above: string | undefined = area.parent; above !== undefined; above = parentOf.get(above)) {
      if (passed.has(above)) break;
      passed.add(above);
      const heads = stock.registered + stock.assistant + stock.unregistered;
      if (totals.has(above)) parts.set(above, (parts.get(above) ?? 0) + heads);
    }
  });
  for (const [key, total] of totals) {
    const below = parts.get(key) ?? 0;
    if (total < below) log.add('check.staff-total', { area: names.get(key) ?? key, year, total, parts: below });
  }
}

/** What the place is counted to have at the end of a year; registered null where some areas do not say. */
export function observedPoint(
  year: number,
  stocks: readonly OwnStock[],
  source: Source,
): PlaceData['observed'][number] {
  const sum = (pick: (one: OwnStock) => number) => stocks.reduce((all, one) => all + pick(one), 0);
  const registered = sum(({ stock }) => stock.registered + stock.assistant);
  return {
    year,
    scope: 'all',
    certified: registered + sum(({ stock }) => stock.unregistered),
    registered: stocks.some(({ undivided }) => undivided) ? null : registered,
    source,
  };
}
