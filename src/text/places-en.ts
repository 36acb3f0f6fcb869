import type { HindcastLine } from '../model/hindcast.ts';
import type { Level, OtherPopulation } from '../model/types.ts';
import { MONTHS } from './months-en.ts';
import { persons } from './format.ts';

type Workforce = 'gp' | 'staff';

const several = (count: number, one: string, many: string): string => `${persons(count)} ${count === 1 ? one : many}`;

/** The English words of the chapter on areas, targets, flows and the hindcast. */
export const placesEn = {
  areas: {
    title: (level: Level, year: number) =>
      `${{ country: 'Countries', province: 'Provinces', prefecture: 'Prefectures', county: 'Counties', township: 'Townships and streets' }[level]} in ${year}`,
    single: (place: string, year: number) => `${place} in ${year}`,
    plan: 'this plan',
    course: "today's course",
    baseline: 'baseline',
    remaining: 'short of target',
    year: 'Year',
    find: 'Find by name',
    found: (count: number) => (count === 1 ? '1 found' : `${count} found`),
    nothing: (query: string) => `No area is called “${query}”.`,
    columns: {
      name: 'Area',
      residents: 'Residents',
      gps: 'GPs',
      staff: 'Staff',
      density: 'Density',
      perCentre: 'Per centre',
      gap: 'Gap',
      gapUnit: 'persons',
      path: 'Path and targets',
      met: 'Met',
      metIn: 'in',
      source: 'src',
    },
    scale: 'Distance from the target',
    marks: 'Solid: this plan; hollow: baseline; red line: target, red bar: what is short of it',
    targetLine: (value: string) => `target ${value}`,
    short: (gap: number) => `${persons(gap)} short`,
    none: 'none',
    after: (year: number) => `after ${year}`,
    expand: (name: string) => `Show the areas of ${name}`,
    openAll: 'open all',
    closeAll: 'close all',
    sum: (place: string, sum: number, total: number, surplus: number) =>
      `The gaps of the areas add up to ${persons(sum)}, ${place.toLowerCase()} lacks ${persons(total)}: ${
        surplus > 0
          ? `${several(surplus, 'area has', 'areas have')} a surplus, which does not fill the others' gaps; `
          : ''
      }part persons are rounded up.`,
    onlyOne: 'No figures for the areas within this place were found, so it is projected as one.',
    rows: (shown: number, all: number) => `${shown} of ${all}`,
  },

  flow: {
    title: (workforce: Workforce): string =>
      workforce === 'gp' ? 'Where GPs come from and go' : 'Where staff come from and go',
    sub: 'persons a year; black line: net',
    area: 'Area',
    entries: {
      transfer: 'Transfer',
      residency: 'Residency, assistant',
      ruralOriented: 'Rural-oriented',
      recruited: 'Recruited, registered, rehired',
    },
    exits: { left: 'Left', retired: 'Retired', others: 'Died, breached, lapsed' },
    entriesShort: { transfer: 'Transfer', residency: 'Residency', ruralOriented: 'Rural', recruited: 'Recruited' },
    exitsShort: { left: 'Left', retired: 'Retired', others: 'Other' },
    net: 'Net',
    observedNet: 'To the start: net only',
    describe: (d: { place: string; first: number; last: number; entries: string; exits: string; net: string }) =>
      `${d.place}, ${d.first}: ${d.entries} in, ${d.exits} out. Net in ${d.last}: ${d.net}.`,
    ledger: 'The ledger: opening + entries − exits = closing, persons under the counting rule',
    year: 'Year',
    total: 'Total',
    columns: {
      opening: 'Opening',
      transfer: 'Transfer',
      residency: 'Residency',
      assistant: 'Assistant',
      ruralOriented: 'Rural',
      registered: 'Registered',
      recruited: 'Recruited',
      rehired: 'Rehired',
      movedIn: 'Moved in',
      deaths: 'Died',
      retired: 'Retired',
      left: 'Left',
      leftAfterObligation: 'Left after service',
      breached: 'Breached',
      lapsed: 'Lapsed',
      movedOut: 'Moved out',
      closing: 'Closing',
    },
  },

  clause: {
    changed: 'changed',
    over: 'no longer in force',
    originally: (asked: string, year: number) => `the document itself: ${asked}, ${year}`,
    figures: 'Rests on',
    divided: (who: string, count: string) => `divided by ${who}: ${count}`,
    population: {
      registered: 'the registered population',
      service: 'the service population',
      document: 'the population that the document reckons with',
    } as Record<OtherPopulation, string>,
    have: (count: string) => `${count} have it`,
    base: (count: string) => `${count} in all`,
    source: (source: string) => `source: ${source}`,
    join: '; ',
    title: 'The clause',
    document: 'From',
    number: 'Number',
    issuer: 'Issued by',
    date: 'Date',
    inForce: 'In force',
    until: (from: string, until: string) => `${from} to ${until}`,
    where: 'Place',
    count: 'Counts',
    why: 'Why',
    translation: '(translation)',
    noNumber: 'no number',
    noDate: 'undated',
    isoDate: (iso: string) => {
      const [year, month, day] = iso.split('-').map(Number);
      return `${day ?? ''} ${MONTHS[(month ?? 0) - 1] ?? ''} ${year ?? ''}`.trim();
    },
    measures: (count: number) => `Measures that the document names (${count})`,
    setTo: (value: string) => `sets ${value}`,
    inTool: (name: string) => `lever: ${name}`,
    notYet: 'not computed by this tool yet',
    impliedTitle: "The document's own population",
    implied: (d: {
      pairs: { heads: string; density: string }[];
      residents: string;
      year: number;
      census: string;
      perTenThousand: string;
      heads: string;
    }) =>
      `${d.pairs.map((pair) => `${pair.heads} GPs = ${pair.density} per 10,000`).join('; ')}, on the document's own ${d.residents} residents. The ${d.year} census counted ${d.census}: ${d.perTenThousand} per 10,000 is then ${d.heads} GPs.`,
    back: 'Back to the main target',
  },

  hindcast: {
    title: 'How well it would have foretold the past',
    sub: 'whole country, GPs per 10,000',
    start: (start: number) => `Started in ${start}`,
    counted: 'Counted',
    method: { model: 'This model', noChange: 'No change', linear: 'Linear trend', grey: 'GM(1,1)' } as Record<
      HindcastLine['method'],
      string
    >,
    best: (method: string, error: string) => `Smallest error: ${method}, ${error} on average.`,
    fitted: (from: number, to: number) => `Fitted on ${from}–${to} only; judged on the years after.`,
    fittedYears: (from: number, to: number) => `Fitted on ${from}–${to}`,
    describe: (d: { start: number; last: number; counted: string; lines: string }) =>
      `Started in ${d.start}; ${d.last} counted ${d.counted}. ${d.lines}`,
    columns: { method: 'Way of foretelling', mean: 'Mean error', last: (year: number) => `Error in ${year}` },
    bestMark: 'best',
    basis:
      'National counts of GPs and residents: bulletins and yearbooks of the health commission, papers; not of the place',
  },
};

export type PlacesDictionary = typeof placesEn;
