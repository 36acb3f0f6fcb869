import type { Lang, Problem } from '../model/types.ts';

type Values = Problem['values'];
type Words = Record<string, (values: Values) => { fact: string; kept: string }>;

/** Words for what a plan of reassignment finds wrong with its input: loaded with what shows plans. */
export const MOVE_PROBLEMS: Record<Lang, Words> = {
  zh: {
    'moves.floor': (v) => ({
      fact: `没有一个卫生院能调出人：调出后至少要留 ${v['floor'] ?? ''} 人，现有最多的一院 ${v['most'] ?? ''} 人（服务期内的不调动）。`,
      kept: '县内调剂没有用上；降低“调出后至少留”再试。',
    }),
    'moves.no-pool': (v) => ({
      fact: `县级医院没有人可选派：现有 ${v['pool'] ?? ''} 人，至少要留 ${v['floor'] ?? ''} 人。`,
      kept: '选派支援没有用上；其余措施照算。',
    }),
    'moves.empty': (v) => ({
      fact: `${v['areas'] ?? ''} 个卫生院没有常住人口（如${v['zh'] ?? ''}）。`,
      kept: '只按每院最低人数安排，不计密度。',
    }),
    'moves.no-minimum': (v) => ({
      fact: `${v['areas'] ?? ''} 个乡镇没有建制卫生院，或者不知道有没有。`,
      kept: '这些乡镇不设最低人数，只计密度。',
    }),
    'moves.unknown-distance': (v) => ({
      fact: `${v['pairs'] ?? ''} 对机构之间没有距离，也没有经纬度。`,
      kept: '设了最远距离，这些对之间不安排调动；补上距离或取消限制即可。',
    }),
    'moves.unreachable': (v) => ({
      fact: `${v['areas'] ?? ''} 个人数不足的卫生院在 ${v['km'] ?? ''} 公里以内没有别的机构（如${v['zh'] ?? ''}）。`,
      kept: '只能靠对口帮扶或新增人员；放宽最远距离再试。',
    }),
    'moves.late': (v) => ({
      fact: `${v['year'] ?? ''} 年的最低人数按 ${v['month'] ?? ''} 月底核对，调动从 ${v['start'] ?? ''} 月开始：当年调来的人赶不上。`,
      kept: '清单按年末人数安排；目标表按月核对。把“调动从哪个月开始”提前即可。',
    }),
    'moves.assistants': () => ({
      fact: '“可调人员”含助理全科医生，而最低人数的口径不计助理：清单里的人可能是助理，调过去也不算数。',
      kept: '清单照算，每人按一人计；要与口径一致，请把“可调人员”改为不含助理，或改用计助理的口径。',
    }),
    'moves.failed': (v) => ({
      fact: '调配方案没有算出来。',
      kept: `图上的线和数字是不调配时的期望值。求解器报告：${v['message'] ?? ''}`,
    }),
  },
  en: {
    'moves.floor': (v) => ({
      fact: `No centre can give anybody: ${v['floor'] ?? ''} GPs must stay, the best staffed centre has ${v['most'] ?? ''} (nobody under an obligation is moved).`,
      kept: 'Moves within the county are not used; try a lower floor.',
    }),
    'moves.no-pool': (v) => ({
      fact: `The county hospital has nobody to dispatch: ${v['pool'] ?? ''} GPs, of whom ${v['floor'] ?? ''} must stay.`,
      kept: 'Dispatch is not used; the other levers are.',
    }),
    'moves.empty': (v) => ({
      fact: `Centres without residents: ${v['areas'] ?? ''} (such as ${v['en'] ?? ''}).`,
      kept: 'They are planned for by their minimum only, not by density.',
    }),
    'moves.no-minimum': (v) => ({
      fact: `Townships without an established health centre, or where that is not known: ${v['areas'] ?? ''}.`,
      kept: 'They have no minimum and count by density only.',
    }),
    'moves.unknown-distance': (v) => ({
      fact: `Pairs of institutions without distance and position: ${v['pairs'] ?? ''}.`,
      kept: 'With a limit on distance nobody is moved between them; give the distances or lift the limit.',
    }),
    'moves.unreachable': (v) => ({
      fact: `Short centres with no other institution within ${v['km'] ?? ''} km: ${v['areas'] ?? ''} (such as ${v['en'] ?? ''}).`,
      kept: 'Only counterpart support or new GPs can help them; try a longer distance.',
    }),
    'moves.late': (v) => ({
      fact: `In ${v['year'] ?? ''} the minimum is held against at the end of month ${v['month'] ?? ''}, and moves start in month ${v['start'] ?? ''}: who moves in that year comes too late.`,
      kept: 'The list is planned by year’s ends; the table of targets counts by the month. Let moves start earlier.',
    }),
    'moves.assistants': () => ({
      fact: 'Assistants may be moved, but the minimum is counted without them: some of those in the list may be assistants, who do not count where they go.',
      kept: 'The list takes everybody for one. Let only registered GPs be moved, or choose a rule that counts assistants.',
    }),
    'moves.failed': (v) => ({
      fact: 'The plan of reassignment could not be computed.',
      kept: `Lines and figures are expected values without any move. The solver reports: ${v['message'] ?? ''}`,
    }),
  },
};

/** A problem with a plan of reassignment in the reader’s language; null for any other problem. */
export function moveProblemText(problem: Problem, lang: Lang): { fact: string; kept: string } | null {
  return MOVE_PROBLEMS[lang][problem.code]?.(problem.values) ?? null;
}
