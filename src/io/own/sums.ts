import { growingFloats, growingInts, groupRows, rowsOfGroup } from './growing.ts';
import type { ProblemLog } from './problem-log.ts';
import type { RowKind } from './rows.ts';

/** How many figures of sums were held against the rows that they add up, and how many of them differ. */
export interface SumsFound {
  checked: number;
  off: number;
}
/** What some rows add up to, and how fine their figures are. */
interface Sum {
  sum: number;
  rows: number;
  grain: number;
}
const KINDS: readonly RowKind[] = ['data', 'total', 'subtotal', 'part'];
const DATA = KINDS.indexOf('data');
const PART = KINDS.indexOf('part');

/**
 * Holds the rows of sums against the rows that they add up, all of them, those of one level, or the block above or below; and
 * parts against the row that they are part of.
 */
export function sumChecker(): {
  /**
   * Called for the rows in their order.
   * @param what year, sex, age and measure, numbered: only what is equal is added up
   * @param level of the area, numbered: a table may hold a county and its townships
   * @param grain the smallest difference that the figure can show: 100 persons where it was given as 12.34 万
   */
  add(row: number, kind: RowKind, what: number, level: number, value: number, grain: number): void;
  /** Codes: `check.total` {row, value, sum}; `check.part` {row, value, whole} */
  check(log: ProblemLog): SumsFound;
} {
  const [rows, kinds, whats, levels] = [growingInts(), growingInts(), growingInts(), growingInts()];
  const [values, grains] = [growingFloats(), growingFloats()];
  let most = 0;
  return {
    add(row, kind, what, level, value, grain) {
      rows.push(row);
      kinds.push(KINDS.indexOf(kind));
      whats.push(what);
      levels.push(level);
      values.push(value);
      grains.push(grain);
      most = Math.max(most, what);
    },
    check(log) {
      const [row, kind, level, value, grain] = [rows.all(), kinds.all(), levels.all(), values.all(), grains.all()];
      const groups = groupRows(whats.all(), most + 1);
      const found: SumsFound = { checked: 0, off: 0 };
      for (let what = 0; what <= most; what++) {
        const same = rowsOfGroup(groups, what);
        if (same.some((at) => kind[at] !== DATA)) checkSame(same);
      }
      return found;

      function checkSame(same: Int32Array): void {
        const all = none();
        const byLevel = new Map<number, Sum>();
        /** Blocks of data between two sums: the first stands above the first sum. */
        const blocks = [none()];
        for (const at of same) {
          if (kind[at] !== DATA) {
            if (kind[at] !== PART) blocks.push(none());
            continue;
          }
          const ofLevel = byLevel.get(level[at]!) ?? none();
          byLevel.set(level[at]!, ofLevel);
          for (const sum of [all, ofLevel, blocks.at(-1)!]) put(sum, value[at]!, grain[at]!);
        }
        let whole = -1;
        let block = 0;
        for (const at of same) {
          if (kind[at] === PART) {
            if (whole >= 0 && value[at]! > value[whole]!) {
              log.add('check.part', { row: row[at]!, value: value[at]!, whole: value[whole]! });
            }
            continue;
          }
          whole = at;
          if (kind[at] === DATA) continue;
          const sums = [all, ...byLevel.values(), blocks[block]!, blocks[block + 1]!].filter((one) => one.rows > 0);
          block++;
          const own = grain[at]! > 1 ? grain[at]! / 2 : 0;
          const off = (one: Sum): number => Math.abs(one.sum - value[at]!);
          if (sums.length === 0) continue;
          found.checked++;
          if (sums.some((one) => off(one) <= slackOf(one) + own)) continue;
          found.off++;
          const nearest = sums.reduce((a, b) => (off(b) < off(a) ? b : a));
          log.add('check.total', { row: row[at]!, value: value[at]!, sum: nearest.sum });
        }
      }
    },
  };
}

const none = (): Sum => ({ sum: 0, rows: 0, grain: 0 });

function put(sum: Sum, value: number, grain: number): void {
  sum.sum += value;
  sum.rows++;
  sum.grain = Math.max(sum.grain, grain);
}

/** By how much rounding can make a sum differ from a published total. */
const slackOf = ({ grain, rows }: Sum): number => (grain > 1 ? (grain / 2) * (rows + 1) : 0);
