import type { Problem } from '../../model/types.ts';
import { areaReader, type AreaRef } from './area-ref.ts';
import { readNumber } from './cell.ts';
import { columnFor, readColumns, type Chosen, type Header } from './header.ts';
import { problemLog } from './problem-log.ts';
import { eachBodyRow, passedNotes } from './rows.ts';
import { cellAt, type OwnTable } from './table.ts';
import { cellReader } from './row-cells.ts';

/** Road distance between two areas. */
export interface DistanceRow {
  row: number;
  from: AreaRef;
  to: AreaRef;
  km: number;
}

const LONGEST_KM = 5000;

/**
 * Reads a file of distances.
 * @returns codes: those of `readColumns`, `cell.*`; `distances.range` {row, column, value, expected}; `distances.repeated` {row, first};
 * `rows.example` {rows}
 */
export function readDistances(
  table: OwnTable,
  chosen: Chosen = {},
): { rows: DistanceRow[]; header: Header | null; problems: Problem[] } {
  const { header, problems } = readColumns(table, 'distances', chosen);
  if (header === null) return { rows: [], header, problems };
  const log = problemLog(table.file);
  const fromOf = areaReader(table, header, log, 'from_code', 'from_name');
  const toOf = areaReader(table, header, log, 'to_code', 'to_name');
  const kmColumn = columnFor(header, 'km');
  const kmOf = cellReader(table, kmColumn, readNumber, log);
  const rows: DistanceRow[] = [];
  const seen = new Map<string, number>();
  const passed = eachBodyRow(table, header, (body) => {
    if (body.kind !== 'data') return;
    const row = body.at + 1;
    const km = kmOf(body.at);
    if (km === undefined) return;
    const [from, to] = [fromOf(body), toOf(body)];
    if (km === null || !(from.code ?? from.name) || !(to.code ?? to.name)) return;
    if (km < 0 || km > LONGEST_KM) {
      const column = kmColumn?.index ?? 0;
      const value = cellAt(table, body.at, column).trim();
      log.add('distances.range', { row, column: column + 1, value, expected: `0–${LONGEST_KM}` });
      return;
    }
    const key = `${from.code ?? from.name} ${to.code ?? to.name}`;
    const first = seen.get(key);
    if (first !== undefined) log.add('distances.repeated', { row, first });
    else {
      seen.set(key, row);
      rows.push({ row, from, to, km });
    }
  });
  if (rows.length === 0) log.add('table.no-rows');
  return { rows, header, problems: [...problems, ...passedNotes(table.file, passed), ...log.all()] };
}
