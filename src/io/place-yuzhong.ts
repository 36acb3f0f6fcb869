import { residentsIn } from './growth.ts';
import { scaledIntake, type Context, type PlaceParts } from './place-context.ts';
import { loadCounties } from './place-counties.ts';
import { stockOf } from './place-estimate.ts';

const COUNT_YEAR = 2018;
/** GPs of the district and of its own institutions (document 渝中府办〔2018〕74号). */
const COUNTED = { all: 133, own: 67 };
/** 165 GPs at 2.5 and 330 GPs at 5 per 10,000. */
const DOCUMENT_RESIDENTS = 660_000;

/** Yuzhong: the only place whose document counts its GPs; later years follow the national density. */
export async function yuzhongParts(context: Context): Promise<PlaceParts> {
  const { national, sourceOf } = context;
  const province = context.province('500000');
  const { areas, residents } = await loadCounties(context, ({ area }) => area.code === '500103');
  return {
    areas,
    groups: [],
    residents,
    observed: (['all', 'own'] as const).map((scope) => ({
      year: COUNT_YEAR,
      scope,
      certified: COUNTED[scope],
      registered: null,
      source: sourceOf('observed-yuzhong'),
    })),
    whole: null,
    documentResidents: { persons: DOCUMENT_RESIDENTS, source: sourceOf('document-yuzhong') },
    intake: scaledIntake(context, residents),
    stocks: (base, scope, source) =>
      residents.map((area) => {
        const here = residentsIn(area, base);
        const growth =
          base === COUNT_YEAR
            ? 1
            : (national.density(base) / national.density(COUNT_YEAR)) * (here / residentsIn(area, COUNT_YEAR));
        return stockOf(national, province, { gps: COUNTED[scope] * growth, residents: here, year: base }, source);
      }),
  };
}
