import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../src/app.css';
import type { Draws } from '../../src/model/micro/ensemble.ts';
import type { DrawsView } from '../../src/state/draws-view.ts';
import App from '../../src/ui/App.svelte';
import { fakeDraws } from './fake-draws.ts';
import { fakeSession, result } from './fake-session.ts';

beforeEach(() => page.viewport(1366, 768));

const DRAWS = 100;

/** Draws that lie evenly from 0.8 to 1.2 times a rising line; the first target is met in 9 of 100. */
function made(): Draws {
  const { years, targets } = result(4);
  const density = Array.from({ length: DRAWS }, (_, draw) =>
    years.map((_year, index) => (2 + index * 0.2) * (0.8 + (0.4 * draw) / (DRAWS - 1))),
  );
  return {
    from: 0,
    to: DRAWS,
    years,
    targets: targets.map(({ target }) => target.id),
    density: Float64Array.from(density.flat()),
    met: Uint8Array.from({ length: DRAWS * targets.length }, (_, cell) => Number(cell < 9 * targets.length)),
    minimum: new Float64Array(4),
    minimumMet: new Uint32Array(4 * years.length),
    wanted: years.map(() => 5),
    wantedMet: new Uint32Array(4 * years.length),
  };
}
const view = (over: Partial<DrawsView> = {}): (() => Promise<DrawsView>) => {
  const draws: DrawsView = { ...fakeDraws(), parts: [made()], before: [made()], asked: DRAWS, ...over };
  return () => Promise.resolve(draws);
};

describe('odds on the page', () => {
  it('stand under the sentence, on the flag and in the table of targets, with number and seed', async () => {
    const { session } = fakeSession();
    const screen = await render(App, { session, draws: view() });
    const odds = screen.getByTestId('odds');
    await expect.element(odds).toHaveTextContent('达标的机会：2030 年 9%（约 11 次里有 1 次）');
    await expect.element(odds).toHaveTextContent('抽样 100 次，种子 7');
    await expect.element(screen.getByText(/^达标机会 9%/)).toBeVisible();
    await expect.element(screen.getByText(/^约 11 次里有 1 次$/)).toBeVisible();
    await expect.element(screen.getByRole('row', { name: /每万名居民全科医生/ })).toHaveTextContent('9%');
  });

  it('come with bands, named at their end, in the reading line and in the table behind the chart', async () => {
    const { session } = fakeSession();
    const screen = await render(App, { session, draws: view() });
    await expect.element(screen.getByText(/^80% 4\.4–6\.0$/)).toBeVisible();
    expect(screen.getByTestId('fan').element().querySelectorAll('path')).toHaveLength(2);
    await expect.element(screen.getByText(/（80%：2\.7–3\.7）/)).toBeVisible();
    await screen.getByRole('button', { name: '表' }).first().click();
    await expect.element(screen.getByRole('columnheader', { name: '80% 区间' })).toBeVisible();
  });

  it('are not there while an input has changed, and leave no bands behind', async () => {
    const { session } = fakeSession();
    const screen = await render(App, { session, draws: view({ parts: [] }) });
    await expect.element(screen.getByTestId('odds')).toHaveTextContent('达标的机会：正在抽样……');
    await expect.element(screen.getByTestId('fan')).not.toBeInTheDocument();
    await expect.element(screen.getByText(/^达标机会 …/)).toBeVisible();
  });

  it('say how far they are', async () => {
    const { session } = fakeSession();
    const screen = await render(App, { session, draws: view({ asked: 1000 }) });
    await expect.element(screen.getByTestId('odds')).toHaveTextContent('已抽 100／1,000 次');
  });

  it('are not awaited where the reader has stopped before the first', async () => {
    const { session } = fakeSession();
    const screen = await render(App, { session, draws: view({ parts: [], stopped: true }) });
    await expect.element(screen.getByTestId('odds')).toHaveTextContent(/^抽到 0／100 次停下，种子 7$/);
    await expect.element(screen.getByText(/^达标机会 …/)).not.toBeInTheDocument();
  });

  it('say in words why there are none, and leave sentence and line as they are', async () => {
    const { session } = fakeSession();
    const problem = { code: 'draws.failed', values: { message: 'out of memory' } };
    const screen = await render(App, { session, draws: view({ parts: [], problem }) });
    await expect.element(screen.getByRole('alert')).toHaveTextContent('达标的机会没有算出来。');
    await expect.element(screen.getByTestId('answer')).toHaveTextContent('3.1');
    await expect.element(screen.getByText(/^达标机会 …/)).not.toBeInTheDocument();
  });
});
