import type { Problem } from '../../model/types.ts';
import { areaReader, type AreaRef } from './area-ref.ts';
import { readNumber, type Read } from './cell.ts';
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

/** Kilometres of a metre and of a Chinese mile. */
const UNITS: Readonly<Record<string, number>> = { 公里: 1, 千米: 1, km: 1, 米: 0.001, m: 0.001, 里: 0.5, 华里: 0.5 };

/** The unit in brackets, or after 单位：, in kilometres; null where there is none. */
function unitOf(text: string): number | null {
  const found = /(?:\(|单位\s*:)\s*(?:单位\s*:)?\s*([a-z]+|[公千华]?[里米])/i.exec(text.normalize('NFKC'))?.[1];
  return UNITS[found?.toLowerCase() ?? ''] ?? null;
}

/** Kilometres, in the unit of the cell where it has one. Codes: those of `readNumber` */
function readKm(text: string, unit: number): Read<number> {
  const [, figure = '', own = ''] = /^(.*?)(公里|千米|km|华里|里|米|m)?$/i.exec(text.normalize('NFKC').trim()) ?? [];
  const read = readNumber(figure);
  if (!('value' in read) || read.value === null) return read;
  return { value: Number((read.value * (UNITS[own.toLowerCase()] ?? unit)).toPrecision(12)) };
}

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
  const unit = unitOf(kmColumn?.text ?? '') ?? unitOf(header.titles.join(' ')) ?? 1;
  const kmOf = cellReader(table, kmColumn, (text) => readKm(text, unit), log);
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
