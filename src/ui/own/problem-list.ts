import type { Lang, Problem } from '../../model/types.ts';
import { ownProblemText, ownWords, severityOf } from '../../text/own-words.ts';

/** The problems as CSV for Excel: UTF-8 with byte order mark; cells that would run as formulas get an apostrophe. */
export function problemList(problems: readonly Problem[], lang: Lang): string {
  const words = ownWords(lang);
  const rows = problems.map((problem) => {
    const { file, row, column, value, expected } = problem.values;
    const text = ownProblemText(problem, lang) ?? words.problemOther(problem.code);
    return [file, row, column, value, expected, words.severity[severityOf(problem)], text, problem.code];
  });
  return `\ufeff${[words.problemColumns, ...rows].map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}

function quoted(cell: string | number | undefined): string {
  const text = String(cell ?? '');
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
