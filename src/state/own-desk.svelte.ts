import type { Checked, Form, Sheet } from '../io/own/reader.ts';
import type { Chosen } from '../io/own/header.ts';
import type { FileKind, Meaning } from '../io/own/synonyms.ts';
import type { PlaceData, Problem } from '../model/types.ts';
import type { ReaderClient } from '../worker/reader-client.ts';
import { createPrecedence, type Precedence } from '../worker/precedence.ts';
import type { OwnReader } from '../worker/reader-wire.ts';
import { OWN } from '../scenario/catalogue.ts';
import { isOwnDocument, readLink, type LinkParts } from '../scenario/link.ts';
import { ClauseShelf } from './clause-shelf.ts';
import { DocumentShelf } from './document-shelf.svelte.ts';
import type { KeptClause, KeptDocument } from './document-store.ts';
import { readKeptFile, writeKeptFile, type KeptFile } from './kept-file.ts';
import { memoryKept, type KeptStore } from './kept-store.ts';
import { memoryMappings, type Kept, type MappingStore } from './own-store.ts';
import type { Download, KeptLine, OwnView } from './own-view.ts';
import { named, refusal, ScenarioShelf } from './scenario-shelf.svelte.ts';
import type { KeptScenario } from './scenario-store.ts';

export interface DeskParts {
  reader: ReaderClient;
  /** Given to what is read. */
  precedence?: Precedence;
  store: KeptStore<Kept>;
  scenarios?: KeptStore<KeptScenario>;
  mappings?: MappingStore;
  documents?: KeptStore<KeptDocument>;
  clauses?: KeptStore<KeptClause>;
  /** ISO date and time. */
  now: () => string;
}

/** Data in use: the place, and its name in links. */
export interface Found {
  place: PlaceData;
  data: string;
}

/** All that a check depends on. */
interface Decided {
  sheets: TakenSheet[];
  ofReading: Problem[];
  columns: Partial<Record<FileKind, Chosen>>;
  merged: Record<string, string>;
  remembered: string[];
}
/** The reader's worker died, or was ended with all that it had read. */
const DIED = Symbol('the reader died');

type TakenSheet = Sheet & { kind: FileKind | null };
const KINDS: readonly FileKind[] = ['census', 'staffing', 'distances'];
const NAMES: Record<FileKind, string> = { census: 'census', staffing: 'staffing', distances: 'distances' };
const TYPES: Record<Form, string> = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
/** Bytes beyond which a file is not even opened. */
const MOST_BYTES = 200_000_000;

/** The reader's files on their way into the page, and the sets of data that the browser keeps. */
export class OwnDesk implements OwnView {
  readonly scenarios: ScenarioShelf;
  readonly documents: DocumentShelf;
  readonly clauses: ClauseShelf;

  #reader: ReaderClient;
  #precedence: Precedence;
  #store: KeptStore<Kept>;
  #mappings: MappingStore;
  #now: () => string;

  #sheets = $state.raw<TakenSheet[]>([]);
  /** What each was taken for before the reader said otherwise. */
  #usual = $state.raw<ReadonlyMap<number, FileKind | null>>(new Map());
  #ofReading = $state.raw<Problem[]>([]);
  #checked = $state.raw<Checked | null>(null);
  #busy = $state.raw<OwnView['busy']>(null);
  #note = $state.raw<OwnView['note']>(null);
  #columns = $state.raw<Partial<Record<FileKind, Chosen>>>({});
  #merged = $state.raw<Record<string, string>>({});
  #remembered = $state.raw<string[]>([]);
  /** Areas of which the reader herself has said where they belong. */
  #told = new Set<string>();
  /** What has been told to stop already: a file, or null for a check. */
  #stopping: string | null | undefined;
  #stored = $state.raw<Kept[]>([]);
  /** What the browser refused to keep: here as long as the page is open. */
  #loose = $state.raw<Kept[]>([]);
  #all = $derived([...this.#loose, ...this.#stored]);
  #lines = $derived(this.#all.map((one): KeptLine => ({ ...lineOf(one), stored: !this.#loose.includes(one) })));
  #problems = $derived([...this.#ofReading, ...(this.#checked?.problems ?? [])]);
  /** What is in use, kept or not. */
  #current: { kept: Kept; place: PlaceData } | null = null;
  #onOpen: (link: string) => void = () => undefined;
  /** What was deleted here, and is not to come back because it is still in use. */
  #discarded = new Set<string>();

  constructor({ reader, store, scenarios = memoryKept(), mappings = memoryMappings(), now, ...parts }: DeskParts) {
    this.documents = new DocumentShelf(parts.documents ?? memoryKept(), now);
    this.clauses = new ClauseShelf(parts.clauses ?? memoryKept(), now);
    this.#reader = reader;
    this.#precedence = parts.precedence ?? createPrecedence();
    this.#store = store;
    this.#mappings = mappings;
    this.#now = now;
    this.scenarios = new ScenarioShelf(scenarios, now);
    store.onChange(() => void this.#list());
    void this.refresh();
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

  get remembered(): readonly string[] {
    return this.#remembered;
  }

  /** Told which link is to be opened: data that are to be used, or a scenario. */
  set onOpen(open: (link: string) => Promise<void>) {
    this.#onOpen = (link) => void this.#precedence.give(open(link));
    this.scenarios.onOpen = this.#onOpen;
  }

  expect(): () => void {
    const ready = this.#reader.ask((reader) => reader.ready()).catch(() => undefined);
    return () => void ready.then(() => this.#restReader());
  }

  async refresh(): Promise<void> {
    await Promise.all([this.#list(), this.scenarios.list()]);
  }

  add(given: readonly File[]): Promise<void> {
    // Between two files nothing else begins either.
    return this.#precedence.give(this.#add(given));
  }

  async #add(given: readonly File[]): Promise<void> {
    if (this.#busy) return;
    for (const file of given) if (isKeptFile(file)) await this.importAll(file);
    const files = given.filter((file) => !isKeptFile(file));
    if (files.length === 0) return;
    this.#note = null;
    const before = this.#state();
    const found: Sheet[] = [];
    let changed = false;
    for (const file of files) {
      const { name } = file;
      this.#busy = { file: name, share: 0 };
      if (file.size > MOST_BYTES) {
        this.#drop(name);
        this.#tell([{ code: 'file.too-big', values: { file: name, bytes: file.size, limit: MOST_BYTES } }]);
        changed = true;
        continue;
      }
      const told = (share: number): void => {
        if (this.#busy?.file === name) this.#busy = { file: name, share };
      };
      const read = await this.#ask((reader) => reader.read(file, told));
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
    for (const kind of taken) this.#forgetColumns(kind);
    const others = this.#sheets.map((sheet) =>
      sheet.kind && taken.has(sheet.kind) ? { ...sheet, kind: null } : sheet,
    );
    const usual = new Map(this.#usual);
    for (const { id, kind } of this.#sheets) if (kind && taken.has(kind)) usual.set(id, null);
    for (const { id, kind } of added) usual.set(id, kind);
    this.#usual = usual;
    this.#sheets = [...others, ...added];
    if (changed) await this.#check(before);
    else this.#busy = null;
  }

  async remove(id: number): Promise<void> {
    const sheet = this.#sheets.find((one) => one.id === id);
    if (this.#busy || !sheet) return;
    const before = this.#state();
    this.#sheets = this.#sheets.filter((one) => one !== sheet);
    this.#ofReading = this.#ofReading.filter(({ values }) => values['file'] !== sheet.file);
    if (sheet.kind) this.#forgetColumns(sheet.kind);
    if (await this.#check(before)) await this.#ask((reader) => reader.forget(id));
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
    const { [key]: _, ...others } = this.#merged;
    this.#merged = into === null ? others : { ...others, [key]: into };
    this.#remembered = this.#remembered.filter((one) => one !== key);
    this.#told.add(key);
    await this.#check(before);
  }

  get byHand(): boolean {
    const columns = Object.values(this.#columns).some((chosen) => Object.keys(chosen).length > 0);
    return columns || Object.keys(this.#merged).length > 0 || this.#sheets.some((sheet) => this.#isChosen(sheet));
  }

  /** A sheet of a workbook that would be taken for another kind of file than it is now. */
  #isChosen({ id, kind, file }: TakenSheet): boolean {
    return file.endsWith(']') && this.#usual.get(id) !== kind;
  }

  async choices(): Promise<Download> {
    const wanted = { sheets: this.#wantedSheets(), columns: this.#columns, merged: this.#merged };
    const text = await this.#reader.ask((reader) => reader.choices(wanted));
    return { name: 'wanren-choices.json', type: 'application/json', parts: [text] };
  }

  cancel(): void {
    // A reader that does not listen, deep in a workbook, is ended with all that it has read.
    if (this.#busy && this.#stopping === this.#busy.file) {
      this.#reader.stop();
      this.#clear();
      return;
    }
    this.#stopping = this.#busy?.file;
    void this.#reader.ask((reader) => reader.stop()).catch(() => undefined);
  }

  use(): Promise<boolean> {
    return this.#precedence.give(this.#use());
  }

  async #use(): Promise<boolean> {
    const merged = this.#merged;
    this.#note = null;
    const accepted = await this.#ask((reader) => reader.accept(merged));
    this.#busy = null;
    if (accepted === DIED || accepted === null) return false;
    const { place, tables, print } = accepted;
    void this.#mappings.add(merged);
    const now = this.#now();
    const sources = Object.fromEntries(this.#sheets.flatMap(({ kind, file }) => (kind ? [[kind, file]] : [])));
    const files = Object.values(sources);
    const known = this.#all.find((one) => one.print === print);
    const name = known?.name ?? place.name.zh;
    const created = known?.created ?? now;
    const kept: Kept = { version: 2, print, name, files, sources, created, changed: now, tables, merged };
    this.#current = { kept, place: called(place, name) };
    await this.#keep(kept);
    this.#clear();
    // What was read takes memory as long as the reader lives.
    this.#reader.stop();
    this.#onOpen(linkOf(kept));
    return true;
  }

  open(print: string): void {
    const kept = this.#all.find((one) => one.print === print);
    if (kept) this.#onOpen(linkOf(kept));
  }

  async rename(print: string, name: string): Promise<void> {
    const kept = this.#all.find((one) => one.print === print);
    const text = named(name);
    if (!kept || text === '') return;
    this.#note = null;
    if (this.#loose.includes(kept)) {
      this.#loose = this.#loose.map((one) => (one === kept ? { ...one, name: text } : one));
    } else {
      try {
        if (!(await this.#store.change(print, (one) => ({ ...one, name: text }))))
          this.#note = { code: 'gone', count: 0 };
      } catch (error) {
        this.#note = { code: refusal(error), count: 0 };
      }
      await this.#list();
      if (this.#note !== null) return;
    }
    if (this.#current?.kept.print !== print) return;
    const renamed = { ...kept, name: text };
    this.#current = { kept: renamed, place: called(this.#current.place, text) };
    this.#onOpen(linkOf(renamed));
  }

  async discard(print: string): Promise<void> {
    this.#note = null;
    this.#discarded.add(print);
    this.#loose = this.#loose.filter((one) => one.print !== print);
    try {
      await this.#store.discard(print);
      this.#stored = this.#stored.filter((one) => one.print !== print);
    } catch (error) {
      this.#note = { code: refusal(error), count: 0 };
    }
  }

  async tablesOf(print: string, form: Form): Promise<Download[]> {
    const kept = this.#all.find((one) => one.print === print);
    const downloads: Download[] = [];
    for (const kind of KINDS) {
      const table = kept?.tables[kind];
      if (table === undefined) continue;
      const name = `${kept?.name}-${NAMES[kind]}.${form}`;
      const parts = [form === 'csv' ? table : await this.#reader.ask((reader) => reader.workbook(table))];
      downloads.push({ name, type: TYPES[form], parts });
    }
    this.#restReader();
    return downloads;
  }

  async scenarioFile(scenario: string | { name: string; link: string }): Promise<Download> {
    await this.#list();
    const one =
      typeof scenario === 'string' ? this.scenarios.find(scenario) : this.scenarios.made(scenario.name, scenario.link);
    if (!one) throw new Error('no such scenario');
    const { data, policy, raw, plans } = readLink(one.link);
    const print = data?.slice(-8);
    const pairs = [...raw, ...(plans?.list ?? []).flatMap((plan) => plan.raw)];
    const named = [policy ?? '', ...pairs.flatMap(([key, value]) => (key === 'docs' ? value.split('~') : []))];
    await this.documents.list();
    const documents = this.documents.texts(named.filter(isOwnDocument));
    const clauses = await this.clauses.cutIn(pairs);
    const datasets = [...this.#all, ...(this.#current ? [this.#current.kept] : [])];
    const needed = datasets.filter((kept) => kept.print === print).slice(0, 1);
    return fileOf(`${one.name}.wanren.json`, {
      datasets: needed,
      documents,
      clauses,
      scenarios: [one],
      open: one.id,
    });
  }

  async exportAll(): Promise<Download> {
    await this.refresh();
    await this.documents.list();
    return fileOf('wanren-data.json', {
      datasets: this.#all,
      documents: this.documents.texts(),
      clauses: await this.clauses.all(),
      scenarios: this.scenarios.all(),
      open: null,
    });
  }

  async importAll(file: File): Promise<void> {
    const read = await file.text().then(readKeptFile, () => 'foreign' as const);
    if (typeof read === 'string') {
      this.#note = { code: read === 'newer' ? 'newer' : 'import', count: 0 };
      return;
    }
    this.#note = null;
    let count = 0;
    for (const kept of read.datasets) {
      // The fingerprint is made again, so a changed file cannot pass for another.
      const built = await this.#ask((reader) => reader.rebuild(kept.tables, kept.merged, kept.sources));
      if (built !== DIED && built && (await this.#keep({ ...kept, name: named(kept.name), print: built.print })))
        count++;
    }
    for (const words of read.clauses) await this.clauses.add(words);
    for (const text of read.documents) if ((await this.documents.take(text))?.pack) count++;
    for (const one of read.scenarios) if (await this.scenarios.keep({ ...one, name: named(one.name) })) count++;
    this.#restReader();
    this.#busy = null;
    const opened = read.scenarios.find(({ id }) => id === read.open);
    if (opened) this.#onOpen(opened.link);
    const refused = this.#note ?? (this.scenarios.note === null ? null : { code: this.scenarios.note, count: 0 });
    this.#note = refused ?? { code: opened ? 'opened' : 'imported', count };
  }

  async template(kind: FileKind, form: Form): Promise<Download> {
    const bytes = await this.#reader.ask((reader) => reader.template(kind, form));
    return { name: `${NAMES[kind]}.${form}`, type: TYPES[form], parts: [new Uint8Array(bytes)] };
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
    const built = await this.#reader
      .ask((reader) => reader.rebuild(kept.tables, kept.merged, kept.sources))
      .catch(() => null);
    this.#restReader();
    if (built === null || built.print !== kept.print) return null;
    const place = called(built.place, kept.name);
    this.#current = { kept, place };
    return { place, data: dataOf(kept) };
  }

  keepClause(code: string): Promise<void> {
    return this.clauses.keep(code);
  }

  /** What a link says, with the whole clauses that are known here, and the documents of the reader's own at hand. */
  async complete<T extends Pick<LinkParts, 'raw' | 'plans'>>(parts: T): Promise<T> {
    await this.documents.list();
    const whole = (raw: LinkParts['raw']) =>
      Promise.all(raw.map(async ([key, value]): Promise<[string, string]> => [key, await this.clauses.whole(value)]));
    const raw = await whole(parts.raw);
    if (!parts.plans) return { ...parts, raw };
    const list = await Promise.all(parts.plans.list.map(async (plan) => ({ ...plan, raw: await whole(plan.raw) })));
    return { ...parts, raw, plans: { ...parts.plans, list } };
  }

  /** @param before what is gone back to when the reader says stop @returns whether it went through */
  async #check(before: Decided): Promise<boolean> {
    const sheets = this.#wantedSheets();
    if (Object.keys(sheets).length === 0) {
      this.#checked = null;
      this.#busy = null;
      return true;
    }
    this.#busy = { file: null, share: 0 };
    this.#stopping = undefined;
    const wanted = () => ({ sheets, columns: this.#columns, merged: this.#merged });
    let checked = await this.#ask((reader) => reader.check(wanted()));
    if (checked !== DIED && checked !== null && (await this.#remember(checked))) {
      checked = await this.#ask((reader) => reader.check(wanted()));
    }
    if (checked === DIED) return false;
    this.#busy = null;
    if (checked === null) {
      const known = new Set(before.sheets.map(({ id }) => id));
      for (const { id } of this.#sheets) if (!known.has(id)) void this.#ask((reader) => reader.forget(id));
      ({
        sheets: this.#sheets,
        ofReading: this.#ofReading,
        columns: this.#columns,
        merged: this.#merged,
        remembered: this.#remembered,
      } = before);
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
      merged: this.#merged,
      remembered: this.#remembered,
    };
  }

  /** Takes up what was told for other data about areas that are gone here too. @returns whether there was any */
  async #remember({ gone, into }: Checked): Promise<boolean> {
    if (gone.length === 0) return false;
    const known = await this.#mappings.all();
    const here = new Set(into.map(({ key }) => key));
    const again = gone.flatMap(({ key }): [string, string][] => {
      const to = known[key];
      return to !== undefined && here.has(to) && !this.#told.has(key) ? [[key, to]] : [];
    });
    this.#merged = { ...this.#merged, ...Object.fromEntries(again) };
    this.#remembered = [...this.#remembered, ...again.map(([key]) => key)];
    return again.length > 0;
  }

  /** A reader that dies takes its tables with it; the reader is told, and begins again. */
  async #ask<T>(call: (reader: OwnReader) => Promise<T>): Promise<T | typeof DIED> {
    try {
      return await this.#precedence.give(this.#reader.ask(call));
    } catch (error) {
      this.#reader.stop();
      this.#clear();
      if (!(error instanceof Error && error.message === 'stopped')) this.#note = { code: 'failed', count: 0 };
      return DIED;
    }
  }

  /** @returns whether the browser keeps it; where it does not, it is here as long as the page is open */
  async #keep(kept: Kept): Promise<boolean> {
    this.#discarded.delete(kept.print);
    this.#loose = this.#loose.filter((one) => one.print !== kept.print);
    try {
      await this.#store.put(kept.print, kept);
    } catch (error) {
      this.#note = { code: refusal(error), count: 0 };
      this.#loose = [kept, ...this.#loose];
      return false;
    }
    this.#stored = [kept, ...this.#stored.filter((one) => one.print !== kept.print)];
    return true;
  }

  async #list(): Promise<void> {
    this.#stored = await this.#store.all().catch(() => this.#stored);
    // What is in use was kept, and is not any more: cleared, or deleted in another tab. It can still be downloaded.
    const current = this.#current?.kept;
    if (current && !this.#discarded.has(current.print) && !this.#all.some(({ print }) => print === current.print))
      this.#loose = [current, ...this.#loose];
    this.#loose = this.#loose.filter(({ print }) => !this.#stored.some((one) => one.print === print));
  }

  /** A reader that holds no tables takes memory for nothing. */
  #restReader(): void {
    if (this.#sheets.length === 0 && this.#busy === null) this.#reader.rest();
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
    this.#remembered = [];
    this.#told.clear();
    this.#stopping = undefined;
  }
}

const lineOf = ({ print, name, created, tables }: Kept): Omit<KeptLine, 'stored'> => {
  const size = Object.values(tables).reduce((sum, table) => sum + table.size, 0);
  return { print, name, created, size };
};

/** Name and fingerprint, as links carry them: only signs that every chat app leaves alone. */
const dataOf = ({ name, print }: Kept): string => `${name.replace(/[^\p{L}\p{N}]/gu, '').slice(0, 20)}~${print}`;
const linkOf = (kept: Kept): string => `#/${OWN.id}/data=${encodeURIComponent(dataOf(kept))}`;

const called = (place: PlaceData, name: string): PlaceData => ({
  ...place,
  name: name === place.name.zh ? place.name : { zh: name, en: name },
});

/** What was exported from here; tables never end so. */
const isKeptFile = ({ name }: File): boolean => /\.json$/i.test(name);

async function fileOf(name: string, file: KeptFile): Promise<Download> {
  return { name, type: 'application/json', parts: [await writeKeptFile(file)] };
}
