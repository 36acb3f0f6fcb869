import type { Reference } from '../../model/reference.ts';
import type { Area, PlaceData, Problem, Source } from '../../model/types.ts';
import { residentsIn } from '../growth.ts';
import { hospitalArea, NO_RESIDENTS } from '../illustrative-staffing.ts';
import { censusAreas, type Merged, type OwnArea } from './areas.ts';
import { readCensus, type CensusFigures } from './census.ts';
import { chooseAreas } from './choose-areas.ts';
import type { OwnFile } from './decode.ts';
import { readDistances } from './distances.ts';
import { centresOf } from './centres.ts';
import { hospitalsOf } from './hospitals.ts';
import { keyInParent } from './names.ts';
import { ownDistances } from './own-distances.ts';
import { fillPools } from './own-pool.ts';
import { whatsOf } from './figure-list.ts';
import type { Chosen } from './header.ts';
import { placesOf, staffMatcher } from './match-staff.ts';
import { ownFacts } from './own-facts.ts';
import { both, groupsOf, placeName } from './own-frame.ts';
import { ownIntake } from './own-intake.ts';
import { ownNotes } from './own-notes.ts';
import { checkDensity, checkGrowth, checkParents } from './plausible.ts';
import { problemLog } from './problem-log.ts';
import { readTable } from './read-text.ts';
import { residentsOf, ruralShareOf } from './residents.ts';
import type { StaffFigures } from './staff-row.ts';
import { observedPoint, stocksByYear } from './staff-years.ts';
import { readStaffing } from './staffing.ts';
import type { OwnTable } from './table.ts';
import { atOnce } from '../../model/turns.ts';

type Kind = 'census' | 'staffing' | 'distances';

/** What the reader has decided about her files. */
export interface OwnChoices {
  /** Meanings of columns chosen by hand. */
  columns?: Partial<Record<Kind, Chosen>>;
  /** Areas merged into others, old code or name → new code. */
  merged?: Merged;
}

/** A place made from a bureau's own files. `problems` that begin with `check.` ask; the others say what was not read. */
export interface OwnPlace {
  place: PlaceData | null;
  problems: Problem[];
  /** Areas for which the staff file has a row in its last year. */
  staffed: number;
  /** Areas that the last census year no longer has: the reader may say into which others they were merged. */
  gone: { key: string; name: string }[];
  /** What was read of each file, for keeping and for downloads. */
  read: OwnRows;
}

/** The rows of the files, without anything that names a person. */
export interface OwnRows {
  census: ReturnType<typeof readCensus> | null;
  staffing: ReturnType<typeof readStaffing> | null;
  distances: ReturnType<typeof readDistances> | null;
}

/**
 * Builds a place from text files. Sound rows are used although others are bad. Workbooks are read elsewhere (`readWorkbook`):
 * see `placeOfTables`.
 * @returns place null without a usable census or staffing file
 */
export function ownPlace(
  files: Partial<Record<Kind, OwnFile>>,
  reference: Reference,
  choices: OwnChoices = {},
): OwnPlace {
  const problems: Problem[] = [];
  const tables: Partial<Record<Kind, OwnTable>> = {};
  for (const kind of ['census', 'staffing', 'distances'] as const) {
    const file = files[kind];
    if (!file) continue;
    const read = readTable(file);
    problems.push(...read.problems);
    if (read.table) tables[kind] = read.table;
  }
  const built = placeOfTables(tables, reference, choices);
  return { ...built, problems: [...problems, ...built.problems] };
}

/**
 * As `ownPlace`, from tables that have been read. Codes: `own.no-census`, `own.no-staffing`; those of the readers and checks.
 */
export function placeOfTables(
  tables: Partial<Record<Kind, OwnTable>>,
  reference: Reference,
  choices: OwnChoices = {},
): OwnPlace {
  return atOnce(placeSteps(tables, reference, choices));
}

/** As `placeOfTables`, in a few steps. */
export function* placeSteps(
  tables: Partial<Record<Kind, OwnTable>>,
  reference: Reference,
  { columns = {}, merged: told = {} }: OwnChoices = {},
): Generator<undefined, OwnPlace> {
  const census = tables.census ? readCensus(tables.census, columns.census) : null;
  yield;
  const staffing = tables.staffing ? readStaffing(tables.staffing, columns.staffing) : null;
  yield;
  const distances = tables.distances ? readDistances(tables.distances, columns.distances) : null;
  const rows = { census, staffing, distances };
  const read = [census, staffing, distances].flatMap((one) => one?.problems ?? []);
  const missing: Problem[] = [];
  if (!census?.rows.length) missing.push({ code: 'own.no-census', values: { file: tables.census?.file ?? '' } });
  if (!staffing?.rows.length) missing.push({ code: 'own.no-staffing', values: { file: tables.staffing?.file ?? '' } });
  if (!census || !staffing || !tables.census || !tables.staffing || missing.length > 0) {
    return { place: null, problems: [...read, ...missing], gone: [], read: rows, staffed: 0 };
  }

  const files = { census: tables.census.file, staffing: tables.staffing.file };
  const censusLog = problemLog(files.census);
  const staffLog = problemLog(files.staffing);
  const merged = withNames(told, census.rows);
  const all = censusAreas(census.rows, merged, censusLog);
  yield;
  const lastObserved = lastObservedYear(staffing.rows, reference);
  const chosen = chooseAreas(
    all,
    census.rows,
    lastObserved,
    (areas) => isStaffed(areas, all, staffing.rows, merged),
    censusLog,
  );
  if (!chosen) {
    missing.push({ code: 'own.no-census', values: { file: files.census } });
    return { place: null, problems: [...read, ...censusLog.all(), ...missing], gone: [], read: rows, staffed: 0 };
  }
  const { areas } = chosen;
  const residents = areas.map((area) => residentsOf(area, census.rows, lastObserved, reference, censusLog));
  yield;
  checkGrowth(areas, residents, censusLog);
  checkParents(all, censusLog);

  const staffSource = official(files.staffing);
  const { wheres } = staffing.rows;
  const matched = placesOf(staffing.rows, staffMatcher(areas, all, wheres, merged, staffLog));
  const { hospitals, places } = hospitalsOf(areas, wheres, matched);
  const about = { source: staffSource, reference, log: staffLog };
  const years = stocksByYear(staffing, [...areas, ...hospitals], all, places, about);
  const estimated = fillPools(years, residents, reference);
  yield;
  const urban = census.rows.urban.some((persons) => !Number.isNaN(persons));
  const centres = centresOf(areas, all, wheres, places);
  const distanceLog = problemLog(tables.distances?.file ?? '');
  if (years.length === 0) missing.push({ code: 'own.no-staffing', values: { file: files.staffing } });
  const parents = groupsOf([...areas, ...hospitals], all, chosen.level);
  const place: PlaceData = {
    id: 'own',
    name: placeName(areas, all, census.header?.titles ?? []),
    level: parents.level,
    policy: 'china-2018',
    workforce: 'gp',
    areas: [
      ...areas.map((area, index): Area => ({
        code: area.key,
        parent: area.parent,
        level: chosen.level,
        name: both(area.name),
        centres: centres[index] ?? null,
        ruralShare: urban ? ruralShareOf(area, census.rows) : null,
      })),
      ...hospitals.map(({ parent }) => hospitalArea(parent)),
    ],
    groups: parents.groups,
    residents: [...residents, ...hospitals.map(() => NO_RESIDENTS)],
    ...(distances && { distances: ownDistances(distances.rows, areas, distanceLog) }),
    whole: null,
    starts: years.map(({ year, stocks }) => ({
      base: year,
      scope: 'all',
      name: { zh: `${year} 年（自有数据）`, en: `${year} (own files)` },
      stocks: stocks.map(({ stock }) => stock),
    })),
    observed: years.map(({ year, stocks }) => observedPoint(year, stocks, staffSource)),
    documentResidents: null,
    intake: ownIntake(residents, reference),
    facts: ownFacts((years.at(-1)?.stocks ?? []).map(({ stock }) => stock)),
    notes: ownNotes({
      files,
      census: census.rows,
      years,
      residents,
      lastObserved,
      estimated,
      centres: centres.some((count) => count !== null),
      hospitals: hospitals.length > 0,
    }),
  };
  checkDensity(place, (index, year) => (residents[index] ? residentsIn(residents[index], year) : null), staffLog);
  const problems = [...read, ...censusLog.all(), ...staffLog.all(), ...distanceLog.all(), ...missing];
  const gone = chosen.gone.map(({ key, name }) => ({ key, name }));
  return { place: missing.length > 0 ? null : place, problems, gone, read: rows, staffed: years.at(-1)?.staffed ?? 0 };
}

/** Staff may stand under the name alone of an area of which the reader has said where it belongs, unless another has that name too. */
function withNames(merged: Merged, { wheres }: CensusFigures): Merged {
  if (Object.keys(merged).length === 0) return merged;
  const named = wheres.flatMap(({ area: { code, name }, parentName }) => {
    if (name === null) return [];
    const into = merged[code ?? (parentName === null ? name : keyInParent(name, parentName))];
    return [{ name, into }];
  });
  const others = new Set(named.flatMap(({ name, into }) => (into === undefined ? name : [])));
  const names = named.flatMap(({ name, into }): [string, string][] =>
    into === undefined || others.has(name) ? [] : [[name, into]],
  );
  return { ...Object.fromEntries(names), ...merged };
}

const official = (file: string): Source => ({ provenance: 'official', text: both(file) });

/** Years after both the last staff count and the year after the last national count are years to come. */
function lastObservedYear(staff: StaffFigures, reference: Reference): number {
  const national = (reference.nationalSeries.at(-1)?.year ?? 0) + 1;
  return whatsOf(staff).reduce((last, { year }) => Math.max(last, year), national);
}

function isStaffed(areas: readonly OwnArea[], all: readonly OwnArea[], rows: StaffFigures, merged: Merged): boolean {
  const placeOf = staffMatcher(areas, all, rows.wheres, merged, problemLog(''));
  return rows.wheres.some((where) => placeOf(where, 0)?.kind === 'area');
}
