import type { Reference } from '../../model/reference.ts';
import type { PlaceData, Problem, Text } from '../../model/types.ts';
import { residentsIn } from '../growth.ts';
import type { OwnFile } from './decode.ts';
import { whatsOf, type Figures } from './figure-list.ts';
import { fingerprint } from './fingerprint.ts';
import { readHalves, readRest, type Helper, type Rest, type Sliced } from './halves.ts';
import { sheetOf, writeChoices } from './hand-choices.ts';
import type { Chosen } from './header.ts';
import { placeOfTables, placeSteps, type OwnChoices, type OwnPlace } from './own-place.ts';
import { csvText, ownTexts, type Rows } from './own-table.ts';
import { parseTable } from './read-text.ts';
import { guessKind, KINDS, readFile, readInTurns, type ReadFile } from './read-file.ts';
import type { SumsFound } from './sums.ts';
import type { FileKind } from './synonyms.ts';
import { previewOf, type TablePreview } from './table-preview.ts';
import type { OwnTable } from './table.ts';
import { TEMPLATES } from './templates.ts';
import { inTurns } from '../../model/turns.ts';
import { xlsx, xlsxOfText } from './xlsx.ts';

/** A sheet that has been read: a text file has one. */
export interface Sheet {
  id: number;
  file: string;
  rows: number;
  guess: FileKind | null;
  /** Columns that are understood under the guess. */
  fit: number;
}
/** What the reader wants checked: the sheet of each kind, by id, and her choices. */
export interface Wanted {
  sheets: Partial<Record<FileKind, number>>;
  columns: Partial<Record<FileKind, Chosen>>;
  merged: Readonly<Record<string, string>>;
}
/** What was read of a file: figures, the years that they are of, and sums of the file held against its rows. */
export interface TableFound {
  figures: number;
  years: number[];
  sums: SumsFound;
}
/** What the files make together. */
export interface Summary {
  place: Text;
  areas: number;
  years: number[];
  residents: number;
  /** Areas for which the staff file has a row in the last year. */
  staffed: number;
  /** Names of the staff file that are no area, the first ones of them by name. */
  unmatched: number;
  names: string[];
}
/** All that the preview shows. */
export interface Checked {
  tables: Partial<Record<FileKind, TablePreview>>;
  /** What was read of each file. */
  found: Partial<Record<'census' | 'staffing', TableFound>>;
  problems: Problem[];
  /** null: the files make no place yet. */
  summary: Summary | null;
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

/** A file of the browser or its bytes. */
export type GivenFile = OwnFile | Pick<File, 'name' | 'size' | 'slice' | 'arrayBuffer'>;
/** What was read of a file. */
export interface ReadSheets {
  sheets: Sheet[];
  problems: Problem[];
}

/** Reads, checks and builds; holds the tables that have been read. All of it can take seconds, so it lives in a worker. */
export interface Reader {
  /** Loads what every check needs. */
  ready(): Promise<void>;
  /**
   * @param told share of the file that has been read, now and then
   * @param helper reads half of a large file
   * @returns null: it was told to stop; what was read before stays. Codes: those of `readInTurns`; `file.unreadable`
   */
  read(file: GivenFile, told?: (share: number) => void, helper?: Helper): Promise<ReadSheets | null>;
  /** Reads the second half of a file, for another reader. */
  readRest(file: Sliced, middle: number): Promise<Rest | 'other'>;
  /** Reads a file at once, for another reader: a workbook's library cannot be interrupted. */
  unpack(file: GivenFile): Promise<ReadFile>;
  /** Takes what another reader has read. */
  take(read: ReadFile): Promise<ReadSheets>;
  forget(id: number): Promise<void>;
  /** @returns null: it was told to stop; what was checked before stays the last */
  check(wanted: Wanted): Promise<Checked | null>;
  /** Ends what is being read or checked. */
  stop(): Promise<void>;
  /** What was decided by hand, as a file for the headless run. */
  choices(wanted: Wanted): Promise<string>;
  /** What was checked last, to be used; null where it makes no place. */
  accept(merged: Wanted['merged']): Promise<Accepted | null>;
  /** The place of kept data; null where they make none. @param sources names of the files that they were read from */
  rebuild(texts: Texts, merged: Wanted['merged'], sources?: Texts): Promise<{ place: PlaceData; print: string } | null>;
  /** A kept table as a workbook. */
  workbook(text: string): Promise<Uint8Array<ArrayBuffer>>;
  /** A template to be filled in. */
  template(kind: FileKind, form: Form): Promise<Uint8Array>;
}

/** @param loadReference asked for once, and again after a failure */
export function createReader(loadReference: () => Promise<Reference>): Reader {
  const tables = new Map<number, OwnTable>();
  let loading: Promise<Reference> | null = null;
  const reference = (): Promise<Reference> => {
    loading ??= loadReference().catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };
  let next = 1;
  let last: OwnPlace | null = null;
  /** One work at a time: the next one, or a word to stop, ends it. */
  let work = 0;
  const begin = (): (() => boolean) => {
    const own = ++work;
    return () => own !== work;
  };

  const tablesOf = (wanted: Wanted['sheets']): Partial<Record<FileKind, OwnTable>> =>
    Object.fromEntries(
      KINDS.flatMap((kind) => {
        const table = tables.get(wanted[kind] ?? 0);
        return table ? [[kind, table]] : [];
      }),
    );

  const register = ({ tables: found, problems }: ReadFile): ReadSheets => {
    const sheets = found.map((table): Sheet => {
      const id = next++;
      tables.set(id, table);
      const { kind, fit } = guessKind(table);
      return { id, file: table.file, rows: table.height, guess: kind, fit };
    });
    return { sheets, problems };
  };

  return {
    async ready() {
      await reference();
    },
    async read(file, told = () => undefined, helper) {
      const isStopped = begin();
      if (helper && 'slice' in file) {
        const table = await readHalves(file, helper, told, isStopped);
        if (table !== 'other') return table && register({ tables: [table], problems: [] });
      }
      const whole = await withBytes(file);
      if (whole === null) return register(unreadable(file));
      const read = await readInTurns(whole, (done) => told(done / whole.bytes.length), isStopped);
      return read && register(read);
    },
    readRest,
    async unpack(file) {
      const whole = await withBytes(file);
      return whole === null ? unreadable(file) : readFile(whole);
    },
    async take(read) {
      return register(read);
    },
    async forget(id) {
      tables.delete(id);
    },
    async check({ sheets, columns, merged }) {
      const chosen = tablesOf(sheets);
      const choices: OwnChoices = { columns, merged };
      const isStopped = begin();
      const steps = placeSteps(chosen, await reference(), choices);
      const built = await inTurns(steps, () => undefined, isStopped);
      if (built === null) return null;
      last = built;
      const previews = KINDS.flatMap((kind) => {
        const table = chosen[kind];
        return table ? [[kind, previewOf(table, kind, columns[kind] ?? {})]] : [];
      });
      return {
        tables: Object.fromEntries(previews) as Checked['tables'],
        found: foundIn(built),
        problems: built.problems,
        summary: summaryOf(built),
        gone: built.gone,
        into: intoOf(built, merged),
      };
    },
    async choices({ sheets, columns, merged }) {
      const chosen = Object.entries(tablesOf(sheets)).flatMap(([kind, { file }]): [string, string][] => {
        const sheet = sheetOf(file);
        return sheet === null ? [] : [[kind, sheet]];
      });
      return writeChoices({ sheets: Object.fromEntries(chosen), columns, merged });
    },
    async stop() {
      begin();
    },
    async accept(merged) {
      if (last?.place == null) return null;
      const texts = ownTexts(last.read);
      return { place: last.place, texts, print: fingerprint(texts, merged) };
    },
    async rebuild(texts, merged, sources = {}) {
      const kept = Object.fromEntries(
        KINDS.flatMap((kind) => {
          const { table } = parseTable(sources[kind] ?? `${kind}.csv`, texts[kind] ?? '');
          return texts[kind] !== undefined && table ? [[kind, table]] : [];
        }),
      ) as Partial<Record<FileKind, OwnTable>>;
      const { place } = placeOfTables(kept, await reference(), { merged });
      return place && { place, print: fingerprint(texts, merged) };
    },
    workbook: (text) => xlsxOfText(text),
    async template(kind, form) {
      const rows: Rows = TEMPLATES[kind];
      return form === 'csv' ? new TextEncoder().encode(csvText(rows)) : xlsx(rows);
    },
  };
}

/** null: moved, changed or locked since it was chosen. */
const withBytes = async (file: GivenFile): Promise<OwnFile | null> =>
  'arrayBuffer' in file
    ? file.arrayBuffer().then(
        (buffer) => ({ name: file.name, bytes: new Uint8Array(buffer) }),
        () => null,
      )
    : file;
const unreadable = ({ name }: GivenFile): ReadFile => ({
  tables: [],
  problems: [{ code: 'file.unreadable', values: { file: name } }],
});

/** Areas into which others can have been merged: asked for where some are gone. */
function intoOf({ place, gone }: OwnPlace, merged: Wanted['merged']): Checked['into'] {
  if (gone.length === 0 && Object.keys(merged).length === 0) return [];
  const lived = place?.areas.filter(({ institution }) => institution === undefined) ?? [];
  return lived.map(({ code, name }) => ({ key: code, name: name.zh }));
}

function foundIn({ read: { census, staffing } }: OwnPlace): Checked['found'] {
  const found = (of: { rows: Figures<unknown, { year: number }>; sums: SumsFound } | null): TableFound | undefined =>
    of?.rows.length
      ? {
          figures: of.rows.length,
          years: [...new Set(whatsOf(of.rows).map(({ year }) => year))].sort((a, b) => a - b),
          sums: of.sums,
        }
      : undefined;
  const [ofCensus, ofStaffing] = [found(census), found(staffing)];
  return { ...(ofCensus && { census: ofCensus }), ...(ofStaffing && { staffing: ofStaffing }) };
}

const MOST_NAMES = 10;

function summaryOf({ place, problems, staffed }: OwnPlace): Summary | null {
  if (!place) return null;
  const year = place.residents.reduce((last, { observed }) => Math.max(last, observed.at(-1)?.year ?? last), 0);
  const unmatched = problems.filter(({ code }) => /^staffing\.(unknown|ambiguous)-area$/.test(code));
  const more = problems.find(({ code, values }) => code === 'own.more' && values['of'] === 'staffing.unknown-area');
  return {
    place: place.name,
    areas: place.areas.filter(({ institution }) => institution === undefined).length,
    years: place.starts.map(({ base }) => base),
    residents: place.residents.reduce((sum, one) => sum + (residentsIn(one, year) ?? 0), 0),
    staffed,
    unmatched: unmatched.length + Number(more?.values['count'] ?? 0),
    names: unmatched.slice(0, MOST_NAMES).map(({ values }) => String(values['value'] ?? '')),
  };
}
