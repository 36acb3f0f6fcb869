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

/**
 * Year of birth and sex as one number, born × 2 + sex, from the ID number that stands among signs from a position on; -1 where these
 * 18 signs are none.
 */
export function idCodeAt(signs: ArrayLike<number>, from: number): number {
  for (let at = from; at < from + ID_LENGTH - 1; at++) {
    const sign = signs[at]!;
    if (!(sign >= ZERO && sign <= NINE)) return -1;
  }
  const check = signs[from + ID_LENGTH - 1]!;
  if (!(check >= ZERO && check <= NINE) && !CHECK_X.includes(check)) return -1;
  const digit = (at: number): number => signs[from + at]! - ZERO;
  const two = (at: number): number => digit(at) * 10 + digit(at + 1);
  const [century, month] = [two(YEAR), two(MONTH)];
  if ((century !== 19 && century !== 20) || month > 12 || digit(DAY) > 3) return -1;
  return (century * 100 + two(YEAR + 2)) * 2 + (digit(SEX) % 2 === 1 ? 0 : 1);
}

/** Beyond every such number: nobody is born after 2099. */
export const ID_CODES = 2100 * 2;

export const factsOfCode = (code: number): IdFacts => ({ born: code >> 1, sex: code % 2 === 0 ? 0 : 1 });

export const codeOfFacts = ({ born, sex }: IdFacts): number => born * 2 + sex;

/** Year of birth and sex from an ID number of 18 signs; null for anything else, such as one that Excel has rounded. */
export function idFacts(text: string): IdFacts | null {
  if (text.length < ID_LENGTH) return null;
  const bare = text.normalize('NFKC').replace(/^'|\s/g, '');
  if (bare.length !== ID_LENGTH) return null;
  const signs = Array.from({ length: ID_LENGTH }, (_, at) => bare.charCodeAt(at));
  const code = idCodeAt(signs, 0);
  return code < 0 ? null : factsOfCode(code);
}

/** An ID number that says no more than year of birth and sex. */
export const withoutPerson = ({ born, sex }: IdFacts): string => `000000${born}010100${sex === 0 ? 1 : 2}X`;
