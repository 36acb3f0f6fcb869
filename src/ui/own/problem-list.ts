import type { Lang, Problem } from '../../model/types.ts';
import { csv, MARK } from '../../sheet/csv.ts';
import { expectedText, ownProblemText, ownWords, severityOf } from '../../text/own-words.ts';

/** The problems as CSV for Excel, byte order mark included. */
export function problemList(problems: readonly Problem[], lang: Lang): string {
  const words = ownWords(lang);
  const rows = problems.map((problem) => {
    const { file, row, column, value, expected: code } = problem.values;
    const expected = code === undefined ? code : expectedText(String(code), words);
    const text = ownProblemText(problem, lang) ?? words.problemOther(problem.code);
    const cells = [file, row, column, value, expected, words.severity[severityOf(problem)], text, problem.code];
    return cells.map((cell) => cell ?? null);
  });
  return MARK + csv([words.problemColumns, ...rows]);
}
