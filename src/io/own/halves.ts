import { atOnce, inTurns } from '../../model/turns.ts';
import { MOST_BYTES, refusalOf } from './decode.ts';
import { finished, HEAD, plainRows, type PlainRows } from './split-plain.ts';
import type { OwnTable } from './table.ts';

/** A file of the browser. */
export type Sliced = Pick<File, 'name' | 'size' | 'slice'>;
/** The second half of a plain file. */
export interface Rest {
  encoding: PlainRows['encoding'];
  table: OwnTable;
}
/** Another reader, on another processor. */
export interface Helper {
  /** Begins with the second half. @returns `other`: it is not plain, or could not be read; null: it was stopped */
  readRest(file: Sliced, middle: number): Promise<Rest | 'other' | null>;
  /** Nobody waits for it any more. */
  stop(): void;
}

/** Bytes from which on a file is worth a second reader, who has to be started. */
const LARGE = 2_000_000;
/** Bytes in which a line ends, or the file is not one of lines. */
const NEAR = 100_000;
const LINE_FEED = 10;

/**
 * The table of a large plain file (`plainSteps`), of which another reader reads the second half meanwhile.
 * @param told share of it that has been read, now and then
 * @param large bytes from which on a second reader is asked
 * @returns `other`: it is small or not plain, and is read whole; null: it was told to stop
 */
export async function readHalves(
  file: Sliced,
  helper: Helper,
  told: (share: number) => void,
  isStopped: () => boolean,
  large = LARGE,
): Promise<OwnTable | 'other' | null> {
  const middle = file.size < large || file.size > MOST_BYTES ? null : await middleOf(file);
  if (middle === null) return 'other';
  const ofHelper = helper.readRest(file, middle);
  try {
    const first = await readFirst(file, middle, told, isStopped);
    if (first === null || first === 'other') return first;
    const rest = await ofHelper;
    if (rest === null || isStopped()) return null;
    return rest === 'other' ? rest : (joined(first, rest) ?? 'other');
  } finally {
    helper.stop();
  }
}

/** What the other reader does. @returns `other`: it is not plain */
export async function readRest(file: Sliced, middle: number): Promise<Rest | 'other'> {
  const [head, bytes] = await Promise.all([bytesOf(file, 0, HEAD), bytesOf(file, middle, file.size)]);
  if (head === null || bytes === null) return 'other';
  const rows = atOnce(plainRows(file.name, { bytes, head, last: true }));
  const table = rows?.table.finish().table;
  return rows && table ? { encoding: rows.encoding, table } : 'other';
}

/** Where the second half of a file begins: with a line. null: no line ends there. */
async function middleOf(file: Sliced): Promise<number | null> {
  const half = Math.floor(file.size / 2);
  const line = (await bytesOf(file, half, half + NEAR))?.indexOf(LINE_FEED) ?? -1;
  return line < 0 ? null : half + line + 1;
}

async function readFirst(
  file: Sliced,
  middle: number,
  told: (share: number) => void,
  isStopped: () => boolean,
): Promise<PlainRows | 'other' | null> {
  const bytes = await bytesOf(file, 0, middle);
  if (bytes === null || refusalOf(bytes) !== null) return 'other';
  const steps = orOther(plainRows(file.name, { bytes, head: bytes, last: false }));
  return inTurns(steps, (done) => told(done / middle), isStopped);
}

/** null: together they make no plain file. */
function joined({ encoding, table }: PlainRows, rest: Rest): OwnTable | null {
  return encoding === rest.encoding && table.join(rest.table) ? finished(table) : null;
}

function* orOther<T>(steps: Generator<number, T | null>): Generator<number, T | 'other'> {
  return (yield* steps) ?? 'other';
}

/** null: moved, changed or locked since it was chosen. */
const bytesOf = (file: Sliced, from: number, to: number): Promise<Uint8Array | null> =>
  file
    .slice(from, to)
    .arrayBuffer()
    .then(
      (buffer) => new Uint8Array(buffer),
      () => null,
    );
