import type { PlaceData, PolicyPack, Result } from '../../model/types.ts';

export type TableId = 'years' | 'areas' | 'flows' | 'targets' | 'fields' | 'observed' | 'costs' | 'equity' | 'moves';

/** The tables that a result fills: no costs without rules, no equity of one area, no moves where nobody moves. */
export function tableIds({ place, pack, result }: { place: PlaceData; pack: PolicyPack; result: Result }): TableId[] {
  return [
    'years',
    'areas',
    'flows',
    'targets',
    'fields',
    'observed',
    ...(pack.costs ? (['costs'] as const) : []),
    ...(place.areas.length > 1 ? (['equity'] as const) : []),
    ...(result.moves && result.moves.moves.length > 0 ? (['moves'] as const) : []),
  ];
}
