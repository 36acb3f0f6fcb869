import type { Problem } from '../types.ts';
import { atOnce } from '../turns.ts';
import type { FilledForm, FormColumn, FormRow } from './form.ts';

/**
 * What is wrong with a form: an area that stands there twice, numbers below zero or not whole, more centres served than there are,
 * sums that are not the sums of their lines. Codes are `forms.…`; values name line and column.
 */
export const checkForm = (form: FilledForm, columns: readonly FormColumn[]): Problem[] =>
  atOnce(checkSteps(form, columns));

/** Lines that are checked at once: a few milliseconds. */
const LINES = 4000;

/** The same in steps of a few milliseconds, however many lines there are. */
export function* checkSteps({ parts, total }: FilledForm, columns: readonly FormColumn[]): Generator<void, Problem[]> {
  const rows = parts.flatMap((part) => part.rows);
  const problems = twice(rows);
  for (let first = 0; first < rows.length; first += LINES) {
    yield;
    problems.push(...rows.slice(first, first + LINES).flatMap((row) => wrongNumbers(row, columns)));
  }
  yield;
  problems.push(...parts.flatMap(({ sum, rows: lines }) => (sum ? wrongSums(sum, lines, columns) : [])));
  yield;
  return [...problems, ...wrongSums(total, rows, columns)];
}

function twice(rows: readonly FormRow[]): Problem[] {
  const seen = new Set<string>();
  return rows.flatMap(({ code, name }) => {
    if (!seen.has(code)) {
      seen.add(code);
      return [];
    }
    return [{ code: 'forms.twice', values: { name, area: code } }];
  });
}

function wrongNumbers({ name, values }: FormRow, columns: readonly FormColumn[]): Problem[] {
  const at = (fill: FormColumn['fill']): number | null =>
    values[columns.findIndex((column) => column.fill === fill)] ?? null;
  const [centres, served] = [at('centres'), at('served')];
  const numbers = values.flatMap((value, index): Problem[] => {
    const column = columns[index]?.title ?? '';
    if (value === null || (value >= 0 && Number.isInteger(value))) return [];
    return [{ code: value < 0 ? 'forms.negative' : 'forms.not-whole', values: { name, column, value } }];
  });
  const more = centres !== null && served !== null && served > centres;
  return more ? [...numbers, { code: 'forms.too-many', values: { name, value: served, centres } }] : numbers;
}

function wrongSums(sum: FormRow, rows: readonly FormRow[], columns: readonly FormColumn[]): Problem[] {
  return columns.flatMap(({ title }, index): Problem[] => {
    let [known, expected] = [0, 0];
    for (const { values } of rows) {
      const value = values[index] ?? null;
      if (value === null) continue;
      known += 1;
      expected += value;
    }
    const found = sum.values[index] ?? null;
    if (found === expected || (found === null && known === 0)) return [];
    return [{ code: 'forms.sum', values: { name: sum.name, column: title, found: found ?? '', expected } }];
  });
}
