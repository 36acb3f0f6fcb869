import { describe, expect, it } from 'vitest';
import { openAnalyst } from '../../src/state/analyst-open.ts';
import { Session } from '../../src/state/session.svelte.ts';
import type { SessionView } from '../../src/state/view.ts';
import { builtIn } from '../scenario/setups.ts';
import { place, pack } from '../ui/fake-session.ts';
import { FakeWorker } from '../worker/fake-worker.ts';
import { FakeAddress, FakeClient, FakeLanguage } from './fakes.ts';

const noSolver = () => {
  throw new Error('no plan is needed');
};

describe('the analyst of a session', () => {
  it('runs over the place and document on the screen, and drops what belongs to another', async () => {
    const setup = await builtIn('tongjiang');
    const worker = new FakeWorker(() => setup);
    const session = { place: place(1), pack } as { -readonly [key in keyof SessionView]: SessionView[key] };
    const analyst = openAnalyst(session, () => worker.worker, noSolver);
    const answers = setInterval(() => worker.answer(), 1);
    expect(await analyst.run('compare', [{ transfer: 1 }])).toMatchObject({ ok: true, results: [{}] });
    expect(worker.asked).toEqual(['open tongjiang tongjiang-2020', 'run {"transfer":1}']);
    const late = analyst.run('compare', [{ transfer: 2 }]);
    session.place = { ...place(1), id: 'yuzhong' };
    expect(await late).toBeNull();
    clearInterval(answers);
    worker.close();
  });

  it('runs nothing before there is a place', async () => {
    const noWorker = () => {
      throw new Error('no worker is needed');
    };
    const analyst = openAnalyst({ place: null, pack: null } as SessionView, noWorker, noSolver);
    expect(await analyst.run('compare', [{}])).toBeNull();
  });

  it('is made once, and again after it could not be loaded', async () => {
    const made: number[] = [];
    const analyst = () => {
      made.push(1);
      return made.length === 1
        ? Promise.reject(new Error('offline'))
        : Promise.resolve({ run: never, stop() {}, weigh: never, stopWeighing() {} });
    };
    const never = () => Promise.resolve(null);
    const parts = { client: new FakeClient(), address: new FakeAddress(), language: new FakeLanguage() };
    const session = new Session({ ...parts, analyst });
    await expect(session.analyst()).rejects.toThrow('offline');
    expect(await session.analyst()).toBe(await session.analyst());
    expect(made).toHaveLength(2);
  });
});
