import type { Checked } from '../io/own/reader.ts';
import type { MappingStore } from './own-store.ts';

/** Old key → new, and of these what was told for other data before. */
interface State {
  all: Readonly<Record<string, string>>;
  remembered: readonly string[];
}
const NONE: State = { all: {}, remembered: [] };

/** Areas of the population file that were merged into others, as the reader says, or has said before. */
export class OwnMerges {
  #mappings: MappingStore;
  #state = $state.raw<State>(NONE);
  /** Areas of which the reader herself has said where they belong, be it nowhere. */
  #told = new Set<string>();
  /** What stood for the population file before this one. */
  #before: Readonly<Record<string, string>> = {};

  constructor(mappings: MappingStore) {
    this.#mappings = mappings;
  }

  get state(): State {
    return this.#state;
  }

  /** Goes back to what was. */
  restore(state: State): void {
    this.#state = state;
  }

  /** @param into null: nowhere */
  tell(key: string, into: string | null): void {
    const { all, remembered } = this.#state;
    this.#state = {
      all: into === null ? without(all, key) : { ...all, [key]: into },
      remembered: remembered.filter((one) => one !== key),
    };
    this.#before = without(this.#before, key);
    this.#told.add(key);
  }

  /** Another population file: an area that was gone in the one before may be there in this one. */
  begin(): void {
    this.#before = { ...this.#before, ...this.#state.all };
    this.#state = NONE;
  }

  /** Takes up what was told before about areas that are gone here too. @returns whether there was any */
  async recall({ gone, into }: Checked): Promise<boolean> {
    if (gone.length === 0) return false;
    const known = await this.#mappings.all();
    const here = new Set(into.map(({ key }) => key));
    const again = gone.flatMap(({ key }): [string, string][] => {
      const to = this.#before[key] ?? (this.#told.has(key) ? undefined : known[key]);
      return to !== undefined && here.has(to) ? [[key, to]] : [];
    });
    const { all, remembered } = this.#state;
    this.#state = {
      all: { ...all, ...Object.fromEntries(again) },
      remembered: [...remembered, ...again.map(([key]) => key)],
    };
    return again.length > 0;
  }

  end(): void {
    this.#state = NONE;
    this.#before = {};
    this.#told.clear();
  }
}

const without = (all: State['all'], key: string): State['all'] =>
  Object.fromEntries(Object.entries(all).filter(([one]) => one !== key));
