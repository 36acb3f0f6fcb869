import { ID_LENGTH, idFacts, idFactsAt, withoutPerson, type IdFacts } from './id-number.ts';

/**
 * Numbers the texts of a column in the order of their first mention; text 0 is blank. Of ID numbers no more is taken than they say
 * about year of birth and sex: the rest is forgotten before anything else is read.
 */
export interface TextNumbers {
  readonly texts: readonly string[];
  /**
   * Number of the text that stands in `line` from one position up to another. A known text is not cut out of the line: half a
   * million rows repeat a few thousand texts.
   * @param hash of its signs
   */
  numberOf(line: string, from: number, to: number, hash: number): number;
}

/** Hash of a text without signs, and with one more of them (FNV-1a): who looks for the end of a cell has it on the way. */
export const NO_SIGNS = 0x811c9dc5 | 0;
export const withSign = (hash: number, sign: number): number => Math.imul(hash ^ sign, 0x01000193);
export function hashOf(text: string): number {
  let hash = NO_SIGNS;
  for (let at = 0; at < text.length; at++) hash = withSign(hash, text.charCodeAt(at));
  return hash;
}

/** A column in which so many texts have been found, half of them only once, is not looked through any more. */
const MOST_KNOWN = 200_000;
/** Of text from here on V8 keeps the whole of which it is a part: a few cells would hold the file in memory. */
const SLICED = 13;
/** Fields of a slot: number of the text (0: free), hash, where its signs begin, how many they are. Together: they are read together. */
const FIELDS = 4;

/** Texts stand sign after sign in one array and are found through a table of hashes with open addressing. */
export function textNumbers(): TextNumbers {
  const texts = [''];
  let slots = new Int32Array(256 * FIELDS);
  let signs = new Uint16Array(512);
  let used = 0;
  /** Numbers of what is kept of ID numbers. */
  const persons: number[] = [];
  let asked = 0;
  let looking = true;

  const append = (text: string): number => texts.push(text.length < SLICED ? text : apart(text)) - 1;
  const learn = (text: string, hash: number): number => {
    const number = append(text);
    const start = used;
    used += text.length;
    while (used > signs.length) signs = longer(signs);
    for (let at = 0; at < text.length; at++) signs[start + at] = text.charCodeAt(at);
    if (number * 2 * FIELDS > slots.length) slots = spreadOut(slots);
    place(slots, number, hash, start, text.length);
    if (number > MOST_KNOWN && number * 2 > asked) {
      looking = false;
      slots = new Int32Array();
      signs = new Uint16Array();
    }
    return number;
  };
  const numberOfPerson = (person: IdFacts): number =>
    (persons[person.born * 2 + person.sex] ??= append(withoutPerson(person)));
  const add = (text: string, hash: number): number => {
    const person = idFacts(text);
    if (person) return numberOfPerson(person);
    return looking ? learn(text, hash) : append(text);
  };

  const numberOf = (line: string, from: number, to: number, hash: number): number => {
    asked++;
    const length = to - from;
    const person = length === ID_LENGTH ? idFactsAt(line, from) : null;
    if (person) return numberOfPerson(person);
    const last = slots.length - FIELDS;
    for (let slot = slotOf(hash) & last; looking; slot = (slot + FIELDS) & last) {
      const number = slots[slot]!;
      if (number === 0) break;
      if (slots[slot + 1] !== hash || slots[slot + 3] !== length) continue;
      const start = slots[slot + 2]!;
      let at = 0;
      while (at < length && signs[start + at] === line.charCodeAt(from + at)) at++;
      if (at === length) return number;
    }
    return add(line.slice(from, to), hash);
  };
  return { texts, numberOf };
}

/** Where a text is looked for first; the lower bits of its hash alone do not tell short texts apart well. */
const slotOf = (hash: number): number => Math.imul(hash ^ (hash >>> 15), FIELDS);

function place(slots: Int32Array, number: number, hash: number, start: number, length: number): void {
  const last = slots.length - FIELDS;
  let slot = slotOf(hash) & last;
  while (slots[slot] !== 0) slot = (slot + FIELDS) & last;
  slots[slot] = number;
  slots[slot + 1] = hash;
  slots[slot + 2] = start;
  slots[slot + 3] = length;
}

/** The same in twice the space. */
function spreadOut(slots: Int32Array): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(slots.length * 2);
  for (let slot = 0; slot < slots.length; slot += FIELDS) {
    if (slots[slot] !== 0) place(wider, slots[slot]!, slots[slot + 1]!, slots[slot + 2]!, slots[slot + 3]!);
  }
  return wider;
}

function longer(signs: Uint16Array): Uint16Array<ArrayBuffer> {
  const twice = new Uint16Array(signs.length * 2);
  twice.set(signs);
  return twice;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const apart = (text: string): string => decoder.decode(encoder.encode(text));
