import { printOf } from '../model/documents/print.ts';

/** The clause at the end of the code of an own target (own-code.ts), with the fingerprint of the whole where it has been cut. */
const CLAUSE = /(?:~k([0-9a-f]{8}))?~q([^~]*)$/;
/** Signs of a clause as it is written: letters as they are, others as `!` with their code. */
const SIGN = /![0-9a-f]+!|[^!]/gu;

/** The code with at most so many signs of its clause, and the fingerprint of the whole before them. */
export function shortened(code: string, most: number): string {
  return code.replace(CLAUSE, (all, print: string | undefined, words: string) => {
    const signs = words.match(SIGN) ?? [];
    return signs.length <= most ? all : `~k${print ?? printOf(words)}~q${signs.slice(0, most).join('')}`;
  });
}

/** Fingerprint of the words of a clause as the code has them. */
export const clausePrint = (words: string): string => printOf(words);

/** The words of a clause as the code has them, and the fingerprint of the whole where they are its beginning only. */
export function clauseOf(code: string): { words: string; cut: string | null } {
  const [, cut = null, words = ''] = CLAUSE.exec(code) ?? [];
  return { words, cut };
}

/** The code with the whole clause in the place of its beginning. */
export const withClause = (code: string, words: string): string => code.replace(CLAUSE, () => `~q${words}`);
