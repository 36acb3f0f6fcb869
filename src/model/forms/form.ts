import type { PlaceData } from '../types.ts';

/** The three monthly forms that Hunan's notice names (annexes 1 to 3). */
export const FORMS = ['clinics', 'centres', 'summary'] as const;
export type FormId = (typeof FORMS)[number];

/**
 * What fills a column: established township health centres; GPs of the area; GPs in its centres; centres that can have two; centres that
 * cannot; GPs lacking; running costs of the village clinics of another column, yuan a year; `given`: only the reader knows.
 */
export type Fill = 'centres' | 'gps' | 'centreGps' | 'served' | 'short' | 'lack' | 'cost' | 'given';

/** A column of a form. The notice gives only the forms' names, so titles and columns are the reader's to change. */
export interface FormColumn {
  /** Stays when the title changes. */
  id: string;
  title: string;
  fill: Fill;
}

/** One line of a form: an area, a group of areas, or the whole. `values` by column; null where nothing is known. */
export interface FormRow {
  code: string;
  name: string;
  values: (number | null)[];
}

/** A form filled in: lines of the areas by group, with sums of the groups and of the whole. Areas without a group stand last. */
export interface FilledForm {
  parts: { sum: FormRow | null; rows: FormRow[] }[];
  total: FormRow;
}

/** Numbers that the reader has put in, by `entryKey`. */
export type Entries = Readonly<Record<string, number>>;
export const entryKey = (code: string, column: string): string => `${code} ${column}`;

/**
 * Sums of lines, column by column: what is not known adds nothing; a column that nobody knows has no sum.
 * @throws RangeError when a line has another number of values
 */
export function sumOfRows(code: string, name: string, rows: readonly FormRow[], columns: number): FormRow {
  const values = Array.from({ length: columns }, (): number | null => null);
  for (const { values: own } of rows) {
    if (own.length !== columns) throw new RangeError(`a line of ${own.length} values in a form of ${columns}`);
    for (const [column, value] of own.entries()) if (value !== null) values[column] = (values[column] ?? 0) + value;
  }
  return { code, name, values };
}

/** County → prefecture → province: the lines of the areas under their groups, each with its sum. @param rows one an area, in their order */
export function rollUp(
  { areas, groups }: Pick<PlaceData, 'areas' | 'groups'>,
  rows: readonly (FormRow | null)[],
  columns: number,
  name: (group: PlaceData['groups'][number]) => string,
  whole: { code: string; name: string },
): FilledForm {
  const of = (members: readonly number[]): FormRow[] => members.flatMap((member) => rows[member] ?? []);
  const grouped = new Set(groups.flatMap(({ members }) => members));
  const parts: FilledForm['parts'] = groups.map((group) => {
    const lines = of(group.members);
    return { sum: sumOfRows(group.code, name(group), lines, columns), rows: lines };
  });
  const alone = of(areas.flatMap((_, area) => (grouped.has(area) ? [] : [area])));
  if (alone.length > 0) parts.push({ sum: null, rows: alone });
  return {
    parts,
    total: sumOfRows(
      whole.code,
      whole.name,
      parts.flatMap((part) => part.rows),
      columns,
    ),
  };
}
