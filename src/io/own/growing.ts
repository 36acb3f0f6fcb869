/** Numbers that are added one by one and kept without a gap: a list of half a million objects would fill the memory. */
export interface Growing<Numbers extends Int32Array | Uint32Array | Float64Array> {
  readonly length: number;
  push(value: number): void;
  increase(index: number, by: number): void;
  /** Those so far, without a copy. */
  all(): Numbers;
}

const FIRST = 64;

function growing<Numbers extends Int32Array | Uint32Array | Float64Array>(
  create: (length: number) => Numbers,
): Growing<Numbers> {
  let values = create(FIRST);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value) {
      if (length === values.length) {
        const longer = create(length * 2);
        longer.set(values);
        values = longer;
      }
      values[length++] = value;
    },
    increase(index, by) {
      values[index]! += by;
    },
    all: () => values.subarray(0, length) as Numbers,
  };
}

export const growingInts = (): Growing<Int32Array> => growing((length) => new Int32Array(length));
export const growingFloats = (): Growing<Float64Array> => growing((length) => new Float64Array(length));

/** The numbers below `length` for which something holds. A filter would ask for each through a call of the engine. */
export function indicesWhere(length: number, holds: (index: number) => boolean): Int32Array {
  const found = new Int32Array(length);
  let count = 0;
  for (let index = 0; index < length; index++) if (holds(index)) found[count++] = index;
  return found.subarray(0, count);
}

/** Rows by group, each group's rows in their order: those of group g are `order[starts[g]]` up to `order[starts[g + 1]]`. */
export interface Grouped {
  starts: Int32Array;
  order: Int32Array;
}

/**
 * Loops over many numbers count here and elsewhere: until the engine has optimized a loop, an iterator makes an object of each.
 * @param groupOf group of each row; below 0: in none
 */
export function groupRows(groupOf: Int32Array, groups: number): Grouped {
  const starts = new Int32Array(groups + 1);
  for (let row = 0; row < groupOf.length; row++) if (groupOf[row]! >= 0) starts[groupOf[row]! + 1]!++;
  for (let group = 0; group < groups; group++) starts[group + 1]! += starts[group]!;
  const next = starts.slice(0, groups);
  const order = new Int32Array(starts[groups] ?? 0);
  for (let row = 0; row < groupOf.length; row++) {
    const group = groupOf[row]!;
    if (group >= 0) order[next[group]!++] = row;
  }
  return { starts, order };
}

/** Rows of one group, without a copy. */
export const rowsOfGroup = ({ starts, order }: Grouped, group: number): Int32Array =>
  order.subarray(starts[group], starts[group + 1]);
