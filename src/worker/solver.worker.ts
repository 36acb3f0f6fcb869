import * as Comlink from 'comlink';
import loadHighs from 'highs';
import wasmUrl from 'highs/runtime?url';
import { readText } from '../io/built-in-web.ts';
import { loadReference } from '../io/reference.ts';
import { planScenario } from '../scenario/plan.ts';
import { highsSolver } from './highs.ts';
import { joinPlace, type PlaceFrame, type PlaceSlice } from './place-slices.ts';
import type { SolverWire } from './solver-wire.ts';

/** Solver and reference are fetched at the first plan; what failed is fetched again at the next. */
const load = () => Promise.all([loadHighs({ locateFile: () => wasmUrl }), loadReference(readText)]);
let loading: ReturnType<typeof load> | null = null;
let given: { frame: PlaceFrame; slices: PlaceSlice[] } | null = null;

// Nothing may be awaited before this line: a call that comes earlier would never be answered.
Comlink.expose({
  give: async (part) => {
    if ('count' in part) given = { frame: part, slices: [] };
    else given?.slices.push(part);
  },
  plan: async (pack, values, tell) => {
    try {
      if (given === null) throw new Error('no place is open');
      loading ??= load();
      const [highs, reference] = await loading;
      const setup = { place: joinPlace(given.frame, given.slices), pack, reference };
      const moves = planScenario(setup, values, highsSolver(highs), tell);
      return { ok: true, moves };
    } catch (error) {
      loading = null;
      const message = error instanceof Error ? error.message : String(error);
      return { ok: false, problem: { code: 'worker.failed', values: { message } } };
    }
  },
} satisfies SolverWire);
