import type { ReassignCase } from '../../../src/model/reassign/case.ts';
import type { Start } from '../../../src/model/reassign/pairs.ts';
import type { MoveLever } from '../../../src/model/reassign/types.ts';

/** Values of the goals, smaller is better: − centre-years, thousandths of persons lacking, moves, places in the order, tenths of km. */
export type Score = [met: number, gap: number, moves: number, rank: number, km: number];

interface Step {
  lever: MoveLever;
  from: number;
  to: number;
}

/** What one year adds to the score of a plan, by the rules alone; null where the plan breaks one in it. Every start is one person. */
function yearOf(
  given: ReassignCase,
  starts: readonly Step[],
  began: readonly number[],
  at: number,
): [number, number] | null {
  const { centres, limits } = given;
  const change = centres.map(() => 0);
  const out = centres.map(() => 0);
  let [within, dispatch, counterpart] = [0, 0, 0];
  for (let i = 0; i < starts.length; i++) {
    const { lever, from, to } = starts[i]!;
    if (lever === 'within') within += Number(began[i] === at);
    else if (at - began[i]! >= limits.term) continue;
    else if (lever === 'dispatch') dispatch++;
    else counterpart++;
    change[to]! += 1;
    if (from >= 0) {
      change[from]! -= 1;
      out[from]! += 1;
    }
  }
  if (within > limits.within || dispatch > limits.dispatch || counterpart > limits.counterpart) return null;
  let met = 0;
  let gap = 0;
  for (let index = 0; index < centres.length; index++) {
    const centre = centres[index]!;
    if (out[index]! > 0 && out[index]! > centre.spare[at]!) return null;
    if (centre.hospital) continue;
    if (centre.minimum > 0 && centre.heads[at]! + change[index]! >= centre.minimum) met += 1;
    const lack = centre.lack[at] ?? null;
    if (lack !== null) gap += Math.max(0, Math.round(1000 * (lack - change[index]!)));
  }
  return [-met, gap];
}

/** What a step costs: a move, the place of its lever, tenths of kilometres. */
function costOf({ km, limits }: ReassignCase, { lever, from, to }: Step): [number, number, number] {
  const farthest = Math.max(0, ...(km ?? []).flat().map((one) => Math.round(10 * (one ?? 0))));
  const known = from < 0 || km === null ? 0 : (km[from]![to] ?? null);
  return [1, limits.order.indexOf(lever), known === null ? farthest : Math.round(10 * known)];
}

function allowed({ centres, km, limits }: ReassignCase, { lever, from, to }: Step): boolean {
  if (from === to || centres[to]!.hospital) return false;
  if (lever === 'counterpart') return from === -1;
  const known = km?.[from]?.[to] ?? null;
  return (
    centres[from]!.hospital === (lever === 'dispatch') &&
    (limits.maxKm === null || (known !== null && known <= limits.maxKm))
  );
}

const sumOf = (scores: readonly (readonly number[])[]): Score =>
  [0, 1, 2, 3, 4].map((goal) => scores.reduce((sum, score) => sum + (score[goal] ?? 0), 0)) as unknown as Score;

/** The score of a plan; null where it breaks a rule. */
export function scoreOf(given: ReassignCase, plan: readonly Start[]): Score | null {
  const starts = plan.flatMap((start) => Array.from({ length: start.persons }, () => start));
  if (!starts.every((start) => allowed(given, start))) return null;
  const scores: number[][] = starts.map((start) => [0, 0, ...costOf(given, start)]);
  for (let at = 0; at < given.years.length; at++) {
    const begun = starts.filter((start) => start.at <= at);
    const year = yearOf(
      given,
      begun,
      begun.map((start) => start.at),
      at,
    );
    if (year === null) return null;
    scores.push(year);
  }
  return sumOf(scores);
}

export function better(one: Score, other: Score): boolean {
  for (let goal = 0; goal < one.length; goal++) if (one[goal] !== other[goal]) return one[goal]! < other[goal]!;
  return false;
}

/** The best score over every plan that breaks no rule: year by year, for every state that a plan can be in, the best way there. */
export function bruteForce(given: ReassignCase): Score {
  const { years, centres, limits } = given;
  const all = centres.map((_, index) => index);
  const stepsOf = (lever: MoveLever, froms: readonly number[]): Step[] =>
    froms.flatMap((from) => all.map((to) => ({ lever, from, to }))).filter((step) => allowed(given, step));
  const multisets = (from: readonly Step[], most: number, first = 0): Step[][] =>
    most === 0
      ? [[]]
      : [
          [],
          ...from
            .slice(first)
            .flatMap((step, i) => multisets(from, most - 1, first + i).map((rest) => [step, ...rest])),
        ];
  const donors = all.filter((index) => centres[index]!.spare.some((spare) => spare > 0));
  const choices = multisets(stepsOf('within', donors), limits.within).flatMap((within) =>
    multisets(stepsOf('dispatch', donors), limits.dispatch).flatMap((dispatch) =>
      multisets(stepsOf('counterpart', [-1]), limits.counterpart).map((posts) => [...within, ...dispatch, ...posts]),
    ),
  );
  const costs = choices.map((choice) => sumOf(choice.map((step) => [0, 0, ...costOf(given, step)])));

  interface State {
    starts: Step[];
    began: number[];
    score: Score;
  }
  let states = new Map<string, State>([['', { starts: [], began: [], score: [0, 0, 0, 0, 0] }]]);
  years.forEach((_, at) => {
    const next = new Map<string, State>();
    const last = at === years.length - 1;
    for (const state of states.values()) {
      choices.forEach((choice, index) => {
        const starts = [...state.starts, ...choice];
        const began = [...state.began, ...choice.map(() => at)];
        const year = yearOf(given, starts, began, at);
        if (year === null) return;
        const score = sumOf([state.score, costs[index]!, year]);
        const key = last ? '' : stateOf(starts, began, at + 1, limits.term, all);
        const known = next.get(key);
        if (known === undefined || better(score, known.score)) next.set(key, { starts, began, score });
      });
    }
    states = next;
  });
  return states.get('')!.score;
}

/** All that later years depend on: what each centre gave and took for good, and who is still away from where and until when. */
function stateOf(
  starts: readonly Step[],
  began: readonly number[],
  next: number,
  term: number,
  all: readonly number[],
): string {
  const gave = all.map(() => 0);
  const took = all.map(() => 0);
  const away: string[] = [];
  starts.forEach(({ lever, from, to }, index) => {
    if (lever === 'within') {
      gave[from]! += 1;
      took[to]! += 1;
    } else if (next - began[index]! < term) away.push(`${from} ${to} ${began[index]}`);
  });
  return `${gave.join()} ${took.join()} ${away.sort().join()}`;
}
