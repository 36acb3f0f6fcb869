import type { Sex } from '../../model/types.ts';

/** What is read of an ID number. */
export interface IdFacts {
  /** Year of birth. */
  born: number;
  sex: Sex;
}

/** Signs of an ID number: place (6), date of birth (8), order (3), check. */
export const ID_LENGTH = 18;
const [YEAR, MONTH, DAY, SEX] = [6, 10, 12, 16];
const [ZERO, NINE] = [48, 57];
/** X and x. */
const CHECK_X: readonly number[] = [88, 120];

/** Year of birth and sex from the ID number that stands in `line` from a position on, if its 18 signs are one. */
export function idFactsAt(line: string, from: number): IdFacts | null {
  const digit = (at: number): number => line.charCodeAt(from + at) - ZERO;
  const two = (at: number): number => digit(at) * 10 + digit(at + 1);
  for (let at = 0; at < ID_LENGTH - 1; at++) {
    const sign = line.charCodeAt(from + at);
    if (!(sign >= ZERO && sign <= NINE)) return null;
  }
  const check = line.charCodeAt(from + ID_LENGTH - 1);
  if (!(check >= ZERO && check <= NINE) && !CHECK_X.includes(check)) return null;
  const [century, month] = [two(YEAR), two(MONTH)];
  if ((century !== 19 && century !== 20) || month > 12 || digit(DAY) > 3) return null;
  return { born: century * 100 + two(YEAR + 2), sex: digit(SEX) % 2 === 1 ? 0 : 1 };
}

/** Year of birth and sex from an ID number of 18 signs; null for anything else, such as one that Excel has rounded. */
export function idFacts(text: string): IdFacts | null {
  const known = text.length === ID_LENGTH ? idFactsAt(text, 0) : null;
  if (known !== null || text.length < ID_LENGTH) return known;
  const bare = text.normalize('NFKC').replace(/^'|\s/g, '');
  return bare.length === ID_LENGTH ? idFactsAt(bare, 0) : null;
}

/** An ID number that says no more than year of birth and sex. */
export const withoutPerson = ({ born, sex }: IdFacts): string => `000000${born}010100${sex === 0 ? 1 : 2}X`;
