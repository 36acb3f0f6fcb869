/** Plain values that the charts draw; every word in them is ready to be shown. */

/** How a value is known: filled, half, hollow with a centre dot, hollow. */
export type Mark = 'official' | 'derived' | 'judgement' | 'illustrative';

export type Status = 'met' | 'missed' | 'unknown';

/** Colours of text, named after the custom properties that hold them. */
export type Tone = 'ink' | 'ink-2' | 'ink-3' | 'target' | 'plan' | 'base' | 'b' | 'c' | 'd';

/** Colours of lines that are compared. */
export type LineTone = 'plan' | 'b' | 'c' | 'd';
export const COLOUR: Record<LineTone, string> = { plan: 'var(--plan)', b: 'var(--b)', c: 'var(--c)', d: 'var(--d)' };

export interface ToneLine {
  label: string;
  tone: LineTone;
  /** By year of the chart; NaN where there is none. */
  values: number[];
  /** The one that is looked at. */
  viewed: boolean;
}

export interface ObservedValue {
  year: number;
  value: number;
  mark: Mark;
  label: string;
}

/** The words on a flag, from the most to the least important in each row. */
export interface FlagLines {
  when: string;
  statusWord: string;
  valueText: string;
  targetText: string;
  gapText: string;
  gapIsShort: boolean;
  countText: string;
  extra: string;
  /** Rows on a chance, which outlast the other notes: the first one stands in `extra` too. None: nothing is foretold. */
  chance: string[];
}

export interface Flag {
  year: number;
  status: Status;
  /** null where it is not known. */
  value: number | null;
  target: number;
  lines: FlagLines;
}

export interface NamedValues {
  label: string;
  /** By year of the chart; NaN where there is none. */
  values: number[];
}

/** How far draws spread by year of the chart: the edges of the 80 % and the 50 % band, and the median. NaN where there are none. */
export interface Fan {
  outer: Band;
  inner: Band;
  median: number[];
}
export interface Band {
  low: number[];
  high: number[];
}

/** A name and a value at the right end of a line. */
export interface EndLabel {
  name: string;
  /** In place of name and value. */
  text?: string;
  value: number;
  tone: Tone;
  bold: boolean;
}

/** Pixels around the plot. */
export interface Margin {
  top: number;
  right: number;
  bottom: number;
  left: number;
}
