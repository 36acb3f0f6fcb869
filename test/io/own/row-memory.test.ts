import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column } from '../../../src/io/own/header.ts';
import { problemLog } from '../../../src/io/own/problem-log.ts';
import { lastMemory, rowMemory } from '../../../src/io/own/row-memory.ts';
import type { BodyRow } from '../../../src/io/own/rows.ts';
import { cellAt, tableOf, type OwnTable } from '../../../src/io/own/table.ts';

const columnOf = (index: number): Column => ({
  index,
  text: '',
  meaning: null,
  year: null,
  unit: null,
  projected: false,
});
const tableFrom = (rows: string[][]): OwnTable => {
  const { table } = tableOf('a.csv', rows);
  if (!table) throw new Error('a small table is a table');
  return table;
};
const rowsIn = (table: OwnTable): BodyRow[] =>
  Array.from({ length: table.height }, (_, at) => ({ at, area: at, parent: at, kind: 'data' }));
const cell = fc.constantFrom('', '1', '2', '3', 'bad');
const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 60 });

/** The sum of the cells of a row; those that are no number are told. @param asked counts the rows that are read */
function reading(table: OwnTable, log: ReturnType<typeof problemLog>, asked: { rows: number }) {
  return ({ at }: BodyRow): number => {
    asked.rows++;
    const values = [0, 1, 2].map((column) => {
      const text = cellAt(table, at, column);
      if (text === 'bad') log.add('cell.number', { row: at + 1, column });
      return Number(text) || 0;
    });
    return values.reduce((sum, value) => sum + value, 0);
  };
}

describe('rows that say the same', () => {
  it('are read once, and give what reading each of them gives, with a problem of every row', () => {
    fc.assert(
      fc.property(rows, (cells) => {
        const table = tableFrom(cells);
        const [log, plainLog] = [problemLog('a.csv'), problemLog('a.csv')];
        const asked = { rows: 0 };
        const classed = [0, 1, 2].map((index) => ({
          column: columnOf(index),
          // Texts that read alike are of one class; one in three bad texts is found in reading alone.
          classOf: (text: string) => (text === 'bad' && index < 2 ? null : Number(text) || text),
        }));
        const remembered = rowMemory(table, classed, reading(table, log, asked), log);
        const plain = reading(table, plainLog, { rows: 0 });
        expect(rowsIn(table).map(remembered)).toEqual(rowsIn(table).map(plain));
        expect(log.all()).toEqual(plainLog.all());
        const sound = cells.filter((row) => !row.includes('bad'));
        const kinds = new Set(sound.map((row) => row.join()));
        expect(asked.rows).toBe(kinds.size + cells.length - sound.length);
      }),
    );
  });

  it('are found among very many kinds too', () => {
    const cells = Array.from({ length: 4000 }, (_, at) => [`${at % 2000}`, `${(at * 7) % 2000}`, '1']);
    const table = tableFrom(cells);
    const log = problemLog('a.csv');
    const asked = { rows: 0 };
    const classed = [0, 1].map((index) => ({ column: columnOf(index), classOf: Number }));
    const remembered = rowMemory(table, classed, reading(table, log, asked), log);
    expect(rowsIn(table).map(remembered)).toEqual(cells.map(([a, b]) => Number(a) + Number(b) + 1));
    expect(asked.rows).toBe(2000);
  });

  it('one after the other are read once where only the last is remembered', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom<(number | null)[]>([0, 1, 2], [2, 0, 1], [null, 1, 2]), (cells, order) => {
        const table = tableFrom(order.includes(null) ? cells.map(([, b, c]) => ['', b, c]) : cells);
        const [log, plainLog] = [problemLog('a.csv'), problemLog('a.csv')];
        const columns = order.map((index) => (index === null ? null : columnOf(index)));
        const remembered = lastMemory(
          table,
          columns.slice(0, 1),
          columns.slice(1, 2),
          columns.slice(2),
          reading(table, log, { rows: 0 }),
          log,
        );
        const plain = reading(table, plainLog, { rows: 0 });
        expect(rowsIn(table).map(remembered)).toEqual(rowsIn(table).map(plain));
        expect(log.all()).toEqual(plainLog.all());
      }),
    );
  });
});
