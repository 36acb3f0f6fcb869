import { wrap } from 'comlink';
import type { ReaderWire, SecondReader } from './reader-wire.ts';
import type { ModelWorker } from './start.ts';

/** @param start starts a reader */
export function createSecondReader(start: () => ModelWorker): SecondReader {
  let stop = (): void => undefined;
  return {
    async ask<T>(call: (reader: ReaderWire) => Promise<T>, died: T): Promise<T | null> {
      const worker = start();
      const ended = new Promise<T | null>((resolve) => {
        stop = () => resolve(null);
        worker.addEventListener('error', () => resolve(died));
        worker.addEventListener('messageerror', () => resolve(died));
      });
      try {
        // Every call of this interface gives a promise already, so the remote side has the same shape.
        return await Promise.race([ended, call(wrap<ReaderWire>(worker) as ReaderWire)]);
      } finally {
        worker.terminate();
      }
    },
    stop: () => stop(),
  };
}
