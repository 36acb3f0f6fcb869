import { expose } from 'comlink';
import type { Projection, Result } from '../../src/model/types.ts';
import type { FieldSetup } from '../../src/scenario/setup.ts';
import type { Value } from '../../src/scenario/types.ts';
import type { ModelWire } from '../../src/worker/model-wire.ts';
import type { ModelWorker } from '../../src/worker/start.ts';

/** A worker over a message channel, with a model that answers when it is told to. */
export class FakeWorker {
  /** What it was asked, in order. */
  readonly asked: string[] = [];
  terminated = false;
  #answers: (() => void)[] = [];
  #events = new EventTarget();
  #page = new MessageChannel();

  /** @param setupOf what it opens; a setup by name alone where it is not said */
  constructor(setupOf = setupFor) {
    const answer = <T>(question: string, value: T): Promise<T> => {
      this.asked.push(question);
      return new Promise((resolve) => this.#answers.push(() => resolve(value)));
    };
    const model: ModelWire = {
      give: async () => undefined,
      open: (place, policy) => answer(`open ${place} ${policy}`, { ok: true, setup: setupOf(place, policy) }),
      run: (values) => answer(`run ${JSON.stringify(values)}`, { ok: true, result: resultFor(values) }),
      ledger: (values, _moves, members) =>
        answer(`ledger ${JSON.stringify(values)} ${members?.join(' ') ?? 'all'}`, { ok: true, plan: planOf(members) }),
      hindcasts: () => answer('hindcasts', { ok: true, hindcasts: [] }),
      readPolicy: (text) => answer(`readPolicy ${text}`, { pack: null, problems: [] }),
    };
    expose(model, this.#page.port1);
    this.#page.port2.start();
  }

  /** Its side of the page. */
  get worker(): ModelWorker {
    const port = this.#page.port2;
    const of = (type: string): EventTarget => (type === 'message' ? port : this.#events);
    return {
      postMessage: (message: unknown, transfer: Transferable[] = []) => port.postMessage(message, transfer),
      addEventListener: (type: string, listener: EventListener) => of(type).addEventListener(type, listener),
      removeEventListener: (type: string, listener: EventListener) => of(type).removeEventListener(type, listener),
      terminate: () => this.close(),
    } as ModelWorker;
  }

  /** Lets it answer the oldest open question. */
  answer(): void {
    this.#answers.shift()?.();
  }

  die(event: 'error' | 'messageerror' = 'error'): void {
    this.#events.dispatchEvent(new Event(event));
  }

  close(): void {
    this.terminated = true;
    this.#page.port1.close();
    this.#page.port2.close();
  }
}

function setupFor(place: string, policy: string): FieldSetup {
  return { place: { id: place }, pack: { id: policy } } as FieldSetup;
}

function planOf(members: readonly number[] | null): Projection {
  return { areas: members?.length ?? 0 } as Projection;
}

function resultFor(values: Readonly<Record<string, Value>>): Result {
  return { place: JSON.stringify(values) } as Result;
}
