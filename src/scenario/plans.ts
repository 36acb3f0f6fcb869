import type { Problem } from '../model/types.ts';
import { asText, openValues, type Opening } from './open.ts';
import type { FieldSetup } from './setup.ts';
import type { Field, Scenario, Value } from './types.ts';

/** A scenario among others of the same place, document and frame. */
export interface Plan {
  /** Empty where it is called by its letter alone. */
  name: string;
  /** Only what all plans share can still change it. */
  locked: boolean;
  /** Only what differs from the defaults. */
  values: Readonly<Record<string, Value>>;
}

/** One to four plans in the order of their letters. */
export interface Plans {
  list: readonly Plan[];
  /** Which of them is on the screen. */
  shown: number;
}

/** Plans as a link writes them: their values are still text, and complete. */
export interface RawPlans {
  list: { name: string; locked: boolean; raw: [key: string, value: string][] }[];
  shown: number;
}

export const MOST_PLANS = 4;
/** How plans are called in links. */
export const LETTERS = ['a', 'b', 'c', 'd'] as const;

/** Plans that differ in these cannot be compared, so they are the same for all. */
const FRAME = ['scope', 'base', 'horizon', 'seed', 'draws', 'doubt'];

/** What is the same for all plans: the frame, costs and documents, and figures of the place that nobody knew before the reader gave them. */
export const isFrame = ({ key, kind, default: usual }: Field): boolean =>
  isFrameKey(key) || kind === 'cost' || kind === 'target' || usual === '';

export const isFrameKey = (key: string): boolean => FRAME.includes(key);

/** What a plan decides for itself; assumptions and settings go to all plans that are not locked. */
const isOwn = ({ key, kind }: Field): boolean => kind === 'lever' || key === 'from';

/** The plans of a scenario: where nothing else is said, the one on the screen, unnamed. */
export function plansOf({ plans, values }: Scenario): Plans {
  return plans ?? { list: [{ name: '', locked: false, values }], shown: 0 };
}

/** The scenario with these plans; one that is unnamed and not locked needs no plans. */
export function withPlans(scenario: Scenario, plans: Plans): Scenario {
  const shown = plans.list[plans.shown];
  if (shown === undefined) throw new RangeError(`no plan ${plans.shown}`);
  const alone = plans.list.length === 1 && shown.name === '' && !shown.locked;
  const { plans: _, ...others } = scenario;
  return { ...others, values: shown.values, ...(alone ? {} : { plans }) };
}

/** All plans of a link checked against the fields. What is wrong in one beside the first is named with its letter. */
export function openPlans(
  setup: FieldSetup,
  target: { raw: RawPlans['list'][number]['raw']; plans?: RawPlans },
): { opening: Opening; plans?: Plans } {
  if (!target.plans) return { opening: openValues(setup, target.raw) };
  const { list, shown } = target.plans;
  const leader = openValues(setup, list[0]?.raw ?? []);
  const openings = list.map(({ raw }, index) => (index === 0 ? leader : openBeside(setup, leader, raw)));
  const first = new Set(openings[0]?.problems.map((problem) => JSON.stringify(problem)));
  const problems = openings.flatMap(({ problems: found }, index) =>
    index === 0
      ? found
      : found
          .filter((problem) => !first.has(JSON.stringify(problem)))
          .map((problem): Problem => ({
            ...problem,
            values: { ...problem.values, key: `${LETTERS[index]}.${problem.values['key']}` },
          })),
  );
  const opened = list.map(({ name, locked }, index) => ({ name, locked, values: openings[index]!.values }));
  return { opening: { ...openings[shown]!, problems }, plans: { list: opened, shown } };
}

/** A plan that has the frame of the first; what it says about it otherwise is named. */
function openBeside(setup: FieldSetup, leader: Opening, raw: RawPlans['list'][number]['raw']): Opening {
  const shared = leader.fields.filter(isFrame);
  const ofLeader = new Map(asText(leader.values));
  const own = raw.filter(([key]) => shared.every((field) => field.key !== key));
  const frame = shared.flatMap(({ key }): [string, string][] => {
    const text = ofLeader.get(key);
    return text === undefined ? [] : [[key, text]];
  });
  const opening = openValues(setup, [...frame, ...own]);
  const unlike = shared.flatMap(({ key, default: usual }): Problem[] => {
    const said = raw.findLast(([one]) => one === key)?.[1];
    const used = ofLeader.get(key) ?? String(usual);
    return said === undefined || said === used ? [] : [{ code: 'link.shared-key', values: { key } }];
  });
  return { ...opening, problems: [...unlike, ...opening.problems] };
}

/** Plans as text, to be opened again over another document or with other values. */
export function plansAsText({ list, shown }: Plans): RawPlans {
  return { list: list.map(({ name, locked, values }) => ({ name, locked, raw: asText(values) })), shown };
}

/** What a locked plan lets through of a change: the frame, which it shares with the others. */
export function unlockedPart(
  fields: readonly Field[],
  before: Plan['values'],
  after: Plan['values'],
): Record<string, Value> {
  return merged(
    before,
    after,
    fields.filter((field) => isFrame(field)),
  );
}

/**
 * The plans after the one on the screen has got other values. Its own levers stay its own; assumptions and settings that have
 * changed go to every plan that is not locked, the frame to all.
 */
export function passOn(setup: FieldSetup, fields: readonly Field[], plans: Plans, values: Plan['values']): Plans {
  const before = plans.list[plans.shown]!.values;
  const changed = fields.filter((field) => before[field.key] !== values[field.key] && !isOwn(field));
  const list = plans.list.map((plan, index) => {
    if (index === plans.shown) return { ...plan, values };
    const reached = changed.filter((field) => !plan.locked || isFrame(field));
    if (reached.length === 0) return plan;
    return { ...plan, values: openValues(setup, asText(merged(plan.values, values, reached))).values };
  });
  return { ...plans, list };
}

/** `before`, with some fields as they are in `after`. */
function merged(before: Plan['values'], after: Plan['values'], fields: readonly Field[]): Record<string, Value> {
  const result: Record<string, Value> = { ...before };
  for (const { key } of fields) {
    const value = after[key];
    if (value === undefined) delete result[key];
    else result[key] = value;
  }
  return result;
}
