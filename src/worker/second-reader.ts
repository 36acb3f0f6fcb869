import { wrap } from 'comlink';
import type { ReaderWire, SecondReader } from './reader-wire.ts';
import type { ModelWorker } from './start.ts';
import { waiting, type Waiting } from './waiting.ts';

interface Living {
  reader: ReaderWire;
  asking: Waiting;
  /** Why it is no more. */
  over: 'stopped' | 'died' | 'failed' | null;
  end(why: NonNullable<Living['over']>): void;
}

/** @param start starts a reader */
export function createSecondReader(start: () => ModelWorker): SecondReader {
  let living: Living | null = null;

  const begin = (): Living => {
    const worker = start();
    const asking = waiting();
    const own: Living = {
      // Every call of this interface gives a promise already, so the remote side has the same shape.
      reader: wrap<ReaderWire>(worker) as ReaderWire,
      asking,
      over: null,
      end(why) {
        own.over ??= why;
        if (living === own) living = null;
        worker.terminate();
        asking.end(new Error(why));
      },
    };
    worker.addEventListener('error', () => own.end('died'));
    worker.addEventListener('messageerror', () => own.end('died'));
    return own;
  };

  return {
    ready() {
      living ??= begin();
    },
    async ask<T>(call: (reader: ReaderWire) => Promise<T>, died: T): Promise<T | null> {
      const own = (living ??= begin());
      try {
        return await own.asking.until(call(own.reader));
      } catch (error) {
        own.end('failed');
        if (own.over === 'failed') throw error;
        return own.over === 'died' ? died : null;
      }
    },
    stop() {
      if (living && living.asking.count > 0) living.end('stopped');
    },
    end: () => living?.end('stopped'),
  };
}
