import type { Fact, Lang, Problem } from '../model/types.ts';
import type { Field } from '../scenario/types.ts';
import { fieldName, fieldValueWithUnit } from './field-text.ts';
import { words } from './words.ts';

type Values = Problem['values'];
/** A field by its name, and a value of it with its unit. */
interface Said {
  name: string;
  written: (value: string | number | undefined) => string;
}
type Words = Record<string, (values: Values, said: Said) => { fact: string; kept: string }>;

/** Words for what can go wrong with draws: loaded with what draws. */
export const DRAW_PROBLEMS: Record<Lang, Words> = {
  zh: {
    'draws.failed': (v) => ({
      fact: '达标的机会没有算出来。',
      kept: `图上的线和数字是期望值，不受影响；改动任何一项就会再抽。模型报告：${v['message'] ?? ''}`,
    }),
    'draws.bad-range': (v, { name, written }) => ({
      fact: `“${name}”的高低范围不对：低 ${written(v['low'])}、众数 ${written(v['mode'])}、高 ${written(v['high'])}，应当低 ≤ 众数 ≤ 高（内置数据中 ${v['key'] ?? ''} 一行）。`,
      kept: '没有抽样；图上的线和数字是期望值，不受影响。自己给出这一项的数值，就按它抽。',
    }),
    'draws.many-areas': (v) => ({
      fact: `${v['areas'] ?? ''} 个区域太多，不抽样。`,
      kept: `图上的线和数字是期望值，不受影响；不超过 ${v['limit'] ?? ''} 个区域才抽样算达标的机会。`,
    }),
  },
  en: {
    'draws.failed': (v) => ({
      fact: 'The odds could not be computed.',
      kept: `Lines and figures are expected values and stand; any change draws again. The model reports: ${v['message'] ?? ''}`,
    }),
    'draws.bad-range': (v, { name, written }) => ({
      fact: `The range of “${name}” is wrong: low ${written(v['low'])}, mode ${written(v['mode'])}, high ${written(v['high'])}, where low ≤ mode ≤ high was expected (row ${v['key'] ?? ''} of the built-in data).`,
      kept: 'Nothing was drawn; lines and figures are expected values and stand. With a value of your own for it, all others are drawn.',
    }),
    'draws.many-areas': (v) => ({
      fact: `Nothing is drawn for ${v['areas'] ?? ''} areas.`,
      kept: `Lines and figures are expected values and stand; odds are drawn for up to ${v['limit'] ?? ''} areas.`,
    }),
  },
};

/**
 * A problem with draws in the reader's language; null for any other problem.
 * @param fields of the scenario, and @param facts of its place: a field is called by its name, with its unit
 */
export function drawProblemText(
  { code, values }: Problem,
  lang: Lang,
  fields: readonly Field[],
  facts: readonly Fact[],
): { fact: string; kept: string } | null {
  const own = words(lang);
  const key = String(values['key'] ?? '');
  const field = fields.find((one) => one.key === key);
  const written: Said['written'] = (value) =>
    field && value !== undefined ? fieldValueWithUnit(field, value, own, facts) : String(value ?? '');
  return DRAW_PROBLEMS[lang][code]?.(values, { name: fieldName(key, own, facts), written }) ?? null;
}
