import type { Context, PlaceParts } from './place-context.ts';

const YEAR = 2019;
const RESIDENTS = 300_000;
/** 27.4 per 10,000: what five years of 5 % growth bring to 35. */
const STAFF = 822;
/** The middle of the 30 to 50 people whom the document hires a year. */
const RECRUITS = 40;

/** XX district: all primary-care staff instead of GPs. Made up, but for the recruits. */
export function xxDistrictParts({ sourceOf }: Context): Promise<PlaceParts> {
  const none = { value: 0, source: sourceOf('xx-zero') };
  return Promise.resolve({
    areas: [
      {
        code: 'XX',
        parent: '',
        level: 'county',
        name: { zh: 'XX区', en: 'XX District' },
        centres: null,
        ruralShare: null,
      },
    ],
    groups: [],
    residents: [{ observed: [{ year: YEAR, persons: RESIDENTS }], projected: [], trendFactor: 1, ages: [] }],
    observed: [{ year: YEAR, scope: 'all', certified: STAFF, registered: STAFF, source: sourceOf('stock-xx') }],
    whole: null,
    documentResidents: null,
    intake: {
      transfer: none,
      residency: none,
      assistant: none,
      ruralOriented: none,
      recruit: { value: RECRUITS, source: sourceOf('xx-recruit') },
    },
    stocks: (_base, _scope, source) => [
      { registered: STAFF, assistant: 0, unregistered: 0, pool: 0, ageShares: null, training: null, source },
    ],
  });
}
