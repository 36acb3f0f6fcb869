/** Those who wait for a worker, until it ends. */
export interface Waiting {
  /** How many they are. */
  readonly count: number;
  /** The answer; rejects when the worker ends before, or has ended already. */
  until<T>(answer: Promise<T>): Promise<T>;
  end(why: Error): void;
}

/**
 * A race against one promise of the worker's end would hold every answer, and a result can have 100 MB, for as long as the worker
 * lives: here who has been answered is let go.
 */
export function waiting(): Waiting {
  const told = new Set<(why: Error) => void>();
  let ended: Error | null = null;
  return {
    get count() {
      return told.size;
    },
    until: (answer) =>
      new Promise((resolve, reject) => {
        if (ended) reject(ended);
        else told.add(reject);
        const leave = (): unknown => told.delete(reject);
        answer.finally(leave).then(resolve, reject);
      }),
    end(why) {
      ended ??= why;
      for (const reject of told) reject(ended);
      told.clear();
    },
  };
}
