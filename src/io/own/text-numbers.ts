import { codeOfFacts, factsOfCode, ID_CODES, ID_LENGTH, idCodeAt, idFacts, withoutPerson } from './id-number.ts';
import { isAscii, MOST_SHORT, shortText } from './short-text.ts';

/** The texts of a column by their number, each as its bytes: most are never needed as text. Text 0 is blank. */
export interface Texts {
  readonly encoding: 'utf-8' | 'gb18030';
  readonly bytes: Uint8Array;
  /** Where each text begins, and at last where the last ends. */
  readonly starts: Uint32Array;
  /** What a text of one to nine digits and nothing else says; -1 for others. */
  readonly numbers: Int32Array;
}

const DECODERS = {
  'utf-8': new TextDecoder('utf-8', { ignoreBOM: true }),
  gb18030: new TextDecoder('gb18030'),
};

export function textAt({ encoding, bytes, starts }: Texts, number: number): string {
  const [from, to] = [starts[number] ?? 0, starts[number + 1] ?? 0];
  const short = to - from <= MOST_SHORT && (encoding === 'utf-8' || isAscii(bytes, from, to));
  return short ? shortText(bytes, from, to) : DECODERS[encoding].decode(bytes.subarray(from, to));
}

/**
 * Numbers the texts of a column in the order of their first mention. Of ID numbers no more is taken than they say about year of
 * birth and sex: the rest is forgotten before anything else is read.
 */
export interface TextNumbers {
  /**
   * Number of the text whose bytes stand from one position up to another. A known text is not read again: half a million rows repeat
   * a few thousand texts.
   * @param hash of its bytes
   * @throws TypeError where they are no text
   */
  numberOf(bytes: Uint8Array, from: number, to: number, hash: number): number;
  finish(): Texts;
}

/** Hash of a text without bytes, and with one more of them (FNV-1a): who looks for the end of a cell has it on the way. */
export const NO_BYTES = 0x811c9dc5 | 0;
export const withByte = (hash: number, byte: number): number => Math.imul(hash ^ byte, 0x01000193);
export function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = NO_BYTES;
  for (let at = from; at < to; at++) hash = withByte(hash, bytes[at]!);
  return hash;
}

/** A column in which so many texts have been found, half of them only once, is not looked through any more. */
const MOST_KNOWN = 200_000;
/** Fields of a slot: number of the text (0: free) and its hash. */
const FIELDS = 2;
const ZERO = 48;
const MOST_DIGITS = 9;
const ASCII = 0x80;

/** Texts are found through a table of hashes with open addressing. @param encoding of all that is asked for */
export function textNumbers(encoding: Texts['encoding']): TextNumbers {
  const strict = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  const encoder = new TextEncoder();
  let slots = new Int32Array(256 * FIELDS);
  let kept = new Uint8Array(512);
  let starts = new Uint32Array(64);
  let numbers = new Int32Array(64).fill(-1);
  /** Texts so far, the blank one included. */
  let count = 1;
  /** Numbers of what is kept of ID numbers, by their code; 0: not met yet. */
  const persons = new Int32Array(ID_CODES);
  let asked = 0;
  let looking = true;

  const append = (bytes: Uint8Array, from: number, to: number, plain: number): number => {
    if (count + 1 >= starts.length) {
      starts = longer(starts, new Uint32Array(starts.length * 2));
      numbers = longer(numbers, new Int32Array(numbers.length * 2).fill(-1));
    }
    const start = starts[count]!;
    const end = start + to - from;
    while (end > kept.length) kept = longer(kept, new Uint8Array(kept.length * 2));
    for (let at = from; at < to; at++) kept[start + at - from] = bytes[at]!;
    numbers[count] = plain;
    starts[count + 1] = end;
    return count++;
  };
  const numberOfPerson = (code: number): number => {
    if (persons[code] === 0) {
      const bytes = encoder.encode(withoutPerson(factsOfCode(code)));
      persons[code] = append(bytes, 0, bytes.length, -1);
    }
    return persons[code]!;
  };
  const learn = (bytes: Uint8Array, from: number, to: number, hash: number): number => {
    let plain = to - from > MOST_DIGITS ? -1 : 0;
    let signs = 0;
    for (let at = from; at < to; at++) {
      const byte = bytes[at]!;
      signs |= byte;
      if (plain >= 0) plain = byte >= ZERO && byte < ZERO + 10 ? plain * 10 + byte - ZERO : -1;
    }
    if (signs >= ASCII || to - from >= ID_LENGTH) {
      const person = idFacts(strict.decode(bytes.subarray(from, to)));
      if (person) return numberOfPerson(codeOfFacts(person));
    }
    const number = append(bytes, from, to, plain);
    if (!looking) return number;
    if (number * 2 * FIELDS > slots.length) slots = spreadOut(slots);
    place(slots, number, hash);
    if (number > MOST_KNOWN && number * 2 > asked) {
      looking = false;
      slots = new Int32Array();
    }
    return number;
  };

  const numberOf = (bytes: Uint8Array, from: number, to: number, hash: number): number => {
    asked++;
    const length = to - from;
    const code = length === ID_LENGTH ? idCodeAt(bytes, from) : -1;
    if (code >= 0) return numberOfPerson(code);
    const last = slots.length - FIELDS;
    for (let slot = slotOf(hash) & last; looking; slot = (slot + FIELDS) & last) {
      const number = slots[slot]!;
      if (number === 0) break;
      if (slots[slot + 1] !== hash) continue;
      const start = starts[number]!;
      if (starts[number + 1]! - start !== length) continue;
      let at = 0;
      while (at < length && kept[start + at] === bytes[from + at]) at++;
      if (at === length) return number;
    }
    return learn(bytes, from, to, hash);
  };
  return {
    numberOf,
    finish: () => ({
      encoding,
      bytes: kept.slice(0, starts[count]),
      starts: starts.slice(0, count + 1),
      numbers: numbers.slice(0, count),
    }),
  };
}

/** Where a text is looked for first; the lower bits of its hash alone do not tell short texts apart well. */
const slotOf = (hash: number): number => Math.imul(hash ^ (hash >>> 15), FIELDS);

function place(slots: Int32Array, number: number, hash: number): void {
  const last = slots.length - FIELDS;
  let slot = slotOf(hash) & last;
  while (slots[slot] !== 0) slot = (slot + FIELDS) & last;
  slots[slot] = number;
  slots[slot + 1] = hash;
}

/** The same in twice the space. */
function spreadOut(slots: Int32Array): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(slots.length * 2);
  for (let slot = 0; slot < slots.length; slot += FIELDS) {
    if (slots[slot] !== 0) place(wider, slots[slot]!, slots[slot + 1]!);
  }
  return wider;
}

function longer<Numbers extends Uint8Array | Uint32Array | Int32Array>(numbers: Numbers, into: Numbers): Numbers {
  into.set(numbers);
  return into;
}
