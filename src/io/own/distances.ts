import type { Problem } from '../../model/types.ts';
import { areaReader, type AreaRef } from './area-ref.ts';
import { readNumber } from './cell.ts';
import { columnFor, readColumns, type Chosen, type Header } from './header.ts';
import { problemLog } from './problem-log.ts';
import { bodyRows, textOf } from './rows.ts';
import type { OwnTable } from './table.ts';

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
 * @returns codes: those of `readColumns`, `cell.*`; `distances.range` {row, column, value, expected}; `distances.repeated` {row, first}
 */
export function readDistances(
  table: OwnTable,
  chosen: Chosen = {},
): { rows: DistanceRow[]; header: Header | null; problems: Problem[] } {
  const { header, problems } = readColumns(table, 'distances', chosen);
  if (header === null) return { rows: [], header, problems };
  const log = problemLog(table.file);
  const fromOf = areaReader(header, log, 'from_code', 'from_name');
  const toOf = areaReader(header, log, 'to_code', 'to_name');
  const kmColumn = columnFor(header, 'km');
  const rows: DistanceRow[] = [];
  const seen = new Map<string, number>();
  for (const body of bodyRows(table, header).rows) {
    if (body.kind !== 'data') continue;
    const { row, cells } = body;
    const text = textOf(cells, kmColumn);
    const column = (kmColumn?.index ?? 0) + 1;
    const read = readNumber(text);
    if (!('value' in read)) {
      log.add(read.code, { row, column, value: text, expected: read.expected });
      continue;
    }
    const [from, to, km] = [fromOf(body), toOf(body), read.value];
    if (km === null || !(from.code ?? from.name) || !(to.code ?? to.name)) continue;
    if (km < 0 || km > LONGEST_KM) {
      log.add('distances.range', { row, column, value: text, expected: `0–${LONGEST_KM}` });
      continue;
    }
    const key = `${from.code ?? from.name} ${to.code ?? to.name}`;
    const first = seen.get(key);
    if (first !== undefined) log.add('distances.repeated', { row, first });
    else {
      seen.set(key, row);
      rows.push({ row, from, to, km });
    }
  }
  if (rows.length === 0) log.add('table.no-rows');
  return { rows, header, problems: [...problems, ...log.all()] };
}
