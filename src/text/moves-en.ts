import { demanded, plainNumber } from './format.ts';
import { MONTHS } from './months-en.ts';
import { demand, sentence, shortfall, strong, type Part } from './parts.ts';

/** Only the first letter changes: names of steps stand inside sentences. */
const gps = (count: string): string => several(count, 'GP', 'GPs');
const several = (count: string, one: string, many: string): string => `${count} ${count === '1' ? one : many}`;

/** The words of the chapter on moves; loaded with it. The shape that the Chinese part must have. */
export const movesEn = {
  table: 'Table',
  year: 'Year',
  outside: 'From outside',
  comma: ', ',
  lever: {
    within: 'Within the county',
    dispatch: 'Dispatch',
    counterpart: 'Counterpart support',
  },
  month: (year: number, month: number) => `${(MONTHS[month - 1] ?? '').slice(0, 3)} ${year}`,
  atMinimum: (value: string) => `${value} GPs`,
  offer: {
    title: 'Who could be moved',
    staff:
      'This document is about all primary-care staff and does not tell GPs apart: there is no list of moves and no funnel of certificates to show.',
    oneArea: 'The data here are of one area as a whole: nothing is known about who works in which centre.',
    larger: (level: string) =>
      `The data here end at the level ${level.toLowerCase()}. To move people from centre to centre, the staff of each centre must be known.`,
    load: 'Load a staffing file with the column “institution” (“Load data” at the top); the list, the picture and the cliff follow at once.',
    still: 'The funnel of certificates and the contract calendar below need no centres.',
    could: (d: { year: number; centres: string; short: string; minimum: string }) =>
      `No lever of reassignment is on. At the end of ${d.year}, ${d.short} of ${d.centres} centres are below ${d.minimum}.`,
    lack: (lacking: string, spare: string) =>
      `They lack ${several(lacking, 'GP', 'GPs')}; the other centres have ${spare} above their own minimum.`,
    hospital: (count: string) => `The county hospital has ${several(count, 'GP', 'GPs')} who could be dispatched.`,
    noHospital: 'No hospital GPs are known, so nobody can be dispatched.',
    named: 'The document names these measures, in this order.',
    usual: 'The document names no such measures; these are Hunan’s, in its order.',
    caps: (count: string) =>
      `As many as are lacking (${count}) may be moved; the plan takes the fewest that do. Change the caps among the levers.`,
    all: 'Switch them on',
    only: (name: string) => `only ${name.toLowerCase()}`,
  },
  planning: {
    title: 'How far the plan is',
    loading: 'Starting the solver…',
    goal: {
      centres: 'Looking for the plan with the most centres at the minimum…',
      gap: 'Of these plans, the one with the least density gap…',
      moves: 'Of these, the one with the fewest moves…',
      km: 'Of these, the one with the fewest kilometres…',
      shadow: 'Weighing what one more of each limit would bring…',
    },
    county: (county: number, counties: number) => ` (county ${county} of ${counties})`,
    stop: 'Stop, and go back to what was there',
  },
  plan: {
    title: 'Who moves from where to where',
    sub: (when: string) => `in force: ${when}`,
    summary: (d: { when: string; centres: string; before: string; after: string; minimum: string }): Part[] =>
      sentence`${d.when}: with this list ${strong(d.after)} of ${d.centres} centres have at least ${demand(d.minimum)}; without it ${d.before}.`,
    short: (count: string): Part[] => sentence` ${shortfall(`${count} still short`)}.`,
    all: (): Part[] => sentence` ${strong('None is short.')}`,
    proven: 'Proven: no plan within these limits does better.',
    open: (count: string) =>
      `Time ran out before it was proven best. The best plan could have at most ${count} more centre-years at the minimum.`,
    openGap:
      'The most centres are at the minimum, proven; time ran out before the density gap, moves and kilometres were proven least.',
    floor: (minimum: string) => `≥ ${minimum}`,
    rest: (when: string, moves: string, persons: string) =>
      `${when}: ${several(moves, 'move', 'moves')} in force, ${several(persons, 'person', 'persons')}. Arrow keys read row by row.`,
    restNone: (when: string) => `${when}: nobody is moved.`,
    note: 'Hollow: without moves; solid: with them. Width of an arc: persons; dashed: they go home.',
    leftAreas: (areas: string) =>
      `${several(areas, 'area that takes no part is', 'areas that take no part are')} not drawn.`,
    leftMoves: (moves: string, persons: string) =>
      `Too many to draw: ${several(moves, 'smaller move', 'smaller moves')} (${several(persons, 'person', 'persons')}) left out here; the list has them all.`,
    describe: (d: { place: string; when: string; from: string; to: string }) =>
      `${d.place}. ${d.when}: arcs from ${d.from} to ${d.to}.`,
    row: (d: { name: string; before: string; after: string; floor: string | null; takes: string[]; gives: string[] }) =>
      `${d.name}: ${d.before} → ${d.after}${d.floor === null ? '' : `, at least ${d.floor}`}${
        d.takes.length > 0 ? `; takes ${d.takes.join(', ')}` : ''
      }${d.gives.length > 0 ? `; gives ${d.gives.join(', ')}` : ''}.`,
    source: (name: string, gives: string[]) => `${name}: gives ${gives.join(', ')}.`,
    part: (name: string, persons: string, lever: string) => `${persons} ${name} (${lever.toLowerCase()})`,
    over: (year: number, centres: string) =>
      `The list counts whole persons and takes everybody who is moved to stay. In the projection they may leave and retire, and new GPs placed first where they are lacking go elsewhere: at the end of ${year}, ${several(centres, 'centre is', 'centres are')} expected below the minimum; the table has each.`,
    columns: {
      area: 'Centre',
      before: 'Without',
      after: 'With',
      floor: 'At least',
      short: 'Short',
      expected: 'Expected at year’s end',
    },
  },
  list: {
    title: 'The list of moves',
    sub: 'to sort, to print, to sign',
    columns: {
      from: 'From',
      to: 'To',
      persons: 'Persons',
      lever: 'Lever',
      start: 'Starts',
      end: 'Ends',
      km: 'km',
      why: 'Why',
    },
    forGood: 'for good',
    km: (km: number) => plainNumber(km, 1),
    why: (had: number, minimum: number) =>
      had < minimum
        ? `has ${demanded(had)}, needs ${demanded(minimum)}`
        : `has ${demanded(had)}; below the wanted density`,
    total: (lever: string, persons: string) => `${lever} ${persons}`,
    all: (persons: string, moves: string) =>
      `In all ${several(persons, 'person', 'persons')} in ${several(moves, 'move', 'moves')}`,
    group: (year: number, persons: string) => `${year}: ${several(persons, 'person', 'persons')}`,
    none: 'No move is needed or possible within these limits.',
    download: 'Download CSV',
    print: 'Print the list',
    file: (place: string) => `${place}-moves.csv`,
    heading: (place: string, first: number, last: number) =>
      first === last ? `${place}: moves of GPs, ${first}` : `${place}: moves of GPs, ${first}–${last}`,
    rule: (rule: string) => `Counting rule: ${rule}`,
    link: (link: string) => `Computed again: ${link}`,
    illustrative: 'Illustrative figures: made up to show the tool.',
    sign: ['Drafted', 'Checked', 'Approved'],
    date: 'Date',
    no: 'No.',
  },
  cliff: {
    title: 'How long it lasts',
    sub: 'centres at the minimum, month by month',
    until: 'Moves that are carried out',
    upTo: (year: number) => `those that start by ${year}, none renewed`,
    whole: 'the whole list',
    total: (centres: string) => `all ${centres}`,
    last: (centres: string) => `${centres} left`,
    cause: {
      within: 'moved away',
      dispatch: 'dispatch ends',
      counterpart: 'counterpart post ends',
      obligation: 'obligations end',
      exits: 'GPs leave or retire',
    },
    fell: (cause: string, count: number) => `${cause}, ${count} fewer`,
    met: (met: string, centres: string) => `${met} of ${centres}`,
    none: 'No centre falls below its minimum in these years: whoever goes home is followed by another, or is not missed.',
    summary: (first: string, months: string, falls: string) =>
      `From ${first} on, centres fall below the minimum: ${several(falls, 'fall', 'falls')} in ${several(months, 'month', 'months')}. `,
    hold: (ways: string[]) => `To hold them: ${ways.join('; ')}.`,
    renew: (persons: string) => `renew the dispatch of ${persons}`,
    posts: (persons: string) => `renew ${several(persons, 'counterpart post', 'counterpart posts')}`,
    place: (persons: string) => `place ${several(persons, 'new GP', 'new GPs')}`,
    describe: (place: string) => `${place}: centres at the minimum, month by month.`,
    note: 'Red drops: short of all. Other changes than moves are booked in December.',
    columns: { month: 'Month', area: 'Centre', cause: 'Why', persons: 'Lacks', met: 'At the minimum then' },
  },
  years: {
    title: 'Centres before and after',
    sub: 'centres by their number of GPs, end of year',
    panel: (year: number, before: string, after: string, centres: string) =>
      `${year}: ${before} → ${after} of ${centres}`,
    more: (value: number) => `${value}+`,
    note: (each: number) =>
      `Hollow: without moves; solid: with them. Red: the minimum.${each > 1 ? ` One dot is ${each} centres.` : ''}`,
    same: (year: number, centres: string) =>
      `From ${year} on, all ${centres} are at the minimum in every year, with moves and without.`,
    describe: (parts: string[]) => `Centres at the minimum, without and with the moves: ${parts.join('; ')}.`,
    columns: { year: 'Year', before: 'Without moves', after: 'With moves', short: 'Short' },
  },
  short: {
    title: 'Who stays short, and why',
    sub: (when: string) => when,
    nobody: (when: string) => `${when}: nobody.`,
    columns: { area: 'Centre', gps: 'GPs', minimum: 'At least', lacks: 'Lacks', block: 'What stands in the way' },
    block: {
      'no-donor': 'no centre or hospital has anyone to give',
      'cap-within': 'the yearly cap on moves within the county is used up',
      'cap-dispatch': 'as many hospital GPs are away as may be',
      'cap-counterpart': 'all posts filled from outside are taken',
      distance: 'nobody who could be moved is within the distance',
      floor: 'whoever could give is at its own minimum',
      'time-limit': 'time ran out before a way was found',
    },
    more: (count: number) => `show ${count} more`,
    lack: (centres: string, persons: string, block: string) =>
      `${several(centres, 'centre lacks', 'centres lack')} ${several(persons, 'GP', 'GPs')}: ${block}.`,
  },
  shadow: {
    title: 'What one more would bring',
    unasked: 'In the year that is weighed (that of the document’s minimum, or the last), no centre is short.',
    none: 'Nothing that could be given would bring another centre to the minimum: new GPs are needed.',
    gain: (year: number, centres: number | null, all: boolean): string =>
      centres === null
        ? `: not known in time how many more centres reach the minimum in ${year}`
        : centres === 0
          ? `brings no further centre in ${year}`
          : all
            ? `brings every centre to the minimum in ${year}`
            : `brings ${centres} more ${centres === 1 ? 'centre' : 'centres'} to the minimum in ${year}`,
    kind: {
      hospital: (by: number | null): string => `${by ?? ''} more GP${by === 1 ? '' : 's'} in the hospital pool`,
      dispatch: (by: number | null): string => `${by ?? ''} more dispatched at once`,
      within: (by: number | null): string => `${by ?? ''} more move${by === 1 ? '' : 's'} a year within the county`,
      counterpart: (by: number | null): string => `${by ?? ''} more post${by === 1 ? '' : 's'} filled from outside`,
      distance: (by: number | null): string => (by === null ? 'No distance limit' : `A distance limit ${by} km wider`),
      floor: (by: number | null): string => `Donors that may keep ${by ?? ''} fewer`,
    },
    line: (what: string, gain: string) => `${what}${gain.startsWith(':') ? '' : ' '}${gain}.`,
  },
  ways: {
    title: 'Which limit blocks, and by how much it would have to give',
    sub: (year: number) => `each alone, all else as set; ${year}`,
    loading: 'Starting the solver…',
    weighing: (done: number, of: number) => `Weighing limit ${done + 1} of ${of}…`,
    stop: 'Stop weighing',
    stopped: 'Stopped.',
    again: 'Weigh the limits',
    failed: 'The limits could not be weighed.',
    none: 'No single limit stands in the way alone: several would have to give, or new GPs are needed.',
    limit: {
      within: 'Moves a year within the county',
      dispatch: 'Hospital GPs away at once',
      hospital: 'GPs in the hospital pool',
      counterpart: 'Posts filled from outside',
      distance: 'Distance limit, km',
      floor: 'Fewest GPs that a donor keeps',
      densityfloor: 'Density floor of donors, per 10,000',
      movers: 'Who may be moved',
    },
    needs: (needs: string, has: string, of: string) => `would have to be ${needs} rather than ${has}: then all ${of}`,
    all: (of: string) => `without it, all ${of}`,
    wider: (needs: string, has: string, of: string) => `without it, all ${of}; ${needs} rather than ${has} is enough`,
    assistants: (of: string) => `with assistants moved as well, all ${of}`,
    unknown: 'not known in time',
    enough: (needs: string, of: string) =>
      `${needs} is enough for all ${of}; whether giving way by less would do is not known in time`,
    never: (without: string, of: string) => `not even without it: ${without} of ${of}`,
    neverAssistants: (without: string, of: string) => `not even with assistants moved as well: ${without} of ${of}`,
    columns: { limit: 'Limit', gives: 'For every centre to be at its minimum' },
  },
  calendar: {
    title: 'Contract calendar',
    sub: 'persons a year, by the year in which the obligation ends',
    describe: (place: string, sentence: string) => `${place}. ${sentence}`,
    ends: 'Obligations end',
    leave: 'leave after it',
    breached: 'broken before',
    stay: 'stay',
    summary: (d: { first: number; last: number; ends: string; leave: string; share: string; breached: string }) =>
      `${d.first}–${d.last}: ${several(d.ends, 'obligation ends', 'obligations end')}; about ${d.leave} leave in the year after (assumed: ${d.share}). Before the end, ${d.breached} are broken.`,
    none: 'No obligation ends or is broken in these years: nobody qualifies who is bound by one.',
    before: (base: number) =>
      `Only those who qualify after ${base}: the figures of the start do not say who was bound then.`,
    note: 'Exits stand in the year in which the obligation ends.',
    byArea: 'Obligations by the year in which they end, area by area, persons',
    area: 'Area',
    rest: (count: number) => `${count} others`,
  },
  funnel: {
    title: 'The funnel of certificates',
    sub: (year: number) => `persons, end of ${year}`,
    names: {
      trained: 'Trained',
      certified: 'Certified',
      registered: 'Registered',
      centre: 'In primary care',
      practised: 'Practised within 5 years',
    },
    counted: 'the document counts here',
    note: 'Bars, not a funnel. Red rules enclose the step that the document counts. An empty outline is a number that nobody has given.',
    unknown: 'no figure',
    basis: {
      stock: (year: number, base: number): string =>
        year === base ? 'starting figures' : 'projected from the starting figures',
      reader: 'put in by the reader',
      own: 'institutions of the district itself',
      townships: 'every township and its centre; hospital GPs left out',
      share: (share: string) => `registered × share working in centres (${share})`,
      unknown: 'not in the data; the model neither uses nor guesses it',
    },
    supply: 'If you know the number, put it in: it stands in the link.',
    columns: { step: 'Step', count: 'Persons', lost: 'Fewer', basis: 'Where it comes from' },
    describe: (d: { place: string; year: number; known: string[]; unknown: string[]; counted: string }) =>
      `${d.place}, end of ${d.year}: ${d.known.join(', ')}. ${
        d.unknown.length > 0 ? `No figure for: ${d.unknown.join(', ')}. ` : ''
      }The document counts at “${d.counted}”.`,
    step: (name: string, count: string) => `${name.toLowerCase()} ${count}`,
    drive: {
      title: 'Register before you train',
      none: 'Everyone with a certificate is registered: a registration drive adds nobody.',
      all: (count: string, added: string) =>
        `About ${count} hold a certificate and are not registered. Registering all of them adds ${gps(count)} (+${added} per 10,000) before anybody is trained.`,
      uncounted:
        'The counting rule in use counts them already: registering changes the lawful scope of practice, not the figure.',
      yearly: (year: number, count: string) =>
        `At the rate that is set, about ${count} of them are registered in ${year}.`,
      centres: (count: number, of: number, minimum: string) =>
        count === 0
          ? `No further centre would reach ${minimum} by it.`
          : `${count} of the ${of} centres that are below ${minimum} would reach it by registering alone.`,
      columns: { area: 'Area', registered: 'Registered', unregistered: 'Not registered', after: 'After the drive' },
      rest: (count: number, heads: string) => `and ${count} more with ${heads} together`,
    },
    lapse: {
      title: 'Who lapses next year',
      counted: (year: number, count: string) =>
        `About ${count} certificates lapse in ${year}: five years unused for GP work. Registering these first keeps them.`,
      none: (year: number) => `None lapses in ${year}.`,
      uncounted:
        'Lapsing is on, but under a rule that counts the registered it changes no figure, so it is not in the ledger. Choose “certified” as the counting rule to see it.',
      off: 'The document has no rule that voids certificates unused for five years. To see who would lapse, switch on “Certificates lapse” among the assumptions.',
      beyond: 'Beyond the last projected year.',
    },
  },
};
export type MovesDictionary = typeof movesEn;
