import type { PlaceData } from '../model/types.ts';
import { OWN } from '../scenario/catalogue.ts';
import { named, refusal, type KeptStore } from './kept-store.ts';
import type { Kept } from './own-store.ts';
import type { DatasetsView, KeptLine } from './own-view.ts';

/** Data in use: the place, and its name in links. */
export interface Found {
  place: PlaceData;
  data: string;
}

/** The sets of data that the browser keeps. */
export class DatasetShelf implements DatasetsView {
  /** Told which link is to be opened. */
  onOpen: (link: string) => void = () => undefined;
  /** Told that the data in use have another name in links. */
  onRename: (data: string) => void = () => undefined;
  /** Why the last action did not do what was asked; whoever begins another one clears it. */
  note = $state.raw<'refused' | 'full' | 'gone' | null>(null);

  #store: KeptStore<Kept>;
  #stored = $state.raw<Kept[]>([]);
  /** What the browser refused to keep: here as long as the page is open. */
  #loose = $state.raw<Kept[]>([]);
  #all = $derived([...this.#loose, ...this.#stored]);
  #lines = $derived(this.#all.map((one): KeptLine => ({ ...lineOf(one), stored: !this.#loose.includes(one) })));
  /** What is in use, kept or not. */
  #current: { kept: Kept; place: PlaceData } | null = null;
  /** What was deleted here, and is not to come back because it is still in use. */
  #discarded = new Set<string>();

  constructor(store: KeptStore<Kept>) {
    this.#store = store;
    store.onChange(() => void this.list());
  }

  get lines(): KeptLine[] {
    return this.#lines;
  }
  get all(): readonly Kept[] {
    return this.#all;
  }
  get inUse(): Kept | null {
    return this.#current?.kept ?? null;
  }

  find(print: string): Kept | null {
    return this.#all.find((one) => one.print === print) ?? null;
  }

  async list(): Promise<void> {
    this.#stored = await this.#store.all().catch(() => this.#stored);
    // What is in use was kept, and is not any more: cleared, or deleted in another tab. It can still be downloaded.
    const current = this.#current?.kept;
    if (current && !this.#discarded.has(current.print) && this.find(current.print) === null)
      this.#loose = [current, ...this.#loose];
    this.#loose = this.#loose.filter(({ print }) => !this.#stored.some((one) => one.print === print));
  }

  /** @returns whether the browser keeps it; where it does not, it is here as long as the page is open */
  async keep(kept: Kept): Promise<boolean> {
    this.#discarded.delete(kept.print);
    this.#loose = this.#loose.filter((one) => one.print !== kept.print);
    try {
      await this.#store.put(kept.print, kept);
    } catch (error) {
      this.note = refusal(error);
      this.#loose = [kept, ...this.#loose];
      return false;
    }
    this.#stored = [kept, ...this.#stored.filter((one) => one.print !== kept.print)];
    return true;
  }

  /** Takes a set of data into use. @param place what its tables make */
  take(kept: Kept, place: PlaceData): Found {
    this.#current = { kept, place: called(place, kept.name) };
    return { place: this.#current.place, data: dataOf(kept) };
  }

  /** The data that are in use, where they are those asked for. @param print null: any */
  taken(print: string | null): Found | null {
    const current = this.#current;
    if (current === null || (print !== null && print !== current.kept.print)) return null;
    return { place: current.place, data: dataOf(current.kept) };
  }

  open(print: string): void {
    const kept = this.find(print);
    if (kept) this.onOpen(linkOf(kept));
  }

  async rename(print: string, name: string): Promise<void> {
    const kept = this.find(print);
    const text = named(name);
    if (!kept || text === '') return;
    this.note = null;
    if (this.#loose.includes(kept)) {
      this.#loose = this.#loose.map((one) => (one === kept ? { ...one, name: text } : one));
    } else {
      try {
        if (!(await this.#store.change(print, (one) => ({ ...one, name: text })))) this.note = 'gone';
      } catch (error) {
        this.note = refusal(error);
      }
      await this.list();
      if (this.note !== null) return;
    }
    if (this.#current?.kept.print !== print) return;
    this.onRename(this.take({ ...kept, name: text }, this.#current.place).data);
  }

  async discard(print: string): Promise<void> {
    this.note = null;
    this.#discarded.add(print);
    this.#loose = this.#loose.filter((one) => one.print !== print);
    try {
      await this.#store.discard(print);
      this.#stored = this.#stored.filter((one) => one.print !== print);
    } catch (error) {
      this.note = refusal(error);
    }
  }
}

const lineOf = ({ print, name, created, tables }: Kept): Omit<KeptLine, 'stored'> => {
  const size = Object.values(tables).reduce((sum, table) => sum + table.size, 0);
  return { print, name, created, size };
};

/** Name and fingerprint, as links carry them: only signs that every chat app leaves alone. */
const dataOf = ({ name, print }: Kept): string => `${name.replace(/[^\p{L}\p{N}]/gu, '').slice(0, 20)}~${print}`;
const linkOf = (kept: Kept): string => `#/${OWN.id}/data=${encodeURIComponent(dataOf(kept))}`;

const called = (place: PlaceData, name: string): PlaceData => ({
  ...place,
  name: name === place.name.zh ? place.name : { zh: name, en: name },
});
