import DrawWorker from './draw.worker.ts?worker&inline';
import ModelWorkerCode from './model.worker.ts?worker&inline';
import ReaderWorker from './reader.worker.ts?worker&inline';
import SolverWorker from './solver.worker.ts?worker&inline';
import type { ModelWorker } from './start.ts';

/** Stands for `start.ts` in the page that is one file: the workers are in the page, since a browser starts none from another file. */
export const startWorker = (): ModelWorker => new ModelWorkerCode();
export const startReader = (): ModelWorker => new ReaderWorker();
export const startSolver = (): ModelWorker => new SolverWorker();
export const startDrawer = (): ModelWorker => new DrawWorker();
