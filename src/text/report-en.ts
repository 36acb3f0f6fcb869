import { persons } from './format.ts';
import { MONTHS } from './months-en.ts';
import type { Part } from './parts.ts';
import { sentence, shortfall, strong } from './parts.ts';

const people = (workforce: 'gp' | 'staff'): string => (workforce === 'gp' ? 'GPs' : 'primary-care staff');

/** What the title states. */
export interface TitleFacts {
  place: string;
  workforce: 'gp' | 'staff';
  year: number;
  past: boolean;
  /** persons short; null where it is not counted in persons */
  gap: number | null;
  /** percentage points short, written out */
  points: string;
  target: string;
}

/** A change of a lever, written out. */
export interface ChangeFacts {
  name: string;
  from: string;
  to: string;
  up: boolean;
  since: number;
}

/** The words of the report; loaded with it. The shape that the Chinese part must have. */
export const reportEn = {
  bar: { print: 'Print or save as PDF', close: 'Back to the page', title: 'Report' },
  head: (workforce: 'gp' | 'staff') => `Projection of ${people(workforce)} for the decision of the bureau’s leadership`,
  date: (date: Date) => `${date.getDate()} ${MONTHS[date.getMonth()] ?? ''} ${date.getFullYear()}`,
  data: {
    official: 'official figures',
    derived: 'derived figures',
    judgement: 'judged figures',
    illustrative: 'made-up figures',
  },
  title: {
    none: (place: string) => `${place}: projection`,
    unknown: (facts: TitleFacts) => `${facts.place}: not yet known whether the target is met`,
    met: (facts: TitleFacts) => `${facts.place} ${facts.past ? 'met' : 'will meet'} its target in ${facts.year}`,
    short: (facts: TitleFacts) =>
      `${facts.place} ${facts.past ? 'was' : 'will be'} ${persons(facts.gap ?? 0)} ${people(facts.workforce)} short in ${facts.year}`,
    points: (facts: TitleFacts) => `${facts.place} in ${facts.year}: ${facts.points} points short of “${facts.target}”`,
  },
  chartNote: (d: { hasPlan: boolean; demanded: boolean; bands: boolean }) =>
    [
      d.hasPlan ? 'solid: this plan, dashed: without new measures' : 'solid: today’s course',
      d.demanded ? 'red line: the document’s targets, red hairlines: the gap of the year' : '',
      d.bands ? 'bands: 80 % and 50 % of draws' : '',
    ]
      .filter(Boolean)
      .join('; '),
  decide: {
    title: '1. To decide',
    change: (facts: ChangeFacts): Part[] =>
      sentence`${facts.name}: from ${facts.from} ${facts.up ? 'up' : 'down'} to ${strong(facts.to)}, from ${facts.since} on.`,
    choice: (facts: ChangeFacts): Part[] =>
      sentence`${facts.name}: ${strong(facts.to)} (now ${facts.from}), from ${facts.since} on.`,
    moreChanges: (count: number) => `${count} more changed measures: see annex 2.`,
    effect: (d: { year: number; more: string; workforce: 'gp' | 'staff'; several: boolean }): Part[] =>
      sentence`${d.several ? 'All of it together' : 'It'} comes to ${strong(d.more)} more ${people(d.workforce)} in ${d.year} than without.`,
    less: (d: { year: number; more: string; workforce: 'gp' | 'staff' }): Part[] =>
      sentence`In ${d.year} that leaves ${strong(d.more)} fewer ${people(d.workforce)} than without.`,
    further: (d: { year: number; plan: number; baseline: number; hasPlan: boolean }): Part[] =>
      d.hasPlan
        ? sentence`Whether more is done: even with this plan ${d.year} is ${shortfall(`${persons(d.plan)} short`)}; without, ${persons(d.baseline)} short.`
        : sentence`Whether measures are taken: on today’s course ${d.year} is ${shortfall(`${persons(d.plan)} short`)}.`,
    enough: (d: { year: number; baseline: number; hasPlan: boolean }): Part[] =>
      d.hasPlan
        ? sentence`To approve this plan: it meets the target in ${d.year}${d.baseline > 0 ? sentence`; without it, ${shortfall(`${persons(d.baseline)} short`)}` : ', which would be met without it too'}.`
        : sentence`Nothing new is needed for ${d.year}; the present arrangements must be kept.`,
    unmet: (d: { name: string; now: string; asked: string }): Part[] =>
      sentence`The document sets ${d.name} at ${strong(d.asked)}; the plan has ${d.now}.`,
    unknown: (needs: string): Part[] => sentence`To have the missing figure supplied: ${strong(needs)}.`,
  },
  where: {
    title: (year: number, part: boolean) =>
      `2. Where they are lacking (${year}${part ? ', largest gaps' : ', by gap'})`,
    oneArea: '2. How much is lacking, target by target',
    rest: (count: number) => `${count} more areas: see annex 4.`,
    none: 'The document demands nothing that single areas can be held against.',
    area: 'Area',
    heads: { gp: 'GPs', staff: 'Staff' },
    density: 'per 10,000',
    perCentre: 'per centre',
    gap: 'Gap',
  },
  lean: {
    title: '3. What it rests on',
    item: (name: string, value: string) => `${name} ${value}`,
    open: ' (',
    comma: ', ',
    close: ')',
    range: (low: string, high: string) => `${low} to ${high} plausible`,
    changed: 'set by the reader',
    effect: (d: { name: string; low: string; high: string; year: number; lowGap: number; highGap: number }) =>
      `${d.name} ${d.low}: ${persons(d.lowGap)} short in ${d.year}; ${d.high}: ${persons(d.highGap)}`,
    stop: '; ',
    end: '.',
  },
  sign: ['Drafted by', 'Checked by', 'Approved by'],
  foot: {
    rule: 'Counting rule',
    basis: 'Basis',
    again: 'To repeat',
    document: (d: { name: string; number: string; date: string }) =>
      [d.name, d.number, d.date].filter(Boolean).join(', '),
    draws: (draws: string, seed: number) => `${draws} draws, seed ${seed}`,
    noDraws: (seed: number) => `no draws, seed ${seed}`,
    code: 'QR code of the link',
    longCode: 'The link is too long for a code that prints well.',
    ownCode: 'This page was opened from this computer: no code.',
  },
  annex: {
    targets: 'Annex 1. All targets of the document',
    fields: 'Annex 2. Measures and assumptions',
    flows: 'Annex 3. Where they come from, where they go',
    areas: (year: number) => `Annex 4. All areas, ${year}`,
    notes: 'Annex 5. About these figures',
    link: 'Link',
    targetColumns: {
      name: 'Target',
      date: 'By',
      asked: 'Asked',
      achieved: 'Projected',
      amounts: 'Projected/required',
      gap: 'Gap',
      status: 'Result',
      chance: 'Chance',
      clause: 'Clause',
    },
    fieldColumns: { name: 'Name', baseline: 'Default', plan: 'This plan', range: 'Plausible', source: 'Source' },
    kinds: {
      lever: 'Measures (what we decide)',
      assumption: 'Assumptions (what we cannot)',
      setting: 'Counting rule and start',
      cost: 'Prices and rates, without effect on numbers',
      target: 'Targets of your own',
    },
    flowNote: 'Persons a year under this counting rule, the whole place; opening + in − out = closing.',
    areaColumns: {
      name: 'Area',
      residents: 'Residents',
      start: 'GPs',
      value: 'per 10,000',
      baseline: 'Baseline',
      gap: 'Gap',
      met: 'Met in',
      source: 'Source',
    },
    after: (year: number) => `after ${year}`,
    plans: 'Further: the plans compared',
    thisPlan: (shown: string, others: string[]) =>
      `This report is about ${shown}; the link also carries ${others.join(', ')}.`,
    moves: 'Further: moves to sign',
    manyMoves: (most: number, all: number) =>
      `The first ${persons(most)} of ${persons(all)} moves; all are in the chapter on reassignment.`,
    cost: 'Further: cost, yuan, not discounted',
    readback: 'Further: what the document’s own numbers imply',
    manyAreas: (most: number) =>
      `Too many areas for paper: at most ${persons(most)} with the largest gaps; all are in the exported tables.`,
    keys: 'Marks',
  },
  failed: 'The report could not draw its bands; everything else is here.',
};

export type ReportDictionary = typeof reportEn;
