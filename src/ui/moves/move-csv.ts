import { csv, MARK } from '../../sheet/csv.ts';
import type { MovesDictionary } from '../../text/moves-en.ts';
import { MOVE_COLUMNS, type MoveRow } from './move-rows.ts';

/**
 * The list of moves as CSV that Chinese Excel opens: UTF-8 with byte order mark, CR LF, no cell that runs as a formula.
 * @param notes lines under the table: what it rests on, and the link that shows it again
 */
export function movesCsv(rows: readonly MoveRow[], notes: readonly string[], text: MovesDictionary): string {
  return (
    MARK +
    csv([
      MOVE_COLUMNS.map((column) => text.list.columns[column]),
      ...rows.map(({ cells }) => MOVE_COLUMNS.map((column) => cells[column])),
      [],
      ...notes.map((note) => [note]),
    ])
  );
}
