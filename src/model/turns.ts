/** A place with more areas is worked out in turns, and its plans have their flows in sum (`Projection.whole`). */
export const MANY_AREAS = 2000;

/** Does all steps of a work at once. */
export function atOnce<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value as T;
  }
}

/**
 * Does a work step by step; between two steps others get their turn, so that the work can be told to stop.
 * @param told what each step says
 * @returns null: it was told to stop
 */
export async function inTurns<Step, T>(
  steps: Generator<Step, T>,
  told: (step: Step) => void,
  isStopped: () => boolean,
): Promise<T | null> {
  const turns = turnGiver();
  try {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      told(step.value);
      await turns.give();
      if (isStopped()) return null;
    }
  } finally {
    turns.end();
  }
}

/** Gives others their turn. Timers would rest four milliseconds each time. */
function turnGiver(): { give(): Promise<void>; end(): void } {
  const { port1, port2 } = new MessageChannel();
  let go = (): void => undefined;
  port1.onmessage = () => go();
  return {
    give: () =>
      new Promise((resolve) => {
        go = resolve;
        port2.postMessage(null);
      }),
    end: () => port1.close(),
  };
}
