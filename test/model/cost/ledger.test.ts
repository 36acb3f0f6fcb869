import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costLedger, sumOf, type LedgerInput } from '../../../src/model/cost/ledger.ts';
import { splitYuan } from '../../../src/model/cost/split.ts';
import { PAYERS, type Area, type CostRule, type PolicyPack, type Sharing } from '../../../src/model/types.ts';
import { packOf } from '../readback/packs.ts';

const text = { zh: '项', en: 'item' };
const source = { provenance: 'official', text } as const;
const area = (code: string): Area => ({ code, parent: '', level: 'county', name: text, centres: 1, ruralShare: 0 });
const rule = (over: Partial<CostRule> & Pick<CostRule, 'id' | 'unit'>): CostRule => ({
  name: text,
  amount: 100,
  sharing: { unstated: 1 },
  source,
  ...over,
});
const packWith = (...costs: CostRule[]): PolicyPack => ({ ...packOf([]), costs });
const input = (over: Partial<LedgerInput> & Pick<LedgerInput, 'pack'>): LedgerInput => ({
  areas: [area('430101'), area('433101')],
  from: 2025,
  to: 2030,
  quantities: () => 1,
  allowance: () => 500,
  figures: (key) => over.pack.costs?.find(({ id }) => key === `cost${id}`)?.amount ?? null,
  rate: 0.05,
  presentYear: 2024,
  ...over,
});

const anySharing: fc.Arbitrary<Sharing> = fc
  .record(Object.fromEntries(PAYERS.map((payer) => [payer, fc.integer({ min: 0, max: 9 })])))
  .filter((parts) => Object.values(parts).some((part) => part > 0));

describe('yuan among payers', () => {
  it('add up to the amount, each within one yuan of its part', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), anySharing, (yuan, sharing) => {
        const split = splitYuan(yuan, sharing);
        const parts = Object.values(sharing).reduce((sum, part) => sum + part, 0);
        expect(Object.values(split).reduce((sum, part) => sum + part, 0)).toBe(yuan);
        for (const payer of PAYERS) {
          expect(Math.abs((split[payer] ?? 0) - (yuan * (sharing[payer] ?? 0)) / parts)).toBeLessThanOrEqual(1);
          if (!sharing[payer]) expect(split[payer]).toBeUndefined();
        }
      }),
    );
  });

  it('that do not divide go to the payers from the centre down, one each', () => {
    expect(splitYuan(7, { province: 1, county: 1 })).toEqual({ province: 4, county: 3 });
    expect(splitYuan(8, { county: 1, central: 1, province: 1 })).toEqual({ central: 3, province: 3, county: 2 });
    expect(splitYuan(6000, { province: 1, county: 1 })).toEqual({ province: 3000, county: 3000 });
    expect(splitYuan(6001, { province: 1 })).toEqual({ province: 6001 });
  });
});

describe('the ledger', () => {
  it('reconciles to the yuan: years × payers × items = the total, as spent and as present value', () => {
    const anyRules = fc.array(fc.record({ amount: fc.integer({ min: 1, max: 99_999 }), sharing: anySharing }), {
      minLength: 1,
      maxLength: 6,
    });
    const quantity = fc.double({ min: 0, max: 5000, noNaN: true });
    fc.assert(
      fc.property(
        anyRules,
        fc.array(quantity, { minLength: 6, maxLength: 6 }),
        fc.double({ min: 0, max: 0.2, noNaN: true }),
        (rules, by, rate) => {
          const costs = rules.map((one, index) => rule({ id: 'abcdef'[index]!, unit: 'recruit', ...one }));
          const ledger = costLedger(
            input({ pack: packWith(...costs), quantities: (_, year) => by[year - 2025]!, rate }),
          );
          for (const present of [false, true]) {
            const total = sumOf(ledger, { present });
            const cells = costs.flatMap(({ id }) =>
              ledger.years.flatMap((year) => PAYERS.map((payer) => sumOf(ledger, { rule: id, year, payer, present }))),
            );
            expect(cells.every(Number.isSafeInteger)).toBe(true);
            expect(cells.reduce((sum, cell) => sum + cell, 0)).toBe(total);
            expect(ledger.years.reduce((sum, year) => sum + sumOf(ledger, { year, present }), 0)).toBe(total);
            expect(PAYERS.reduce((sum, payer) => sum + sumOf(ledger, { payer, present }), 0)).toBe(total);
          }
          const plain = ledger.entries.reduce((sum, entry) => sum + Math.round(entry.quantity * entry.unitCost), 0);
          expect(sumOf(ledger)).toBe(plain);
        },
      ),
    );
  });

  const clinics = rule({
    id: 'clinics',
    unit: 'clinic-year',
    amount: 6000,
    sharing: { province: 1, county: 1 },
    exceptions: [{ areas: ['4331'], name: { zh: '湘西自治州', en: 'Xiangxi' }, sharing: { province: 1 } }],
  });
  const counts = (given: Record<string, number | null>) => (key: string) => given[key] ?? null;

  it('shares village clinics half and half, and in the excepted areas by the exception', () => {
    const figures = counts({ costclinics: 6000, clinics: 10, clinics1: 3 });
    const ledger = costLedger(input({ pack: packWith(clinics), figures, from: 2025, to: 2025 }));
    expect(sumOf(ledger)).toBe(78_000);
    expect(sumOf(ledger, { payer: 'province' })).toBe(48_000);
    expect(sumOf(ledger, { payer: 'county' })).toBe(30_000);
  });

  it('asks for what it lacks, once, and leaves the item out', () => {
    const ledger = costLedger(
      input({
        pack: packWith(clinics, rule({ id: 'recruit', unit: 'recruit', amount: null })),
        figures: counts({ costclinics: 6000, clinics: 10 }),
      }),
    );
    expect(ledger.missing).toEqual([
      { rule: 'clinics', key: 'clinics1' },
      { rule: 'recruit', key: 'costrecruit' },
    ]);
    expect(sumOf(ledger)).toBe(6 * 60_000);
  });

  it('asks for nothing that is not needed: no quantity, or no area of an exception', () => {
    const figures = counts({ costclinics: 6000, clinics: 10 });
    const pack = packWith(clinics, rule({ id: 'dispatch', unit: 'dispatch-month', amount: null }));
    const ledger = costLedger(input({ pack, areas: [area('430101')], quantities: () => 0, figures }));
    expect(ledger.missing).toEqual([]);
    expect(sumOf(ledger)).toBe(6 * 60_000);
  });

  it('discounts by whole years from the end of the base year, and not at all at a rate of 0', () => {
    const pack = packWith(rule({ id: 'recruit', unit: 'recruit', amount: 10_500 }));
    const one = costLedger(input({ pack, from: 2025, to: 2025 }));
    expect(sumOf(one, { present: true })).toBe(10_000);
    const none = costLedger(input({ pack, rate: 0 }));
    expect(sumOf(none, { present: true })).toBe(sumOf(none));
  });
});
