import type { PlanProgress } from '../model/reassign/plan.ts';
import { fieldsOf } from '../scenario/fields.ts';
import { asksForMoves } from '../scenario/reassign-fields.ts';
import type { FieldSetup } from '../scenario/setup.ts';
import type { MovePlan } from '../model/reassign/types.ts';
import type { Value } from '../scenario/types.ts';
import type { ModelClient } from '../worker/client.ts';
import type { Ran } from '../worker/model.ts';
import type { Planner } from '../worker/planner.ts';

/**
 * The model with the solver before it: where a lever of reassignment is on, the plan is made first and the model runs with it. A newer run takes
 * the place of an older one, wherever that is.
 * @param makePlanner loads the solver's client, when it is first needed
 * @param tell told how far planning is; null when it is over
 * @param early where nothing is shown yet, a run answers at once, without moves, and with the plan later
 */
export function plannedClient(
  client: ModelClient,
  makePlanner: () => Promise<Planner>,
  tell: (progress: PlanProgress | null) => void = () => undefined,
  early = false,
): ModelClient {
  let setup: FieldSetup | null = null;
  let planner: Planner | null = null;
  let newest = 0;
  /** Whether anything was answered since the place was opened. */
  let answered = false;
  let last: { setup: FieldSetup; values: string; moves: MovePlan | null } | null = null;
  const open: ModelClient['open'] = async (place, policy) => {
    const opened = await client.open(place, policy);
    if (opened?.ok) {
      setup = opened.setup;
      answered = false;
    }
    return opened;
  };
  const planned = async (
    here: FieldSetup,
    values: Readonly<Record<string, Value>>,
    ticket: number,
  ): Promise<Ran | null> => {
    try {
      planner ??= await makePlanner();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { ok: false, problem: { code: 'worker.failed', values: { message } } };
    }
    if (ticket !== newest) return null;
    const found = await planner.plan(here.place, here.pack, values, tell);
    if (found === null || ticket !== newest) return null;
    tell(null);
    if (!found.ok) return found;
    last = { setup: here, values: JSON.stringify(values), moves: found.moves };
    answered = true;
    return client.run(here.place.id, here.pack.id, values, found.moves);
  };
  return {
    ...client,
    open,
    bring(packs) {
      setup = null;
      client.bring(packs);
    },
    keep(place) {
      setup = null;
      client.keep(place);
    },
    async run(place, policy, values) {
      const ticket = ++newest;
      planner?.stop();
      tell(null);
      if (setup?.place.id !== place || setup.pack.id !== policy) {
        const opened = await open(place, policy);
        if (opened === null || ticket !== newest) return null;
        if (!opened.ok) return opened;
      }
      const here = setup;
      if (here === null || !asksForMoves(fieldsOf(here, values), values)) {
        answered = true;
        return client.run(place, policy, values);
      }
      if (last?.setup === here && last.values === JSON.stringify(values)) {
        return client.run(place, policy, values, last.moves);
      }
      if (answered || !early) return planned(here, values, ticket);
      const bare = await client.run(place, policy, values);
      if (bare === null || !bare.ok || ticket !== newest) return bare;
      answered = true;
      const problems = [...bare.result.problems, { code: 'moves.not-yet', values: {} }];
      return { ok: true, result: { ...bare.result, problems }, later: planned(here, values, ticket) };
    },
  };
}
