/** Only the first letter changes: names of steps stand inside sentences. */
const gps = (count: string): string => `${count} GP${count === '1' ? '' : 's'}`;

/** The words of the chapter on moves; loaded with it. The shape that the Chinese part must have. */
export const movesEn = {
  table: 'Table',
  year: 'Year',
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
