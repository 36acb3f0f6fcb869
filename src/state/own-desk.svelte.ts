import type { Checked, Form, Reader, Sheet } from '../io/own/reader.ts';
import type { Chosen } from '../io/own/header.ts';
import type { FileKind, Meaning } from '../io/own/synonyms.ts';
import type { PlaceData, Problem } from '../model/types.ts';
import type { ReaderClient } from '../worker/reader-client.ts';
import { asKept, type Kept, type OwnStore } from './own-store.ts';
import type { Download, KeptLine, OwnView } from './own-view.ts';

export interface DeskParts {
  reader: ReaderClient;
  store: OwnStore;
  /** ISO date and time. */
  now: () => string;
}

/** Data in use: the place, and its name in links. */
export interface Found {
  place: PlaceData;
  data: string;
}

type TakenSheet = Sheet & { kind: FileKind | null };
const KINDS: readonly FileKind[] = ['census', 'staffing', 'distances'];
const NAMES: Record<FileKind, string> = { census: 'census', staffing: 'staffing', distances: 'distances' };
/** Bytes beyond which a file is not even opened. */
const MOST_BYTES = 200_000_000;
const LONGEST_NAME = 40;

/** The reader's files on their way into the page, and the sets of data that the browser keeps. */
export class OwnDesk implements OwnView {
  /** Told when the reader wants data to be used, by their name in links. */
  onUse: (data: string) => void = () => undefined;

  #reader: ReaderClient;
  #store: OwnStore;
  #now: () => string;

  #sheets = $state.raw<TakenSheet[]>([]);
  #ofReading = $state.raw<Problem[]>([]);
  #checked = $state.raw<Checked | null>(null);
  #busy = $state.raw<OwnView['busy']>(null);
  #note = $state.raw<OwnView['note']>(null);
  #columns = $state.raw<Partial<Record<FileKind, Chosen>>>({});
  #merged = $state.raw<Record<string, string>>({});
  #all = $state.raw<Kept[]>([]);
  #lines = $derived(this.#all.map(lineOf));
  #problems = $derived([...this.#ofReading, ...(this.#checked?.problems ?? [])]);
  /** What is in use, kept or not. */
  #current: { kept: Kept; place: PlaceData } | null = null;

  constructor({ reader, store, now }: DeskParts) {
    this.#reader = reader;
    this.#store = store;
    this.#now = now;
    void this.#list();
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
  get busy(): OwnView['busy'] {
    return this.#busy;
  }
  get kept(): KeptLine[] {
    return this.#lines;
  }
  get note(): OwnView['note'] {
    return this.#note;
  }
  get merged(): Readonly<Record<string, string>> {
    return this.#merged;
  }

  async add(files: readonly File[]): Promise<void> {
    if (this.#busy || files.length === 0) return;
    this.#note = null;
    const found: Sheet[] = [];
    for (const file of files) {
      const { name } = file;
      this.#busy = { file: name };
      // The same file again takes the place of what was read of it before.
      this.#drop(name);
      if (file.size > MOST_BYTES) {
        this.#tell([{ code: 'file.too-big', values: { file: name, bytes: file.size, limit: MOST_BYTES } }]);
        continue;
      }
      const read = await this.#ask(async (reader) => {
        const bytes = new Uint8Array(await file.arrayBuffer());
        return reader.read({ name, bytes });
      });
      if (read === null) return;
      this.#tell(read.problems);
      found.push(...read.sheets);
    }
    const taken = new Set<FileKind>();
    const added = found.map((sheet): TakenSheet => {
      const kind = sheet.guess !== null && !taken.has(sheet.guess) ? sheet.guess : null;
      if (kind) taken.add(kind);
      return { ...sheet, kind };
    });
    for (const kind of taken) this.#forgetColumns(kind);
    const before = this.#sheets.map((sheet) =>
      sheet.kind && taken.has(sheet.kind) ? { ...sheet, kind: null } : sheet,
    );
    this.#sheets = [...before, ...added];
    await this.#check();
  }

  async remove(id: number): Promise<void> {
    const sheet = this.#sheets.find((one) => one.id === id);
    if (this.#busy || !sheet) return;
    this.#sheets = this.#sheets.filter((one) => one !== sheet);
    this.#ofReading = this.#ofReading.filter(({ values }) => values['file'] !== sheet.file);
    if (sheet.kind) this.#forgetColumns(sheet.kind);
    await this.#ask((reader) => reader.forget(id));
    await this.#check();
  }

  async setKind(id: number, kind: FileKind | null): Promise<void> {
    const old = this.#sheets.find((sheet) => sheet.id === id)?.kind ?? null;
    for (const changed of [old, kind]) if (changed) this.#forgetColumns(changed);
    this.#sheets = this.#sheets.map((sheet) =>
      sheet.id === id ? { ...sheet, kind } : sheet.kind === kind ? { ...sheet, kind: null } : sheet,
    );
    await this.#check();
  }

  async setMeaning(kind: FileKind, column: number, meaning: Meaning | null): Promise<void> {
    this.#columns = { ...this.#columns, [kind]: { ...this.#columns[kind], [column]: meaning } };
    await this.#check();
  }

  async setMerged(key: string, into: string | null): Promise<void> {
    const { [key]: _, ...others } = this.#merged;
    this.#merged = into === null ? others : { ...others, [key]: into };
    await this.#check();
  }

  cancel(): void {
    this.#reader.stop();
    this.#clear();
  }

  async use(): Promise<boolean> {
    const merged = this.#merged;
    this.#note = null;
    const accepted = await this.#ask((reader) => reader.accept(merged));
    this.#busy = null;
    if (!accepted) return false;
    const { place, texts, print } = accepted;
    const now = this.#now();
    const files = this.#sheets.flatMap(({ kind, file }) => (kind ? [file] : []));
    const known = this.#all.find((one) => one.print === print);
    const name = known?.name ?? place.name.zh;
    const created = known?.created ?? now;
    const kept: Kept = { version: 1, print, name, files, created, changed: now, texts, merged };
    this.#current = { kept, place: named(place, name) };
    await this.#keep(kept);
    this.#clear();
    // What was read takes memory as long as the reader lives.
    this.#reader.stop();
    this.onUse(dataOf(kept));
    return true;
  }

  open(print: string): void {
    const kept = this.#all.find((one) => one.print === print);
    if (kept) this.onUse(dataOf(kept));
  }

  async rename(print: string, name: string): Promise<void> {
    const kept = this.#all.find((one) => one.print === print);
    const text = name.trim().slice(0, LONGEST_NAME);
    if (!kept || text === '') return;
    const renamed = { ...kept, name: text };
    await this.#keep(renamed);
    if (this.#current?.kept.print !== print) return;
    this.#current = { kept: renamed, place: named(this.#current.place, text) };
    this.onUse(dataOf(renamed));
  }

  async discard(print: string): Promise<void> {
    this.#note = null;
    try {
      await this.#store.discard(print);
    } catch {
      this.#note = { code: 'refused', count: 0 };
    }
    this.#all = this.#all.filter((one) => one.print !== print);
  }

  async tablesOf(print: string): Promise<Download[]> {
    const kept = this.#all.find((one) => one.print === print);
    return KINDS.flatMap((kind) => {
      const text = kept?.texts[kind];
      if (text === undefined) return [];
      return [{ name: `${kept?.name}-${NAMES[kind]}.csv`, type: 'text/csv;charset=utf-8', parts: [text] }];
    });
  }

  async exportAll(): Promise<Download> {
    await this.#list();
    const text = JSON.stringify({ wanren: 1, datasets: this.#all });
    return { name: 'wanren-data.json', type: 'application/json', parts: [text] };
  }

  async importAll(file: File): Promise<void> {
    const datasets = await file.text().then(datasetsOf, () => null);
    if (datasets === null) {
      this.#note = { code: 'import', count: 0 };
      return;
    }
    this.#note = null;
    let count = 0;
    for (const kept of datasets) {
      // The fingerprint is made again, so a changed file cannot pass for another.
      const built = await this.#ask((reader) => reader.rebuild(kept.texts, kept.merged));
      if (built && (await this.#keep({ ...kept, print: built.print }))) count++;
    }
    this.#busy = null;
    this.#note ??= { code: 'imported', count };
  }

  async template(kind: 'census' | 'staffing', form: Form): Promise<Download> {
    const bytes = await this.#reader.ask((reader) => reader.template(kind, form));
    const type =
      form === 'csv' ? 'text/csv;charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    return { name: `${NAMES[kind]}.${form}`, type, parts: [new Uint8Array(bytes)] };
  }

  /**
   * The data that a link names, by their fingerprint; without a name those in use, or else the newest.
   * @returns null: they are not here
   */
  async find(wanted: string | null): Promise<Found | null> {
    const print = wanted === null ? null : wanted.slice(-8);
    const current = this.#current;
    if (current && (print === null || print === current.kept.print)) {
      return { place: current.place, data: dataOf(current.kept) };
    }
    await this.#list();
    const kept = print === null ? this.#all[0] : this.#all.find((one) => one.print === print);
    if (!kept) return null;
    const built = await this.#reader.ask((reader) => reader.rebuild(kept.texts, kept.merged)).catch(() => null);
    if (this.#sheets.length === 0 && this.#busy === null) this.#reader.stop();
    if (built === null || built.print !== kept.print) return null;
    const place = named(built.place, kept.name);
    this.#current = { kept, place };
    return { place, data: dataOf(kept) };
  }

  async #check(): Promise<void> {
    const sheets = Object.fromEntries(this.#sheets.flatMap(({ kind, id }) => (kind ? [[kind, id]] : [])));
    if (Object.keys(sheets).length === 0) {
      this.#checked = null;
      this.#busy = null;
      return;
    }
    this.#busy = { file: null };
    const wanted = { sheets, columns: this.#columns, merged: this.#merged };
    const checked = await this.#ask((reader) => reader.check(wanted));
    if (checked === null) return;
    this.#checked = checked;
    this.#busy = null;
  }

  /** A reader that dies takes its tables with it; the reader is told, and begins again. */
  async #ask<T>(call: (reader: Reader) => Promise<T>): Promise<T | null> {
    try {
      return await this.#reader.ask(call);
    } catch (error) {
      this.#reader.stop();
      this.#clear();
      if (!(error instanceof Error && error.message === 'stopped')) this.#note = { code: 'failed', count: 0 };
      return null;
    }
  }

  async #keep(kept: Kept): Promise<boolean> {
    let stored = true;
    try {
      await this.#store.put(kept);
    } catch (error) {
      stored = false;
      const full = error instanceof DOMException && error.name === 'QuotaExceededError';
      this.#note = { code: full ? 'full' : 'refused', count: 0 };
    }
    this.#all = [kept, ...this.#all.filter((one) => one.print !== kept.print)];
    return stored;
  }

  async #list(): Promise<void> {
    const stored = await this.#store.all();
    const prints = new Set(stored.map(({ print }) => print));
    const current = this.#current?.kept;
    this.#all = current && !prints.has(current.print) ? [current, ...stored] : stored;
  }

  #drop(file: string): void {
    const ofFile = (name: unknown): boolean => name === file || String(name).startsWith(`${file} [`);
    this.#sheets = this.#sheets.filter((sheet) => !ofFile(sheet.file));
    this.#ofReading = this.#ofReading.filter(({ values }) => !ofFile(values['file']));
  }

  #tell(problems: readonly Problem[]): void {
    this.#ofReading = [...this.#ofReading, ...problems];
  }

  #forgetColumns(kind: FileKind): void {
    const { [kind]: _, ...others } = this.#columns;
    this.#columns = others;
  }

  #clear(): void {
    this.#sheets = [];
    this.#ofReading = [];
    this.#checked = null;
    this.#busy = null;
    this.#columns = {};
    this.#merged = {};
  }
}

const lineOf = ({ print, name, created, texts }: Kept): KeptLine => {
  const size = Object.values(texts).reduce((sum, text) => sum + new TextEncoder().encode(text).length, 0);
  return { print, name, created, size };
};

/** Name and fingerprint, as links carry them: only signs that every chat app leaves alone. */
const dataOf = ({ name, print }: Kept): string => `${name.replace(/[^\p{L}\p{N}]/gu, '').slice(0, 20)}~${print}`;

const named = (place: PlaceData, name: string): PlaceData => ({
  ...place,
  name: name === place.name.zh ? place.name : { zh: name, en: name },
});

function datasetsOf(text: string): Kept[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || !('datasets' in value) || !Array.isArray(value.datasets))
    return null;
  const kept = value.datasets.map(asKept);
  return kept.every((one) => one !== null) ? kept : null;
}
