import type { Checked, Form, Sheet } from '../io/own/reader.ts';
import type { FileKind, Meaning } from '../io/own/synonyms.ts';
import type { Problem } from '../model/types.ts';

/** A set of own data that this browser keeps. */
export interface KeptLine {
  print: string;
  name: string;
  /** ISO date and time. */
  created: string;
  /** Bytes. */
  size: number;
}

/** Something to be saved by the reader. */
export interface Download {
  name: string;
  type: string;
  parts: BlobPart[];
}

/** What the screens for own files may know and do. */
export interface OwnView {
  readonly sheets: (Sheet & { kind: FileKind | null })[];
  /** Of reading and checking together. */
  readonly problems: Problem[];
  /** null: nothing has been checked yet. */
  readonly checked: Checked | null;
  /** What is going on; `file`: which file is being read, and which share of it has been. */
  readonly busy: { file: string | null; share: number } | null;
  readonly kept: KeptLine[];
  /** Codes of what went wrong or was done outside of files: `failed`, `refused`, `full`, `import`, or `imported` with a number. */
  readonly note: { code: 'failed' | 'refused' | 'full' | 'import' | 'imported'; count: number } | null;
  readonly merged: Readonly<Record<string, string>>;
  /** Of these, what was told for other data before. */
  readonly remembered: readonly string[];
  add(files: readonly File[]): Promise<void>;
  remove(id: number): Promise<void>;
  setKind(id: number, kind: FileKind | null): Promise<void>;
  setMeaning(kind: FileKind, column: number, meaning: Meaning | null): Promise<void>;
  setMerged(key: string, into: string | null): Promise<void>;
  /** Ends what is going on: of several files the one that is being read. All that was there before stays. */
  cancel(): void;
  /** @returns whether the data are in use now */
  use(): Promise<boolean>;
  open(print: string): void;
  rename(print: string, name: string): Promise<void>;
  discard(print: string): Promise<void>;
  /** Tables in the form of the templates, a file each. */
  tablesOf(print: string): Promise<Download[]>;
  exportAll(): Promise<Download>;
  importAll(file: File): Promise<void>;
  template(kind: 'census' | 'staffing', form: Form): Promise<Download>;
}
