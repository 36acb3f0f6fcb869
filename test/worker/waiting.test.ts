import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { waiting } from '../../src/worker/waiting.ts';

describe('who waits for a worker', () => {
  it('gets its answer, or its refusal', async () => {
    const { until } = waiting();
    expect(await until(Promise.resolve(7))).toBe(7);
    await expect(until(Promise.reject(new Error('no')))).rejects.toThrow('no');
  });

  it('is told when the worker ends, and so is who comes later', async () => {
    const { until, end } = waiting();
    const asked = until(new Promise(() => undefined));
    end(new Error('dead'));
    end(new Error('again'));
    await expect(asked).rejects.toThrow('dead');
    await expect(until(Promise.resolve(7))).rejects.toThrow('dead');
    await expect(until(Promise.reject(new Error('no')))).rejects.toThrow('dead');
  });

  it('is not held once it has been answered', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const { until } = waiting();
    const answer = async (): Promise<WeakRef<object>> => new WeakRef(await until(Promise.resolve({})));
    const held = await answer();
    // A WeakRef lives until the end of the task that made it.
    await new Promise((resolve) => setTimeout(resolve));
    collect();
    expect(held.deref()).toBe(undefined);
  });
});
