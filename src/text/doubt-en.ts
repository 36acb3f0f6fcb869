import { demanded, persons } from './format.ts';

/** The words of the chapter on doubt. */
/** A median with an interval, as they are shown. */
interface Interval {
  median: string;
  low: string;
  high: string;
}

export const doubtEn = {
  controls: {
    title: 'How it is drawn',
    draws: 'Draws',
    seed: 'Seed',
    otherSeed: 'another seed',
    year: 'Year',
    from: 'Doubt from',
    parameters: 'parameters',
    chance: 'chance',
    stop: 'stop',
    resume: 'draw again',
    goOn: 'go on',
    typed: 'another number',
    progress: (done: number, of: number) => `${persons(done)} of ${persons(of)} draws`,
    under: {
      baseline: (done: number, of: number) => `the baseline from the same numbers: ${persons(done)} of ${persons(of)}`,
      other: (done: number, of: number) =>
        `the other plan from the same random numbers: ${persons(done)} of ${persons(of)}`,
      tornado: (done: number, of: number) => `each parameter at its low and its high: ${done} of ${of}`,
      samples: (done: number, of: number) => `shares of the doubt: ${done} of ${of} base samples`,
      chance: (done: number, of: number) => `chance alone: ${persons(done)} of ${persons(of)}`,
    },
    notWhole: (typed: string, least: string, most: string) =>
      `“${typed}” is not a whole number from ${least} to ${most}; nothing has changed.`,
    oneMustStay: 'Parameters or chance: one of the two must stay on.',
    failed: (message: string) =>
      `Something behind the draws could not be computed; the draws stand. The model reports: ${message}`,
    phone: 'So many draws take long on a phone and warm it; 1,000 are enough for a band.',
    fewer: (draws: number) =>
      `In places of many areas ${persons(draws)} draws are made unless you say how many; the link then says so.`,
  },
  curve: {
    title: 'The chance of at least so many',
    sub: (year: number) => `${year}, %`,
    plan: 'this plan',
    course: 'present course',
    baseline: 'baseline',
    target: (value: number) => `target ${demanded(value)}`,
    note: 'Across: GPs per 10,000 residents',
    noteStaff: 'Across: staff per 10,000 residents',
    reading: (value: string, plan: string, baseline: string | null) =>
      `At least ${value}: ${plan}${baseline === null ? '' : `, baseline ${baseline}`}`,
    describe: (year: number, plan: string, target: string | null, low: string, high: string) =>
      `Chance curve for ${year}: ${target === null ? '' : `at least ${target} in ${plan} of the draws; `}80% of the draws lie between ${low} and ${high}.`,
    columns: { value: 'At least', plan: 'Chance', baseline: 'Baseline' },
    table: 'Table',
    waiting: 'Being drawn…',
  },
  tornado: {
    title: 'Where the doubt comes from',
    sub: (year: number) => `${year}, per 10,000`,
    note: 'Each parameter at its low and its high, all others at their modes; expected values, no chance. What you have set is certain from the year in which it applies.',
    mode: (value: string) => `expected ${value}`,
    describe: (year: number, name: string, low: string, high: string) =>
      `Tornado for ${year}: ${name} matters most, from ${low} to ${high} per 10,000.`,
    none: 'No parameter in doubt changes this figure.',
    off: 'Parameters are switched off: only chance is drawn.',
    columns: { name: 'Parameter', low: 'Low', high: 'High', atLow: 'Density at low', atHigh: 'Density at high' },
    to: (low: string, high: string) => `${low} to ${high}`,
  },
  shares: {
    title: 'What the doubt is made of',
    sub: (year: number) => `variance of ${year}`,
    sentence: (first: string, share: string, second: string | null) =>
      `${share} of the doubt about parameters is ${first}${second === null ? '' : `, most of the rest ${second}`}.`,
    half: 'About half',
    about: (percent: number) => `About ${percent}%`,
    sources: (parameters: string, chance: string) =>
      `Of the whole spread, parameters alone make ${parameters}, chance alone ${chance}.`,
    plusMinus: (share: string, error: string) => `${share} ± ${error}`,
    columns: { name: 'Parameter', alone: 'Alone', together: 'With interactions' },
    note: (samples: number) =>
      `Alone: the variance that would go if it were known (Saltelli). With interactions: what would stay if all others were known (Jansen). ± is one standard error (bootstrap over ${persons(samples)} base samples); chance is off here.`,
    chanceNote: 'Chance: which persons leave, pass and are placed, parameters at their modes.',
    waiting: 'Comes after the draws…',
    stopped: 'Stopped.',
    failed: 'Not computed.',
    none: 'Nothing was drawn.',
  },
  difference: {
    title: 'What the plan brings over the baseline',
    sub: 'per 10,000, same random numbers',
    band: (low: string, high: string) => `80% ${low} to ${high}`,
    median: (value: string) => `median ${value}`,
    sentence: (year: number, value: string, low: string, high: string, heads: string) =>
      `${year}: ${value} per 10,000 (80%: ${low} to ${high}), in GPs: ${heads}.`,
    reading: (year: number, value: string, low: string, high: string) =>
      `${year}\u2003${value} (80%: ${low} to ${high})`,
    describe: (year: number, value: string, low: string, high: string) =>
      `Difference between plan and baseline by year; in ${year} ${value} per 10,000, with 80% between ${low} and ${high}.`,
    same: 'No lever has been moved: plan and baseline are the same.',
    columns: { year: 'Year', median: 'Median', band: '80% interval' },
    table: 'Table',
  },
  plans: {
    title: 'Two plans apart',
    sub: 'per 10,000, same random numbers',
    /** Before the choice of the other plan. */
    against: (plan: string) => `${plan} against`,
    plan: (letter: string, name: string) => (name === '' ? `plan ${letter}` : `${letter} ${name}`),
    sentence: (year: number, one: string, other: string, density: Interval, heads: Interval) =>
      `${year}: ${one} over ${other} ${density.median} per 10,000 (80%: ${density.low} to ${density.high}), in GPs: ${heads.median} (80%: ${heads.low} to ${heads.high}).`,
    better: (
      year: number,
      one: string,
      other: string,
      chance: string,
      times: readonly [times: number, of: number] | null,
    ) =>
      `Chance that ${one} has more than ${other} in ${year}: ${chance}${times === null ? '' : ` (about ${times[0]} in ${times[1]})`}.`,
    same: 'The two plans are the same in every draw.',
    describe: (year: number, one: string, other: string, density: Interval) =>
      `Difference between ${one} and ${other} by year; in ${year} ${density.median} per 10,000, with 80% between ${density.low} and ${density.high}.`,
    columns: {
      year: 'Year',
      density: 'per 10,000',
      heads: 'GPs',
      median: 'Median',
      inner: '50% interval',
      outer: '80% interval',
    },
  },
  areas: {
    title: (year: number) => `The chance of each area, ${year}`,
    columns: {
      name: 'Area',
      minimum: 'two in every centre',
      wanted: (value: number) => `at least ${demanded(value)} per 10,000`,
    },
    none: '—',
    more: (rest: number) => `${rest} more`,
    order: 'The lowest chances first.',
    whole: ' The target of the whole place is held against each area alone.',
  },
  limits: {
    derived:
      'Not in the bands: the error of the starting stock, of the population and of the ages. The stock of this place is not a count but derived, and no published error holds for such an estimate: its bands are too narrow, unless you give an “Error of the start” among the assumptions.',
    counted: 'Not in the bands: errors of counting, of the population and of the ages.',
    given: (error: string) =>
      `The GPs of the starting point are drawn within the ±${error} that you have given; errors of the population and of the ages are not in the bands.`,
    intakes:
      'Intakes that the place does not publish are drawn within the range of the nation, scaled by residents; what you have set is certain from the year in which it applies.',
    skewed: (median: string, expected: string) =>
      `The median (${median}) is not the expected line (${expected}): ranges reach further to one side of their modes.`,
  },
};

export type DoubtDictionary = typeof doubtEn;
