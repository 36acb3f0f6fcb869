import { wrap } from 'comlink';
import type { Model } from './model.ts';
import type { ModelWorker } from './start.ts';
import { waiting } from './waiting.ts';

/** One living worker. */
export interface Connection<Api = Model> {
  /**
   * Asks the worker.
   * @param patience milliseconds after which a worker that does not answer is taken for dead
   * @throws Error when the worker dies before it answers, or is dead already
   */
  ask<T>(call: (model: Api) => Promise<T>, patience: number): Promise<T>;
  close(): void;
}

/**
 * Starts a worker and watches over it. A call to a dead worker would otherwise stay without an answer for ever.
 * @param onDeath told once, when the worker stops by itself
 */
export function connect<Api = Model>(start: () => ModelWorker, onDeath: () => void): Connection<Api> {
  const worker = start();
  // Every call of these interfaces gives a promise already, so the remote side has the same shape.
  const model = wrap<Api>(worker) as Api;
  let closed = false;
  const asking = waiting();
  const die = (event: Event): void => {
    const told = 'message' in event && event.message ? String(event.message) : `the worker stopped (${event.type})`;
    asking.end(new Error(told));
    if (!closed) onDeath();
  };
  worker.addEventListener('error', die, { once: true });
  worker.addEventListener('messageerror', die, { once: true });

  return {
    async ask(call, patience) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error(`the worker did not answer within ${patience / 1000} s`)), patience);
      });
      try {
        return await asking.until(Promise.race([late, call(model)]));
      } finally {
        clearTimeout(timer);
      }
    },
    close() {
      closed = true;
      worker.terminate();
    },
  };
}
