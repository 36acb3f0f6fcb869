import type { Lang, Problem } from '../model/types.ts';

type Values = Problem['values'];
type Words = Record<string, (values: Values) => { fact: string; kept: string }>;

/** Words for what can go wrong with draws: loaded with what draws. */
export const DRAW_PROBLEMS: Record<Lang, Words> = {
  zh: {
    'draws.failed': (v) => ({
      fact: '达标的机会没有算出来。',
      kept: `图上的线和数字是期望值，不受影响；改动任何一项就会再抽。模型报告：${v['message'] ?? ''}`,
    }),
    'draws.bad-range': (v) => ({
      fact: `“${v['key'] ?? ''}”的上下限不对：${v['low'] ?? ''}、${v['mode'] ?? ''}、${v['high'] ?? ''} 应当由小到大。`,
      kept: '没有抽样；图上的线和数字是期望值，不受影响。',
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
    'draws.bad-range': (v) => ({
      fact: `The range of “${v['key'] ?? ''}” is wrong: ${v['low'] ?? ''}, ${v['mode'] ?? ''}, ${v['high'] ?? ''} should rise.`,
      kept: 'Nothing was drawn; lines and figures are expected values and stand.',
    }),
    'draws.many-areas': (v) => ({
      fact: `Nothing is drawn for ${v['areas'] ?? ''} areas.`,
      kept: `Lines and figures are expected values and stand; odds are drawn for up to ${v['limit'] ?? ''} areas.`,
    }),
  },
};

/** A problem with draws in the reader's language; null for any other problem. */
export function drawProblemText(problem: Problem, lang: Lang): { fact: string; kept: string } | null {
  return DRAW_PROBLEMS[lang][problem.code]?.(problem.values) ?? null;
}
