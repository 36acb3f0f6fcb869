import type { PlaceData, PolicyPack, Projection } from '../../model/types.ts';
import type { Field, Value } from '../../scenario/types.ts';

/** The levers in the order in which Hunan names them; the first places who is new, the others move who is there. */
export const OFFERED = ['priority', 'within', 'dispatch', 'counterpart'] as const;
export type Offered = (typeof OFFERED)[number];

/** What could be moved at the end of a year: whole GPs against the minimum of each centre. */
export interface Movable {
  centres: number;
  short: number;
  /** Persons lacking in the short centres, and above their minimum in the others. */
  lacking: number;
  spare: number;
  /** GPs in hospitals; null where no hospital is known. */
  hospital: number | null;
}

/** @param each fewest GPs wanted in every centre */
export function movableOf(place: PlaceData, each: number, projection: Projection, year: number): Movable {
  const span = projection.horizon - projection.base + 1;
  const found: Movable = { centres: 0, short: 0, lacking: 0, spare: 0, hospital: null };
  place.areas.forEach(({ institution, centres }, area) => {
    const whole = Math.floor((projection.gps[area * span + year - projection.base] ?? 0) + 1e-6);
    if (institution === 'hospital') found.hospital = (found.hospital ?? 0) + whole;
    if (institution === 'hospital' || !centres) return;
    const floor = centres * each;
    found.centres += centres;
    if (whole < floor) {
      found.short += 1;
      found.lacking += floor - whole;
    } else found.spare += whole - floor;
  });
  return found;
}

/**
 * The values that switch a lever on: as many as are lacking may be moved, and the plan takes the fewest that do.
 * @returns null where the field is not there or has no effect here
 */
export function switchedOn(key: Offered, fields: readonly Field[], lacking: number): Record<string, Value> | null {
  const field = fields.find((one) => one.key === key);
  if (!field || field.inert !== null) return null;
  return { [key]: field.type === 'switch' ? 1 : Math.max(1, Math.min(field.max, lacking)) };
}

/** The document's own measures of this kind, in its order; all of them in Hunan's order where it names none. */
export function offeredBy(pack: PolicyPack): { keys: Offered[]; named: boolean } {
  const named = pack.levers.flatMap(({ field }) => OFFERED.filter((key) => key === field));
  return named.length > 0 ? { keys: named, named: true } : { keys: [...OFFERED], named: false };
}
