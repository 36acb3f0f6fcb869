import { readLink } from '../scenario/link.ts';
import { named, refusal, type KeptStore } from './kept-store.ts';
import type { KeptScenario } from './scenario-store.ts';
import type { ScenarioLine, ScenariosView } from './own-view.ts';

/** The scenarios that the browser keeps. */
export class ScenarioShelf implements ScenariosView {
  /** Told when a scenario is to be opened. */
  onOpen: (link: string) => void = () => undefined;
  /** As in the view; whoever begins another action clears it. */
  note = $state.raw<ScenariosView['note']>(null);

  #store: KeptStore<KeptScenario>;
  #now: () => string;
  #stored = $state.raw<KeptScenario[]>([]);
  /** What the browser refused to keep: here as long as the page is open. */
  #loose = $state.raw<KeptScenario[]>([]);
  #all = $derived([...this.#loose, ...this.#stored]);
  #lines = $derived(this.#all.map((one): ScenarioLine => ({ ...lineOf(one), stored: !this.#loose.includes(one) })));

  constructor(store: KeptStore<KeptScenario>, now: () => string) {
    this.#store = store;
    this.#now = now;
    store.onChange(() => void this.list());
  }

  get lines(): ScenarioLine[] {
    return this.#lines;
  }

  async list(): Promise<void> {
    this.#stored = await this.#store.all().catch(() => this.#stored);
  }

  all(): KeptScenario[] {
    return this.#all;
  }

  find(id: string): KeptScenario | null {
    return this.#all.find((one) => one.id === id) ?? null;
  }

  /** A scenario under a name, not kept yet. */
  made(name: string, link: string): KeptScenario {
    const now = this.#now();
    const id = `${now}-${Math.random().toString(36).slice(2, 10)}`;
    return { version: 1, id, name: named(name), link, created: now, changed: now };
  }

  async save(name: string, link: string): Promise<boolean> {
    return this.keep(this.made(name, link));
  }

  /** @returns whether the browser keeps it */
  async keep(one: KeptScenario): Promise<boolean> {
    this.note = null;
    this.#loose = this.#loose.filter(({ id }) => id !== one.id);
    try {
      await this.#store.put(one.id, one);
    } catch (error) {
      this.note = refusal(error);
      this.#loose = [one, ...this.#loose];
      return false;
    }
    await this.list();
    return true;
  }

  open(id: string): void {
    const one = this.find(id);
    if (one) this.onOpen(one.link);
  }

  async rename(id: string, name: string): Promise<void> {
    const text = named(name);
    if (text === '') return;
    const loose = this.#loose.find((one) => one.id === id);
    if (loose) {
      this.#loose = this.#loose.map((one) => (one === loose ? { ...one, name: text } : one));
      return;
    }
    await this.#try(async () => {
      const changed = this.#now();
      if (!(await this.#store.change(id, (one) => ({ ...one, name: text, changed })))) this.note = 'gone';
    });
  }

  async duplicate(id: string, name: string): Promise<void> {
    const one = this.find(id);
    if (one) await this.save(name, one.link);
  }

  async discard(id: string): Promise<void> {
    this.#loose = this.#loose.filter((one) => one.id !== id);
    await this.#try(() => this.#store.discard(id));
  }

  async #try(work: () => Promise<void>): Promise<void> {
    this.note = null;
    try {
      await work();
    } catch (error) {
      this.note = refusal(error);
    }
    await this.list();
  }
}

const lineOf = ({ id, name, changed, link }: KeptScenario): Omit<ScenarioLine, 'stored'> => {
  const { place, data } = readLink(link);
  return { id, name, changed, size: link.length, place: place ?? '', data: data ?? null };
};
