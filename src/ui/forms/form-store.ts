import type { EarlierForm } from '../../model/forms/changes.ts';
import type { Entries, FormColumn } from '../../model/forms/form.ts';

/** What the browser keeps of the forms. Keys name place, form and language or month. */
export interface KeptForms {
  columns: Record<string, FormColumn[]>;
  entries: Record<string, Entries>;
  reported: Record<string, EarlierForm>;
}

const KEY = 'wanren-forms-1';
const EMPTY: KeptForms = { columns: {}, entries: {}, reported: {} };

/** What was kept; nothing where the browser refuses, or where something else stands there. */
export function readForms(): KeptForms {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return isKept(kept) ? kept : EMPTY;
  } catch {
    return EMPTY;
  }
}

/** @returns whether the browser has kept it */
export function writeForms(forms: KeptForms): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(forms));
    return true;
  } catch {
    return false;
  }
}

const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

function isKept(value: unknown): value is KeptForms {
  if (typeof value !== 'object' || value === null) return false;
  const { columns, entries, reported } = value as Record<string, unknown>;
  return isRecord(columns) && isRecord(entries) && isRecord(reported);
}
