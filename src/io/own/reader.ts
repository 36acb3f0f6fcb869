import type { Reference } from '../../model/reference.ts';
import type { PlaceData, Problem, Text } from '../../model/types.ts';
import { residentsIn } from '../growth.ts';
import type { OwnFile } from './decode.ts';
import { fingerprint } from './fingerprint.ts';
import type { Chosen } from './header.ts';
import { placeOfTables, type OwnChoices, type OwnPlace } from './own-place.ts';
import { csvText, ownTexts, type Rows } from './own-table.ts';
import { parseTable } from './read-text.ts';
import { guessKind, KINDS, readFile } from './read-file.ts';
import type { FileKind } from './synonyms.ts';
import { previewOf, type TablePreview } from './table-preview.ts';
import type { OwnTable } from './table.ts';
import { TEMPLATES } from './templates.ts';
import { xlsx } from './xlsx.ts';

/** A sheet that has been read: a text file has one. */
export interface Sheet {
  id: number;
  file: string;
  rows: number;
  guess: FileKind | null;
}
/** What the reader wants checked: the sheet of each kind, by id, and her choices. */
export interface Wanted {
  sheets: Partial<Record<FileKind, number>>;
  columns: Partial<Record<FileKind, Chosen>>;
  merged: Readonly<Record<string, string>>;
}
/** All that the preview shows. */
export interface Checked {
  tables: Partial<Record<FileKind, TablePreview>>;
  problems: Problem[];
  /** null: the files make no place yet. */
  summary: { place: Text; areas: number; years: number[]; residents: number; unmatched: number } | null;
  gone: OwnPlace['gone'];
  /** Areas into which others can have been merged. */
  into: { key: string; name: string }[];
}
/** Tables as CSV, as they are kept and downloaded, by kind of file. */
export type Texts = Partial<Record<FileKind, string>>;
export interface Accepted {
  place: PlaceData;
  texts: Texts;
  /** Eight hexadecimal digits by which links name these data. */
  print: string;
}
export type Form = 'csv' | 'xlsx';

/** Reads, checks and builds; holds the tables that have been read. All of it can take seconds, so it lives in a worker. */
export interface Reader {
  read(file: OwnFile): Promise<{ sheets: Sheet[]; problems: Problem[] }>;
  forget(id: number): Promise<void>;
  check(wanted: Wanted): Promise<Checked>;
  /** What was checked last, to be used; null where it makes no place. */
  accept(merged: Wanted['merged']): Promise<Accepted | null>;
  /** The place of kept data; null where they make none. */
  rebuild(texts: Texts, merged: Wanted['merged']): Promise<{ place: PlaceData; print: string } | null>;
  /** A template to be filled in, or kept tables, as a file. */
  template(kind: 'census' | 'staffing', form: Form): Promise<Uint8Array>;
}

/** @param loadReference asked for once */
export function createReader(loadReference: () => Promise<Reference>): Reader {
  const tables = new Map<number, OwnTable>();
  let next = 1;
  let last: OwnPlace | null = null;

  const tablesOf = (wanted: Wanted['sheets']): Partial<Record<FileKind, OwnTable>> =>
    Object.fromEntries(
      KINDS.flatMap((kind) => {
        const table = tables.get(wanted[kind] ?? 0);
        return table ? [[kind, table]] : [];
      }),
    );

  return {
    async read(file) {
      const read = await readFile(file);
      const sheets = read.tables.map((table): Sheet => {
        const id = next++;
        tables.set(id, table);
        return { id, file: table.file, rows: table.height, guess: guessKind(table) };
      });
      return { sheets, problems: read.problems };
    },
    async forget(id) {
      tables.delete(id);
    },
    async check({ sheets, columns, merged }) {
      const chosen = tablesOf(sheets);
      const choices: OwnChoices = { columns, merged };
      last = placeOfTables(chosen, await loadReference(), choices);
      const previews = KINDS.flatMap((kind) => {
        const table = chosen[kind];
        return table ? [[kind, previewOf(table, kind, columns[kind] ?? {})]] : [];
      });
      return {
        tables: Object.fromEntries(previews) as Checked['tables'],
        problems: last.problems,
        summary: summaryOf(last),
        gone: last.gone,
        into: last.place?.areas.map(({ code, name }) => ({ key: code, name: name.zh })) ?? [],
      };
    },
    async accept(merged) {
      if (last?.place == null) return null;
      const texts = ownTexts(last.read);
      return { place: last.place, texts, print: fingerprint(texts, merged) };
    },
    async rebuild(texts, merged) {
      const kept = Object.fromEntries(
        KINDS.flatMap((kind) => {
          const { table } = parseTable(`${kind}.csv`, texts[kind] ?? '');
          return texts[kind] !== undefined && table ? [[kind, table]] : [];
        }),
      ) as Partial<Record<FileKind, OwnTable>>;
      const { place } = placeOfTables(kept, await loadReference(), { merged });
      return place && { place, print: fingerprint(texts, merged) };
    },
    async template(kind, form) {
      const rows: Rows = TEMPLATES[kind];
      return form === 'csv' ? new TextEncoder().encode(csvText(rows)) : xlsx(rows);
    },
  };
}

function summaryOf({ place, problems }: OwnPlace): Checked['summary'] {
  if (!place) return null;
  const year = place.residents.reduce((last, { observed }) => Math.max(last, observed.at(-1)?.year ?? last), 0);
  return {
    place: place.name,
    areas: place.areas.length,
    years: place.starts.map(({ base }) => base),
    residents: place.residents.reduce((sum, one) => sum + (residentsIn(one, year) ?? 0), 0),
    unmatched: problems.filter(({ code }) => /^staffing\.(unknown|ambiguous)-area$/.test(code)).length,
  };
}
