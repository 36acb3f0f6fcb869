import { wrap } from 'comlink';
import { joined, type OwnReader, type ReaderWire } from './reader-wire.ts';
import type { ModelWorker } from './start.ts';
import { createSecondReader } from './second-reader.ts';
import { waiting, type Waiting } from './waiting.ts';

/** The page's side of the reader of files. */
export interface ReaderClient {
  /** Asks the reader. @throws Error when it dies or is stopped before it answers */
  ask<T>(call: (reader: OwnReader) => Promise<T>): Promise<T>;
  /** As `stop`, unless somebody waits for an answer. */
  rest(): void;
  /** Ends what is being read, and forgets all that was; the next question starts another reader. */
  stop(): void;
}

/** Starts the worker at the first question. A call to a dead worker would otherwise stay without an answer for ever. */
export function createReaderClient(start: () => ModelWorker): ReaderClient {
  let living: { reader: OwnReader; asking: Waiting; end: (why: string) => void } | null = null;

  const second = createSecondReader(start);

  const begin = (): NonNullable<typeof living> => {
    const worker = start();
    const asking = waiting();
    const end = (why: string): void => {
      living = null;
      second.end();
      worker.terminate();
      asking.end(new Error(why));
    };
    worker.addEventListener('error', (event) => end(String(event.message)));
    worker.addEventListener('messageerror', (event) => end(event.type));
    // Every call of this interface gives a promise already, so the remote side has the same shape.
    return { reader: joined(wrap<ReaderWire>(worker) as ReaderWire, second), asking, end };
  };

  return {
    ask: (call) => {
      living ??= begin();
      return living.asking.until(call(living.reader));
    },
    rest() {
      if (living?.asking.count === 0) living.end('stopped');
    },
    stop: () => living?.end('stopped'),
  };
}
