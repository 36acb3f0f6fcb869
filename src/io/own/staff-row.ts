import type { PathName, Sex } from '../../model/types.ts';
import type { AreaRef } from './area-ref.ts';

/** `total`: GPs whose status the file does not say. */
export type Category = 'registered' | 'assistant' | 'unregistered' | 'eligible' | 'training' | 'total';
export const CATEGORIES: readonly Category[] = [
  'registered',
  'assistant',
  'unregistered',
  'eligible',
  'training',
  'total',
];

/** Heads of one kind in one area at the end of a year. No name, number or other mark of a person. */
export interface StaffRow {
  /** First row of the file that is counted here, from 1. */
  row: number;
  area: AreaRef;
  /** Stands in for the area where the file names only institutions. */
  institution: string | null;
  year: number;
  category: Category;
  heads: number;
  /** null: not given. */
  sex: Sex | null;
  ages: { from: number; to: number } | null;
  /** For people in training. */
  path: PathName | null;
  expectedYear: number | null;
}

/** Years that can be a base year: a projection has a year after it, up to 2050. */
export const FIRST_BASE = 2000;
export const LAST_BASE = 2049;
