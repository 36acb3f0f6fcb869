import { groupRows, indicesWhere } from './growing.ts';

/** Objects that are told apart by a key, numbered in the order of their first mention. */
export interface Numbered<T> {
  readonly all: readonly T[];
  /** @param create called for a key that is new */
  numberOf(key: string | number, create: () => T): number;
}

export function numbered<T>(): Numbered<T> {
  const all: T[] = [];
  const numbers = new Map<string | number, number>();
  return {
    all,
    numberOf(key, create) {
      const known = numbers.get(key);
      if (known !== undefined) return known;
      const number = all.push(create()) - 1;
      numbers.set(key, number);
      return number;
    },
  };
}

/**
 * The figures of a file: each a number that counts something somewhere. Where and what are kept once and numbered; there can be
 * half a million figures.
 */
export interface Figures<Where, What> {
  readonly length: number;
  readonly wheres: readonly Where[];
  readonly whats: readonly What[];
  /** Row of the file, from 1. */
  readonly row: Int32Array;
  /** Indices into `wheres` and `whats`. */
  readonly where: Int32Array;
  readonly what: Int32Array;
  readonly value: Float64Array;
}

/** Figures for which there is room at first. */
const FIRST = 64;

export function figureList<Where, What>(): {
  wheres: Numbered<Where>;
  whats: Numbered<What>;
  /** @returns index of the figure */
  add(row: number, where: number, what: number, value: number): number;
  increase(figure: number, by: number): void;
  finish(): Figures<Where, What>;
} {
  const [wheres, whats] = [numbered<Where>(), numbered<What>()];
  let [row, where, what] = [new Int32Array(FIRST), new Int32Array(FIRST), new Int32Array(FIRST)];
  let value = new Float64Array(FIRST);
  let length = 0;
  const grow = (): void => {
    const twice = <Numbers extends Int32Array | Float64Array>(numbers: Numbers, into: Numbers): Numbers => {
      into.set(numbers);
      return into;
    };
    [row, where, what] = [row, where, what].map((one) => twice(one, new Int32Array(length * 2))) as [
      Int32Array<ArrayBuffer>,
      Int32Array<ArrayBuffer>,
      Int32Array<ArrayBuffer>,
    ];
    value = twice(value, new Float64Array(length * 2));
  };
  return {
    wheres,
    whats,
    add(ofRow, ofWhere, ofWhat, ofValue) {
      if (length === row.length) grow();
      row[length] = ofRow;
      where[length] = ofWhere;
      what[length] = ofWhat;
      value[length] = ofValue;
      return length++;
    },
    increase(figure, by) {
      value[figure]! += by;
    },
    finish: () => ({
      length,
      wheres: wheres.all,
      whats: whats.all,
      row: row.subarray(0, length),
      where: where.subarray(0, length),
      what: what.subarray(0, length),
      value: value.subarray(0, length),
    }),
  };
}

/** The same with figures that count the same at the same place put together; each stands where the first of them stood. */
export function summedUp<Where, What>(figures: Figures<Where, What>): Figures<Where, What> {
  const { length, wheres, whats } = figures;
  const value = figures.value.slice();
  const isFirst = new Uint8Array(length);
  const { starts, order } = groupRows(figures.where, wheres.length);
  const first = new Int32Array(whats.length).fill(-1);
  for (let where = 0; where < wheres.length; where++) {
    const [from, to] = [starts[where]!, starts[where + 1]!];
    for (let here = from; here < to; here++) {
      const at = order[here]!;
      const before = first[figures.what[at]!]!;
      if (before >= 0) value[before]! += value[at]!;
      else {
        first[figures.what[at]!] = at;
        isFirst[at] = 1;
      }
    }
    for (let here = from; here < to; here++) first[figures.what[order[here]!]!] = -1;
  }
  const kept = indicesWhere(length, (at) => isFirst[at] === 1);
  const pick = <Numbers extends Int32Array | Float64Array>(numbers: Numbers, into: Numbers): Numbers => {
    for (let at = 0; at < kept.length; at++) into[at] = numbers[kept[at]!]!;
    return into;
  };
  const ints = (numbers: Int32Array): Int32Array => pick(numbers, new Int32Array(kept.length));
  return {
    length: kept.length,
    wheres,
    whats,
    row: ints(figures.row),
    where: ints(figures.where),
    what: ints(figures.what),
    value: pick(value, new Float64Array(kept.length)),
  };
}

/** One by one, as objects: for the few places where only some are looked at. */
export function* eachFigure<Where extends object, What extends object>(
  figures: Figures<Where, What>,
): Generator<Where & What & { row: number; value: number }> {
  for (let at = 0; at < figures.length; at++) {
    const [where, what] = [figures.wheres[figures.where[at] ?? 0], figures.whats[figures.what[at] ?? 0]];
    if (where && what) yield { ...where, ...what, row: figures.row[at] ?? 0, value: figures.value[at] ?? 0 };
  }
}

/** What the figures count; without what only sums in the file do. */
export function whatsOf<What>({ whats, what }: Figures<unknown, What>): What[] {
  const counted = new Uint8Array(whats.length);
  for (let at = 0; at < what.length; at++) counted[what[at]!] = 1;
  return whats.filter((_, number) => counted[number] === 1);
}

/**
 * Figures that count the same as one before in their group, each with that one, in the order of the file.
 * @param groupOf group of each figure; below 0: in none
 */
export function repeatsIn(
  { whats, what }: Figures<unknown, unknown>,
  groupOf: Int32Array,
  groups: number,
): [figure: number, first: number][] {
  const { starts, order } = groupRows(groupOf, groups);
  const first = new Int32Array(whats.length).fill(-1);
  const repeats: [figure: number, first: number][] = [];
  for (let group = 0; group < groups; group++) {
    const [from, to] = [starts[group]!, starts[group + 1]!];
    for (let same = from; same < to; same++) {
      const at = order[same]!;
      if (first[what[at]!]! < 0) first[what[at]!] = at;
      else repeats.push([at, first[what[at]!]!]);
    }
    for (let same = from; same < to; same++) first[what[order[same]!]!] = -1;
  }
  return repeats.sort(([a], [b]) => a - b);
}
