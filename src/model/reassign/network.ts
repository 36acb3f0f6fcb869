import { needOf, reachable } from './case.ts';
import type { CentreCase, ReassignCase } from './case.ts';
import { addColumn, addTerm, emptyProgram, rowOf, valueOf } from './program.ts';
import type { Program, Terms } from './program.ts';
import { OUTSIDE } from './types.ts';
import type { MoveLever } from './types.ts';

/** A column that stands for persons who start in a year. `from` or `to` null: the other end is not said. */
export interface Flow {
  lever: MoveLever;
  from: number | null;
  to: number | null;
  at: number;
  column: number;
}
/** A column that stands for persons moved from one centre to another in a year. */
export interface Pair {
  from: number;
  to: number;
  at: number;
  column: number;
}

/** The time-expanded network of a case as a program, and what its columns mean. */
export interface Network {
  program: Program;
  /** Moves within the county are two flows: what one centre gives, and what another takes. */
  flows: Flow[];
  /** Who is given to whom; null where that does not matter. */
  pairs: Pair[] | null;
  /** Columns that are 1 where a centre that lacks somebody is brought to its minimum in a year, by these arrivals. */
  met: { at: number; column: number; need: number; arrived: Terms }[];
  /** Columns with the persons lacking to the wanted density, after these arrivals (and gifts, negative). */
  gaps: { column: number; lack: number; change: Terms }[];
}

/**
 * Nodes are centre × year, flows are whole persons. A doctor moved within the county is there in all later years; a dispatched one
 * and one from outside are there at the ends of `term` years. Nobody is moved twice, and what a centre gives comes out of its own, so
 * that no floor depends on a guest.
 *
 *     Σ given by a up to y            ≤ spare[a][y]            floors, in every year from then on
 *     Σ given in y                    ≤ within
 *     Σ given in y                    = Σ taken in y                or pair by pair, where distance matters
 *     Σ dispatched and away in y      ≤ dispatch, ≤ spare[hospital][y]
 *     Σ posts from outside in y       ≤ counterpart
 *     arrived at c, there in y        ≥ need[c][y] × met[c][y]
 *     gap[c][y] + arrived − given     ≥ lack[c][y]
 *
 * Where numbers given and taken are whole, the pairs can be too: they are a transport problem, and need not be told to be whole.
 */
export function networkOf(given: ReassignCase, paired: boolean): Network {
  const network: Network = { program: emptyProgram(), flows: [], pairs: paired ? [] : null, met: [], gaps: [] };
  const useful = usefulYears(given);
  given.years.forEach((_, at) => {
    const takers = given.centres.flatMap((__, area) => (useful[area]![at] ? [area] : []));
    addWithin(given, network, at, takers);
    addTerms(given, network, at, takers);
  });
  addLimits(given, network);
  addGoals(given, network);
  return network;
}

/** Whether somebody who arrives in a year can do any good in it or later, [area][year]. */
function usefulYears(given: ReassignCase): boolean[][] {
  return given.centres.map((centre) => {
    let later = false;
    return given.years
      .map((_, at) => needOf(centre, at) > 0 || canLack(centre, at))
      .reverse()
      .map((now) => (later ||= now && !centre.hospital))
      .reverse();
  });
}

/** Whether a centre can lack somebody to the wanted density, whatever it has given by then. */
function canLack(centre: CentreCase, at: number): boolean {
  const lack = centre.lack[at] ?? null;
  return lack !== null && !centre.hospital && lack + Math.max(0, centre.spare[at]!) > 0;
}

function addFlow(
  network: Network,
  lever: MoveLever,
  from: number | null,
  to: number | null,
  at: number,
  most: number,
): void {
  network.flows.push({ lever, from, to, at, column: addColumn(network.program, 0, most, true) });
}

function addWithin(given: ReassignCase, network: Network, at: number, takers: number[]): void {
  const { centres, limits } = given;
  if (limits.within === 0) return;
  const donors = centres.flatMap((centre, area) => (!centre.hospital && centre.spare[at]! > 0 ? [area] : []));
  const partners = new Map(donors.map((from) => [from, takers.filter((to) => reachable(given, from, to))]));
  const reached = new Set([...partners.values()].flat());
  for (const from of donors) {
    const most = Math.min(limits.within, centres[from]!.spare[at]!);
    if (partners.get(from)!.length > 0) addFlow(network, 'within', from, null, at, most);
  }
  for (const to of takers) if (reached.has(to)) addFlow(network, 'within', null, to, at, limits.within);
  if (network.pairs === null) return;
  for (const [from, tos] of partners) {
    for (const to of tos) {
      const column = addColumn(network.program, 0, limits.within, false);
      network.pairs.push({ from, to, at, column });
    }
  }
}

/** Dispatches and posts from outside: both end. */
function addTerms(given: ReassignCase, network: Network, at: number, takers: number[]): void {
  const { centres, limits } = given;
  centres.forEach(({ hospital, spare }, from) => {
    const most = Math.min(limits.dispatch, spare[at]!);
    if (!hospital || most <= 0) return;
    for (const to of takers) if (reachable(given, from, to)) addFlow(network, 'dispatch', from, to, at, most);
  });
  if (limits.counterpart === 0) return;
  for (const to of takers) addFlow(network, 'counterpart', OUTSIDE, to, at, limits.counterpart);
}

/** Whether who started in year `began` is still there at the end of year `at`. */
function lasts({ lever, at: began }: Flow, at: number, term: number): boolean {
  return began <= at && (lever === 'within' || at < began + term);
}

function addLimits({ years, centres, limits }: ReassignCase, { program, flows, pairs }: Network): void {
  const add = (
    columns: readonly { column: number }[],
    least: number,
    most: number,
    minus: readonly { column: number }[],
  ): void => {
    const terms: Terms = new Map();
    for (const { column } of columns) addTerm(terms, column, 1);
    for (const { column } of minus) addTerm(terms, column, -1);
    if (terms.size > 0) program.rows.push(rowOf(terms, least, most));
  };
  years.forEach((_, at) => {
    const there = flows.filter((flow) => lasts(flow, at, limits.term));
    const of = (lever: MoveLever): Flow[] => there.filter((flow) => flow.lever === lever);
    const given = of('within').filter(({ from }) => from !== null);
    const taken = of('within').filter((flow) => flow.to !== null && flow.at === at);
    const now = given.filter((flow) => flow.at === at);
    const dispatched = of('dispatch');
    add(now, -Infinity, limits.within, []);
    add(dispatched, -Infinity, limits.dispatch, []);
    add(of('counterpart'), -Infinity, limits.counterpart, []);
    centres.forEach(({ hospital, spare }, area) => {
      const out = (hospital ? dispatched : given).filter(({ from }) => from === area);
      add(out, -Infinity, Math.max(0, spare[at]!), []);
    });
    if (pairs === null) add(now, 0, 0, taken);
    else {
      const here = pairs.filter((pair) => pair.at === at);
      for (const flow of now)
        add(
          here.filter(({ from }) => from === flow.from),
          0,
          0,
          [flow],
        );
      for (const flow of taken)
        add(
          here.filter(({ to }) => to === flow.to),
          0,
          0,
          [flow],
        );
    }
  });
}

function addGoals(given: ReassignCase, { program, flows, met, gaps }: Network): void {
  const { years, centres, limits } = given;
  centres.forEach((centre, area) => {
    if (centre.hospital) return;
    const arriving = flows.filter(({ to }) => to === area);
    const giving = flows.filter(({ from }) => from === area);
    years.forEach((_, at) => {
      const arrived: Terms = new Map();
      for (const flow of arriving) if (lasts(flow, at, limits.term)) addTerm(arrived, flow.column, 1);
      const need = needOf(centre, at);
      if (need > 0 && arrived.size > 0) {
        const column = addColumn(program, 0, 1, true);
        met.push({ at, column, need, arrived });
        program.rows.push(rowOf(new Map([...arrived, [column, -need]]), 0, Infinity));
      }
      if (canLack(centre, at)) {
        const column = addColumn(program, 0, Infinity, false);
        const change: Terms = new Map(arrived);
        for (const flow of giving) if (flow.at <= at) addTerm(change, flow.column, -1);
        gaps.push({ column, lack: centre.lack[at]!, change });
        program.rows.push(rowOf(new Map([...change, [column, 1]]), centre.lack[at]!, Infinity));
      }
    });
  });
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
