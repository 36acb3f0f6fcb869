import { power } from '../roots.ts';
import type { Area, CostRule, Payer, PolicyPack } from '../types.ts';
import { clinicsKey, costKey } from './cost-figures.ts';
import { sharingGroups } from './sharing-groups.ts';
import { splitYuan } from './split.ts';

/** Units of one kind in one year: of the whole place, or of an area. */
export type Quantities = (unit: CostRule['unit'], year: number) => number | ((area: number) => number);

/** Whole yuan of one item in one year, in one group of areas with the same payers. */
export interface LedgerEntry {
  rule: string;
  year: number;
  /** 0: the rule's own sharing; else the number of the exception. */
  exception: number;
  quantity: number;
  unitCost: number;
  yuan: number;
  payers: Partial<Record<Payer, number>>;
  /** Present value of each payer's part, whole yuan. */
  present: Partial<Record<Payer, number>>;
}

export interface Ledger {
  years: number[];
  entries: LedgerEntry[];
  /** Keys of the figures that are asked for and not given: their items are left out of every sum. */
  missing: { rule: string; key: string }[];
}

export interface LedgerInput {
  pack: PolicyPack;
  areas: readonly Area[];
  /** First and last year that is paid for. */
  from: number;
  to: number;
  quantities: Quantities;
  /** Yuan a month by year: what the lever says. */
  allowance: (year: number) => number;
  /** Figures by key; null where the reader has given none. */
  figures: (key: string) => number | null;
  /** Discount rate a year, and the year at whose end money has its full worth. */
  rate: number;
  presentYear: number;
}

/**
 * What a plan costs, by item, year and payer, in whole yuan. Each quantity × unit cost is rounded once, to the yuan, and split without
 * remainder (split.ts), so every sum of entries is exact. Items without a quantity have no entry and ask for nothing.
 */
export function costLedger(input: LedgerInput): Ledger {
  const { pack, areas, from, to, quantities, allowance, figures, rate, presentYear } = input;
  const years = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  const entries: LedgerEntry[] = [];
  const missing: Ledger['missing'] = [];
  const ask = (rule: string, key: string): void => {
    if (!missing.some((one) => one.key === key)) missing.push({ rule, key });
  };
  for (const rule of pack.costs ?? []) {
    for (const { exception, sharing, members } of sharingGroups(rule, areas)) {
      for (const year of years) {
        const clinics = rule.unit === 'clinic-year' ? figures(clinicsKey(exception)) : 0;
        if (clinics === null) {
          ask(rule.id, clinicsKey(exception));
          continue;
        }
        const given = rule.unit === 'clinic-year' ? clinics : quantities(rule.unit, year);
        const quantity = typeof given === 'number' ? given : sumOver(members, given);
        if (quantity <= 0) continue;
        const unitCost = rule.unit === 'gp-month' ? allowance(year) : figures(costKey(rule));
        if (unitCost === null) {
          ask(rule.id, costKey(rule));
          continue;
        }
        const yuan = Math.round(quantity * unitCost);
        if (yuan === 0) continue;
        const payers = splitYuan(yuan, sharing);
        const factor = power(1 + rate, Math.max(0, year - presentYear));
        const present: LedgerEntry['present'] = {};
        for (const payer of Object.keys(payers) as Payer[]) present[payer] = Math.round(payers[payer]! / factor);
        entries.push({ rule: rule.id, year, exception, quantity, unitCost, yuan, payers, present });
      }
    }
  }
  return { years, entries, missing };
}

function sumOver(members: readonly number[], of: (area: number) => number): number {
  let sum = 0;
  for (const area of members) sum += of(area);
  return sum;
}

/** Yuan of the entries that are chosen, or the present value. */
export function sumOf(
  ledger: Ledger,
  { rule, year, payer, present = false }: { rule?: string; year?: number; payer?: Payer; present?: boolean } = {},
): number {
  let sum = 0;
  for (const entry of ledger.entries) {
    if ((rule !== undefined && entry.rule !== rule) || (year !== undefined && entry.year !== year)) continue;
    const parts = present ? entry.present : entry.payers;
    if (payer !== undefined) sum += parts[payer] ?? 0;
    else for (const part of Object.values(parts)) sum += part;
  }
  return sum;
}
