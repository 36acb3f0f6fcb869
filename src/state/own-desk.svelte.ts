import type { Form } from '../io/own/reader.ts';
import type { FileKind } from '../io/own/synonyms.ts';
import { isOwnDocument, readLink, type LinkParts } from '../scenario/link.ts';
import { createPrecedence, type Precedence } from '../worker/precedence.ts';
import type { ReaderClient } from '../worker/reader-client.ts';
import { ClauseShelf } from './clause-shelf.ts';
import { DatasetShelf, type Found } from './dataset-shelf.svelte.ts';
import { DocumentShelf } from './document-shelf.svelte.ts';
import type { KeptClause, KeptDocument } from './document-store.ts';
import { readKeptFile, writeKeptFile, type KeptFile } from './kept-file.ts';
import { memoryKept, named, type KeptStore } from './kept-store.ts';
import { DIED, OwnFiles } from './own-files.svelte.ts';
import { memoryMappings, type Kept, type MappingStore } from './own-store.ts';
import type { Download, OwnNote, OwnView } from './own-view.ts';
import { ScenarioShelf } from './scenario-shelf.svelte.ts';
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

const KINDS: readonly FileKind[] = ['census', 'staffing', 'distances'];
const TYPES: Record<Form, string> = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** What the reader brings and keeps: files are read and become data, and all of it goes out as files and comes back. */
export class OwnDesk implements OwnView {
  readonly files: OwnFiles;
  readonly datasets: DatasetShelf;
  readonly scenarios: ScenarioShelf;
  readonly documents: DocumentShelf;
  readonly clauses: ClauseShelf;

  #reader: ReaderClient;
  #precedence: Precedence;
  #mappings: MappingStore;
  #now: () => string;
  #done = $state.raw<OwnNote | null>(null);

  constructor({ reader, store, scenarios = memoryKept(), mappings = memoryMappings(), now, ...parts }: DeskParts) {
    this.#reader = reader;
    this.#precedence = parts.precedence ?? createPrecedence();
    this.#mappings = mappings;
    this.#now = now;
    this.files = new OwnFiles(reader, this.#precedence, mappings);
    this.files.onDeath = () => this.#tell({ code: 'failed', count: 0 });
    this.datasets = new DatasetShelf(store);
    this.scenarios = new ScenarioShelf(scenarios, now);
    this.documents = new DocumentShelf(parts.documents ?? memoryKept(), now);
    this.clauses = new ClauseShelf(parts.clauses ?? memoryKept(), now);
    void this.refresh();
  }

  get note(): OwnNote | null {
    const refused = this.datasets.note;
    return refused === null ? this.#done : { code: refused, count: 0 };
  }
  #tell(note: OwnNote | null): void {
    this.datasets.note = null;
    this.#done = note;
  }

  /** Told which link is to be opened: data that are to be used, or a scenario. */
  set onOpen(open: (link: string) => Promise<void>) {
    const given = (link: string): void => void this.#precedence.give(open(link));
    this.datasets.onOpen = given;
    this.scenarios.onOpen = given;
  }

  async refresh(): Promise<void> {
    this.#tell(null);
    this.scenarios.note = null;
    await Promise.all([this.datasets.list(), this.scenarios.list()]);
  }

  add(files: readonly File[]): Promise<void> {
    // Between two files nothing else begins either.
    return this.#precedence.give(this.#add(files));
  }

  async #add(files: readonly File[]): Promise<void> {
    for (const file of files) if (isKeptFile(file)) await this.importAll(file);
    const tables = files.filter((file) => !isKeptFile(file));
    if (tables.length === 0) return;
    this.#tell(null);
    await this.files.add(tables);
  }

  use(): Promise<boolean> {
    return this.#precedence.give(this.#use());
  }

  async #use(): Promise<boolean> {
    const { merged, sources } = this.files;
    this.#tell(null);
    const accepted = await this.files.ask((reader) => reader.accept(merged));
    if (accepted === DIED || accepted === null) return false;
    const { place, tables, print } = accepted;
    void this.#mappings.add(merged);
    const now = this.#now();
    const known = this.datasets.find(print);
    const name = known?.name ?? place.name.zh;
    const created = known?.created ?? now;
    const files = Object.values(sources);
    const kept: Kept = { version: 2, print, name, files, sources, created, changed: now, tables, merged };
    this.datasets.take(kept, place);
    await this.datasets.keep(kept);
    this.files.end();
    this.datasets.open(print);
    return true;
  }

  async tablesOf(print: string, form: Form): Promise<Download[]> {
    const kept = this.datasets.find(print);
    const tables = KINDS.flatMap((kind) => {
      const table = kept?.tables[kind];
      return table === undefined ? [] : [{ name: `${kept?.name}-${kind}.${form}`, table }];
    });
    const made = await this.#made(async () => {
      const downloads: Download[] = [];
      for (const { name, table } of tables) {
        const part = form === 'csv' ? table : await this.#reader.ask((reader) => reader.workbook(table));
        downloads.push({ name, type: TYPES[form], parts: [part] });
      }
      return downloads;
    });
    this.files.rest();
    return made ?? [];
  }

  template(kind: FileKind, form: Form): Promise<Download | null> {
    return this.#made(async () => {
      const bytes = await this.#reader.ask((reader) => reader.template(kind, form));
      return { name: `${kind}.${form}`, type: TYPES[form], parts: [new Uint8Array(bytes)] };
    });
  }

  choices(): Promise<Download | null> {
    return this.#made(async () => json('wanren-choices.json', await this.files.choices()));
  }

  async scenarioFile(scenario: string | { name: string; link: string }): Promise<Download | null> {
    await this.datasets.list();
    const one =
      typeof scenario === 'string' ? this.scenarios.find(scenario) : this.scenarios.made(scenario.name, scenario.link);
    if (!one) return null;
    const { data, policy, raw, plans } = readLink(one.link);
    const print = data?.slice(-8);
    const pairs = [...raw, ...(plans?.list ?? []).flatMap((plan) => plan.raw)];
    const codes = [policy ?? '', ...pairs.flatMap(([key, value]) => (key === 'docs' ? value.split('~') : []))];
    await this.documents.list();
    const { all, inUse } = this.datasets;
    const needed = [...all, ...(inUse ? [inUse] : [])].filter((kept) => kept.print === print).slice(0, 1);
    return this.#fileOf(`${one.name}.wanren.json`, {
      datasets: needed,
      documents: this.documents.texts(codes.filter(isOwnDocument)),
      clauses: await this.clauses.cutIn(pairs),
      scenarios: [one],
      open: one.id,
    });
  }

  async exportAll(): Promise<Download | null> {
    await this.refresh();
    await this.documents.list();
    return this.#fileOf('wanren-data.json', {
      datasets: [...this.datasets.all],
      documents: this.documents.texts(),
      clauses: await this.clauses.all(),
      scenarios: this.scenarios.all(),
      open: null,
    });
  }

  #fileOf(name: string, file: KeptFile): Promise<Download | null> {
    return this.#made(async () => json(name, await writeKeptFile(file)));
  }

  async #made<T>(work: () => Promise<T>): Promise<T | null> {
    if (this.#done?.code === 'unmade') this.#done = null;
    try {
      return await work();
    } catch {
      // What could not be loaded comes only with another reader.
      this.files.rest();
      this.#tell({ code: 'unmade', count: 0 });
      return null;
    }
  }

  async importAll(file: File): Promise<void> {
    const read = await file.text().then(readKeptFile, () => 'foreign' as const);
    if (typeof read === 'string') {
      this.#tell({ code: read === 'newer' ? 'newer' : 'import', count: 0 });
      return;
    }
    this.#tell(null);
    let count = 0;
    for (const kept of read.datasets) {
      // The fingerprint is made again, so a changed file cannot pass for another.
      const built = await this.files.ask((reader) => reader.rebuild(kept.tables, kept.merged, kept.sources));
      if (built === DIED || built === null) continue;
      if (await this.datasets.keep({ ...kept, name: named(kept.name), print: built.print })) count++;
    }
    for (const words of read.clauses) await this.clauses.add(words);
    for (const text of read.documents) if ((await this.documents.take(text))?.pack) count++;
    for (const one of read.scenarios) if (await this.scenarios.keep({ ...one, name: named(one.name) })) count++;
    this.files.rest();
    const opened = read.scenarios.find(({ id }) => id === read.open);
    if (opened) this.scenarios.open(opened.id);
    if (this.note !== null) return;
    const refused = this.scenarios.note;
    this.#done = refused ? { code: refused, count: 0 } : { code: opened ? 'opened' : 'imported', count };
  }

  /**
   * The data that a link names, by their fingerprint; without a name those in use, or else the newest.
   * @returns null: they are not here
   */
  async find(wanted: string | null): Promise<Found | null> {
    const print = wanted === null ? null : wanted.slice(-8);
    const taken = this.datasets.taken(print);
    if (taken) return taken;
    await this.datasets.list();
    const kept = print === null ? this.datasets.all[0] : this.datasets.find(print);
    if (!kept) return null;
    const built = await this.#reader
      .ask((reader) => reader.rebuild(kept.tables, kept.merged, kept.sources))
      .catch(() => null);
    this.files.rest();
    return built?.print === kept.print ? this.datasets.take(kept, built.place) : null;
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
}

/** What was exported from here; tables never end so. */
const isKeptFile = ({ name }: File): boolean => /\.json$/i.test(name);

const json = (name: string, text: string): Download => ({ name, type: 'application/json', parts: [text] });
