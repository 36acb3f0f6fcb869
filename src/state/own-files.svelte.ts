import type { Chosen } from '../io/own/header.ts';
import type { Checked, Sheet } from '../io/own/reader.ts';
import type { FileKind, Meaning } from '../io/own/synonyms.ts';
import type { Problem } from '../model/types.ts';
import type { Precedence } from '../worker/precedence.ts';
import type { ReaderClient } from '../worker/reader-client.ts';
import type { OwnReader } from '../worker/reader-wire.ts';
import { OwnMerges } from './own-merges.svelte.ts';
import type { MappingStore } from './own-store.ts';
import type { OwnFilesView } from './own-view.ts';

/** All that a check depends on. */
interface Decided {
  sheets: TakenSheet[];
  ofReading: Problem[];
  columns: Partial<Record<FileKind, Chosen>>;
  merges: OwnMerges['state'];
}
/** The answer where the reader's worker died, or was ended with all that it had read. */
export const DIED = Symbol('the reader died');

type TakenSheet = Sheet & { kind: FileKind | null };
/** Bytes beyond which a file is not even opened. */
const MOST_BYTES = 200_000_000;

/** The reader's files on their way into the page: read, taken for what they are, and checked. */
export class OwnFiles implements OwnFilesView {
  /** Told that the reader's worker died, and everything that had been read with it. */
  onDeath: () => void = () => undefined;

  #reader: ReaderClient;
  #precedence: Precedence;
  #merges: OwnMerges;

  #sheets = $state.raw<TakenSheet[]>([]);
  /** What each was taken for before the reader said otherwise. */
  #usual = $state.raw<ReadonlyMap<number, FileKind | null>>(new Map());
  #ofReading = $state.raw<Problem[]>([]);
  #checked = $state.raw<Checked | null>(null);
  #busy = $state.raw<OwnFilesView['busy']>(null);
  #columns = $state.raw<Partial<Record<FileKind, Chosen>>>({});
  /** What has been told to stop already: a file, or null for a check. */
  #stopping: string | null | undefined;
  /** Files that came while something went on. */
  #queue: (() => void)[] = [];
  #problems = $derived([...this.#ofReading, ...(this.#checked?.problems ?? [])]);

  constructor(reader: ReaderClient, precedence: Precedence, mappings: MappingStore) {
    this.#reader = reader;
    this.#precedence = precedence;
    this.#merges = new OwnMerges(mappings);
  }

  get sheets(): TakenSheet[] {
    return this.#sheets;
  }
  get problems(): Problem[] {
    return this.#problems;
  }
  get checked(): Checked | null {
    return this.#checked;
  }
  get busy(): OwnFilesView['busy'] {
    return this.#busy;
  }
  get merged(): Readonly<Record<string, string>> {
    return this.#merges.state.all;
  }
  get remembered(): readonly string[] {
    return this.#merges.state.remembered;
  }
  /** Names of the files that are taken, by kind. */
  get sources(): Partial<Record<FileKind, string>> {
    return Object.fromEntries(this.#sheets.flatMap(({ kind, file }) => (kind ? [[kind, file]] : [])));
  }

  /** Files may come: who reads them is there before they do. @returns told when they come no more */
  expect(): () => void {
    const ready = this.#reader.ask((reader) => reader.ready()).catch(() => undefined);
    return () => {
      if (!this.#busy) this.#forgetUnread();
      void ready.then(() => this.rest());
    };
  }

  /** Where something goes on already, the files come after it. */
  async add(files: readonly File[]): Promise<void> {
    while (this.#busy) await new Promise<void>((resolve) => this.#queue.push(resolve));
    this.#forgetUnread();
    const before = this.#state();
    const found: Sheet[] = [];
    let changed = false;
    for (const file of files) {
      const { name } = file;
      this.#busy = { file: name, share: 0 };
      this.#stopping = undefined;
      if (file.size > MOST_BYTES) {
        this.#drop(name);
        this.#tell([{ code: 'file.too-big', values: { file: name, bytes: file.size, limit: MOST_BYTES } }]);
        changed = true;
        continue;
      }
      const told = (share: number): void => {
        if (this.#busy?.file === name) this.#busy = { file: name, share };
      };
      const read = await this.ask((reader) => reader.read(file, told));
      if (read === DIED) return;
      if (read === null) continue;
      // The same file again takes the place of what was read of it before.
      this.#drop(name);
      this.#tell(read.problems);
      found.push(...read.sheets);
      changed = true;
    }
    // Of several sheets of a kind the one that is understood best, the first of equals.
    const best = new Map<FileKind, Sheet>();
    for (const sheet of found) {
      if (sheet.guess && sheet.fit > (best.get(sheet.guess)?.fit ?? 0)) best.set(sheet.guess, sheet);
    }
    const taken = new Set(best.keys());
    const added = found.map((sheet): TakenSheet => {
      const kind = sheet.guess !== null && best.get(sheet.guess) === sheet ? sheet.guess : null;
      return { ...sheet, kind };
    });
    const others = this.#sheets.map((sheet) =>
      sheet.kind && taken.has(sheet.kind) ? { ...sheet, kind: null } : sheet,
    );
    const usual = new Map(this.#usual);
    for (const { id, kind } of this.#sheets) if (kind && taken.has(kind)) usual.set(id, null);
    for (const { id, kind } of added) usual.set(id, kind);
    this.#usual = usual;
    this.#sheets = [...others, ...added];
    if (changed) await this.#check(before);
    else this.#free();
  }

  async remove(id: number): Promise<void> {
    const sheet = this.#sheets.find((one) => one.id === id);
    if (this.#busy || !sheet) return;
    const before = this.#state();
    this.#sheets = this.#sheets.filter((one) => one !== sheet);
    this.#ofReading = this.#ofReading.filter(({ values }) => values['file'] !== sheet.file);
    if (sheet.kind) this.#forgetColumns(sheet.kind);
    if (await this.#check(before)) await this.ask((reader) => reader.forget(id));
  }

  async setKind(id: number, kind: FileKind | null): Promise<void> {
    const before = this.#state();
    const old = this.#sheets.find((sheet) => sheet.id === id)?.kind ?? null;
    for (const changed of [old, kind]) if (changed) this.#forgetColumns(changed);
    this.#sheets = this.#sheets.map((sheet) =>
      sheet.id === id ? { ...sheet, kind } : sheet.kind === kind ? { ...sheet, kind: null } : sheet,
    );
    await this.#check(before);
  }

  async setMeaning(kind: FileKind, column: number, meaning: Meaning | null): Promise<void> {
    const before = this.#state();
    this.#columns = { ...this.#columns, [kind]: { ...this.#columns[kind], [column]: meaning } };
    await this.#check(before);
  }

  async setMerged(key: string, into: string | null): Promise<void> {
    const before = this.#state();
    this.#merges.tell(key, into);
    await this.#check(before);
  }

  get byHand(): boolean {
    const columns = Object.values(this.#columns).some((chosen) => Object.keys(chosen).length > 0);
    return columns || Object.keys(this.merged).length > 0 || this.#sheets.some((sheet) => this.#isChosen(sheet));
  }

  /** A sheet of a workbook that would be taken for another kind of file than it is now. */
  #isChosen({ id, kind, file }: TakenSheet): boolean {
    return file.endsWith(']') && this.#usual.get(id) !== kind;
  }

  /** What was decided by hand, as a file for the headless run. */
  choices(): Promise<string> {
    const wanted = { sheets: this.#wantedSheets(), columns: this.#columns, merged: this.merged };
    return this.#reader.ask((reader) => reader.choices(wanted));
  }

  cancel(): void {
    // A reader that does not listen, deep in a workbook, is ended with all that it has read.
    if (this.#busy && this.#stopping === this.#busy.file) {
      this.end();
      return;
    }
    this.#stopping = this.#busy?.file;
    void this.#reader.ask((reader) => reader.stop()).catch(() => undefined);
  }

  /** Forgets what was read. It takes memory as long as the reader lives. */
  end(): void {
    this.#reader.stop();
    this.#sheets = [];
    this.#ofReading = [];
    this.#checked = null;
    this.#columns = {};
    this.#merges.end();
    this.#stopping = undefined;
    this.#free();
  }

  /** A reader that holds no tables takes memory for nothing. */
  rest(): void {
    if (this.#sheets.length === 0 && this.#busy === null) this.#reader.rest();
  }

  /** A reader that dies takes its tables with it; the next question starts another. */
  async ask<T>(call: (reader: OwnReader) => Promise<T>): Promise<T | typeof DIED> {
    try {
      return await this.#precedence.give(this.#reader.ask(call));
    } catch (error) {
      // Who stopped it has put an end to all of it, and something else may have begun since.
      if (error instanceof Error && error.message === 'stopped') return DIED;
      this.end();
      this.onDeath();
      return DIED;
    }
  }

  /** @param before what is gone back to when the reader says stop @returns whether it went through */
  async #check(before: Decided): Promise<boolean> {
    const sheets = this.#wantedSheets();
    const isOther = (kind: FileKind): boolean => sheets[kind] !== before.sheets.find((one) => one.kind === kind)?.id;
    if (isOther('census')) this.#merges.begin();
    if (Object.keys(sheets).length === 0) {
      this.#checked = null;
      this.#free();
      return true;
    }
    this.#busy = { file: null, share: 0 };
    this.#stopping = undefined;
    const wanted = () => ({ sheets, columns: this.#columns, merged: this.merged });
    let checked = await this.ask((reader) => reader.check(wanted()));
    if (checked !== DIED && checked !== null && this.#forgetOthers(checked, isOther)) {
      checked = await this.ask((reader) => reader.check(wanted()));
    }
    if (checked !== DIED && checked !== null && (await this.#merges.recall(checked))) {
      checked = await this.ask((reader) => reader.check(wanted()));
    }
    if (checked === DIED) return false;
    this.#free();
    if (checked === null) {
      const known = new Set(before.sheets.map(({ id }) => id));
      for (const { id } of this.#sheets) if (!known.has(id)) void this.ask((reader) => reader.forget(id));
      ({ sheets: this.#sheets, ofReading: this.#ofReading, columns: this.#columns } = before);
      this.#merges.restore(before.merges);
      return false;
    }
    this.#checked = checked;
    return true;
  }

  #wantedSheets(): Partial<Record<FileKind, number>> {
    return Object.fromEntries(this.#sheets.flatMap(({ kind, id }) => (kind ? [[kind, id]] : [])));
  }

  #state(): Decided {
    return {
      sheets: this.#sheets,
      ofReading: this.#ofReading,
      columns: this.#columns,
      merges: this.#merges.state,
    };
  }

  /** Nothing goes on any more: the next files may come. */
  #free(): void {
    this.#busy = null;
    this.#queue.shift()?.();
  }

  #drop(file: string): void {
    this.#sheets = this.#sheets.filter((sheet) => !isOf(sheet.file, file));
    this.#ofReading = this.#ofReading.filter(({ values }) => !isOf(values['file'], file));
  }

  /** Files of which nothing could be read stand in no list: what was told of them is over when others come. */
  #forgetUnread(): void {
    const read = this.#sheets.map(({ file }) => file.replace(/ \[.*\]$/, ''));
    this.#ofReading = this.#ofReading.filter(({ values }) => read.some((file) => isOf(values['file'], file)));
  }

  #tell(problems: readonly Problem[]): void {
    this.#ofReading = [...this.#ofReading, ...problems];
  }

  /** Columns chosen by hand stay for a corrected file, and are over for one with another header. @returns whether there were any */
  #forgetOthers({ tables }: Checked, isOther: (kind: FileKind) => boolean): boolean {
    const header = (of: Checked['tables'], kind: FileKind) => JSON.stringify(of[kind]?.columns.map(({ text }) => text));
    const over = (Object.keys(this.#columns) as FileKind[]).filter(
      (kind) => isOther(kind) && header(tables, kind) !== header(this.#checked?.tables ?? {}, kind),
    );
    for (const kind of over) this.#forgetColumns(kind);
    return over.length > 0;
  }

  #forgetColumns(kind: FileKind): void {
    const { [kind]: _, ...others } = this.#columns;
    this.#columns = others;
  }
}

/** Whether something is told of a file, or of a sheet of it. */
const isOf = (name: unknown, file: string): boolean => name === file || String(name).startsWith(`${file} [`);
