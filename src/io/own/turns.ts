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
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    told(step.value);
    await new Promise((resolve) => setTimeout(resolve));
    if (isStopped()) return null;
  }
}
