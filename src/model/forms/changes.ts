import type { FilledForm, FormColumn, FormRow } from './form.ts';

/** One number that is not what it was; null: it was not there, or is no longer. */
export interface FormChange {
  code: string;
  name: string;
  column: string;
  before: number | null;
  after: number | null;
}

/** A form of an earlier month, by the titles of its columns. */
export interface EarlierForm {
  titles: string[];
  rows: FormRow[];
}

/** Every number that differs from the earlier form, line by line: areas first, lines that are no longer there last. Columns are matched by title. */
export function changesSince(
  earlier: EarlierForm,
  { parts }: FilledForm,
  columns: readonly FormColumn[],
): FormChange[] {
  const before = new Map(earlier.rows.map((row) => [row.code, row]));
  const rows = parts.flatMap((part) => part.rows);
  const now = new Set(rows.map(({ code }) => code));
  const ours = columns.flatMap(({ title }, index) => {
    const at = earlier.titles.indexOf(title);
    return at < 0 ? [] : [{ title, index, at }];
  });
  const changed = rows.flatMap(({ code, name, values }) =>
    ours.flatMap(({ title, index, at }) => {
      const [old, value] = [before.get(code)?.values[at] ?? null, values[index] ?? null];
      return old === value ? [] : [{ code, name, column: title, before: old, after: value }];
    }),
  );
  const gone = earlier.rows
    .filter(({ code }) => !now.has(code))
    .flatMap(({ code, name, values }) =>
      ours.flatMap(({ title, at }) => {
        const old = values[at] ?? null;
        return old === null ? [] : [{ code, name, column: title, before: old, after: null }];
      }),
    );
  return [...changed, ...gone];
}
