import type { FlowName, PlaceData, Projection } from '../model/types.ts';

/**
 * The ledger of one area and year, persons under the counting rule: opening − deaths − retired − left − breached − lapsed +
 * qualified + registered + recruited + rehired + movedIn − movedOut = closing.
 */
export interface FlowRow {
  area: string;
  year: number;
  opening: number;
  deaths: number;
  retired: number;
  left: number;
  ofWhichLeftAfterObligation: number;
  breached: number;
  lapsed: number;
  qualified: { transfer: number; residency: number; assistant: number; ruralOriented: number };
  registered: number;
  recruited: number;
  rehired: number;
  movedIn: number;
  movedOut: number;
  closing: number;
}

/** All rows, area by area; the base year has no flows. */
export function flowsOf(place: PlaceData, plan: Projection): FlowRow[] {
  const span = plan.horizon - plan.base + 1;
  return place.areas.flatMap(({ code }, area) =>
    Array.from({ length: span - 1 }, (_, step) => {
      const year = step + 1;
      const of = (flow: FlowName): number => plan.flows[flow][area * span + year] ?? 0;
      return {
        area: code,
        year: plan.base + year,
        opening: of('opening'),
        deaths: of('deaths'),
        retired: of('retired'),
        left: of('left') + of('leftAfterObligation'),
        ofWhichLeftAfterObligation: of('leftAfterObligation'),
        breached: of('breached'),
        lapsed: of('lapsed'),
        qualified: {
          transfer: of('transfer'),
          residency: of('residency'),
          assistant: of('assistant'),
          ruralOriented: of('ruralOriented'),
        },
        registered: of('registered'),
        recruited: of('recruited'),
        rehired: of('rehired'),
        movedIn: of('movedIn'),
        movedOut: of('movedOut'),
        closing: of('closing'),
      };
    }),
  );
}
