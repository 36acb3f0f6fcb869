import type { EarlierForm } from '../../model/forms/changes.ts';
import { checkForm } from '../../model/forms/check.ts';
import { sumOfRows, type FilledForm, type FormColumn, type FormRow } from '../../model/forms/form.ts';
import type { Problem } from '../../model/types.ts';
import type { Cell } from '../../sheet/table.ts';
import type { FormsDictionary } from '../../text/forms-en.ts';

/** A form as rows of a file: lines of the areas under their groups, each group's sum behind them, the total last. */
export function formCells(
  { parts, total }: FilledForm,
  columns: readonly FormColumn[],
  text: FormsDictionary,
): Cell[][] {
  const line = ({ code, name, values }: FormRow, group: string): Cell[] => [code, name, group, ...values];
  return [
    [text.code, text.area, text.belongs, ...columns.map(({ title }) => title)],
    ...parts.flatMap(({ sum, rows }) => [
      ...rows.map((row) => line(row, sum?.name ?? '')),
      ...(sum ? [line({ ...sum, name: `${sum.name} ${text.total}` }, '')] : []),
    ]),
    line({ ...total, name: text.total }, ''),
  ];
}

/** Titles that a column of codes has in either language. */
const CODES = ['区划代码', 'Code'];
const NAMES = ['区域', 'Area'];

/**
 * A form that was exported, read again: its lines without the sums, and what is wrong with it.
 * @param groups codes and names of the groups, whose lines are sums; @param members codes of the areas of each
 */
export function earlierForm(
  cells: readonly (readonly string[])[],
  groups: readonly { code: string; members: readonly string[] }[],
  totalCode: string,
): { form: EarlierForm | null; problems: Problem[] } {
  const [head = [], ...body] = cells;
  const [code, name] = [CODES, NAMES].map((titles) => head.findIndex((title) => titles.includes(title)));
  if (code === undefined || code < 0 || body.length === 0) {
    return { form: null, problems: [{ code: 'forms.unreadable', values: {} }] };
  }
  const first = Math.max(code, name ?? -1) + 2;
  const titles = head.slice(first);
  const rows = body.map((cell): FormRow => ({
    code: cell[code] ?? '',
    name: cell[name ?? code] ?? '',
    values: titles.map((_, at) => numberIn(cell[first + at] ?? '')),
  }));
  const sums = new Set([totalCode, ...groups.map((group) => group.code)]);
  const lines = rows.filter((row) => !sums.has(row.code));
  const columns = titles.map((title): FormColumn => ({ id: title, title, fill: 'given' }));
  const find = (wanted: string): FormRow | undefined => rows.find((row) => row.code === wanted);
  const grouped = new Set(groups.flatMap(({ members }) => members));
  const parts: FilledForm['parts'] = groups.map((group) => ({
    sum: find(group.code) ?? null,
    rows: lines.filter((row) => group.members.includes(row.code)),
  }));
  parts.push({ sum: null, rows: lines.filter((row) => !grouped.has(row.code)) });
  const total = find(totalCode) ?? sumOfRows(totalCode, '', lines, titles.length);
  return { form: { titles, rows: lines }, problems: checkForm({ parts, total }, columns) };
}

/** Full-width digits and thousands separators are understood; what is no number is nothing. */
function numberIn(cell: string): number | null {
  const plain = cell.normalize('NFKC').replace(/[,，\s]/g, '');
  return plain === '' || !Number.isFinite(Number(plain)) ? null : Number(plain);
}
