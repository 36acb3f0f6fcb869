import type { PolicyPack, Problem } from '../model/types.ts';
import type { ModelClient } from '../worker/client.ts';
import type { KeptDocument } from './document-store.ts';
import type { KeptStore } from './kept-store.ts';
import type { DocumentLine, DocumentsView } from './own-view.ts';

interface Known {
  pack: PolicyPack;
  text: string;
  stored: boolean;
}

/** The documents that the reader has brought. What the browser refuses to keep is here as long as the page is open. */
export class DocumentShelf implements DocumentsView {
  /** Reads and checks a file; the session gives it. */
  read: ModelClient['readPolicy'] = async () => null;
  /** Told when there is one more or one less. */
  onChange: (packs: readonly PolicyPack[]) => void = () => undefined;

  #store: KeptStore<KeptDocument>;
  #now: () => string;
  #last: Promise<unknown> = Promise.resolve();
  #known = $state.raw<readonly Known[]>([]);
  #packs: readonly PolicyPack[] = $derived(this.#known.map(({ pack }) => pack));
  #lines = $derived(this.#known.map(({ pack, text, stored }): DocumentLine => ({ pack, stored, size: text.length })));

  constructor(store: KeptStore<KeptDocument>, now: () => string) {
    this.#store = store;
    this.#now = now;
    store.onChange(() => void this.list().then(() => this.onChange(this.#packs)));
  }

  get lines(): DocumentLine[] {
    return this.#lines;
  }
  /** The same list as long as nothing is added or removed. */
  get packs(): readonly PolicyPack[] {
    return this.#packs;
  }

  /** Takes up what the browser keeps; what is in use here stays, even where another tab has removed it. */
  list(): Promise<void> {
    return this.#inTurn(() => this.#load());
  }

  async #load(): Promise<void> {
    const stored = await this.#store.all().catch(() => []);
    const fresh = stored.filter(({ id }) => !this.#known.some(({ pack }) => pack.id === id));
    const found: Known[] = [];
    for (const { text } of fresh.reverse()) {
      const pack = packOf(await this.read(text));
      if (pack !== null) found.push({ pack, text, stored: true });
    }
    if (found.length > 0) this.#known = [...this.#known, ...found];
  }

  /** @returns the document, or everything that is wrong with the file; null: it could not be read at all */
  take(text: string): Promise<{ pack: PolicyPack | null; problems: Problem[] } | null> {
    return this.#inTurn(() => this.#keep(text));
  }

  async #keep(text: string): Promise<{ pack: PolicyPack | null; problems: Problem[] } | null> {
    const answer = await this.read(text);
    if (answer === null || 'ok' in answer) return null;
    const { pack } = answer;
    if (pack === null || this.#known.some((one) => one.pack.id === pack.id)) return answer;
    const kept = { version: 1 as const, id: pack.id, text, changed: this.#now() };
    const stored = await this.#store.put(pack.id, kept).then(
      () => true,
      () => false,
    );
    this.#known = [...this.#known, { pack, text, stored }];
    this.onChange(this.#packs);
    return answer;
  }

  /** One after the other: of two files that are read at once the model answers for the newer only. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }

  async discard(id: string): Promise<void> {
    this.#known = this.#known.filter(({ pack }) => pack.id !== id);
    await this.#store.discard(id).catch(() => undefined);
    this.onChange(this.#packs);
  }

  /** The file as it was brought. */
  textOf(id: string): string | null {
    return this.#known.find(({ pack }) => pack.id === id)?.text ?? null;
  }

  /** Files of all documents, or of those of these ids. */
  texts(ids?: readonly string[]): string[] {
    return this.#known.flatMap(({ pack, text }) => (ids === undefined || ids.includes(pack.id) ? [text] : []));
  }
}

const packOf = (answer: Awaited<ReturnType<ModelClient['readPolicy']>>): PolicyPack | null =>
  answer === null || 'ok' in answer ? null : answer.pack;
