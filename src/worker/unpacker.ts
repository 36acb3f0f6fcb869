import { transfer, wrap } from 'comlink';
import type { ReadSheets } from '../io/own/reader.ts';
import type { ReaderWire, Unpacker } from './reader-wire.ts';
import type { ModelWorker } from './start.ts';

/** @param start starts a reader */
export function createUnpacker(start: () => ModelWorker): Unpacker {
  let stop = (): void => undefined;
  return {
    async read(file, take) {
      const worker = start();
      const { port1, port2 } = new MessageChannel();
      const ended = new Promise<ReadSheets | null>((resolve) => {
        stop = () => resolve(null);
        // It dies of a workbook that does not fit into the memory.
        const problems = [{ code: 'file.workbook', values: { file: file.name } }];
        worker.addEventListener('error', () => resolve({ sheets: [], problems }));
        worker.addEventListener('messageerror', () => resolve({ sheets: [], problems }));
      });
      const reader = wrap<ReaderWire>(worker) as ReaderWire;
      try {
        return await Promise.race([ended, reader.unpack(file, transfer(port1, [port1])).then(() => take(port2))]);
      } finally {
        worker.terminate();
      }
    },
    stop: () => stop(),
  };
}
