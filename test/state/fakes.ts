import type { Lang, Problem, Projection, Result } from '../../src/model/types.ts';
import type { Setup } from '../../src/model/frame.ts';
import type { Address } from '../../src/state/address.ts';
import type { Languages } from '../../src/state/language.ts';
import type { Value } from '../../src/scenario/types.ts';
import type { ModelClient } from '../../src/worker/client.ts';
import type { Foretold, Ledger, Opened, Ran } from '../../src/worker/model.ts';
import { builtIn } from '../scenario/setups.ts';

/** A window's address with its history. */
export class FakeAddress implements Address {
  entries: string[];
  at = 0;
  #page: string;
  #listeners: (() => void)[] = [];

  constructor(hash = '', page = 'file:///site/index.html') {
    this.#page = page;
    this.entries = [hash];
  }
  get hash(): string {
    return this.entries[this.at] ?? '';
  }
  read(): string {
    return this.#page + this.hash;
  }
  push(hash: string): void {
    this.entries = [...this.entries.slice(0, this.at + 1), hash];
    this.at += 1;
  }
  replace(hash: string): void {
    this.entries[this.at] = hash;
  }
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }
  /** The reader goes back (−1) or forward (1). */
  go(steps: number): void {
    this.at += steps;
    for (const listener of this.#listeners) listener();
  }
  /** The reader opens another link in this page. */
  type(hash: string): void {
    this.push(hash);
    for (const listener of this.#listeners) listener();
  }
}

type Question =
  | { kind: 'open'; place: string; policy: string; answer: (opened: Opened | null) => void }
  | { kind: 'run'; place: string; values: Readonly<Record<string, Value>>; answer: (ran: Ran | null) => void };

/** A client whose answers the test gives. */
export class FakeClient implements ModelClient {
  pending: Question[] = [];
  foretold: Foretold = { ok: true, hindcasts: [] };
  #listeners: ((problem: Problem) => void)[] = [];

  open(place: string, policy: string): Promise<Opened | null> {
    return new Promise((answer) => this.pending.push({ kind: 'open', place, policy, answer }));
  }
  run(place: string, _policy: string, values: Readonly<Record<string, Value>>): Promise<Ran | null> {
    return new Promise((answer) => this.pending.push({ kind: 'run', place, values, answer }));
  }
  /** Asked for the flows of areas. */
  ledgers: Parameters<ModelClient['ledger']>[] = [];
  ledger(...asked: Parameters<ModelClient['ledger']>): Promise<Ledger> {
    this.ledgers.push(asked);
    return Promise.resolve({ ok: true, plan: { areas: asked[2]?.length ?? 0 } as Projection });
  }
  keep(): void {}
  bring(): void {}
  hindcasts(): Promise<Foretold> {
    return Promise.resolve(this.foretold);
  }
  readPolicy(): ReturnType<ModelClient['readPolicy']> {
    return Promise.resolve({ pack: null, problems: [{ code: 'policy.not-json', values: {} }] });
  }
  onProblem(listener: (problem: Problem) => void): void {
    this.#listeners.push(listener);
  }
  tell(problem: Problem): void {
    for (const listener of this.#listeners) listener(problem);
  }

  /** Questions that are not answered yet, in words. */
  get questions(): string[] {
    return this.pending.map((question) =>
      question.kind === 'open'
        ? `open ${question.place} ${question.policy}`
        : `run ${question.place} ${JSON.stringify(question.values)}`,
    );
  }
  /** Answers an open question (the oldest, unless said) as the model would. */
  async answer(index = 0, problems: Problem[] = []): Promise<void> {
    const [question] = this.pending.splice(index, 1);
    if (question?.kind === 'open') question.answer({ ok: true, setup: await setupOf(question.place, question.policy) });
    else question?.answer({ ok: true, result: resultOf(question.place, question.values, problems) });
    await settle();
  }
  async fail(problem: Problem, index = 0): Promise<void> {
    const [question] = this.pending.splice(index, 1);
    question?.answer({ ok: false, problem });
    await settle();
  }
  /** Answers until nothing is asked any more. */
  async answerAll(): Promise<void> {
    await settle();
    while (this.pending.length > 0) await this.answer();
  }
}

export class FakeLanguage implements Languages {
  kept: Lang;
  /** Languages whose words cannot be fetched. */
  lost: Lang[] = [];
  constructor(kept: Lang = 'zh') {
    this.kept = kept;
  }
  async load(lang: Lang): Promise<void> {
    if (this.lost.includes(lang)) throw new Error('not delivered');
  }
  read(): Lang {
    return this.kept;
  }
  write(lang: Lang): void {
    this.kept = lang;
  }
}

/** A result that can be told by the values that it is of. */
export function resultOf(place: string, values: Readonly<Record<string, Value>>, problems: Problem[] = []): Result {
  return { place, policy: JSON.stringify(values), problems } as Result;
}

const setups = new Map<string, Promise<Setup>>();
function setupOf(place: string, policy: string): Promise<Setup> {
  const key = `${place} ${policy}`;
  const setup = setups.get(key) ?? builtIn(place, policy);
  setups.set(key, setup);
  return setup;
}

/** Lets everything that is already decided happen. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}
