import type { Problem } from '../types.ts';
import type { FilledForm, FormColumn, FormRow } from './form.ts';

/**
 * What is wrong with a form: an area that stands there twice, numbers below zero or not whole, more centres served than there are,
 * sums that are not the sums of their lines. Codes are `forms.…`; values name line and column.
 */
export function checkForm({ parts, total }: FilledForm, columns: readonly FormColumn[]): Problem[] {
  const rows = parts.flatMap((part) => part.rows);
  return [
    ...twice(rows),
    ...rows.flatMap((row) => wrongNumbers(row, columns)),
    ...parts.flatMap(({ sum, rows: lines }) => (sum ? wrongSums(sum, lines, columns) : [])),
    ...wrongSums(total, rows, columns),
  ];
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
    const known = rows.flatMap(({ values }) => values[index] ?? []);
    const expected = known.reduce((all, value) => all + value, 0);
    const found = sum.values[index] ?? null;
    if (found === expected || (found === null && known.length === 0)) return [];
    return [{ code: 'forms.sum', values: { name: sum.name, column: title, found: found ?? '', expected } }];
  });
}
