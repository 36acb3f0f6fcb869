import { clauseOf, clausePrint, withClause } from '../scenario/clauses.ts';
import type { KeptClause } from './document-store.ts';
import type { KeptStore } from './kept-store.ts';

/** Fewest signs of a clause that is kept: shorter ones stand whole in every link that holds any words at all. */
const SHORT = 8;

/** The whole words of clauses that links have no room for. What the browser refuses to keep is here as long as the page is open. */
export class ClauseShelf {
  #store: KeptStore<KeptClause>;
  #now: () => string;
  #known = new Map<string, string>();

  constructor(store: KeptStore<KeptClause>, now: () => string) {
    this.#store = store;
    this.#now = now;
  }

  /** Keeps the clause of an own target. @param code as its field holds it */
  async keep(code: string): Promise<void> {
    const { words, cut } = clauseOf(code);
    if (cut === null && words.length > SHORT) await this.add(words);
  }

  async add(words: string): Promise<void> {
    const print = clausePrint(words);
    this.#known.set(print, words);
    await this.#store.put(print, { version: 1, print, words, changed: this.#now() }).catch(() => undefined);
  }

  async all(): Promise<string[]> {
    const stored = await this.#store.all().catch(() => []);
    // A fingerprint that does not fit its words is somebody else's.
    for (const { words } of stored) this.#known.set(clausePrint(words), words);
    return [...this.#known.values()];
  }

  /** The code with its whole clause, where it is known here. */
  async whole(code: string): Promise<string> {
    const { cut } = clauseOf(code);
    if (cut === null) return code;
    if (!this.#known.has(cut)) await this.all();
    const words = this.#known.get(cut);
    return words === undefined ? code : withClause(code, words);
  }

  /** Those of which a link carries the beginning. @param pairs of the link */
  async cutIn(pairs: readonly (readonly [key: string, value: string])[]): Promise<string[]> {
    const prints = pairs.flatMap(([, value]) => clauseOf(value).cut ?? []);
    if (prints.length === 0) return [];
    return (await this.all()).filter((words) => prints.includes(clausePrint(words)));
  }
}
