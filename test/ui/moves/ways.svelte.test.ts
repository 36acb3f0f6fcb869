import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../src/app.css';
import type { GivingWay } from '../../../src/model/reassign/giving-way.ts';
import type { AnalystView } from '../../../src/state/analyst-view.ts';
import { movesEn } from '../../../src/text/moves-en.ts';
import { movesZh } from '../../../src/text/moves-zh.ts';
import WaysSection from '../../../src/ui/moves/WaysSection.svelte';
import { fakeSession } from '../fake-session.ts';
import { plan } from './fake-plan.ts';

beforeEach(() => page.viewport(1366, 768));

const way = (over: Partial<GivingWay>): GivingWay => ({
  limit: 'hospital',
  year: 2028,
  has: 4,
  needs: 9,
  without: 12,
  of: 12,
  proven: true,
  ...over,
});
const WAYS = [
  way({}),
  way({ limit: 'distance', has: 20, needs: 34 }),
  way({ limit: 'floor', has: 2, needs: null, without: 10 }),
  way({ limit: 'movers', has: null, needs: null, without: 11 }),
];
type Weigh = AnalystView['weigh'];

function show(weigh: Weigh, lang: 'zh' | 'en' = 'zh') {
  const stopped: string[] = [];
  const analyst = {
    run: async () => null,
    stop: () => undefined,
    weigh,
    stopWeighing: () => void stopped.push('stop'),
  };
  const { session } = fakeSession({ lang, analyst: async () => analyst });
  const text = lang === 'zh' ? movesZh : movesEn;
  return { stopped, screen: render(WaysSection, { plan: plan(), year: 2028, session, text }) };
}

describe('by how much limits would have to give', () => {
  it('is said in plain words, limit by limit', async () => {
    const screen = await show(async () => ({ ok: true, ways: WAYS })).screen;
    const rows = screen.getByRole('row');
    await expect.element(rows.nth(1)).toHaveTextContent('医院全科医生人数要 9，现为 4：12 院全部达标');
    await expect.element(rows.nth(2)).toHaveTextContent('取消这一条，12 院全部达标；放到 34 就够，现为 20');
    await expect.element(rows.nth(3)).toHaveTextContent('取消也不够：12 院中 10 院达标');
    await expect.element(rows.nth(4)).toHaveTextContent('助理全科医生也可以调，仍不够：12 院中 11 院达标');
  });

  it('is not said to be known where time ran out', async () => {
    const late = [way({ proven: false }), way({ limit: 'floor', has: 2, needs: null, without: 10, proven: false })];
    const screen = await show(async () => ({ ok: true, ways: late })).screen;
    const rows = screen.getByRole('row');
    await expect.element(rows.nth(1)).toHaveTextContent('放到 9 就够，12 院全部达标；少放一些够不够，计算时间用完');
    await expect.element(rows.nth(2)).toHaveTextContent('计算时间用完，没有得出');
    expect(screen.getByText(movesZh.ways.none).query()).toBeNull();
    const english = await show(async () => ({ ok: true, ways: late.slice(1) }), 'en').screen;
    await expect.element(english.getByText('not known in time')).toBeVisible();
  });

  it('is said in English too', async () => {
    const screen = await show(async () => ({ ok: true, ways: WAYS }), 'en').screen;
    await expect
      .element(screen.getByRole('row').nth(1))
      .toHaveTextContent('GPs in the hospital poolwould have to be 9 rather than 4: then all 12');
  });

  it('tells how far it is, can be stopped and asked again', async () => {
    let asked = 0;
    const never: Weigh = (_values, _year, tell) => {
      asked++;
      tell(1, 6);
      return new Promise(() => undefined);
    };
    const { screen: rendered, stopped } = show(never);
    const screen = await rendered;
    await expect.element(screen.getByRole('status')).toHaveTextContent('正在衡量第 2／6 条限制');
    await screen.getByRole('button', { name: '停止衡量' }).click();
    await expect.element(screen.getByText('已停止。')).toBeVisible();
    expect(stopped).toEqual(['stop']);
    await screen.getByRole('button', { name: '衡量各条限制' }).click();
    expect(asked).toBe(2);
  });

  it('says where it could not be done', async () => {
    const failed: Weigh = async () => ({ ok: false, problem: { code: 'worker.failed', values: {} } });
    const screen = await show(failed).screen;
    await expect.element(screen.getByText('各条限制没有衡量成。')).toBeVisible();
  });
});
