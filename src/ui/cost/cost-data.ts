import { costFigures } from '../../model/cost/cost-figures.ts';
import { sumOf, type Ledger } from '../../model/cost/ledger.ts';
import { PAYERS, type Fact, type Lang, type Payer, type PlaceData, type PolicyPack } from '../../model/types.ts';
import type { Field, Value } from '../../scenario/types.ts';
import type { CostDictionary } from '../../text/cost-en.ts';

/** The figures of the ledger with their names, as the entry of a fact shows them. Those of a switched-off unit have no field. */
export function namedFigures(
  pack: PolicyPack,
  place: PlaceData,
  fields: readonly Field[],
  words: CostDictionary,
  lang: Lang,
): { field: Field; fact: Fact; clause: string | null }[] {
  const both = (text: string): Record<Lang, string> => ({ zh: text, en: text });
  const figures = costFigures(pack, place.areas).map(({ key, rule, of, value, most, source }) => {
    const exception = of === 'yuan' || of.clinics === 0 ? undefined : rule.exceptions?.[of.clinics - 1];
    const name = of === 'yuan' ? rule.name[lang] : exception ? words.clinicsIn(exception.name[lang]) : words.clinics;
    const unit = both(of === 'yuan' ? words.unitYuan : words.unitClinics);
    const clause = of === 'yuan' ? (rule.clause?.[lang] ?? null) : null;
    const asked = { ...source, text: both(words.clinicsAsked) };
    return { key, name, unit, value, most, source: of === 'yuan' ? source : asked, clause };
  });
  const settings = [
    { key: 'paidshare', name: words.paidShare },
    { key: 'discount', name: words.discount },
  ].flatMap(({ key, name }) => {
    const field = fields.find((one) => one.key === key);
    return field
      ? [
          {
            key,
            name,
            unit: both(words.unitShare),
            value: Number(field.default),
            most: 1,
            source: field.source,
            clause: null,
          },
        ]
      : [];
  });
  return [...figures, ...settings].flatMap(({ key, name, unit, value, most, source, clause }) => {
    const field = fields.find((one) => one.key === key);
    const fact: Fact = { key, name: both(name), unit, value, low: 0, high: most, source };
    return field ? [{ field, fact, clause }] : [];
  });
}

/** Payers who pay anything in one of the ledgers, in their usual order. */
export function payersOf(...ledgers: Ledger[]): Payer[] {
  return PAYERS.filter((payer) => ledgers.some((ledger) => sumOf(ledger, { payer }) > 0));
}

/** Every field's value, and every field's default. */
export function valuesOf(
  fields: readonly Field[],
  value: (key: string) => Value,
): { values: Record<string, Value>; defaults: Record<string, Value> } {
  return {
    values: Object.fromEntries(fields.map(({ key }) => [key, value(key)])),
    defaults: Object.fromEntries(fields.map(({ key, default: usual }) => [key, usual])),
  };
}
