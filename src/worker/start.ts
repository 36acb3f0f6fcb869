/** What the client needs of a worker; tests give a message channel. */
export type ModelWorker = Pick<Worker, 'postMessage' | 'addEventListener' | 'removeEventListener' | 'terminate'>;

/** The one place where a worker is started. */
export function startWorker(): ModelWorker {
  return new Worker(new URL('./model.worker.ts', import.meta.url), { type: 'module' });
}
