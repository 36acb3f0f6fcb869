import type { Sex } from '../../model/types.ts';

const ID = /^\d{6}((?:19|20)\d\d)(?:0\d|1[0-2])[0-3]\d\d\d(\d)[\dXx]$/;

/** Year of birth and sex from an ID number of 18 signs; null for anything else, such as one that Excel has rounded. */
export function idFacts(text: string): { born: number; sex: Sex } | null {
  const match = ID.exec(text) ?? ID.exec(text.normalize('NFKC').replace(/^'|\s/g, ''));
  return match ? { born: Number(match[1]), sex: Number(match[2]) % 2 === 1 ? 0 : 1 } : null;
}

/** The cell; of an ID number no more than it says about year of birth and sex. It is forgotten before anything else is read. */
export function withoutPerson(cell: string): string {
  if (cell.length < 18 || !/\d{8}/.test(cell)) return cell;
  const facts = idFacts(cell);
  return facts ? `000000${facts.born}010100${facts.sex === 0 ? 1 : 2}X` : cell;
}
