import type { Problem } from '../../model/types.ts';
import { refusalOf, textPieces, withLineFeeds, type OwnFile } from './decode.ts';
import { problemLog } from './problem-log.ts';
import { plainSteps } from './split-plain.ts';
import { textSplitter } from './split-text.ts';
import { tableBuilder, type OwnTable } from './table.ts';
import { atOnce } from '../../model/turns.ts';

export interface ReadTable {
  /** null where the file as a whole cannot be used. */
  table: OwnTable | null;
  problems: Problem[];
}

/**
 * Reads the table of a text file step by step, so that others get their turn between two steps; each step tells how many bytes
 * have been read. Codes: those of `textPieces`, `textSplitter` and `tableBuilder`
 */
export function* tableSteps(file: OwnFile): Generator<number, ReadTable> {
  const plain = refusalOf(file.bytes) === null ? yield* plainSteps(file.name, file.bytes) : null;
  return plain ? { table: plain, problems: [] } : yield* textSteps(file);
}

/** As `tableSteps`, for any file; those that are plain are read faster. */
export function* textSteps({ name, bytes }: OwnFile): Generator<number, ReadTable> {
  const begin = () => {
    const log = problemLog(name);
    const builder = tableBuilder(name);
    return { log, builder, split: textSplitter(builder, log) };
  };
  let reading = begin();
  const pieces = textPieces(bytes);
  for (let step = pieces.next(); ; step = pieces.next()) {
    if (step.done) {
      if (step.value === null) break;
      const { code, values } = step.value;
      return { table: null, problems: [{ code, values: { file: name, ...values } }] };
    }
    const { text, last, first, done } = step.value;
    if (first) reading = begin();
    if (!reading.split(text, last)) break;
    yield done;
  }
  const { table, problems } = reading.builder.finish();
  return { table, problems: [...reading.log.all(), ...problems] };
}

/** As `tableSteps`, at once. */
export const readTable = (file: OwnFile): ReadTable => atOnce(tableSteps(file));

/** Signs that are split at once. */
const PIECE = 1_000_000;

/** As `readTable`, from text that is decoded already. */
export function parseTable(file: string, text: string): ReadTable {
  const log = problemLog(file);
  const builder = tableBuilder(file);
  const split = textSplitter(builder, log);
  const whole = withLineFeeds(text.replace(/^\ufeff/, ''));
  for (let from = 0; from < whole.length; from += PIECE) {
    if (!split(whole.slice(from, from + PIECE), from + PIECE >= whole.length)) break;
  }
  const { table, problems } = builder.finish();
  return { table, problems: [...log.all(), ...problems] };
}
