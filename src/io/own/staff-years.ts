import type { Reference } from '../../model/reference.ts';
import type { PlaceData, Source } from '../../model/types.ts';
import type { Merged, OwnArea } from './areas.ts';
import { staffMatcher, type StaffPlace } from './match-staff.ts';
import { listOf } from './plausible.ts';
import type { ProblemLog } from './problem-log.ts';
import type { StaffRow } from './staff-row.ts';
import { stockOf, type OwnStock } from './stocks.ts';

/** The stocks of a year in which the file counts staff. */
export interface StaffYear {
  year: number;
  stocks: OwnStock[];
}

/**
 * Stocks of all areas for every year in which staff are counted. Codes: `staffing.above` {row, value}: no area below it is counted in that year; `staffing.duplicate` {row, first};
 * `check.staff-total`; `check.only-census` {areas, count, year}
 */
export function stocksByYear(
  staffing: { rows: readonly StaffRow[]; roster: boolean },
  areas: readonly OwnArea[],
  all: readonly OwnArea[],
  merged: Merged,
  { source, reference, log }: { source: Source; reference: Reference; log: ProblemLog },
): StaffYear[] {
  const placeOf = staffMatcher(areas, all, merged, log);
  const rows = staffing.roster ? staffing.rows : withoutRepeats(staffing.rows, log);
  const placed = rows.map((row): [StaffRow, StaffPlace] => [row, placeOf(row)]);
  const years = [...new Set(placed.flatMap(([row, at]) => (at?.kind === 'area' ? row.year : [])))].sort(
    (a, b) => a - b,
  );
  for (const [row, at] of placed) {
    if (at?.kind === 'above' && !years.includes(row.year)) log.add('staffing.above', { row: row.row, value: at.key });
  }
  return years.map((year) => {
    const here = placed.filter(([row]) => row.year === year);
    const listed = here.some(([row]) => row.category === 'training');
    const byArea: StaffRow[][] = areas.map(() => []);
    for (const [row, at] of here) if (at?.kind === 'area') byArea[at.index]?.push(row);
    const empty = areas.filter((_, index) => byArea[index]?.length === 0);
    if (empty.length > 0) log.add('check.only-census', { ...listOf(empty.map(({ name }) => name)), year });
    const stocks = areas.map(({ name }, index) =>
      stockOf(byArea[index] ?? [], { area: name, year, roster: staffing.roster, listed, source }, reference, log),
    );
    checkAbove(here, stocks, areas, all, year, log);
    return { year, stocks };
  });
}

/** A row of an area above (the county's own line) against the areas below it. */
function checkAbove(
  here: readonly [StaffRow, StaffPlace][],
  stocks: readonly OwnStock[],
  areas: readonly OwnArea[],
  all: readonly OwnArea[],
  year: number,
  log: ProblemLog,
): void {
  const totals = new Map<string, number>();
  for (const [{ category, sex, ages, heads, institution }, at] of here) {
    const gps =
      category !== 'eligible' && category !== 'training' && sex === null && ages === null && institution === null;
    if (at?.kind === 'above' && gps) totals.set(at.key, (totals.get(at.key) ?? 0) + heads);
  }
  const parentOf = new Map(all.map(({ key, parent }) => [key, parent]));
  for (const [key, total] of totals) {
    let parts = 0;
    areas.forEach((area, index) => {
      let above: string | undefined = area.parent;
      while (above !== undefined && above !== key) above = parentOf.get(above);
      const stock = stocks[index]?.stock;
      if (above === key && stock) parts += stock.registered + stock.assistant + stock.unregistered;
    });
    const area = all.find((one) => one.key === key)?.name ?? key;
    if (total < parts) log.add('check.staff-total', { area, year, total, parts });
  }
}

function withoutRepeats(rows: readonly StaffRow[], log: ProblemLog): StaffRow[] {
  const seen = new Map<string, number>();
  return rows.filter(({ row, area, institution, year, category, sex, ages, path, expectedYear }) => {
    const key = [area.code, area.name, institution, year, category, sex, ages?.from, ages?.to, path, expectedYear].join(
      ' ',
    );
    const first = seen.get(key);
    if (first === undefined) seen.set(key, row);
    else log.add('staffing.duplicate', { row, first });
    return first === undefined;
  });
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
