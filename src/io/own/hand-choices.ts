import * as v from 'valibot';
import type { Chosen } from './header.ts';
import { meaningsOf, type FileKind, type Meaning } from './synonyms.ts';

/** What a reader has decided by hand about her files, as a file of its own: the headless run takes it. */
export interface HandChoices {
  /** Sheet of a workbook, by its name. */
  sheets: Partial<Record<FileKind, string>>;
  columns: Partial<Record<FileKind, Chosen>>;
  /** Areas merged into others, old → new. */
  merged: Readonly<Record<string, string>>;
}

const columnsOf = (kind: FileKind) =>
  v.optional(v.record(v.pipe(v.string(), v.regex(/^[1-9]\d{0,3}$/)), v.nullable(v.picklist(meaningsOf(kind)))), {});
const schema = v.strictObject({
  sheets: v.optional(
    v.strictObject({
      census: v.optional(v.string()),
      staffing: v.optional(v.string()),
      distances: v.optional(v.string()),
    }),
    {},
  ),
  columns: v.optional(
    v.strictObject({
      census: columnsOf('census'),
      staffing: columnsOf('staffing'),
      distances: columnsOf('distances'),
    }),
    {},
  ),
  merged: v.optional(v.record(v.string(), v.string()), {}),
});

/** The text of such a file: columns are counted from 1, as they are shown. */
export function writeChoices({ sheets, columns, merged }: HandChoices): string {
  const fromOne = Object.entries(columns).map(([kind, chosen]) => [
    kind,
    Object.fromEntries(Object.entries(chosen).map(([column, meaning]) => [Number(column) + 1, meaning])),
  ]);
  return `${JSON.stringify({ sheets, columns: Object.fromEntries(fromOne), merged }, null, 2)}\n`;
}

/** @returns the choices, or all that is wrong with the text: where, what was found and what was expected */
export function readChoices(text: string): HandChoices | { faults: string[] } {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { faults: ['no JSON'] };
  }
  const read = v.safeParse(schema, json);
  if (!read.success) {
    return {
      faults: read.issues.map(
        (issue) => `${v.getDotPath(issue) ?? ''}: expected ${issue.expected ?? '1, 2, …'}, found ${issue.received}`,
      ),
    };
  }
  const { sheets, columns, merged } = read.output;
  const fromZero = Object.entries(columns).map(([kind, chosen]) => [
    kind,
    Object.fromEntries(
      Object.entries(chosen ?? {}).map(([column, meaning]): [number, Meaning | null] => [Number(column) - 1, meaning]),
    ),
  ]);
  return { sheets: sheets as HandChoices['sheets'], columns: Object.fromEntries(fromZero), merged };
}

/** Name of the sheet that a table was, by the name under which it is told; null for a text file. */
export const sheetOf = (file: string): string | null => /^.* \[(.*)\]$/.exec(file)?.[1] ?? null;
