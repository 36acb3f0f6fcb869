import * as Comlink from 'comlink';
import loadHighs from 'highs';
import wasmUrl from 'highs/runtime?url';
import { readText } from '../io/built-in-web.ts';
import { loadReference } from '../io/reference.ts';
import type { Setup } from '../model/frame.ts';
import type { Solver } from '../model/reassign/program.ts';
import type { PolicyPack } from '../model/types.ts';
import { planScenario, weighScenario } from '../scenario/plan.ts';
import { highsSolver } from './highs.ts';
import type { Failure } from './model.ts';
import { joinPlace, type PlaceFrame, type PlaceSlice } from './place-slices.ts';
import type { SolverWire } from './solver-wire.ts';

/** Solver and reference are fetched at the first plan; what failed is fetched again at the next. */
const load = () => Promise.all([loadHighs({ locateFile: () => wasmUrl }), loadReference(readText)]);
let loading: ReturnType<typeof load> | null = null;
let given: { frame: PlaceFrame; slices: PlaceSlice[] } | null = null;

/** Does something for a scenario of the place that was given. */
async function solve<T>(
  pack: PolicyPack,
  task: (setup: Setup, solver: Solver) => T,
): Promise<({ ok: true } & T) | Failure> {
  try {
    if (given === null) throw new Error('no place is open');
    loading ??= load();
    const [highs, reference] = await loading;
    const place = joinPlace(given.frame, given.slices);
    return { ok: true, ...task({ place, pack, reference }, highsSolver(highs)) };
  } catch (error) {
    loading = null;
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, problem: { code: 'worker.failed', values: { message } } };
  }
}

// Nothing may be awaited before this line: a call that comes earlier would never be answered.
Comlink.expose({
  give: async (part) => {
    if ('count' in part) given = { frame: part, slices: [] };
    else given?.slices.push(part);
  },
  plan: (pack, values, tell) => solve(pack, (setup, solver) => ({ moves: planScenario(setup, values, solver, tell) })),
  weigh: (pack, values, year, tell) =>
    solve(pack, (setup, solver) => ({ ways: weighScenario(setup, values, solver, year, tell) })),
} satisfies SolverWire);
