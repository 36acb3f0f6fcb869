import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../src/app.css';
import type { PlaceData, PolicyPack, Target } from '../../../src/model/types.ts';
import type { Field } from '../../../src/scenario/types.ts';
import { zh } from '../../../src/text/zh.ts';
import MovesChapter from '../../../src/ui/moves/MovesChapter.svelte';
import { fakeSession, fields, pack } from '../fake-session.ts';
import { movedPlace, movedResult, plan } from './fake-plan.ts';

beforeEach(() => page.viewport(1366, 768));

const lever = (key: string, over: Partial<Field> = {}): Field => ({ ...fields[0]!, key, default: 0, max: 20, ...over });
const levers = [lever('priority', { type: 'switch' }), lever('within'), lever('dispatch'), lever('counterpart')];

function show(
  change: (here: PlaceData) => void = () => {},
  own: PolicyPack = pack,
  more: Field[] = levers,
  targets: Target[] = [],
) {
  const place = movedPlace();
  change(place);
  // Without the moves: 4, 0, 1 and 1 GPs in the centres.
  const result = { ...movedResult(plan({ moves: [] })), moves: null };
  result.targets = [...result.targets, ...targets.map((target) => ({ ...result.targets[0]!, target }))];
  const span = result.years.length;
  [4, 0, 1, 1, 6].forEach((gps, area) => result.plan.gps.fill(gps, area * span, (area + 1) * span));
  const all = [...fields, ...more];
  const value = (key: string): number | string => all.find((field) => field.key === key)?.default ?? '';
  const { session, asked } = fakeSession({ place, result, fields: all, value });
  const start = place.starts[0]!;
  const props = { session, draws: null, chance: null, result, place, pack: own, start, name: '同江市', phone: false };
  return { asked, screen: render(MovesChapter, { ...props, words: zh }) };
}

describe('without any lever of reassignment', () => {
  it('says who is short, who could give, and switches all levers on', async () => {
    const { screen, asked } = show();
    const offer = (await screen).getByTestId('move-offer');
    await expect
      .element(offer)
      .toHaveTextContent(
        '2026 年末 4 个卫生院中有 3 个不到每院 2 人。 这些院共缺 4 人；其余的院在自己的最少人数之上共多 2 人。',
      );
    await expect.element(offer).toHaveTextContent('县级医院有 6 名全科医生，可以选派。');
    await offer.getByRole('button', { name: '全部打开' }).click();
    expect(asked).toEqual([['update', { priority: 1, within: 4, dispatch: 4, counterpart: 4 }, true]]);
  });

  it('offers the measures of the document, in its order, one by one', async () => {
    const measure = (field: string): PolicyPack['levers'][number] => ({ ...pack.levers[0]!, field });
    const { screen, asked } = show(() => {}, { ...pack, levers: ['dispatch', 'within'].map(measure) });
    const offer = (await screen).getByTestId('move-offer');
    await expect.element(offer).toHaveTextContent('文件提出下面的措施');
    const names = (): (string | null)[] =>
      [...offer.element().querySelectorAll('button')].map((button) => button.textContent);
    expect(names()).toHaveLength(3);
    await offer.getByRole('button').last().click();
    expect(asked).toEqual([['update', { within: 4 }, true]]);
  });

  it('holds every centre to the strictest of the document and the targets of the reader', async () => {
    const own: Target = { ...pack.targets[0]!, id: 't1', kind: 'facility_minimum', value: 3, each: 'every' };
    const { screen } = show(() => {}, pack, levers, [{ ...own, id: 't2', value: 2 }, own]);
    await expect
      .element((await screen).getByTestId('move-offer'))
      .toHaveTextContent('4 个卫生院中有 3 个不到每院 3 人。 这些院共缺 7 人；其余的院在自己的最少人数之上共多 1 人。');
  });

  it('offers nothing that has no effect here', async () => {
    const { screen } = show(() => {}, pack, [lever('within', { inert: 'inert.areas' })]);
    await expect.element((await screen).getByRole('button', { name: '全部打开' })).not.toBeInTheDocument();
  });

  it('says what is missing where areas are larger than a centre, and still shows the funnel', async () => {
    const { screen } = show((here) => here.areas.forEach((area) => (area.level = 'county')));
    const page = await screen;
    await expect.element(page.getByTestId('move-offer')).toHaveTextContent('这里的数据到县市区为止');
    await expect.element(page.getByTestId('move-offer')).toHaveTextContent('请载入带“机构”一列的人员表');
    await expect.element(page.getByTestId('funnel')).toBeVisible();
  });

  it('has nothing to say on staff who are no GPs', async () => {
    const { screen } = show((here) => (here.workforce = 'staff'));
    const page = await screen;
    await expect.element(page.getByTestId('move-offer')).toHaveTextContent('不单列全科医生');
    await expect.element(page.getByTestId('funnel')).not.toBeInTheDocument();
  });
});
