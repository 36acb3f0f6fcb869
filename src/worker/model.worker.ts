import * as Comlink from 'comlink';
import { readText } from '../io/built-in-web.ts';
import { loadPlace } from '../io/places.ts';
import { loadPolicy } from '../io/policies.ts';
import { loadReference } from '../io/reference.ts';
import { runScenario } from '../scenario/run.ts';
import { createModel, type Model } from './model.ts';
import { transferable } from './transferable.ts';

const model = createModel({
  loadPlace: (id) => loadPlace(id, readText),
  loadPolicy: (id) => loadPolicy(id, readText),
  loadReference: () => loadReference(readText),
  run: runScenario,
  // Asked for when the first chart stands, so not loaded before it.
  hindcasts: async (reference) => (await import('../model/hindcast.ts')).hindcasts(reference),
});

// Nothing may be awaited before this line: a call that comes earlier would never be answered.
Comlink.expose({
  ...model,
  run: async (values) => {
    const ran = await model.run(values);
    return ran.ok ? Comlink.transfer(ran, transferable(ran.result)) : ran;
  },
} satisfies Model);
