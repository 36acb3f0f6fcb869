import { describe, expect, it } from 'vitest';
import { movesWords } from '../../../src/text/moves-words.ts';
import { movesCsv } from '../../../src/ui/moves/move-csv.ts';
import { compareMoves, groupRows, leverTotals, moveRows, type MoveColumn } from '../../../src/ui/moves/move-rows.ts';
import { movedPlace, MOVES } from './fake-plan.ts';

const zh = movesWords('zh');
const nameOf = (area: number): string => movedPlace().areas[area]!.name.zh;
const rows = moveRows(MOVES, nameOf, zh);
const sorted = (column: MoveColumn, descending = false): string[] =>
  [...rows].sort((a, b) => compareMoves(a, b, { column, descending }, 'zh')).map(({ cells }) => cells.to);

describe('the list of moves', () => {
  it('says from where, to where, how many, by what, from when until when, and why', () => {
    expect(Object.values(rows[1]!.cells)).toEqual([
      '县医院',
      '金川乡',
      '1',
      '选派支援',
      '2026.3',
      '2028.2',
      '',
      '现为 1 人，至少 2 人',
    ]);
    expect(rows[0]!.cells).toMatchObject({ end: '长期', km: '12.5', why: '现为 0 人，至少 2 人' });
    expect(rows[2]!.cells).toMatchObject({ from: '县外', lever: '对口帮扶' });
  });

  it('is sorted by every column: names by sound, months by time, what never ends and what is not known last', () => {
    expect(sorted('to')).toEqual(['八岔乡', '金川乡', '向阳镇']);
    expect(sorted('start', true)).toEqual(['八岔乡', '金川乡', '向阳镇']);
    expect(sorted('end')).toEqual(['八岔乡', '金川乡', '向阳镇']);
    expect(sorted('km')[0]).toBe('向阳镇');
    expect(sorted('persons', true)[0]).toBe('向阳镇');
    expect(sorted('why')[0]).toBe('向阳镇');
    expect(sorted('lever', true)[0]).toBe('八岔乡');
  });

  it('adds up by lever, those that move nobody left out', () => {
    expect(leverTotals(MOVES)).toEqual([
      { lever: 'within', persons: 2 },
      { lever: 'dispatch', persons: 1 },
      { lever: 'counterpart', persons: 1 },
    ]);
    expect(leverTotals(MOVES.slice(0, 1))).toHaveLength(1);
  });

  it('is grouped by year only where it is long and in the order of time', () => {
    const many = Array.from({ length: 8 }, () => rows).flat();
    expect(groupRows(rows, { column: 'start', descending: false })).toHaveLength(1);
    expect(groupRows(many, { column: 'to', descending: false })).toHaveLength(1);
    const later = moveRows(
      many.map(({ move }, index) => ({ ...move, start: { year: 2026 + (index > 11 ? 1 : 0), month: 1 } })),
      nameOf,
      zh,
    );
    const groups = groupRows(later, { column: 'start', descending: false });
    expect(groups.map(({ year, rows: members }) => [year, members.length])).toEqual([
      [2026, 12],
      [2027, 12],
    ]);
  });
});

describe('the downloaded list', () => {
  it('is what Chinese Excel opens, and runs no formula', () => {
    const evil = moveRows(MOVES.slice(0, 1), (area) => (area === 0 ? '=HYPERLINK("x")' : '甲,乙'), zh);
    const text = movesCsv(evil, ['口径：注册', '-1'], zh);
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text.slice(1).split('\r\n')).toEqual([
      '从,到,人数,措施,起,止,公里,理由',
      `"'=HYPERLINK(""x"")","甲,乙",2,县内调剂,2026.1,长期,12.5,现为 0 人，至少 2 人`,
      '',
      '口径：注册',
      "'-1",
      '',
    ]);
  });
});
