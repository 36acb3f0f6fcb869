/** Work that somebody waits for goes before work that is done behind: together they would share the processors. */
export interface Precedence {
  /** @returns the same work */
  give<T>(work: Promise<T>): Promise<T>;
  /** Settles when nobody waits any more; null: nobody does. */
  readonly over: Promise<void> | null;
}

export function createPrecedence(): Precedence {
  let count = 0;
  let over: Promise<void> | null = null;
  let end = (): void => undefined;
  return {
    async give(work) {
      if (count++ === 0) over = new Promise((resolve) => (end = resolve));
      try {
        return await work;
      } finally {
        if (--count === 0) {
          over = null;
          end();
        }
      }
    },
    get over() {
      return over;
    },
  };
}
