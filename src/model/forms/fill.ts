import { countedInArea } from '../count.ts';
import { TOLERANCE } from '../target-case.ts';
import type { Area, AreaGroup, CountingRule, PlaceData, Problem, Projection } from '../types.ts';
import { checkSteps } from './check.ts';
import { entryKey, rollUp, type Entries, type Fill, type FilledForm, type FormColumn, type FormRow } from './form.ts';

/** What a form is filled from. */
export interface FormCase {
  place: PlaceData;
  projection: Projection;
  rule: CountingRule;
  /** Share of an area's GPs who work in township health centres; a township's all do. */
  centreShare: number;
  year: number;
  /** 1–12 */
  month: number;
  /** Yuan a year for each village clinic, by the document's rule of costs; null: it has none. */
  clinicYuan: number | null;
}

/** GPs that the notice asks of every established township health centre. */
const MINIMUM = 2;

/**
 * GPs of an area at the end of a month, on the straight line between the ends of the years around it.
 * @returns null before the end of the base year and after the horizon
 */
export function gpsAtMonth({ projection, rule, year, month }: FormCase, area: number): number | null {
  const at = year - projection.base;
  if (year > projection.horizon || at < 0) return null;
  const end = countedInArea(projection, rule, area, at);
  if (month === 12) return end;
  if (at === 0) return null;
  const start = countedInArea(projection, rule, area, at - 1);
  return start + ((end - start) * month) / 12;
}

/** What is known of an area for a column without the reader; whole persons and centres. */
export function valueOf(given: FormCase, area: number, fill: Fill): number | null {
  const { centres, level } = given.place.areas[area] ?? { centres: null, level: 'township' };
  if (fill === 'given' || fill === 'cost') return null;
  if (fill === 'centres') return centres;
  const gps = gpsAtMonth(given, area);
  if (gps === null) return null;
  if (fill === 'gps') return Math.round(gps);
  if (centres === null) return null;
  const inCentres = centres === 0 ? 0 : gps * (level === 'township' ? 1 : given.centreShare);
  const served = Math.min(centres, Math.floor((inCentres + TOLERANCE) / MINIMUM));
  switch (fill) {
    case 'centreGps':
      return Math.round(inCentres);
    case 'served':
      return served;
    case 'short':
      return centres - served;
    case 'lack':
      return Math.max(0, Math.ceil(MINIMUM * centres - inCentres - TOLERANCE));
    default:
      return fill satisfies never;
  }
}

/**
 * The line of one area: what the reader has put in, else what is known. Costs follow from the number of clinics beside them, the first
 * column that only the reader knows.
 */
export function fillRow(
  given: FormCase,
  area: number,
  columns: readonly FormColumn[],
  name: string,
  entries: Entries,
): FormRow {
  const code = given.place.areas[area]?.code ?? '';
  const clinics = columns.find(({ fill }) => fill === 'given');
  const none = isEmpty(entries);
  const entered = (id: string): number | null => (none ? null : (entries[entryKey(code, id)] ?? null));
  const values = columns.map(({ id, fill }) => {
    if (fill !== 'cost') return entered(id) ?? valueOf(given, area, fill);
    const count = clinics ? entered(clinics.id) : null;
    return entered(id) ?? (count === null || given.clinicYuan === null ? null : count * given.clinicYuan);
  });
  return { code, name, values };
}

/** Most forms have no number of the reader's: no key need be made for 40,000 areas. */
function isEmpty(entries: Entries): boolean {
  for (const _ in entries) return false;
  return true;
}

/** A form as it is asked for: its columns, what lines and sums are called, and what the reader has put in. */
export interface FormAsked extends FormCase {
  columns: readonly FormColumn[];
  entries: Entries;
  name: (one: Pick<Area | AreaGroup, 'name'>) => string;
  whole: { code: string; name: string };
}

/** Lines that are filled at once: a few milliseconds. */
const LINES = 2000;

/** A form filled in, rolled up and checked, in steps of a few milliseconds, however many areas there are. A hospital has no line. */
export function* formSteps(
  asked: FormAsked,
): Generator<void, { asked: FormAsked; form: FilledForm; problems: Problem[] }> {
  const { place, columns, entries, name, whole } = asked;
  const rows: (FormRow | null)[] = [];
  for (const [index, area] of place.areas.entries()) {
    if (index % LINES === LINES - 1) yield;
    rows.push(area.institution === 'hospital' ? null : fillRow(asked, index, columns, name(area), entries));
  }
  yield;
  const form = rollUp(place, rows, columns.length, name, whole);
  yield;
  return { asked, form, problems: yield* checkSteps(form, columns) };
}
