import type { PlanProgress } from '../model/reassign/plan.ts';
import { fieldsOf } from '../scenario/fields.ts';
import { asksForMoves } from '../scenario/reassign-fields.ts';
import type { FieldSetup } from '../scenario/setup.ts';
import type { ModelClient } from '../worker/client.ts';
import type { Planner } from '../worker/planner.ts';

/**
 * The model with the solver before it: where a lever of reassignment is on, the plan is made first and the model runs with it. A newer run takes
 * the place of an older one, wherever that is.
 * @param makePlanner loads the solver's client, when it is first needed
 * @param tell told how far planning is; null when it is over
 */
export function plannedClient(
  client: ModelClient,
  makePlanner: () => Promise<Planner>,
  tell: (progress: PlanProgress | null) => void = () => undefined,
): ModelClient {
  let setup: FieldSetup | null = null;
  let planner: Planner | null = null;
  let newest = 0;
  const open: ModelClient['open'] = async (place, policy) => {
    const opened = await client.open(place, policy);
    if (opened?.ok) setup = opened.setup;
    return opened;
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
      if (setup === null || !asksForMoves(fieldsOf(setup, values), values)) return client.run(place, policy, values);
      try {
        planner ??= await makePlanner();
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        return { ok: false, problem: { code: 'worker.failed', values: { message } } };
      }
      if (ticket !== newest) return null;
      const planned = await planner.plan(setup.place, setup.pack, values, tell);
      if (planned === null || ticket !== newest) return null;
      tell(null);
      return planned.ok ? client.run(place, policy, values, planned.moves) : planned;
    },
  };
}
