import type { Checked, Form, Sheet } from '../io/own/reader.ts';
import type { FileKind, Meaning } from '../io/own/synonyms.ts';
import type { PolicyPack, Problem } from '../model/types.ts';

export type { Form };

/** A set of own data that this browser keeps. */
export interface KeptLine {
  print: string;
  name: string;
  /** ISO date and time. */
  created: string;
  /** Bytes. */
  size: number;
  /** false: the browser did not keep it; it is here as long as the page is open. */
  stored: boolean;
}

/** A scenario that this browser keeps. */
export interface ScenarioLine {
  id: string;
  name: string;
  /** ISO date and time. */
  changed: string;
  size: number;
  /** Id of the place, and the name of the own data in links. */
  place: string;
  data: string | null;
  stored: boolean;
}

/** The scenarios with a name. */
export interface ScenariosView {
  readonly lines: ScenarioLine[];
  /** Why the last action did not do what was asked; `gone`: deleted in another tab meanwhile. */
  readonly note: 'refused' | 'full' | 'gone' | null;
  /** @returns whether the browser keeps it */
  save(name: string, link: string): Promise<boolean>;
  open(id: string): void;
  rename(id: string, name: string): Promise<void>;
  duplicate(id: string, name: string): Promise<void>;
  discard(id: string): Promise<void>;
}

/** A document that the reader has brought. */
export interface DocumentLine {
  pack: PolicyPack;
  /** false: the browser did not keep it; it is here as long as the page is open. */
  stored: boolean;
  /** Characters. */
  size: number;
}

/** The documents of the reader's own. */
export interface DocumentsView {
  readonly lines: DocumentLine[];
  /** Reads a file and keeps it. @returns the document, or everything that is wrong; null: it could not be read at all */
  take(text: string): Promise<{ pack: PolicyPack | null; problems: Problem[] } | null>;
  discard(id: string): Promise<void>;
  textOf(id: string): string | null;
}

/** Something to be saved by the reader. */
export interface Download {
  name: string;
  type: string;
  parts: BlobPart[];
}

/** The sets of own data. */
export interface DatasetsView {
  readonly lines: KeptLine[];
  open(print: string): void;
  rename(print: string, name: string): Promise<void>;
  discard(print: string): Promise<void>;
}

/** Files on their way into the page. */
export interface OwnFilesView {
  readonly sheets: (Sheet & { kind: FileKind | null })[];
  /** Of reading and checking together. */
  readonly problems: Problem[];
  /** null: nothing has been checked yet. */
  readonly checked: Checked | null;
  /** What is going on; `file`: which file is being read, and which share of it has been. */
  readonly busy: { file: string | null; share: number } | null;
  readonly merged: Readonly<Record<string, string>>;
  /** Of these, what was told for other data before. */
  readonly remembered: readonly string[];
  /** Columns or areas were decided by hand. */
  readonly byHand: boolean;
  /** Files may come: who reads them is there before they do. @returns told when they come no more */
  expect(): () => void;
  remove(id: number): Promise<void>;
  setKind(id: number, kind: FileKind | null): Promise<void>;
  setMeaning(kind: FileKind, column: number, meaning: Meaning | null): Promise<void>;
  setMerged(key: string, into: string | null): Promise<void>;
  /** Ends what is going on: of several files the one that is being read. All that was there before stays. */
  cancel(): void;
}

/**
 * What went wrong or was done outside of files: `gone`, deleted in another tab; `import`, a foreign file; `newer`, of a later
 * version; `imported`, with a number; `opened`, a scenario file; `unmade`, a file that could not be made.
 */
export interface OwnNote {
  code: 'failed' | 'refused' | 'full' | 'gone' | 'import' | 'newer' | 'imported' | 'opened' | 'unmade';
  count: number;
}

/** What the screens for own files may know and do. Downloads are null where they could not be made; the note says so. */
export interface OwnView {
  readonly note: OwnNote | null;
  readonly files: OwnFilesView;
  readonly datasets: DatasetsView;
  readonly scenarios: ScenariosView;
  readonly documents: DocumentsView;
  /** Keeps the whole clause of an own target for links that carry its beginning. @param code as its field holds it */
  keepClause(code: string): Promise<void>;
  /** Tables, and what was exported. */
  add(files: readonly File[]): Promise<void>;
  /** @returns whether the data are in use now */
  use(): Promise<boolean>;
  /** A screen opens: reads again what the browser keeps, which another tab may have changed; what was told before is over. */
  refresh(): Promise<void>;
  /** What was decided by hand, as a file for the headless run. */
  choices(): Promise<Download | null>;
  /** Tables in the form of the templates, a file each. */
  tablesOf(print: string, form: Form): Promise<Download[]>;
  /** A scenario file: a kept scenario, or one that is not kept, with the own data that it needs. */
  scenarioFile(scenario: string | { name: string; link: string }): Promise<Download | null>;
  exportAll(): Promise<Download | null>;
  /** What was exported, or a scenario file, which is opened. */
  importAll(file: File): Promise<void>;
  template(kind: FileKind, form: Form): Promise<Download | null>;
}
