import type { Cause } from '../model/explain/causes.ts';
import type { Measure } from '../model/explain/waterfall.ts';
import type { Verdict } from '../model/explain/verdict.ts';

/** A change in words: the figures with their units, the change without its sign. */
export interface ChangeWords {
  place: string;
  from: string;
  to: string;
  start: string;
  end: string;
  change: string;
  more: boolean;
}

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

export const compareEn = {
  plan: (letter: string, name: string): string => (name === '' ? `Plan ${letter}` : `${letter} ${name}`),
  planOf: (letter: string): string => `plan ${letter}`,
  baseline: 'Baseline',
  target: 'Target',
  tabs: {
    title: 'Plans',
    add: 'Save as a new plan',
    compare: 'Compare',
    locked: 'locked',
    lockedNote:
      'This plan is locked: levers and assumptions stay as they are; start, years and draws are those of all plans.',
    unlock: 'Unlock',
  },
  manage: {
    title: 'Plans',
    sub: 'up to four, all in the link; each has its own levers, a changed assumption goes to every plan that is not locked',
    letter: 'Plan',
    name: 'Name',
    nameOf: (plan: string): string => `Name of ${plan}`,
    placeholder: 'at most 24 letters',
    cut: (name: string): string => `The name is too long; cut to “${name}”.`,
    changes: 'Not at default',
    changesOf: (count: number): string => (count === 0 ? 'none' : plural(count, 'value')),
    show: 'Show',
    shown: 'Shown',
    duplicate: 'Duplicate',
    up: 'Move up',
    down: 'Move down',
    lock: 'Lock',
    unlock: 'Unlock',
    remove: 'Delete',
    of: (action: string, plan: string): string => `${action} ${plan}`,
    save: (letter: string): string => `Save as plan ${letter}`,
    full: 'There are four plans; delete one before you add another.',
    removed: (plan: string): string => `Deleted: ${plan}.`,
    undo: 'Undo',
    paste: 'Add plans from a link',
    pasteHint: 'Paste the link of another plan here',
    pasteAdd: 'Add',
    pasted: (count: number): string => `Added ${plural(count, 'plan')}.`,
    notLink: 'This is not a link of this tool; nothing was added.',
    otherPlace: (place: string): string =>
      `This link is about ${place}; plans of different places cannot be compared, so nothing was added. Open it in a new window.`,
    otherDocument: 'This link is about another document; its plans are held against the one that is open.',
    otherFrame:
      'This link has another start, other years or another scope; those on the screen are used, the rest is as in the link.',
    tooMany: (left: number): string => `Not enough room: only the first ${left} were added.`,
    longLink: (length: number): string =>
      `The link has ${length} characters; some chat apps will cut it. Shorten the names, or change fewer values.`,
  },
  running: 'Projecting the other plans…',
  chart: {
    title: 'Side by side',
    sub: 'per 10,000, end of year; the plan shown is thickest, names and values stand at the line ends',
    table: 'Table',
    year: 'Year',
    describe: (place: string, plans: string, year: number): string =>
      `GPs per 10,000 residents of ${place} by plan. In ${year}: ${plans}.`,
    at: (plan: string, value: string): string => `${plan} ${value}`,
    note: 'dashed = baseline; red = target',
  },
  areas: {
    title: 'Area by area',
    sub: 'one scale, per 10,000; short red line = target',
    year: (year: number): string => String(year),
    all: (count: number): string => `Show all ${count}`,
    fewer: 'Only where they differ most',
    describe: (year: number, area: string, values: string) => `In ${year} the plans differ most in ${area}: ${values}.`,
  },
  levers: {
    title: 'Where the plans differ',
    sub: 'only what differs; defaults are pale, changes bold',
    usual: 'Baseline',
    none: 'The plans are all like the baseline. Move a lever at the right, or save a new plan and change it.',
    against: (plan: string, first: string): string => `${plan} against ${first}: `,
    same: (plan: string, first: string): string => `${plan} is the same as ${first}.`,
    change: (field: string, from: string, to: string): string => `${field} ${from} → ${to}`,
    since: (year: number): string => `from ${year}`,
    join: '; ',
    end: '.',
  },
  results: {
    title: 'What comes of it',
    sub: 'each plan against the baseline of the same assumptions',
    item: 'Year and measure',
    density: (year: number): string => `${year}, per 10,000`,
    heads: (year: number): string => `GPs in ${year}, persons`,
    staff: (year: number): string => `Staff in ${year}, persons`,
    moreHeads: 'more than the baseline, persons',
    moreDensity: 'above the baseline, per 10,000',
    toTarget: (value: string): string => `to the target of ${value}`,
    judged: (year: number, name: string): string => `${year}, ${name}`,
    metYear: 'Target reached in',
    never: (year: number): string => `not by ${year}`,
    unknown: '—',
    noResidents: 'Years and areas without residents have no density; they are counted by head.',
    assumptions:
      'Assumptions or counting rules differ between plans, so each is set against its own baseline; the baseline column is that of the plan shown.',
  },
  explain: {
    title: 'Why they differ',
    sub: 'the parts add up to the difference exactly',
    mode: 'Compare',
    plans: 'two plans',
    years: 'two years',
    from: 'From',
    to: 'to',
    year: 'Year',
    area: 'Area',
    measure: 'Unit',
    heads: 'persons',
    density: 'per 10,000',
    way: 'by',
    byCause: 'cause',
    byFlow: 'flow',
    table: 'Table',
    part: 'Part',
    value: 'Change',
    total: 'Together',
    of: (place: string, plan: string): string => `${place}, ${plan}`,
    tiny: { heads: 'under 0.1', density: 'under 0.01' } as Record<Measure, string>,
    running: 'Projecting part by part…',
    nobody: 'There are no residents, so there is no density; heads can be shown.',
    same: 'Both figures are the same: there is nothing to explain.',
    samePlan: 'Choose two different plans.',
    cause: {
      transfer: 'Transfer',
      residency: 'Residency',
      assistant: 'Assistants',
      ruralOriented: 'Rural-oriented',
      recruited: 'Recruited',
      registered: 'Registered',
      rehired: 'Rehired',
      moves: 'Moves',
      allowance: 'Allowance',
      start: 'Start year',
      retired: 'Retired',
      attrition: 'Left',
      deaths: 'Died',
      lapsed: 'Lapsed',
      population: 'Population',
      definition: 'Definition',
      interaction: 'Interaction',
    } satisfies Record<Cause, string> as Record<Cause, string>,
    staffRecruited: 'Recruited',
    sentence: ({ place, from, to, start, end, change, more }: ChangeWords): string =>
      `${place}: ${from} ${start}, ${to} ${end}, ${change} ${more ? 'more' : 'fewer'}`,
    noChange: ({ place, from, to, start }: Pick<ChangeWords, 'place' | 'from' | 'to' | 'start'>): string =>
      `${place}: ${from} and ${to} are both ${start}`,
    nearly: ({ place, from, to, start, end, change }: Omit<ChangeWords, 'more'>): string =>
      `${place}: ${from} ${start}, ${to} ${end}, ${change} apart`,
    because: (parts: string): string => `: ${parts}.`,
    partText: (cause: string, value: string): string => `${cause} ${value}`,
    join: ', ',
    unit: {
      heads: (value: string): string => `${value} persons`,
      density: (value: string): string => `${value} per 10,000`,
    } as Record<Measure, (value: string) => string>,
    at: (plan: string, year: number): string => `${plan} in ${year}`,
    endOf: (year: number): string => `end of ${year}`,
    verdict: {
      'only-population': 'The density is higher only because there are fewer residents: there are no more GPs.',
      'mostly-population': 'More than half of the higher density comes from fewer residents, not from more GPs.',
      'only-definition':
        'The density is higher only because it is counted otherwise: counted alike, there are no more GPs.',
      'mostly-definition': 'More than half of the higher density comes from counting otherwise, not from more GPs.',
      'hidden-by-population': 'There are more GPs, but residents grow faster, so the density falls.',
    } as Record<Verdict, string>,
    method: {
      byCause:
        'Method: from the first plan, one cause at a time is set as in the second, all else as it was; that is its part. What they do together beyond the sum is the interaction. Population and definition stand apart. Figures are rounded to 2⁻³⁰ persons before they are added, so not a digit is lost.',
      byFlow:
        'Method: the first plan is counted as the second (the definition), then the entries and exits of both ledgers since the base year are compared. For a density they count on the residents of the first plan; population stands apart, and their product is the interaction. Figures are rounded to 2⁻³⁰ persons before they are added, so not a digit is lost.',
      years:
        'Method: the ledger’s entries and exits between the two years are added up. For a density they count on the residents of the first year; population stands apart, and their product is the interaction. The definition is the same in both years. Figures are rounded to 2⁻³⁰ persons before they are added, so not a digit is lost.',
    },
    fixed:
      'Retirement and deaths follow rules that no measure and no assumption changes: they have no part of their own here and move with the people that the other parts bring; lapsed certificates are part of registration. To see all three, look at the flows.',
    within:
      'Moves only take people from one area to another, so the whole hardly changes; choose an area to see who has more and who has fewer.',
    frozen: 'The figures shown are rounded and may differ in the last digit; unrounded they add up exactly.',
  },
};

export type CompareDictionary = typeof compareEn;
