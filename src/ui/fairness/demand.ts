import type { Demand } from '../../model/equity/served.ts';
import type { Result } from '../../model/types.ts';
import { isDensity } from '../gap-data.ts';

/** What the document demands of every area: its path of densities, or the minimum per centre of its headline; null: neither. */
export function demandOf(result: Result, centreShare: number): Demand | null {
  if (result.targets.some(({ target }) => isDensity(target))) return { kind: 'density', byYear: result.targetPath };
  const headline = result.answer?.target.target;
  return headline?.kind === 'facility_minimum' ? { kind: 'centre', value: headline.value, centreShare } : null;
}
