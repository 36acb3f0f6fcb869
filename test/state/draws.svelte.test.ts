import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Draws } from '../../src/model/micro/ensemble.ts';
import type { Problem } from '../../src/model/types.ts';
import { DrawSession } from '../../src/state/draws.svelte.ts';
import type { SessionView } from '../../src/state/view.ts';
import type { BaseSamples } from '../../src/model/doubt/base-samples.ts';
import type { TornadoPart } from '../../src/model/doubt/tornado.ts';
import type { DrawPool, Piece } from '../../src/worker/draw-pool.ts';
import type { DrawModel } from '../../src/worker/draw-model.ts';
import { fakeSession, fields } from '../ui/fake-session.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

interface Run {
  /** What a worker was asked. */
  asked: { what: string; values: unknown; range: unknown } | null;
  size: number;
  onProblem(problem: Problem): void;
  give(parts: readonly Piece[]): void;
}

/** One thing that can change alone, as in the session. */
function cell<T>(first: T) {
  let value = $state.raw(first);
  return { get: (): T => value, set: (next: T): void => void (value = next) };
}
const CHANGING = ['status', 'result', 'place', 'pack', 'dragging', 'scenario', 'fields', 'value'] as const;

/** A session whose state can be changed, a pool that notes what it is asked, and what follows the one for the other. */
function follow(over: Partial<SessionView> = {}) {
  const { session } = fakeSession();
  const cells = new Map(CHANGING.map((key) => [key, cell<unknown>(over[key] ?? session[key])]));
  const live = new Proxy(session, {
    get: (target, key: keyof SessionView) => cells.get(key as never)?.get() ?? target[key],
  });
  const runs: Run[] = [];
  const cancel = vi.fn();
  const pool: DrawPool = {
    run(task, { onParts, onProblem }) {
      const run: Run = { asked: null, size: task.size, onProblem, give: (parts) => onParts(parts as never) };
      runs.push(run);
      const note = (what: string) => (values: unknown, range: unknown) => {
        run.asked = { what, values, range };
        return new Promise<never>(() => {});
      };
      const model = { draw: note('draws'), samples: note('samples'), tornado: note('tornado') };
      void task.ask(model as unknown as DrawModel, 0, 1);
    },
    cancel,
  };
  const draws = new DrawSession(live, pool);
  flushSync();
  const change = (changed: Partial<SessionView>): void => {
    for (const key of CHANGING) if (key in changed) cells.get(key)!.set(changed[key]);
    flushSync();
  };
  return { draws, runs, cancel, change };
}
const some = { from: 0, to: 25 } as Draws;

describe('the draws of a session', () => {
  it('start when nothing has changed for a moment', () => {
    const { runs, change } = follow();
    vi.advanceTimersByTime(140);
    change({ scenario: { place: 'tongjiang', values: { transfer: 9 } } });
    vi.advanceTimersByTime(140);
    expect(runs).toHaveLength(0);
    vi.advanceTimersByTime(20);
    expect(runs.map(({ asked }) => asked?.values)).toEqual([{ transfer: 9 }]);
  });

  it('are not made while a slider is held', () => {
    const { runs, change } = follow({ dragging: true });
    vi.advanceTimersByTime(1000);
    expect(runs).toHaveLength(0);
    change({ dragging: false });
    vi.advanceTimersByTime(250);
    expect(runs).toHaveLength(1);
  });

  it('are cancelled and hidden the moment an input changes; only the axis remembers them', () => {
    const { draws, runs, cancel, change } = follow();
    vi.advanceTimersByTime(250);
    runs[0]!.give([some]);
    expect(draws.parts).toEqual([some]);
    const before = cancel.mock.calls.length;
    change({ status: 'running' });
    expect(cancel.mock.calls.length).toBeGreaterThan(before);
    expect(draws.parts).toEqual([]);
    expect(draws.before).toEqual([some]);
  });

  it('stay while another chapter is opened, or a plan is named', () => {
    const { draws, runs, change } = follow({ scenario: { place: 'tongjiang', values: { transfer: 9 } } });
    vi.advanceTimersByTime(250);
    runs[0]!.give([some]);
    draws.stop();
    change({ scenario: { place: 'tongjiang', values: { transfer: 9 }, view: 'cost' } });
    vi.advanceTimersByTime(250);
    expect([draws.parts, draws.stopped, runs.length]).toEqual([[some], true, 1]);
  });

  it('tell why they failed until the next change', () => {
    const { draws, runs, change } = follow();
    vi.advanceTimersByTime(250);
    const problem = { code: 'draws.failed', values: { message: 'gone' } };
    runs[0]!.onProblem(problem);
    expect(draws.problem).toEqual(problem);
    change({ status: 'running' });
    expect(draws.problem).toBeNull();
  });

  it('stay where something behind them fails: that is told, and asked for again when the reader says so', () => {
    const { draws, runs } = follow({ value: (key) => (key === 'draws' ? 25 : key === 'doubt' ? 'both' : 7) });
    vi.advanceTimersByTime(250);
    runs[0]!.give([some]);
    const problem = { code: 'draws.failed', values: { message: 'gone' } };
    runs[1]!.onProblem(problem);
    expect([draws.parts, draws.problem]).toEqual([[some], null]);
    expect(draws.behind).toMatchObject({ under: null, problem });
    draws.look();
    expect(runs).toHaveLength(2);
    draws.resume();
    expect(draws.behind.problem).toBeNull();
    expect(runs.map(({ asked }) => asked?.what)).toEqual(['draws', 'tornado', 'tornado']);
  });

  it('that have failed are made again when the reader says so', () => {
    const { draws, runs } = follow();
    vi.advanceTimersByTime(250);
    runs[0]!.onProblem({ code: 'draws.failed', values: { message: 'gone' } });
    draws.resume();
    expect([draws.problem, runs.length]).toEqual([null, 2]);
  });

  it('do not start after a stop, but when the reader says so', () => {
    const { draws, runs } = follow();
    draws.stop();
    vi.advanceTimersByTime(250);
    expect([draws.stopped, runs.length]).toEqual([true, 0]);
    draws.resume();
    expect([draws.stopped, runs.length]).toEqual([false, 1]);
  });

  it('draw what the scenario says is in doubt, and draw again when that changes', () => {
    const value =
      (doubt: string): SessionView['value'] =>
      (key) =>
        key === 'draws' ? 100 : key === 'doubt' ? doubt : 7;
    const { draws, runs, change } = follow({ value: value('both') });
    vi.advanceTimersByTime(250);
    change({ value: value('chance'), scenario: { place: 'tongjiang', values: { doubt: 'chance' } } });
    vi.advanceTimersByTime(250);
    change({ value: value('parameters'), scenario: { place: 'tongjiang', values: { doubt: 'parameters' } } });
    vi.advanceTimersByTime(250);
    expect(runs.map(({ asked }) => asked?.range)).toMatchObject([
      { chance: true, parameters: true },
      { chance: true, parameters: false },
      { chance: false, parameters: true },
    ]);
    expect(draws.doubt).toBe('parameters');
  });

  it('stop where the reader stops them, keep what is there, and start again when she says so', () => {
    const { draws, runs, cancel } = follow();
    vi.advanceTimersByTime(250);
    runs[0]!.give([some]);
    const before = cancel.mock.calls.length;
    draws.stop();
    expect([draws.stopped, draws.parts, cancel.mock.calls.length]).toEqual([true, [some], before + 1]);
    draws.resume();
    expect([draws.stopped, runs.length]).toEqual([false, 2]);
  });

  it('that are all there are not made again after a stop: what stands behind goes on', () => {
    const { draws, runs } = follow({ value: (key) => (key === 'draws' ? 25 : key === 'doubt' ? 'both' : 7) });
    vi.advanceTimersByTime(250);
    runs[0]!.give([some]);
    draws.stop();
    draws.resume();
    expect(draws.stopped).toBe(false);
    expect(draws.parts).toEqual([some]);
    expect(runs.map(({ asked }) => asked?.what)).toEqual(['draws', 'tornado', 'tornado']);
  });

  it('are followed by what stands behind them while somebody looks, one thing after the other', () => {
    const values = { transfer: 9, attrition: 0.05, draws: 25 };
    const inDoubt = { ...fields[0]!, key: 'breach', low: 0.1, default: 0.2, high: 0.3, distribution: 'PERT' as const };
    const { draws, runs, change } = follow({
      scenario: { place: 'tongjiang', values },
      fields: [...fields, inDoubt],
      value: (key) => (key === 'draws' ? 25 : key === 'doubt' ? 'both' : 7),
    });
    vi.advanceTimersByTime(250);
    runs[0]!.give([some]);
    // What the doubt comes from is told to whoever reads the answer.
    expect(runs.map(({ asked }) => asked?.what)).toEqual(['draws', 'tornado']);
    const [one, rest] = [{ from: 0, to: 1 } as TornadoPart, { from: 1, to: 2 } as TornadoPart];
    runs[1]!.give([one]);
    expect(draws.behind).toMatchObject({ tornado: [], under: { what: 'tornado', done: 1, of: 2 } });
    runs[1]!.give([one, rest]);
    expect(draws.behind).toMatchObject({ tornado: [one, rest], under: null });
    expect(runs).toHaveLength(2);
    const leave = draws.look();
    expect(runs[2]!.asked).toMatchObject({ what: 'draws', values: { attrition: 0.05, draws: 25 } });
    expect(draws.behind.under).toEqual({ what: 'baseline', done: 0, of: 25 });
    runs[2]!.give([some]);
    expect(draws.behind.baseline).toEqual([some]);
    expect(runs[3]).toMatchObject({ size: 256, asked: { what: 'samples', values } });
    runs[3]!.give([{ from: 0, to: 256 } as BaseSamples]);
    expect(runs[4]).toMatchObject({ size: 25, asked: { range: { chance: true, parameters: false } } });
    runs[4]!.give([some]);
    expect(draws.behind.under).toBeNull();
    leave();
    change({ status: 'running' });
    expect(draws.behind.samples).toEqual([]);
    change({ status: 'ready' });
    vi.advanceTimersByTime(250);
    runs[5]!.give([some]);
    expect(runs.slice(6).map(({ asked }) => asked?.what)).toEqual(['tornado']);
  });

  it('are followed by tornado and shares of variance also where parameters alone are drawn, but then not by chance alone', () => {
    const value: SessionView['value'] = (key) => (key === 'draws' ? 25 : key === 'doubt' ? 'parameters' : 7);
    const { draws, runs } = follow({ scenario: { place: 'tongjiang', values: {} }, value });
    vi.advanceTimersByTime(250);
    draws.look();
    runs[0]!.give([some]);
    runs[1]!.give([{ from: 0, to: 1 } as TornadoPart]);
    runs[2]!.give([{ from: 0, to: 256 } as BaseSamples]);
    expect(runs.map(({ asked }) => asked?.what)).toEqual(['draws', 'tornado', 'samples']);
    expect(draws.behind.under).toBeNull();
  });

  it('go on behind themselves where they are when somebody looks again', () => {
    const value: SessionView['value'] = (key) => (key === 'draws' ? 25 : key === 'doubt' ? 'parameters' : 7);
    const { draws, runs } = follow({ value });
    vi.advanceTimersByTime(250);
    runs[0]!.give([some]);
    const leave = draws.look();
    runs[1]!.give([{ from: 0, to: 1 } as TornadoPart]);
    runs[2]!.give([{ from: 0, to: 100 } as BaseSamples]);
    leave();
    draws.look();
    expect(runs.map(({ asked }) => asked?.what)).toEqual(['draws', 'tornado', 'samples']);
    expect(draws.behind.samples).toHaveLength(1);
  });

  it('draw another plan after the baseline, again with every change, and no more when nobody asks', () => {
    const value: SessionView['value'] = (key) => (key === 'draws' ? 25 : key === 'doubt' ? 'chance' : 7);
    const { draws, runs, change } = follow({ scenario: { place: 'tongjiang', values: {} }, value });
    vi.advanceTimersByTime(250);
    runs[0]!.give([some]);
    draws.look();
    expect(draws.behind.under).toBeNull();
    draws.against({ values: { recruit: 3 }, moves: [] });
    expect(runs[1]!.asked).toMatchObject({ what: 'draws', values: { recruit: 3 }, range: { seed: 7, chance: true } });
    expect(draws.behind.under).toEqual({ what: 'other', done: 0, of: 25 });
    runs[1]!.give([some]);
    expect([draws.behind.other, draws.behind.under]).toEqual([[some], null]);
    draws.against({ values: { recruit: 3 }, moves: [] });
    expect(runs).toHaveLength(2);
    change({ status: 'running' });
    expect(draws.behind.other).toEqual([]);
    change({ status: 'ready' });
    vi.advanceTimersByTime(250);
    runs[2]!.give([some]);
    expect(runs[3]!.asked).toMatchObject({ values: { recruit: 3 } });
    draws.against(null);
    expect(draws.behind.other).toEqual([]);
  });
});
