import * as v from 'valibot';
import type { Calibration } from '../model/reference.ts';
import type { ReadText } from './built-in.ts';
import type { SourceOf } from './sources.ts';

const range = v.object({ value: v.number(), low: v.number(), high: v.number() });
const schema = v.object({ transfer: range, drive: range, registeredShare2024: v.nullable(v.number()) });

/**
 * Reads data/calibration.json: what the national series implies for the flows that nobody publishes.
 * @throws Error naming the file when it is not what the schema says
 */
export async function loadCalibration(read: ReadText, sourceOf: SourceOf): Promise<Calibration> {
  const parsed = v.safeParse(schema, JSON.parse(await read('calibration.json')));
  if (!parsed.success) throw new Error(`calibration.json: ${v.summarize(parsed.issues)}`);
  return { ...parsed.output, source: sourceOf('calibration') };
}
