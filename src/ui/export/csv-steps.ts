import { csv, MARK } from '../../sheet/csv.ts';
import { titlesOf, type Cell } from '../../sheet/table.ts';
import type { InPieces } from './tables.ts';

/** Pieces that go to the browser together. */
const TOGETHER = 16;

/**
 * A table as a CSV file, in steps of a few milliseconds. Of 40,000 areas it can have 100 MB: what is written goes to the
 * browser while the rest is made.
 * @param encode null: UTF-8 with a mark
 */
export function* csvSteps(
  table: InPieces,
  encode: ((text: string) => Uint8Array<ArrayBuffer>) | null,
): Generator<void, Blob[]> {
  const parts: Blob[] = [];
  let fresh: BlobPart[] = [encode ? '' : MARK];
  const write = (rows: readonly (readonly Cell[])[]): void => {
    const text = csv(rows);
    fresh.push(encode ? encode(text) : text);
  };
  write([titlesOf(table)]);
  for (const rows of table.pieces) {
    write(rows);
    if (fresh.length >= TOGETHER) {
      parts.push(new Blob(fresh));
      fresh = [];
    }
    yield;
  }
  return [...parts, new Blob(fresh)];
}
