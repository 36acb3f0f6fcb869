import { planCost } from '../../model/cost/plan-cost.ts';
import { equityByYear } from '../../model/equity/equity.ts';
import { servedShares } from '../../model/equity/served.ts';
import { OUTSIDE } from '../../model/reassign/types.ts';
import type { Cell, Column } from '../../sheet/table.ts';
import { costWords } from '../../text/cost-words.ts';
import { fairnessWords } from '../../text/fairness-words.ts';
import { movesWords } from '../../text/moves-words.ts';
import { payersOf, valuesOf } from '../cost/cost-data.ts';
import { demandOf } from '../fairness/demand.ts';
import { columnsOf, type Exported, type Made } from './tables.ts';

/** The ledger of the plan and of the baseline: a row for each item and year, whole yuan by payer. */
export function costRows(given: Exported): Made {
  const { session, place, pack, start, result, text } = given;
  const words = costWords(session.lang);
  const values = valuesOf(session.fields, (key) => session.value(key));
  const { plan, baseline } = planCost({ pack, place, start, result, ...values, to: result.plan.horizon });
  const payers = payersOf(plan, baseline);
  const rules = new Map((pack.costs ?? []).map((rule) => [rule.id, rule]));
  const sum = (parts: Partial<Record<string, number>>): number =>
    Object.values(parts).reduce<number>((all, part) => all + (part ?? 0), 0);
  const payerColumns = payers.map((payer): Column => ({ title: words.payer[payer], ...text.payer }));
  return {
    columns: [
      ...columnsOf(given, ['year', 'course', 'costItem', 'quantity', 'quantityUnit', 'unitYuan']),
      ...payerColumns,
      ...columnsOf(given, ['yuan', 'presentYuan']),
    ],
    rows: [
      [text.course.plan, plan] as const,
      ...(result.plan === result.baseline ? [] : [[text.course.baseline, baseline] as const]),
    ].flatMap(([course, ledger]) =>
      ledger.entries.map((entry): Cell[] => {
        const rule = rules.get(entry.rule);
        const where = entry.exception > 0 ? rule?.exceptions?.[entry.exception - 1]?.name[session.lang] : undefined;
        const item = [rule?.name[session.lang] ?? entry.rule, where].filter(Boolean).join(' · ');
        return [
          entry.year,
          course,
          item,
          entry.quantity,
          rule ? words.perUnit[rule.unit] : '',
          entry.unitCost,
          ...payers.map((payer) => entry.payers[payer] ?? 0),
          entry.yuan,
          sum(entry.present),
        ];
      }),
    ),
  };
}

/** Gini, Theil with its parts, and the share who live where the target is met, by year. */
export function equityRows(given: Exported): Made {
  const { session, place, result, text } = given;
  const words = fairnessWords(session.lang).theil;
  const level = fairnessWords(session.lang).level[place.groups[0]?.level ?? 'county'];
  const demand = demandOf(result, Number(session.value('centreshare')));
  const [plan, baseline] = [result.plan, result.baseline].map((run) => ({
    years: equityByYear(place, run),
    served: demand ? servedShares(place, run, demand) : null,
  }));
  const kinds = plan!.years[0]?.parts.map(({ kind }) => kind) ?? [];
  const name = { groups: words.groups(level), urban: words.urban };
  const parts = kinds.flatMap((kind) =>
    [words.between, words.within].map((part): Column => ({
      title: `${words.total} ${part}: ${name[kind]}`,
      ...text.theil,
    })),
  );
  return {
    columns: [
      ...columnsOf(given, ['year', 'gini', 'theil']),
      ...parts,
      ...columnsOf(given, ['served', 'baseGini', 'baseTheil', 'baseServed']),
    ],
    rows: plan!.years.map((one, at): Cell[] => [
      one.year,
      one.gini,
      one.theil,
      ...one.parts.flatMap(({ parts: of }) => [of?.between ?? null, of?.within ?? null]),
      plan!.served?.[at] ?? null,
      baseline!.years[at]?.gini ?? null,
      baseline!.years[at]?.theil ?? null,
      baseline!.served?.[at] ?? null,
    ]),
  };
}

/** The plan of reassignment, a row for each move. */
export function moveTable(given: Exported): Made {
  const { session, place, result, words } = given;
  const moves = movesWords(session.lang);
  const nameOf = (area: number): string =>
    area === OUTSIDE ? moves.outside : words.placeName(place.areas[area]?.name ?? place.name);
  return {
    columns: columnsOf(given, [
      'from',
      'to',
      'persons',
      'lever',
      'startYear',
      'startMonth',
      'endYear',
      'endMonth',
      'km',
      'had',
      'minimum',
    ]),
    rows: (result.moves?.moves ?? []).map(({ from, to, persons, lever, start, end, km, had, minimum }): Cell[] => [
      nameOf(from),
      nameOf(to),
      persons,
      moves.lever[lever],
      start.year,
      start.month,
      end?.year ?? null,
      end?.month ?? null,
      km,
      had,
      minimum,
    ]),
  };
}
