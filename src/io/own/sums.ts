import type { ProblemLog } from './problem-log.ts';
import type { RowKind } from './rows.ts';

/** A figure of a row: what it counts, and which rows it may be added up with. */
export interface Figure {
  row: number;
  kind: RowKind;
  /** Year, sex, age and measure: only equal keys are added up. */
  key: string;
  /** Level of the area: a table may hold a county and its townships. */
  level: string;
  value: number;
  /** The smallest difference that the figure can show: 100 persons where it was given as 12.34 万. */
  grain: number;
}

/**
 * Holds the rows of sums against the rows that they add up, all of them, those of one level, or the block above or below; and
 * parts against the row that they are part of.
 * Codes: `check.total` {row, value, sum}; `check.part` {row, value, whole}
 */
export function checkSums(figures: readonly Figure[], log: ProblemLog): void {
  const byKey = new Map<string, Figure[]>();
  for (const figure of figures) {
    const same = byKey.get(figure.key);
    if (same) same.push(figure);
    else byKey.set(figure.key, [figure]);
  }
  for (const same of byKey.values()) {
    if (same.some(({ kind }) => kind !== 'data')) checkKey(same, log);
  }
}

function checkKey(figures: readonly Figure[], log: ProblemLog): void {
  const data = figures.filter(({ kind }) => kind === 'data');
  const levels = new Set(data.map(({ level }) => level));
  const usual = [data, ...[...levels].map((level) => data.filter((one) => one.level === level))];
  let whole: Figure | null = null;
  figures.forEach((figure, index) => {
    const { kind, row, value } = figure;
    if (kind === 'part') {
      if (whole && value > whole.value) log.add('check.part', { row, value, whole: whole.value });
      return;
    }
    whole = figure;
    if (kind === 'data' || data.length === 0) return;
    const blocks = [...usual, block(figures.slice(0, index).reverse()), block(figures.slice(index + 1))];
    const sums = blocks.filter((one) => one.length > 0).map(sumOf);
    const own = figure.grain > 1 ? figure.grain / 2 : 0;
    if (sums.some(({ sum, slack }) => Math.abs(sum - value) <= slack + own)) return;
    const nearest = sums.reduce((a, b) => (Math.abs(b.sum - value) < Math.abs(a.sum - value) ? b : a));
    log.add('check.total', { row, value, sum: nearest.sum });
  });
}

/** The data rows up to the next sum. */
function block(figures: readonly Figure[]): Figure[] {
  const end = figures.findIndex(({ kind }) => kind === 'total' || kind === 'subtotal');
  return (end < 0 ? figures : figures.slice(0, end)).filter(({ kind }) => kind === 'data');
}

/** The sum, and by how much rounding can make it differ from a published total. */
function sumOf(figures: readonly Figure[]): { sum: number; slack: number } {
  const sum = figures.reduce((all, { value }) => all + value, 0);
  const grain = figures.reduce((most, one) => Math.max(most, one.grain), 0);
  return { sum, slack: grain > 1 ? (grain / 2) * (figures.length + 1) : 0 };
}
