import { needOf } from './case.ts';
import type { CentreCase, ReassignCase } from './case.ts';
import { addColumn, addRow, addTerm, emptyProgram, valueOf } from './program.ts';
import type { Program, Terms } from './program.ts';

/** Columns by centre and year; where a centre has none in a year, undefined. */
export type Columns = (number | undefined)[][];

/** The time-expanded network of a case as a program, and what its columns mean. All are persons who start in a year. */
export interface Network {
  program: Program;
  /** Taken from and given to other centres of the county. */
  taken: Columns;
  given: Columns;
  /** Who come for a term, from a hospital or from outside. */
  guests: Columns;
  /** Whom a hospital dispatches, [hospital]; whom the outside sends, one row. */
  sent: Columns;
  posts: Columns;
  /** Columns that are 1 where a centre that lacks somebody is brought to its minimum in a year, by these arrivals. */
  met: { at: number; centre: number; column: number; need: number; arrived: Terms }[];
  /** Most persons who can be where they were moved to at the end of each year, whatever else is done. */
  there: number[];
  /** Columns with the persons lacking to the wanted density, after these arrivals (and gifts, negative). */
  gaps: { column: number; lack: number; change: Terms }[];
}

/**
 * Nodes are centre × year, flows are whole persons. A doctor moved within the county is there in all later years; a dispatched one
 * and one from outside are there at the ends of `term` years. Nobody is moved twice, and what a centre gives comes out of its own, so
 * that no floor depends on a guest. Guests of a year are alike wherever they come from: how many come to a centre is one column.
 *
 *     Σ given by a up to y            ≤ spare[a][y]            floors, in every year from then on
 *     Σ given in y                    = Σ taken in y                ≤ within
 *     Σ guests who come in y          = Σ dispatched in y + posts from outside in y
 *     Σ dispatched and away in y      ≤ dispatch, ≤ spare[hospital][y]
 *     Σ posts from outside in y       ≤ counterpart
 *     arrived at c, there in y        ≥ need[c][y] × met[c][y]
 *     gap[c][y] + arrived − given     ≥ lack[c][y]          with the second goal (`addGaps`)
 *
 * Three kinds of row say nothing new about whole persons, but much about fractions of them, and so bring the bounds close to the plans:
 *
 *     gap[c][y] + f × (arrived − given) ≥ f × ⌈lack⌉,  f = lack − ⌊lack⌋      the hull of what whole persons leave lacking
 *     … − given) ≥ … + (need − lack) × met[c][y]      where more are needed than are lacking, and nobody is given
 *     Σ met[·][y]                     ≤ centres that all who can be there could bring to their minimum, the smallest needs first
 */
export function networkOf(given: ReassignCase): Network {
  const none = (): Columns => given.centres.map(() => []);
  const network: Network = {
    program: emptyProgram(),
    taken: none(),
    given: none(),
    guests: none(),
    sent: none(),
    posts: [[]],
    met: [],
    there: given.years.map((_, at) => mostThere(given, at)),
    gaps: [],
  };
  const useful = given.centres.map((centre) => usefulYears(given, centre));
  given.years.forEach((_, at) => addStarts(given, network, at, useful));
  given.years.forEach((_, at) => addLimits(given, network, at));
  given.years.forEach((_, at) => addMinimum(given, network, at));
  return network;
}

/** Whether somebody who is there in a year does any good, by year. */
function usefulYears({ years }: ReassignCase, centre: CentreCase): boolean[] {
  return years.map((_, at) => !centre.hospital && (needOf(centre, at) > 0 || canLack(centre, at)));
}

/** Whether a centre can lack somebody to the wanted density, whatever it has given by then. */
function canLack(centre: CentreCase, at: number): boolean {
  const lack = centre.lack[at] ?? null;
  return lack !== null && !centre.hospital && lack + Math.max(0, centre.spare[at]!) > 0;
}

/** Columns of those who start in a year, and that as many are taken as given. */
function addStarts({ centres, limits }: ReassignCase, network: Network, at: number, useful: boolean[][]): void {
  const { program } = network;
  const within: Terms = new Map();
  const moving: Terms = new Map();
  const coming: Terms = new Map();
  const add = (columns: Columns, index: number, most: number, terms: Terms, sign: number): void => {
    if (most <= 0) return;
    const column = addColumn(program, 0, most, 'told');
    columns[index]![at] = column;
    terms.set(column, sign);
  };
  const ever = (index: number, until: number): boolean => useful[index]!.slice(at, until).includes(true);
  centres.forEach(({ hospital, spare }, index) => {
    if (hospital) return add(network.sent, index, Math.min(limits.dispatch, spare[at]!), coming, -1);
    if (ever(index, Infinity)) add(network.taken, index, limits.within, within, 1);
    add(network.given, index, Math.min(limits.within, spare[at]!), within, -1);
    if (ever(index, at + limits.term)) {
      add(network.guests, index, limits.dispatch + limits.counterpart, coming, 1);
    }
  });
  add(network.posts, 0, limits.counterpart, coming, -1);
  for (const [column, sign] of within) if (sign < 0) moving.set(column, 1);
  addRow(program, within, 0, 0);
  addRow(program, moving, 0, limits.within);
  addRow(program, coming, 0, 0);
}

/** Adds the columns of some years to a sum. */
function addYears(terms: Terms, columns: (number | undefined)[], from: number, to: number, value: number): void {
  for (let at = Math.max(0, from); at <= to; at++) addTerm(terms, columns[at], value);
}

function addLimits({ centres, limits }: ReassignCase, { program, given, sent, posts }: Network, at: number): void {
  const since = at - limits.term + 1;
  const away: Terms = new Map();
  centres.forEach(({ hospital, spare }, index) => {
    const out: Terms = new Map();
    if (hospital) addYears(out, sent[index]!, since, at, 1);
    else addYears(out, given[index]!, 0, at, 1);
    for (const column of hospital ? out.keys() : []) away.set(column, 1);
    addRow(program, out, 0, Math.max(0, spare[at]!));
  });
  addRow(program, away, 0, limits.dispatch);
  const filled: Terms = new Map();
  addYears(filled, posts[0]!, since, at, 1);
  addRow(program, filled, 0, limits.counterpart);
}

/** Rows of the first goal: centres at their minimum. */
function addMinimum(given: ReassignCase, network: Network, at: number): void {
  const { program, met } = network;
  given.centres.forEach((centre, index) => {
    const need = centre.hospital ? 0 : needOf(centre, at);
    const arrived = arrivedAt(given, network, index, at);
    if (need === 0 || arrived.size === 0) return;
    const column = addColumn(program, 0, 1, 'told');
    met.push({ at, centre: index, column, need, arrived });
    addRow(program, new Map([...arrived, [column, -need]]), 0, Infinity);
  });
  const here = met.filter((one) => one.at === at);
  let [most, left] = [0, network.there[at]!];
  for (const need of here.map((one) => one.need).sort((one, other) => one - other)) {
    left -= need;
    if (left >= 0) most++;
  }
  if (most < here.length) addRow(program, new Map(here.map(({ column }) => [column, 1])), 0, most);
}

/** Who have come to a centre and are there at the end of a year. */
function arrivedAt({ limits }: ReassignCase, { taken, guests }: Network, centre: number, at: number): Terms {
  const arrived: Terms = new Map();
  addYears(arrived, taken[centre]!, 0, at, 1);
  addYears(arrived, guests[centre]!, at - limits.term + 1, at, 1);
  return arrived;
}

/** Adds the columns and rows of the second goal, what is lacking to the wanted density: only when it is its turn, since they slow the first. */
export function addGaps(given: ReassignCase, network: Network): void {
  const { program, met, gaps } = network;
  given.years.forEach((_, at) =>
    given.centres.forEach((centre, index) => {
      if (!canLack(centre, at)) return;
      const arrived = arrivedAt(given, network, index, at);
      const lack = centre.lack[at]!;
      const most = Math.max(0, lack + Math.max(0, centre.spare[at]!));
      const column = addColumn(program, 0, most, 'none');
      const change: Terms = new Map(arrived);
      addYears(change, network.given[index]!, 0, at, -1);
      gaps.push({ column, lack, change });
      const givesNobody = change.size === arrived.size;
      const full = (givesNobody && met.find((one) => one.at === at && one.centre === index)) || null;
      // gap + share × change ≥ share × least, and more where the centre is at its minimum: `need` have arrived then.
      const atLeast = (share: number, least: number): void => {
        const row: Terms = new Map([...change].map(([one, value]) => [one, share * value]));
        row.set(column, 1);
        if (full !== null && full.need > least) row.set(full.column, share * (least - full.need));
        addRow(program, row, share * least, Infinity);
      };
      atLeast(1, lack);
      if (!Number.isInteger(lack)) atLeast(lack - Math.floor(lack), Math.ceil(lack));
    }),
  );
}

/** Persons of all levers who can be away at the end of a year. */
function mostThere({ centres, limits }: ReassignCase, at: number): number {
  const spare = (hospitals: boolean): number =>
    centres.reduce((sum, centre) => sum + (centre.hospital === hospitals ? Math.max(0, centre.spare[at]!) : 0), 0);
  return Math.min(limits.within * (at + 1), spare(false)) + Math.min(limits.dispatch, spare(true)) + limits.counterpart;
}

/** Whether a density is wanted that anybody could be lacking to: the second goal counts. */
export function wantsDensity({ centres, years }: ReassignCase): boolean {
  return centres.some((centre) => years.some((_, at) => canLack(centre, at)));
}

/** Sets the columns that follow from the flows: who is met, and what is lacking. @param values by column; changed in place */
export function completeValues({ met, gaps }: Network, values: number[]): void {
  for (const { column, need, arrived } of met) values[column] = valueOf(arrived, values) >= need ? 1 : 0;
  for (const { column, lack, change } of gaps) values[column] = Math.max(0, lack - valueOf(change, values));
}
