import { describe, expect, it } from 'vitest';
import { createPrecedence } from '../../src/worker/precedence.ts';

/** Work that ends when it is told to. */
function work() {
  let end: (value: string) => void = () => undefined;
  let fail: (why: Error) => void = () => undefined;
  const done = new Promise<string>((resolve, reject) => ([end, fail] = [resolve, reject]));
  return { done, end, fail };
}

describe('precedence', () => {
  it('lasts until the last of the works that it was given to is over, and begins again with the next', async () => {
    const precedence = createPrecedence();
    expect(precedence.over).toBe(null);
    const [first, second] = [work(), work()];
    const given = [precedence.give(first.done), precedence.give(second.done)];
    const { over } = precedence;
    let ended = false;
    void over?.then(() => (ended = true));
    first.end('a');
    expect(await given[0]).toBe('a');
    expect([ended, precedence.over]).toEqual([false, over]);
    second.end('b');
    expect(await given[1]).toBe('b');
    await over;
    expect(precedence.over).toBe(null);
    const third = work();
    const again = precedence.give(third.done);
    expect(precedence.over).not.toBe(null);
    third.end('c');
    await again;
    expect(precedence.over).toBe(null);
  });

  it('ends with a work that fails, and its error is for whoever asked', async () => {
    const precedence = createPrecedence();
    const { done, fail } = work();
    const given = precedence.give(done);
    const { over } = precedence;
    fail(new Error('died'));
    await expect(given).rejects.toThrow('died');
    await over;
    expect(precedence.over).toBe(null);
  });
});
