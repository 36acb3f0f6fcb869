import type { DocumentFinding } from '../model/readback/finding.ts';
import type { InstitutionScope } from '../model/types.ts';
import { demanded, heads, percent, persons, plainNumber } from './format.ts';

type Of<Rule extends DocumentFinding['rule']> = DocumentFinding & { rule: Rule };

const range = (low: number, high: number | null): string =>
  high === null ? demanded(low) : `${demanded(low)}–${demanded(high)}`;
const list = (items: string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;

/** The institutions as a sentence names them. */
const SCOPE: Record<InstitutionScope, string> = {
  'township-centres': 'established township health centres',
  'primary-care': 'primary-care institutions (community health centres among them)',
  all: 'all institutions',
};

/** The English words of the document read back. */
export const readbackEn = {
  title: 'The document read back',
  sub: 'what its own numbers imply, checked against each other, the census and today’s date',
  count: (count: number) =>
    count === 1
      ? 'One thing to know before you hold anyone to it.'
      : `${count} things to know before you hold anyone to it.`,
  none: (targets: number) =>
    `Its numbers agree: ${targets === 1 ? 'one target was' : `${targets} targets were`} checked against each other, the census and the term of validity, and nothing stands against anything else.`,
  elsewhere: (place: string) =>
    `This document governs another place, so its headcounts are not held against the census of ${place}.`,
  quoted: 'The text',
  translation: 'translation',
  rule: {
    residents: (finding: Of<'residents'>): [title: string, text: string] => {
      const { pairs, census, today } = finding;
      const last = pairs.at(-1)!;
      const implied = list([...new Set(pairs.map(({ residents }) => persons(residents)))]);
      const off = last.residents / census.persons - 1;
      return [
        'It reckons with another population than was counted',
        `${list(pairs.map((pair) => `${persons(pair.heads)} GPs at ${demanded(pair.perTenThousand)} per 10,000 (${pair.year})`))} ${pairs.length > 1 ? 'all imply' : 'imply'} ${implied} residents. The ${census.year} census found ${persons(census.persons)}: the document has ${percent(Math.abs(off))} ${off > 0 ? 'more' : 'fewer'}. On the census ${demanded(last.perTenThousand)} per 10,000 is ${persons((last.perTenThousand * census.persons) / 10_000)} GPs${today === null ? '' : `, and the ${persons(today.heads)} of ${today.year} were already ${plainNumber(today.perTenThousand)} per 10,000`}.`,
      ];
    },
    losses: ({ from, year, opening, added, wanted, losses, perYear }: Of<'losses'>): [title: string, text: string] => {
      const sum = `${heads(opening)} GPs in ${from} and ${heads(added)} more are ${heads(opening + added)}; the target for ${year} is ${heads(wanted)}.`;
      const years = year - from === 1 ? 'one year' : `${year - from} years`;
      if (losses < 0) {
        return [
          'It does not say where all GPs come from',
          `${sum} ${heads(-losses)} are lacking, even if nobody leaves; the document puts no number on where they come from.`,
        ];
      }
      const few = `Resignation alone took about 1.4 % of township health workers a year (survey of 2005); retirement and death come on top.`;
      const many = 'Outflow of every kind was 8–9 % a year (survey of 2005).';
      return [
        perYear < 0.05 ? 'It reckons with hardly any losses' : 'It reckons with more losses than were ever found',
        `${sum} That is a net loss of ${heads(losses)} in ${years} (${percent(perYear)} a year). ${perYear < 0.05 ? few : many}`,
      ];
    },
    quota: ({ since, year, yearly, sum, total }: Of<'quota'>): [title: string, text: string] => [
      'Its quotas do not add up',
      `${range(...yearly)} a year from ${since} to ${year} (${year - since + 1} years) is ${range(...sum)}; the document says ${demanded(total)} in all.`,
    ],
    growth: ({ from, year, growth, target, start, stated }: Of<'growth'>): [title: string, text: string] => [
      stated === null ? 'It leaves out where it starts from' : 'Growth and goal need another start',
      `${demanded(target.value)} per 10,000 in ${year} after growth of ${percent(growth)} a year needs ${plainNumber(start, 1)} per 10,000 at the end of ${from} (residents unchanged). ${stated === null ? 'The document does not say how many there were.' : `The document says ${plainNumber(stated, 1)}.`}`,
    ],
    average: ({ target, centres }: Of<'average'>): [title: string, text: string] => [
      'On average is not in every one',
      `${demanded(target.value)} per centre on average ${centres === null ? '' : `is ${persons(target.value * centres)} GPs in ${persons(centres)} centres. It `}can be met while some centres have none. Other documents (Hunan 2020) ask for ${demanded(target.value)} in every centre: the two are not comparable.`,
    ],
    scope: ({ institutions, clauses }: Of<'scope'>): [title: string, text: string] => [
      'One target is counted in two ways',
      `${clauses.map(({ where }, index) => `${where.en} counts ${SCOPE[institutions[index] ?? institutions[0]!]}`).join('; ')}. The figures of the two cannot be compared.`,
    ],
    expired: ({ until }: Of<'expired'>): [title: string, text: string] => [
      'Its validity has ended',
      `It was in force until ${until}. Its targets can still be held against the figures, but ask whether another document has taken its place.`,
    ],
  },
};

export type ReadbackDictionary = typeof readbackEn;
