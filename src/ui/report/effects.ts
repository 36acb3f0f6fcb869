import type { Result } from '../../model/types.ts';
import type { Field, Value } from '../../scenario/types.ts';
import type { AnalystView } from '../../state/analyst-view.ts';
import { lacking } from '../../text/format.ts';

/** The gap of the answer, persons, when one assumption is at its lowest and at its highest. */
export interface Effect {
  field: Field;
  low: number;
  high: number;
}

const CALLER = 'report';
const MOST = 2;

/**
 * What the assumptions that are in doubt and unchanged would make of the answer's gap, the widest first.
 * @returns at most two; empty where the answer is not counted in persons, nothing is in doubt, or the runs failed
 */
export async function effectsOf(
  analyst: AnalystView,
  result: Result,
  fields: readonly Field[],
  values: Readonly<Record<string, Value>>,
): Promise<Effect[]> {
  const { answer } = result;
  if (!answer || answer.target.unit !== 'persons' || answer.target.gap === null || answer.year <= result.plan.base)
    return [];
  const doubtful = fields.filter(
    ({ key, type, low, high, unit }) =>
      type === 'number' && unit !== 'none' && low !== null && high !== null && low < high && values[key] === undefined,
  );
  const sets = doubtful.flatMap(({ key, low, high }) => [
    { ...values, [key]: low ?? 0 },
    { ...values, [key]: high ?? 0 },
  ]);
  const analysed = await analyst.run(CALLER, sets);
  if (!analysed?.ok) return [];
  const gaps = analysed.results.map(({ answer: judged }) => lacking(judged?.target.gap ?? 0));
  return doubtful
    .map((field, at) => ({ field, low: gaps[2 * at] ?? 0, high: gaps[2 * at + 1] ?? 0 }))
    .filter(({ low, high }) => low !== high)
    .sort((one, other) => Math.abs(other.high - other.low) - Math.abs(one.high - one.low))
    .slice(0, MOST);
}
