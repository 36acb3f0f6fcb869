import { countedInAll } from '../count.ts';
import { evaluateTarget } from '../targets.ts';
import type { CountingRule, PathName, PlaceData, PolicyPack, Projection, Result, Start } from '../types.ts';
import { choiceIn, numberIn } from '../values.ts';
import type { Values } from '../values.ts';
import { atOnce } from '../turns.ts';
import { costLedger, sumOf, type Ledger, type Quantities } from './ledger.ts';
import { sharingGroups } from './sharing-groups.ts';
import { inAssistantTraining, inResidency, inStudy, listedIn, transferTrainees, type Training } from './trainees.ts';

/** GPs that a centre must have to count as supplied. */
const MINIMUM = 2;

/** What is needed to say what a plan costs. */
export interface CostCase {
  pack: PolicyPack;
  place: PlaceData;
  start: Start;
  result: Result;
  /** Every field of the scenario, defaults filled in, and the defaults alone. */
  values: Values;
  defaults: Values;
  /** Last year that is paid for. */
  to: number;
}

export interface PlanCost {
  plan: Ledger;
  baseline: Ledger;
  /** Plan minus baseline at the end of `to`: whole yuan, GPs under the counting rule, centres with at least two. */
  more: { yuan: number; gps: number; centres: number | null };
}

/** The ledger of the plan and that of the baseline, and what the difference buys. */
export const planCost = (given: CostCase): PlanCost => atOnce(costSteps(given));

/** The same in steps, so that with very many areas others get their turn in between. */
export function* costSteps(given: CostCase): Generator<void, PlanCost> {
  const { place, pack, result, values, to } = given;
  for (const rule of pack.costs ?? []) {
    // They are kept: the ledgers find them made.
    sharingGroups(rule, place.areas);
    yield;
  }
  const plan = ledgerOf(given, result.plan, values);
  yield;
  const baseline = result.plan === result.baseline ? plan : ledgerOf(given, result.baseline, given.defaults);
  yield;
  const rule = choiceIn(values, 'count') as CountingRule;
  const gps = (projection: Projection): number => countedInAll(projection, rule, to - projection.base);
  const supplied = (projection: Projection): number | null => centresSupplied(given, projection, rule);
  const with_ = supplied(result.plan);
  yield;
  const without = result.plan === result.baseline ? with_ : supplied(result.baseline);
  yield;
  return {
    plan,
    baseline,
    more: {
      yuan: sumOf(plan) - sumOf(baseline),
      gps: gps(result.plan) - gps(result.baseline),
      centres:
        place.areas.some(({ centres }) => (centres ?? 0) > 0) && with_ !== null && without !== null
          ? with_ - without
          : null,
    },
  };
}

/** @param levers what the planner decides from the year `from` on; before it the defaults apply */
function ledgerOf(
  { pack, place, start, result, values, defaults, to }: CostCase,
  projection: Projection,
  levers: Values,
): Ledger {
  const from = numberIn(values, 'from');
  const leverIn = (key: string, year: number): number => numberIn(year >= from ? levers : defaults, key);
  const intake = (path: PathName, year: number): number => leverIn(path === 'ruralOriented' ? 'rural' : path, year);
  const training: Training = { listed: listedIn(start), projection, intake };
  const isPlan = levers !== defaults;

  const quantities: Quantities = (unit, year) => {
    switch (unit) {
      case 'transfer-trainee':
        return transferTrainees(training, year);
      case 'residency-year':
        return inResidency(training, year);
      case 'assistant-year':
        return inAssistantTraining(training, year);
      case 'rural-year':
        return inStudy(training, year);
      case 'recruit':
        return leverIn('recruit', year);
      case 'gp-month': {
        const paid = numberIn(values, 'paidshare');
        const months = registeredMonths(projection, year);
        return (area) => months(area) * paid;
      }
      case 'dispatch-month':
        return isPlan ? dispatchMonths(result, year) : 0;
      case 'clinic-year':
        return 0;
      default:
        return unit satisfies never;
    }
  };
  return costLedger({
    pack,
    areas: place.areas,
    from: projection.base + 1,
    to,
    quantities,
    allowance: (year) => leverIn('allowance', year),
    figures: (key) => (typeof values[key] === 'number' ? numberIn(values, key) : null),
    // A document without costs has no such field.
    rate: pack.costs === undefined ? 0 : numberIn(values, 'discount'),
    presentYear: projection.base,
  });
}

/** Months worked by registered GPs, assistants and the rehired (full-time equivalents) in an area: the mean of both ends of the year × 12. */
function registeredMonths(projection: Projection, year: number): (area: number) => number {
  const { registered, assistant, rehired, base, horizon } = projection;
  const span = horizon - base + 1;
  const heads = (index: number): number => registered[index]! + assistant[index]! + rehired[index]!;
  return (area) => {
    const at = area * span + year - base;
    return (heads(at - 1) + heads(at)) * 6;
  };
}

/** Months that hospital GPs are away in a year. */
function dispatchMonths({ moves }: Result, year: number): number {
  const month = (at: { year: number; month: number }): number => at.year * 12 + at.month;
  return (moves?.moves ?? []).reduce((sum, { lever, persons, start, end }) => {
    if (lever !== 'dispatch') return sum;
    const first = Math.max(month(start), month({ year, month: 1 }));
    const last = Math.min(end === null ? Infinity : month(end), month({ year, month: 12 }));
    return sum + persons * Math.max(0, last - first + 1);
  }, 0);
}

/** Township health centres with at least two GPs at the end of `to`, as well as the GPs of an area can be spread; null where not known. */
function centresSupplied({ place, values, to }: CostCase, projection: Projection, count: CountingRule): number | null {
  const target = {
    id: 'two-per-centre',
    kind: 'facility_minimum',
    year: to,
    value: MINIMUM,
    each: 'every',
    count,
    name: { zh: '', en: '' },
    clause: { where: { zh: '', en: '' }, zh: '', en: '' },
  } as const;
  const evidence = { facts: {}, centreShare: numberIn(values, 'centreshare'), observed: [], pastResidents: {} };
  const { short } = evaluateTarget({ target, place, projection, evidence });
  return short === undefined ? null : short.of - short.count;
}
