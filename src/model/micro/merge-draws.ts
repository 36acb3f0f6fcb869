import type { Draws } from './ensemble.ts';

/**
 * Puts the parts of one run together, whatever their order.
 * @throws RangeError when there are none, or their draws do not follow on each other without gap or overlap
 */
export function mergeDraws(parts: readonly Draws[]): Draws {
  const sorted = [...parts].sort((one, other) => one.from - other.from);
  const first = sorted[0];
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('no draws to merge');
  const span = first.years.length;
  const merged: Draws = {
    ...first,
    to: last.to,
    density: new Float64Array((last.to - first.from) * span),
    met: new Uint8Array((last.to - first.from) * first.targets.length),
    minimumMet: new Uint32Array(first.minimumMet.length),
    wantedMet: new Uint32Array(first.wantedMet.length),
  };
  let next = first.from;
  for (const part of sorted) {
    if (part.from !== next) throw new RangeError(`draw ${next} is missing or there twice`);
    next = part.to;
    merged.density.set(part.density, (part.from - first.from) * span);
    merged.met.set(part.met, (part.from - first.from) * first.targets.length);
    for (let cell = 0; cell < merged.minimumMet.length; cell++) {
      merged.minimumMet[cell]! += part.minimumMet[cell]!;
      merged.wantedMet[cell]! += part.wantedMet[cell]!;
    }
  }
  return merged;
}
