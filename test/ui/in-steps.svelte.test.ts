import { flushSync } from 'svelte';
import { expect, it } from 'vitest';
import { InSteps } from '../../src/ui/in-steps.svelte.ts';

/** Figures that follow from `given`: in two steps, of which the second fails where it is negative. */
function made(many: boolean) {
  let given = $state(1);
  let figures: InSteps<number> | undefined;
  const end = $effect.root(() => {
    figures = new InSteps(
      () => many,
      () => {
        const from = given;
        return (function* () {
          yield;
          if (from < 0) throw new Error(`no root of ${from}`);
          return from * 2;
        })();
      },
    );
  });
  flushSync();
  const give = (next: number): void => {
    given = next;
    flushSync();
  };
  return { figures: figures!, give, end };
}

it('works out small places at once', () => {
  const { figures, give, end } = made(false);
  expect(figures.value).toBe(2);
  give(3);
  expect(figures.value).toBe(6);
  end();
});

it('keeps the figures before until the new are there', async () => {
  const { figures, give, end } = made(true);
  expect(figures.value).toBeNull();
  await expect.poll(() => figures.value).toBe(2);
  give(3);
  expect(figures.value).toBe(2);
  await expect.poll(() => figures.value).toBe(6);
  end();
});

it.each([true, false])('says what a step threw, until there are figures again (step by step: %s)', async (many) => {
  const { figures, give, end } = made(many);
  const failure = (): string => {
    try {
      return String(figures.value);
    } catch (error) {
      return (error as Error).message;
    }
  };
  give(-1);
  await expect.poll(failure).toBe('no root of -1');
  give(4);
  await expect.poll(() => figures.value).toBe(8);
  end();
});
