import * as v from 'valibot';
import { browserKept, type KeptStore } from './kept-store.ts';

/** A scenario that the reader has given a name. All that it is stands in its link: place, document, values, own data by name and fingerprint. */
export interface KeptScenario {
  version: 1;
  id: string;
  name: string;
  link: string;
  /** ISO date and time. */
  created: string;
  changed: string;
}

export const scenarioFields = {
  id: v.pipe(v.string(), v.nonEmpty(), v.maxLength(60)),
  name: v.string(),
  link: v.pipe(v.string(), v.startsWith('#/')),
  created: v.string(),
  changed: v.string(),
};
const scenario = v.object({ version: v.literal(1), ...scenarioFields });

const asScenario = (value: unknown): KeptScenario | null => {
  const read = v.safeParse(scenario, value);
  return read.success ? read.output : null;
};

export const browserScenarios = (): KeptStore<KeptScenario> => browserKept('wanren-scenarios', 'scenarios', asScenario);
