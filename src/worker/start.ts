/** What the client needs of a worker; tests give a message channel. */
export type ModelWorker = Pick<Worker, 'postMessage' | 'addEventListener' | 'removeEventListener' | 'terminate'>;

/** The one place where workers are started: that of the model, that which reads files, that which plans, those that draw. */
export function startWorker(): ModelWorker {
  return new Worker(new URL('./model.worker.ts', import.meta.url), { type: 'module' });
}

export function startReader(): ModelWorker {
  return new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' });
}

export function startSolver(): ModelWorker {
  return new Worker(new URL('./solver.worker.ts', import.meta.url), { type: 'module' });
}

export function startDrawer(): ModelWorker {
  return new Worker(new URL('./draw.worker.ts', import.meta.url), { type: 'module' });
}
