import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Draws } from '../../src/model/micro/ensemble.ts';
import { DrawSession } from '../../src/state/draws.svelte.ts';
import type { SessionView } from '../../src/state/view.ts';
import type { DrawJob, DrawListener } from '../../src/worker/draw-pool.ts';
import { fakeSession, place } from '../ui/fake-session.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A session whose state can be changed, a pool that notes what it is asked, and what follows the one for the other. */
function follow(over: Partial<SessionView> = {}) {
  let state = $state.raw<Partial<SessionView>>(over);
  const { session } = fakeSession();
  const live = new Proxy(session, {
    get: (target, key: keyof SessionView) => (key in state ? state[key] : target[key]),
  });
  const runs: { job: DrawJob; listener: DrawListener }[] = [];
  const cancel = vi.fn();
  const draws = new DrawSession(live, { run: (job, listener) => void runs.push({ job, listener }), cancel });
  flushSync();
  const change = (changed: Partial<SessionView>): void => {
    state = { ...state, ...changed };
    flushSync();
  };
  return { draws, runs, cancel, change };
}
const some = { from: 0, to: 25 } as Draws;

describe('the draws of a session', () => {
  it('start when nothing has changed for a quarter of a second', () => {
    const { runs, change } = follow();
    vi.advanceTimersByTime(200);
    change({ scenario: { place: 'tongjiang', values: { transfer: 9 } } });
    vi.advanceTimersByTime(200);
    expect(runs).toHaveLength(0);
    vi.advanceTimersByTime(60);
    expect(runs.map(({ job }) => job.values)).toEqual([{ transfer: 9 }]);
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
    runs[0]!.listener.onDraws([some]);
    expect(draws.parts).toEqual([some]);
    const before = cancel.mock.calls.length;
    change({ status: 'running' });
    expect(cancel.mock.calls.length).toBeGreaterThan(before);
    expect(draws.parts).toEqual([]);
    expect(draws.before).toEqual([some]);
  });

  it('are fewer in a place of many areas, unless the reader says how many', () => {
    const many = { ...place(4), areas: Array.from({ length: 40 }, () => place(1).areas[0]!) };
    const value: SessionView['value'] = (key) => (key === 'draws' ? 1000 : 7);
    const { draws, runs, change } = follow({ place: many, value });
    vi.advanceTimersByTime(250);
    expect([runs[0]?.job.draws, draws.asked, draws.seed]).toEqual([200, 200, 7]);
    change({ scenario: { place: 'tongjiang', values: { draws: 500 } }, value: (key) => (key === 'draws' ? 500 : 7) });
    vi.advanceTimersByTime(250);
    expect(runs[1]?.job.draws).toBe(500);
  });

  it('tell why they failed until the next change', () => {
    const { draws, runs, change } = follow();
    vi.advanceTimersByTime(250);
    const problem = { code: 'draws.failed', values: { message: 'gone' } };
    runs[0]!.listener.onProblem(problem);
    expect(draws.problem).toEqual(problem);
    change({ status: 'running' });
    expect(draws.problem).toBeNull();
  });
});
