import * as Comlink from 'comlink';
import { readText } from '../io/built-in-web.ts';
import { loadPlace } from '../io/places.ts';
import { loadPolicyAt } from '../io/policies.ts';
import { loadReference } from '../io/reference.ts';
import { wholeOf } from '../model/explain/whole.ts';
import { MANY_AREAS } from '../model/turns.ts';
import { runPlan, runScenario } from '../scenario/run.ts';
import { widened } from '../scenario/widened.ts';
import { createModel } from './model.ts';
import type { ModelWire } from './model-wire.ts';
import { buffersOf, createPacker } from './parcel.ts';
import { joinPlace, type PlaceFrame, type PlaceSlice } from './place-slices.ts';

const pack = createPacker(wholeOf);

const model = createModel({
  loadPlace: (id) => loadPlace(id, readText),
  loadPolicy: (id, place, brought) => loadPolicyAt(place, id, readText, brought),
  joined: async (place, pack) => (await import('../model/documents/own-pack.ts')).withOwnFacts(place, pack),
  loadReference: () => loadReference(readText),
  run: async (setup, values, memory, moves) => {
    const wide = await widened(setup, values);
    const result = runScenario(wide.setup, values, memory, moves, setup.place.areas.length > MANY_AREAS);
    return wide.problems.length === 0 ? result : { ...result, problems: [...result.problems, ...wide.problems] };
  },
  plan: async (setup, values, ...more) => runPlan((await widened(setup, values)).setup, values, ...more),
  // Asked for when the first chart stands, so not loaded before it.
  hindcasts: async (reference) => (await import('../model/hindcast.ts')).hindcasts(reference),
});

let given: { frame: PlaceFrame; slices: PlaceSlice[] } | null = null;

// Nothing may be awaited before this line: a call that comes earlier would never be answered.
Comlink.expose({
  give: async (part) => {
    if ('count' in part) given = { frame: part, slices: [] };
    else given?.slices.push(part);
  },
  open: async (place, policy, own, brought) => {
    const joined = own && given ? joinPlace(given.frame, given.slices) : undefined;
    const opened = await model.open(place, policy, joined, brought);
    if (!opened.ok || !own) return opened;
    const { facts } = opened.setup.place;
    const more = facts.length === joined?.facts.length ? {} : { facts };
    return { ok: true, setup: { ...opened.setup, place: null }, ...more };
  },
  run: async (values, moves) => {
    const ran = await model.run(values, moves);
    if (!ran.ok) return ran;
    const { parcel, buffers } = pack(ran.result);
    return Comlink.transfer({ ok: true as const, result: parcel }, buffers);
  },
  ledger: async (...asked) => {
    const ledger = await model.ledger(...asked);
    return ledger.ok ? Comlink.transfer(ledger, [...new Set(buffersOf(ledger.plan))]) : ledger;
  },
  hindcasts: () => model.hindcasts(),
  readPolicy: async (text) => (await import('../io/own-policy.ts')).readOwnPolicy(text),
} satisfies ModelWire);
