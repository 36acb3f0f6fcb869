/** The words of the chapter on equity; loaded with it. The shape that the Chinese part must have. */
export const fairnessEn = {
  title: (level: string) => `How evenly GPs are spread over the residents of the ${level}`,
  titleStaff: (level: string) => `How evenly staff are spread over the residents of the ${level}`,
  working: 'Working out the figures of all areas and years…',
  year: 'Year',
  level: {
    country: 'countries',
    province: 'provinces',
    prefecture: 'prefectures',
    county: 'counties',
    township: 'townships',
  },
  half: (d: { year: number; workforce: 'gp' | 'staff'; share: string; gini: string; base: string | null }) =>
    `In ${d.year} the worse served half of the residents have ${d.share} of the ${d.workforce === 'gp' ? 'GPs' : 'staff'}; Gini ${d.gini}${d.base === null ? '' : `, without new measures ${d.base}`}.`,
  onlyBetween: 'Differences between areas only: within an area they are taken to be spread evenly.',
  evenNow: (year: number) =>
    `The GPs of ${year} are derived from one density for all areas. So all areas are alike and Gini is 0 by construction; it does not say that they are in fact.`,
  evenStart: (year: number) =>
    `The GPs of ${year} are derived from one density for all areas, so inequality starts at 0 and shows only what the projection adds; real counts by area would say more.`,
  lorenz: {
    title: 'Lorenz curve',
    x: 'share of residents, worst served first',
    y: 'share of GPs',
    yStaff: 'share of staff',
    equal: 'all alike',
    describe: (d: { year: number; share: string }) =>
      `Lorenz curve for ${d.year}: the worse served half of the residents have ${d.share}.`,
    caption: 'Gini is twice the area between curve and diagonal: 0, all areas have the same density.',
    columns: { area: 'Area', density: 'per 10,000', residents: 'Residents, cumulated', gps: 'GPs, cumulated' },
  },
  gini: {
    title: 'Gini coefficient',
    sub: '0: all alike',
    describe: (d: { first: number; from: string; last: number; to: string }) =>
      `Gini coefficient from ${d.from} in ${d.first} to ${d.to} in ${d.last}.`,
  },
  theil: {
    title: 'Theil index, and what it is made of',
    groups: (level: string) => `between and within ${level}`,
    urban: 'between and within mostly rural and other areas',
    total: 'Theil',
    between: 'between',
    within: 'within',
    share: 'between, share',
    baseline: 'without new measures',
    rule: 'Theil T of GPs over residents; the parts add up to the whole. Mostly rural: at least half of the residents outside urban areas at the last census.',
    tiny: 'The index is below 0.0005: there is no difference to speak of, and no share of it.',
    noGroups:
      'It cannot be taken apart here: neither several counties or prefectures nor urban and rural residents of every area are known.',
  },
  served: {
    title: 'Residents who live where the target is met',
    density: (value: string) => `density of the area at least the target of that year (${value} in the end)`,
    centre: (value: string) => `on average at least ${value} GPs in each township health centre of the area`,
    sentence: (d: { year: number; share: string; base: string | null }) =>
      `${d.year}: ${d.share} of the residents live in an area that meets it${d.base === null ? '' : `; without new measures ${d.base}`}.`,
    none: 'The document demands neither a density nor a minimum per centre, so nobody can be said to live where it is met.',
    even: 'All areas are alike, so either all of them meet it or none does.',
    unjudged: (count: number) =>
      `${count} areas without township health centres, or with an unknown number, are not judged.`,
  },
  table: 'Table',
  tableCaption: 'Gini, Theil and residents served, by year',
  plan: 'Plan',
  course: 'Today’s course',
  baseline: 'Baseline',
  oneArea:
    'This does not apply here: the place is known as one area only, and equity is about differences between areas. Load a population and a staffing file by township to see them.',
  noHeads: 'There are no GPs or no residents in this year, so no share can be given.',
  empty: (names: string) => `Left out, no residents: ${names}.`,
  hospitals: (names: string) => `Left out, hospitals where nobody lives: ${names}.`,
};

export type FairnessDictionary = typeof fairnessEn;
