import type { Problem } from '../../model/types.ts';

/** Problems of one code that are listed one by one; the rest are only counted. */
const MOST = 500;

/** What is to be told about one file, in the order in which it was found. */
export interface ProblemLog {
  add: (code: string, values?: Problem['values']) => void;
  /** How many there are so far, listed or not. */
  count: () => number;
  /** Everything so far; a last line for each code of which more were found than are listed. */
  all: () => Problem[];
}

/** Collects the problems of a file; each carries the file's name. */
export function problemLog(file: string): ProblemLog {
  const problems: Problem[] = [];
  const counts = new Map<string, number>();
  let added = 0;
  return {
    count: () => added,
    add: (code, values = {}) => {
      added++;
      const count = (counts.get(code) ?? 0) + 1;
      counts.set(code, count);
      if (count <= MOST) problems.push({ code, values: { file, ...values } });
    },
    all: () => [
      ...problems,
      ...[...counts]
        .filter(([, count]) => count > MOST)
        .map(([of, count]) => ({ code: 'own.more', values: { file, of, count: count - MOST } })),
    ],
  };
}
