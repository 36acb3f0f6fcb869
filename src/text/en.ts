import type { CountingRule, Level, PopulationMode, Provenance, Text } from '../model/types.ts';
import type { Unit } from '../scenario/types.ts';
import type { ChapterId } from '../scenario/views.ts';
import type { AnswerFacts } from './answer-facts.ts';
import { heads, persons } from './format.ts';
import { MONTHS } from './months-en.ts';
import { demand, sentence, shortfall, strong, type Part } from './parts.ts';

type Values = Record<string, string | number>;
type Workforce = 'gp' | 'staff';

const monthName = (month: number): string => MONTHS[month - 1] ?? '';
const people = (workforce: Workforce): string => (workforce === 'gp' ? 'GPs' : 'primary-care staff');
const several = (count: number, one: string, many: string): string => `${persons(count)} ${count === 1 ? one : many}`;
const by = (facts: AnswerFacts): string => date(facts.year, facts.month);

function date(year: number, month: number | null): string {
  return month === null ? `${year}` : `${monthName(month)} ${year}`;
}
function reached(facts: AnswerFacts, metYear: number | null): Part[] {
  if (metYear === null) return sentence`not before ${strong(facts.horizon)}`;
  return metYear === facts.year && facts.overdue === null
    ? sentence`${strong('on time')}`
    : sentence`in ${strong(metYear)}`;
}
function outlook(facts: AnswerFacts): Part[] {
  const plan = reached(facts, facts.planMetYear);
  const late = facts.overdue
    ? `The date set, ${date(facts.overdue.year, facts.overdue.month)}, has passed without a count. `
    : '';
  if (!facts.hasPlan) return sentence`${late}On today's course the target is met ${plan}.`;
  return sentence`${late}With this plan the target is met ${plan}; without new measures, ${reached(facts, facts.baselineMetYear)}.`;
}
function verdict(facts: AnswerFacts): Part[] {
  if (!facts.met) return sentence`${facts.past ? 'it was' : 'it will be'} ${shortfall(`${persons(facts.gap)} short`)}`;
  const spare = facts.spare > 0 ? `, with ${persons(facts.spare)} to spare` : '';
  return sentence`${strong('met')}${spare}`;
}

/** One year of the gap chart, numbers written out; null where nothing is known. */
interface Reading {
  year: number;
  observed: string | null;
  plan: string | null;
  baseline: string | null;
  target: string | null;
  gap: number | null;
  /** 80 % interval of the draws. */
  range: string | null;
  hasPlan: boolean;
}

/** The English words, and the shape that every other language must have. */
export const en = {
  lang: 'en',
  title: (place: string) => (place ? `${place}: Wanren (万人)` : 'Wanren (万人)'),
  siteName: 'Wanren (万人)',
  otherLanguage: '中文',
  otherLanguageTag: 'zh-CN',
  skip: 'Skip to the answer',
  placeName: (name: Text) => name.en,

  chapters: {
    title: 'Chapters',
    places: 'Places and targets',
    odds: 'Doubt',
    moves: 'Reassignment',
    compare: 'Compare and explain',
    cost: 'Cost',
    document: 'The document',
    fairness: 'Equity',
    forms: 'Monthly forms',
  } satisfies Record<ChapterId | 'title', string> as Record<ChapterId | 'title', string>,

  picker: {
    report: 'Report',
    place: 'Place',
    policy: 'Document',
    start: 'Start',
    loadData: 'Load data',
    save: 'Save',
    copyLink: 'Copy link',
    copied: 'Link copied',
    longLink: (length: number) =>
      `The link has ${length} characters and chat apps may cut it; the scenario file under “Save” is safer.`,
    copyYourself: 'Copy this link',
    close: 'Close',
  },

  status: {
    loading: (place: string) => (place ? `Reading the figures for ${place}…` : 'Reading the built-in figures…'),
    loadingDetail: 'Population, GPs and the policy document are read from this site; nothing leaves this computer.',
    running: 'Recomputing… the pale figures are the last result.',
    failed: 'This could not be computed.',
    failedKept: 'What you see below is the last result.',
    rerun: 'Compute again',
    unfetched: 'This part was not loaded.',
    reload: 'Load the page again',
    dismiss: 'Dismiss',
    notice: 'Notices',
  },

  provenance: {
    official: 'official',
    derived: 'derived',
    judgement: 'judgement',
    illustrative: 'illustrative',
  } satisfies Record<Provenance, string> as Record<Provenance, string>,
  provenanceLong: {
    official: 'official: document and table named',
    derived: 'derived: computed from official figures by a stated rule',
    judgement: 'judgement: an expert guess between sourced bounds',
    illustrative: 'illustrative: made up to show the tool',
  } as Record<Provenance, string>,
  unverified: 'unverified',
  keyline: 'Where figures come from',
  notesTitle: (count: number) => `About these figures (${count})`,
  startSource: (provenance: Provenance, workforce: Workforce) =>
    ({
      official: '',
      derived: `Today's number of ${people(workforce)} is derived, not counted: `,
      judgement: `Today's number of ${people(workforce)} is a judgement, not a count: `,
      illustrative: `Today's number of ${people(workforce)} is made up to show the tool: `,
    })[provenance],
  startProvenance: (provenance: string, workforce: Workforce) => `${people(workforce)} at the start: ${provenance}`,

  counting: 'Counting rule',
  count: {
    certified: 'certified, registered or not, assistants included',
    'certified-no-assistants': 'certified, registered or not, without assistants',
    registered: 'registered GPs only, assistants included',
    'registered-no-assistants': 'registered GPs only, without assistants',
  } as Record<CountingRule, string>,
  countShort: {
    certified: 'certified',
    'certified-no-assistants': 'certified, no assistants',
    registered: 'registered',
    'registered-no-assistants': 'registered, no assistants',
  } as Record<CountingRule, string>,
  countStaff: 'primary-care staff in post',
  scopeText: { all: 'all institutions', own: "only the place's own institutions" } as Record<string, string>,
  denominatorText: { resident: 'per resident', document: "per resident by the document's own figure" } as Record<
    string,
    string
  >,

  answer: {
    density: (facts: AnswerFacts): Part[] =>
      facts.past
        ? sentence`In ${facts.year} ${facts.place} had ${strong(facts.value)} ${people(facts.workforce)} per 10,000 residents. The target was ${demand(facts.asked)}: ${verdict(facts)}. ${outlook(facts)}`
        : sentence`By ${by(facts)} ${facts.place} will have about ${strong(facts.value)} ${people(facts.workforce)} per 10,000 residents. The target is ${demand(facts.asked)}: ${verdict(facts)}. ${outlook(facts)}`,
    headcount: (facts: AnswerFacts): Part[] =>
      facts.past
        ? sentence`In ${facts.year} ${facts.place} had ${strong(facts.value)} ${people(facts.workforce)}. The target was ${demand(facts.asked)}: ${verdict(facts)}. ${outlook(facts)}`
        : sentence`By ${by(facts)} ${facts.place} will have about ${strong(facts.value)} ${people(facts.workforce)}. The target is ${demand(facts.asked)}: ${verdict(facts)}. ${outlook(facts)}`,
    everyCentre: (facts: AnswerFacts): Part[] => {
      const kind = facts.count.startsWith('registered') ? 'registered GPs' : 'GPs';
      return sentence`By ${by(facts)} ${facts.bestCase ? 'at most ' : ''}${strong(persons(facts.served))} of the ${persons(facts.centres)} established township health centres in ${facts.place} ${facts.past ? 'had' : 'will have'} ${demand(facts.asked)} ${kind} each: ${verdict(facts)}. ${outlook(facts)}`;
    },
    averageCentre: (facts: AnswerFacts): Part[] =>
      sentence`By ${by(facts)} the township health centres of ${facts.place} ${facts.past ? 'had' : 'will have'} ${strong(facts.value)} GPs on average. The target is ${demand(facts.asked)}: ${verdict(facts)}. ${outlook(facts)}`,
    share: (facts: AnswerFacts): Part[] =>
      sentence`${facts.place}, ${by(facts)}, ${facts.target}: ${strong(facts.value)}. The target is ${demand(facts.asked)}: ${facts.met || facts.points === '' ? verdict(facts) : shortfall(`${facts.points} points short`)}. ${outlook(facts)}`,
    unknown: (facts: AnswerFacts): Part[] => {
      const question = sentence`${facts.place}, ${by(facts)}: whether the target “${facts.target}” (${demand(facts.asked)}) ${facts.past ? 'was' : 'is'} met ${strong('cannot be judged')}. Missing: ${facts.needs}.`;
      return facts.past ? sentence`${question} ${outlook(facts)}` : question;
    },
    none: (document: string): Part[] => sentence`${document} has no target that can be projected.`,
  },

  level: {
    country: 'countries',
    province: 'provinces',
    prefecture: 'prefectures',
    county: 'counties',
    township: 'townships and streets',
  } as Record<Level, string>,
  whole: (_name: Text) => 'Whole place',

  target: {
    title: 'All targets of the document',
    sub: (document: string) => document,
    met: 'met',
    missed: 'missed',
    unknown: 'not known',
    endOf: (year: number) => `End of ${year}`,
    by: (year: number, month: number | null) =>
      month === null ? `${year}` : `${monthName(month).slice(0, 3)} ${year}`,
    when: (year: number, month: number | null) => (month === null ? `End of ${year}` : `${monthName(month)} ${year}`),
    word: 'target',
    asked: (asked: string) => `target ${asked}`,
    centresAsked: (value: string, of: number) => `${value} in each of ${persons(of)} centres`,
    short: (gap: number) => `${persons(gap)} short`,
    pointsShort: (points: string) => `${points} points short`,
    none: 'none short',
    noGap: 'none',
    of: (projected: string, required: string) => `${projected} of ${required} GPs`,
    ofStaff: (projected: string, required: string) => `${projected} of ${required} staff`,
    past: 'already past',
    above: 'above the range',
    columns: {
      name: 'Target',
      date: 'By',
      asked: 'Asked',
      achieved: 'Projected',
      required: 'Projected, required',
      gap: 'Gap',
      status: 'Result',
      count: 'Counting rule',
    },
    persons: 'persons',
    density: (value: string) => `${value} per 10,000`,
    headcount: (value: string) => `${value} persons`,
    everyCentre: (value: string) => `${value} in every centre`,
    averageCentre: (value: string) => `${value} per centre on average`,
    growth: (value: string) => `about ${value} a year`,
    quotaYear: (value: string) => `${value} a year`,
    quotaTotal: (value: string, since: number | null) =>
      since === null ? `${value} in all` : `${value} in all since ${since}`,
    centresShort: (count: number, of: number) => `${persons(count)} of ${persons(of)} centres below`,
    yearsShort: (count: number, of: number) => `${persons(count)} of ${several(of, 'year', 'years')} below`,
    showClause: (name: string) => `Show the clause behind: ${name}`,
    needs: (what: string) => `Needs: ${what}`,
    supply: (what: string) => `Supply ${what}`,
    range: (low: string, high: string) => `between ${low} and ${high}`,
    missing: {
      centres: 'the number of township health centres',
      centreshare: 'the share of GPs who work in health centres',
      observed: 'a count of that year',
      horizon: 'a projection that reaches that year',
      population: 'how many it is divided by',
      residents: 'residents (there are none)',
      base: 'how many there are in all',
      have: 'how many have it',
    } as Record<string, string>,
  },

  gap: {
    title: (workforce: Workforce) => `${workforce === 'gp' ? 'GPs' : 'Primary-care staff'} per 10,000 residents`,
    sub: 'at year end',
    add: 'Add',
    noChange: 'No change',
    linear: 'Linear trend',
    grey: 'GM(1,1)',
    plan: 'This plan',
    course: "Today's course",
    baseline: 'Baseline',
    target: 'Target',
    observed: (counted: boolean): string => (counted ? 'Counted' : 'Past years, in part derived'),
    observedShort: 'Past',
    metIn: (year: number) => `Met in ${year}`,
    metNow: 'Met on time',
    table: 'Table',
    chart: 'Chart',
    year: 'Year',
    shortfall: 'Short',
    caption: 'Red lines: shortfall of the year',
    keys: 'Arrow keys read the years.',
    reading: (r: Reading): Part[] => [
      strong(r.year),
      ...[
        r.observed === null ? '' : `past ${r.observed}`,
        r.plan === null
          ? ''
          : `${r.hasPlan ? 'this plan' : "today's course"} ${r.plan}${r.range ? ` (80%: ${r.range})` : ''}`,
        r.baseline === null || !r.hasPlan ? '' : `baseline ${r.baseline}`,
        r.target === null ? '' : `target ${r.target}`,
      ].flatMap((text) => (text === '' ? [] : [{ text: `\u2003${text}`, as: 'plain' as const }])),
      ...(r.gap === null
        ? []
        : [r.gap > 0 ? demand(`\u2003${persons(r.gap)} short`) : { text: '\u2003none short', as: 'plain' as const }]),
    ],
    describe: (d: { place: string; first: number; last: number; start: string; end: string; answer: string }) =>
      `${d.place}: from ${d.start} per 10,000 in ${d.first} to ${d.end} in ${d.last}. ${d.answer}`,
    tableCaption: 'Per 10,000 residents, by year; gap in persons',
  },

  odds: {
    drawing: 'Chance of meeting it: drawing\u2026',
    missing: { fact: 'The odds could not be computed.', kept: 'Lines and figures are expected values and stand.' },
    flag: (chance: string) => `chance ${chance}`,
    column: 'Chance',
    interval80: '80% interval',
    caption: 'bands: 80% and 50% of draws, dashes: median',
    /** @param side where the line runs beside the inner band */
    aside: (side: 'above' | 'below'): string =>
      side === 'below'
        ? 'dashes above the line, which takes the likeliest parameters'
        : 'dashes below the line, which takes the likeliest parameters',
  },

  levers: {
    title: 'Levers and assumptions',
    levers: 'Levers',
    leversSub: (from: number) => `ours to decide, from ${from}`,
    assumptions: 'Assumptions',
    assumptionsSub: 'not ours to decide',
    settings: 'Counting rule and start',
    facts: 'Local figures',
    factsSub: 'supply what you know',
    more: 'More assumptions',
    conditions: 'Conditions of moves: term, floors, distance, order',
    foreign: (count: number) => `No effect here (${count})`,
    resetAll: 'reset all',
    reset: (name: string, value: string) => `Reset ${name} to ${value}`,
    changed: (count: number) => `changed: ${count}`,
    unchanged: 'nothing changed',
    type: (name: string, value: string) => `${name}: ${value}. Type a value`,
    outOfRange: (value: string, min: string, max: string) => `“${value}” is not between ${min} and ${max}; not taken.`,
    notNumber: (value: string) => `“${value}” is not a number; not taken.`,
    about: (name: string) => `Range and source of ${name}`,
    defaultValue: (value: string) => `Default ${value}`,
    plausible: (low: string, high: string) => `plausible ${low} to ${high}`,
    documentValue: (value: string) => `the document sets ${value}`,
    source: 'Source',
    foot: "The tick is the default; the bar is the change; a red tick is the document's own value.",
    sheetShort: (gap: number) => `${persons(gap)} short`,
    on: 'yes',
    off: 'no',
    empty: 'not known',
    unitOf: {
      maxage: 'years old',
      base: '',
      horizon: '',
      from: '',
      densityfloor: 'per 10,000',
      maxkm: 'km',
      month: '',
    } as Record<string, string>,
    unit: {
      year: 'yr',
      'persons/year': '/yr',
      persons: '',
      share: '%',
      'share/year': '%/yr',
      'yuan/month': '¥/mo',
      'share/1000yuan': '%/1,000¥',
      none: '',
    } as Record<Unit, string>,
  },

  field: {
    transfer: 'Transfer training',
    residency: 'Residency 5+3',
    assistant: 'Assistant 3+2',
    rural: 'Rural-oriented',
    recruit: 'Recruitment',
    rehire: 'Rehire the retired',
    drive: 'Registration drive',
    allowance: 'GP allowance',
    priority: 'Priority placement',
    within: 'Within-county moves',
    dispatch: 'Dispatch',
    counterpart: 'Counterpart support',
    term: 'Years of dispatch',
    floor: 'Donors keep',
    densityfloor: 'Density donors keep',
    movers: 'May be moved',
    maxkm: 'Farthest',
    order: 'Order of levers',
    month: 'Month of moves',
    pop: 'Population',
    migration: 'Migration',
    attrition: 'Attrition',
    youngattrition: 'Attrition under 35',
    breach: 'Breach',
    postexit: 'Exit after service',
    obligation: 'Service left',
    passtransfer: 'Transfer pass rate',
    passresidency: 'Residency pass rate',
    passassistant: 'Assistant pass rate',
    passrural: 'Rural pass rate',
    regshare: 'Register at once',
    elasticity: 'Allowance effect',
    lapse: 'Certificates lapse',
    poolgrowth: 'Pool growth',
    maxage: 'Oldest trainee',
    rehireyears: 'Years of rehire',
    fte: 'Rehired count as',
    stockerror: 'Error of the start',
    centreshare: 'In health centres',
    base: 'Start',
    horizon: 'Project to',
    from: 'Measures from',
    count: 'Counting rule',
    denominator: 'Denominator',
    scope: 'Institutions',
    seed: 'Seed',
    draws: 'Draws',
    doubt: 'Doubt from',
  } as Record<string, string>,
  fieldHelp: {
    stockerror:
      'By what share the GPs of the starting point may be too many or too few, all areas alike: widens the bands only. None is published, so none by default.',
    within: 'Most moves a year between the township centres of a county.',
    dispatch: 'Most hospital GPs of a county away at once.',
    counterpart: 'Most posts of a county filled from outside at once.',
    term: 'Length of a dispatch or post.',
    floor: 'GPs that a centre keeps when it gives some.',
    densityfloor: 'Density that a centre keeps; 0: none.',
    movers: 'Nobody under an obligation is moved.',
    maxkm: 'Farthest move or dispatch; 0: no limit.',
    order: 'Which lever comes first where all else is equal.',
    month: 'Moves of a year start in this month.',
    transfer: 'Doctors in post who begin transfer training each year, whole place; they finish about a year later.',
    residency: 'GP residents (5+3) who begin each year; they finish three years later.',
    assistant: 'Assistant GP trainees (3+2) who begin each year; they finish two years later.',
    rural: 'Rural-oriented students who begin each year; a free degree, a residency, then years of service.',
    recruit: 'Registered GPs hired from outside each year.',
    rehire: 'Share of retiring GPs who work on.',
    drive: 'Share of the certified but unregistered who are registered each year.',
    allowance: 'Monthly allowance of a GP.',
    priority: 'New GPs go first to centres below the minimum.',
    pop: 'How the number of residents develops.',
    migration: 'Migration in the cohort-component projection: none, or the rate of 2010–2020.',
    attrition: 'Share of GPs who leave each year, without death and retirement.',
    youngattrition: 'Attrition under the age of 35 as a multiple of that above.',
    breach: 'Share of those under a service obligation who leave each year.',
    postexit: 'Share who leave in the first year after the obligation.',
    obligation: 'Years of service left after qualifying.',
    passtransfer: 'Share of transfer trainees who finish and pass.',
    passresidency: 'Share of GP residents who finish and pass.',
    passassistant: 'Share of assistant trainees who finish and pass.',
    passrural: 'Share of rural-oriented students who finish and pass.',
    regshare: 'Share of the newly qualified who register as GPs at once.',
    elasticity:
      'By how much attrition falls per 1,000 yuan a month above the default allowance. No source was found: your own assumption.',
    lapse: 'Certificates unused for GP work for five years are void.',
    poolgrowth: 'Yearly growth of the physicians who may take transfer training.',
    maxage: 'Highest age at which transfer training begins.',
    rehireyears: 'How many years the rehired work on.',
    fte: 'Share of a full post that a rehired GP counts as.',
    centreshare: 'Share of GPs who work in township health centres.',
    base: 'Year from which it is projected.',
    horizon: 'Last year of the projection.',
    from: 'Year from which changed levers apply.',
    count: 'Who counts as a GP.',
    denominator: 'Residents by the census, or by the document itself.',
    scope: "All institutions, or only the place's own.",
    seed: '',
    draws: '',
    doubt: '',
  } as Record<string, string>,
  choice: {
    constant: 'flat',
    trend: 'trend',
    projected: 'own',
    cohort: 'cohort',
    none: 'none',
    observed: '2010–20',
    resident: 'census',
    document: 'document',
    all: 'all',
    own: 'own only',
    gps: 'GPs',
    assistants: 'with assistants',
    wdc: 'within, dispatch, counterpart',
    wcd: 'within, counterpart, dispatch',
    dwc: 'dispatch, within, counterpart',
    dcw: 'dispatch, counterpart, within',
    cwd: 'counterpart, within, dispatch',
    cdw: 'counterpart, dispatch, within',
    certified: 'certified, with assistants',
    'certified-no-assistants': 'certified, no assistants',
    registered: 'registered, with assistants',
    'registered-no-assistants': 'registered, no assistants',
  } as Record<CountingRule | PopulationMode | string, string>,
  inert: {
    'inert.workforce': 'Is about GPs only',
    'inert.rule': 'No effect under this counting rule',
    'inert.elasticity': 'No effect while the allowance effect is 0',
    'inert.allowance': 'No effect while the allowance is unchanged',
    'inert.population': 'Only with the cohort population',
    'inert.one-area': 'No effect with one area',
    'inert.centres': 'No target here counts centres',
    'inert.obligation': 'No effect without years of service',
    'inert.rehire': 'No effect while nobody is rehired',
    'inert.draws': 'No effect on expected values',
    'inert.areas': 'Only where areas are townships',
    'inert.hospital': 'No hospital GPs are known',
    'inert.moves': 'Only with reassignment',
    'inert.distances': 'No distances are known',
  } as Record<string, string>,
  inertOther: 'No effect here',

  problem: {
    'link.unknown-place': (v: Values) => ({
      fact: `The link names a place that is not here: “${v['value'] ?? ''}”.`,
      kept: 'The first place is shown instead.',
    }),
    'link.unknown-view': (v: Values) => ({
      fact: `The link opens a chapter that is not known: ${v['value']}.`,
      kept: 'The first chapter is open.',
    }),
    'link.unknown-policy': (v: Values) => ({
      fact: `The link names a document that is not here: “${v['value'] ?? ''}”.`,
      kept: "The place's own document is used; the rest of the link is kept.",
    }),
    'link.unknown-key': (v: Values) => ({
      fact: `The link holds a part that is not known: “${v['key'] ?? ''}”.`,
      kept: 'It is left out; the rest is used.',
    }),
    'link.bad-value': (v: Values) => ({
      fact: `One part of the link could not be read: “${v['key'] ?? ''}=${v['value'] ?? ''}”.`,
      kept: `${v['expected'] === undefined ? '' : `Expected: ${v['expected']}. `}The default is used; the rest is kept.`,
    }),
    'link.out-of-range': (v: Values) => ({
      fact: `One part of the link was not taken: “${v['key'] ?? ''}=${v['value'] ?? ''}”.`,
      kept: `It lies outside ${v['min'] ?? ''} to ${v['max'] ?? ''}; the default ${v['default'] ?? ''} is used, the rest is kept.`,
    }),
    'link.duplicate-key': (v: Values) => ({
      fact: `The link holds “${v['key'] ?? ''}” twice.`,
      kept: 'What was written last counts.',
    }),
    'link.shared-key': (v: Values) => ({
      fact: `“${v['key'] ?? ''}” in the link is not used: compared plans have the same start, years, costs and local figures.`,
      kept: 'It is as in plan A; the rest is used.',
    }),
    'link.too-many-plans': (v: Values) => ({
      fact: `At most four plans are compared; “${v['value'] ?? ''}” in the link is not used.`,
      kept: 'The first four plans are.',
    }),
    'link.long-name': (v: Values) => ({
      fact: 'The name of a plan is too long.',
      kept: `Cut to “${v['value'] ?? ''}”.`,
    }),
    'plan.locked': () => ({
      fact: 'This plan is locked; its levers and assumptions are as before.',
      kept: 'Unlock it first, or save it as a new plan.',
    }),
    'link.bad-version': (v: Values) => ({
      fact: `The link was made by a version that is not known (“${v['value'] ?? ''}”).`,
      kept: 'It is read as well as this version can.',
    }),
    'link.truncated': (v: Values) => ({
      fact: `The link seems to be cut off at “${v['value'] ?? ''}”.`,
      kept: 'What is complete is used; please ask the sender for the whole link.',
    }),
    'own.not-here': (v: Values) => ({
      fact: `The data that this link rests on are not in this browser: “${v['value'] ?? ''}”.`,
      kept: 'Ask the sender for the files, load them, and open the link again.',
    }),
    'document.not-here': (v: Values) => ({
      fact: `A document that this link rests on is not in this browser: “${v['value'] ?? ''}”.`,
      kept: 'The others are used. Ask the sender for its file and load it in the chapter on the document.',
    }),
    'document.other-staff': (v: Values) => ({
      fact: `The document “${v['value'] ?? ''}” is about other staff.`,
      kept: "The place's own document is used; the rest of the link is kept.",
    }),
    'document.cut': (v: Values) => ({
      fact: `The link holds only the beginning of a clause (own targets: ${v['count'] ?? ''}).`,
      kept: 'No figure depends on it; the whole words are in the scenario file of the sender.',
    }),
    'data.failed': (v: Values) => ({
      fact: `A data file could not be read: ${v['file'] ?? ''}.`,
      kept: 'What was already on the screen stays.',
    }),
    'moves.not-yet': () => ({
      fact: 'The plan of reassignment is being made.',
      kept: 'The figures are still without it.',
    }),
    'page.unfetched': () => ({
      fact: 'A part of this page was not loaded: the network is gone, or the site has been updated.',
      kept: 'Go online and load the page again. The scenario is in the link and stays; files that are not in use yet have to be loaded again.',
    }),
    'worker.crashed': () => ({
      fact: 'This run did not finish: the computing process stopped and has been started again.',
      kept: 'Below is the last result.',
    }),
    'worker.failed': (v: Values) => ({
      fact: 'This could not be computed.',
      kept: `The model reports: ${v['message'] ?? ''}`,
    }),
    'pop.no-ages': (v: Values) => ({
      fact: 'The cohort projection needs census ages.',
      kept: `${several(Number(v['areas'] ?? 0), 'area has', 'areas have')} none; the trend is used there instead.`,
    }),
    'pop.no-projection': (v: Values) => ({
      fact: 'There are no projected residents in the data.',
      kept: `The trend is used for ${several(Number(v['areas'] ?? 0), 'area', 'areas')} instead.`,
    }),
    'intake.capped': (v: Values) => ({
      fact: `From ${v['year'] ?? ''} on there are too few doctors for ${heads(Number(v['asked'] ?? 0))} transfer trainees a year.`,
      kept: `Only ${heads(Number(v['pool'] ?? 0))} can still be trained; the projection uses that.`,
    }),
    'naive.too-few': () => ({
      fact: 'Too few counted years for a trend.',
      kept: 'Linear trend and GM(1,1) are left out.',
    }),
    'policy.not-json': (v: Values) => ({
      fact: `A policy document is not readable as JSON${v['file'] === undefined ? '' : `: ${v['file']}`}.`,
      kept: 'It is left out.',
    }),
    'policy.field': (v: Values) => ({
      fact: `A policy document has a wrong entry at ${v['path'] ?? ''}: ${v['found'] ?? ''}.`,
      kept: `Expected: ${v['expected'] ?? ''}. The document is left out.`,
    }),
    'policy.repeated-id': (v: Values) => ({
      fact: `A policy document uses the name ${v['found'] ?? ''} twice (${v['path'] ?? ''}).`,
      kept: 'The document is left out.',
    }),
    'policy.headlines': (v: Values) => ({
      fact: `A policy document has ${v['found'] ?? ''} main targets.`,
      kept: 'It must have exactly one; the document is left out.',
    }),
  } as Record<string, (values: Values) => { fact: string; kept: string }>,
  problemOther: (code: string) => ({ fact: `Something went wrong (${code}).`, kept: 'The rest is shown as it is.' }),
};

export type Dictionary = typeof en;
