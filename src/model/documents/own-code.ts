import { OTHER_POPULATIONS } from '../types.ts';
import { faultsOf, MOST_CLAUSE, MOST_SOURCE, OWN_KINDS, tidyTarget, type OwnTarget } from './own-target.ts';

/**
 * A target of the reader's own as a link carries it: `density~2030~6~certified`, in this order and joined by `~`: kind, year (with
 * month: 2030-10), value (a range: 2-3), counting rule; then what else there is, each with its letter: e(very centre)
 * 1 or 0, p(er) y(ear) or t(otal), o(f) r(ecruits), t(ransfer) or f(act), s(ince) 2026, d(enominator) r(egistered), s(ervice) or d(ocument),
 * r(esidents, or who else it divides by) 660000, h(ave) and b(ase) in persons, w the words about their source, u(ntil) 2030-12-31, x the
 * id of the target that it replaces, and last the clause: q, before it k with the fingerprint of the whole where a link has cut it.
 */
export function writeOwnTarget(target: OwnTarget): string {
  const { kind, year, month, value, high, count, each, per, of, since, until, replaces, clause, cut, ...others } =
    tidyTarget(target);
  const { population, residents, have, base, source } = others;
  return [
    kind,
    month === undefined ? `${year}` : `${year}-${month}`,
    high === undefined ? `${value}` : `${value}-${high}`,
    count,
    ...(each === undefined ? [] : [each === 'every' ? 'e1' : 'e0']),
    ...(per === undefined ? [] : [`p${per[0]}`]),
    ...(of === undefined ? [] : [`o${of[0]}`]),
    ...(since === undefined ? [] : [`s${since}`]),
    ...(population === undefined ? [] : [`d${population[0]}`]),
    ...(residents === undefined ? [] : [`r${residents}`]),
    ...(have === undefined ? [] : [`h${have}`]),
    ...(base === undefined ? [] : [`b${base}`]),
    ...(source === undefined ? [] : [`w${writeWords(cleanWords(source, MOST_SOURCE))}`]),
    ...(until === undefined ? [] : [`u${until}`]),
    ...(replaces === undefined ? [] : [`x${replaces}`]),
    ...(cut === undefined ? [] : [`k${cut}`]),
    ...(clause === undefined && cut === undefined ? [] : [`q${writeWords(cleanClause(clause ?? ''))}`]),
  ].join('~');
}

const COUNTS = ['certified', 'certified-no-assistants', 'registered', 'registered-no-assistants'] as const;
const NUMBER = '(?:\\d+(?:\\.\\d+)?(?:e-?\\d+)?)';
const HEAD = new RegExp(`^(\\d{4})(?:-(\\d{1,2}))?~(${NUMBER})(?:-(${NUMBER}))?$`);

const PERSONS = /^\d+(\.\d+)?$/;

/** The target that a code stands for; null where it is none or asks for what cannot be. */
export function readOwnTarget(code: string): OwnTarget | null {
  const [kind, when, amount, count, ...more] = code.split('~');
  const known = OWN_KINDS.find((one) => one === kind);
  const rule = COUNTS.find((one) => one === count);
  const head = HEAD.exec(`${when}~${amount}`);
  if (known === undefined || rule === undefined || head === null) return null;
  const [, year, month, value, high] = head;
  const target: OwnTarget = { kind: known, year: Number(year), value: Number(value), count: rule };
  if (month !== undefined) target.month = Number(month);
  if (high !== undefined) target.high = Number(high);
  for (const part of more) if (!readPart(part, target)) return null;
  return faultsOf(target).length === 0 ? tidyTarget(target) : null;
}

function readPart(part: string, target: OwnTarget): boolean {
  const rest = part.slice(1);
  switch (part[0]) {
    case 'e':
      target.each = rest === '1' ? 'every' : 'average';
      return rest === '1' || rest === '0';
    case 'p':
      target.per = rest === 'y' ? 'year' : 'total';
      return rest === 'y' || rest === 't';
    case 'o':
      target.of = rest === 'r' ? 'recruit' : rest === 't' ? 'transfer' : 'fact';
      return /^[rtf]$/.test(rest);
    case 's':
      target.since = Number(rest);
      return /^\d{4}$/.test(rest);
    case 'd':
      target.population = OTHER_POPULATIONS.find((one) => one[0] === rest);
      return target.population !== undefined;
    case 'r':
      target.residents = Number(rest);
      return PERSONS.test(rest);
    case 'h':
      target.have = Number(rest);
      return PERSONS.test(rest);
    case 'b':
      target.base = Number(rest);
      return PERSONS.test(rest);
    case 'w':
      target.source = cleanWords(readWords(rest), MOST_SOURCE);
      return true;
    case 'u':
      target.until = rest;
      return true;
    case 'x':
      target.replaces = rest;
      return rest !== '';
    case 'k':
      target.cut = rest;
      return /^[0-9a-f]{8}$/.test(rest);
    case 'q':
      target.clause = cleanClause(readWords(rest));
      return true;
    default:
      return false;
  }
}

/** A clause as it is kept: one line. */
export const cleanClause = (typed: string): string => cleanWords(typed, MOST_CLAUSE);

/** One line of at most so many characters. */
export function cleanWords(typed: string, most: number): string {
  const line = typed.normalize('NFC').replace(/[\p{C}\p{Z}\s]+/gu, ' ');
  return [...line.trim()].slice(0, most).join('').trim();
}

/** Letters and digits stand as they are, a space as `_`; what a chat app or the link itself would take for its own as `!` with its code. */
function writeWords(words: string): string {
  return [...words]
    .map((character) => {
      if (character === ' ') return '_';
      const plain = /^[\p{L}\p{N}]$/u.test(character) && character.normalize('NFKC') === character;
      return plain ? character : `!${character.codePointAt(0)!.toString(16)}!`;
    })
    .join('');
}

function readWords(written: string): string {
  return written.replaceAll('_', ' ').replace(/!([0-9a-f]{1,6})!/g, (_, code: string) => {
    const point = Number.parseInt(code, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
}
