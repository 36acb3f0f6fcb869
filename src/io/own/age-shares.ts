import type { Reference } from '../../model/reference.ts';
import type { AreaStock, Sex } from '../../model/types.ts';
import type { Category, StaffFigures, StaffWhat } from './staff-row.ts';

const MIN_AGE = 20;
const AGES = 60;
const BOTH: readonly Sex[] = [0, 1];
/** Cells of men and of women. */
const [MEN, WOMEN] = [0, AGES].map((first) => Array.from({ length: AGES }, (_, age) => first + age)) as [
  number[],
  number[],
];

/** Where one head of a kind stands: cells of [sex][age 20–79], and the share of the head in each. */
interface Spread {
  cells: number[];
  shares: number[];
}

/**
 * Shares of GPs by [sex][age 20–79] from figures of one area and the categories that count as GPs; null where none of them has
 * ages. Half a million persons are of a few hundred kinds, so each kind is spread out once.
 */
export function ageSharer(
  { whats, what, value }: StaffFigures,
  reference: Reference,
): (figures: readonly number[], counted: readonly Category[]) => AreaStock['ageShares'] {
  const spreads = whats.map(({ ages, sex }) => ages && spreadOf(ages, sex, reference));
  const heads = new Float64Array(2 * AGES);
  return (figures, counted) => {
    heads.fill(0);
    let all = 0;
    for (const at of figures) {
      const spread = spreads[what[at]!];
      if (!spread || value[at] === 0 || !counted.includes(whats[what[at]!]!.category)) continue;
      const { cells, shares } = spread;
      for (let one = 0; one < cells.length; one++) heads[cells[one]!]! += value[at]! * shares[one]!;
      all += value[at]!;
    }
    if (all === 0) return null;
    const shareOf = (cell: number): number => heads[cell]! / all;
    return [MEN.map(shareOf), WOMEN.map(shareOf)];
  };
}

/** Inside an age group, and between the sexes where none is given, GPs are spread as the default structure is. */
function spreadOf(ages: NonNullable<StaffWhat['ages']>, sex: Sex | null, reference: Reference): Spread {
  const first = Math.min(AGES - 1, Math.max(0, ages.from - MIN_AGE));
  const last = Math.max(first, Math.min(AGES - 1, ages.to - MIN_AGE));
  const weight = (of: Sex, age: number): number => reference.ageShares[of][age] ?? 0;
  const sexes = sex === null ? BOTH : [sex];
  let sum = 0;
  for (const of of sexes) for (let age = first; age <= last; age++) sum += weight(of, age);
  const spread: Spread = { cells: [], shares: [] };
  for (const of of sexes) {
    const even = (sex !== null ? 1 : of === 1 ? reference.femaleShare : 1 - reference.femaleShare) / (last - first + 1);
    for (let age = first; age <= last; age++) {
      spread.cells.push(of * AGES + age);
      spread.shares.push(sum > 0 ? weight(of, age) / sum : even);
    }
  }
  return spread;
}
