import { createAnalyst } from '../worker/analyst.ts';
import { createClient } from '../worker/client.ts';
import { createPlanner } from '../worker/planner.ts';
import type { ModelWorker } from '../worker/start.ts';
import type { AnalystView } from './analyst-view.ts';
import { plannedClient } from './planned-client.ts';
import type { SessionView } from './view.ts';

/** The analyst of a session. Its workers start at the first run. @param start starts a worker of the model; @param plan one of the solver */
export function openAnalyst(session: SessionView, start: () => ModelWorker, plan: () => ModelWorker): AnalystView {
  const analyst = createAnalyst(plannedClient(createClient(start), async () => createPlanner(plan)));
  const weigher = createPlanner(plan);
  return {
    async run(caller, values) {
      const { place, pack } = session;
      if (place === null || pack === null) return null;
      const analysed = await analyst.run(caller, {
        place,
        policy: pack.id,
        ...(session.brought ? { brought: session.brought } : {}),
        values,
      });
      return session.place === place && session.pack?.id === pack.id ? analysed : null;
    },
    stop: (caller) => analyst.stop(caller),
    async weigh(values, year, tell) {
      const { place, pack } = session;
      return place === null || pack === null ? null : weigher.weigh(place, pack, values, year, tell);
    },
    stopWeighing: () => weigher.stop(),
  };
}
