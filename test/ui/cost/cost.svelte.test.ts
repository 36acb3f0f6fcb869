import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../src/app.css';
import type { CostRule, PolicyPack, Source } from '../../../src/model/types.ts';
import type { Field, Value } from '../../../src/scenario/types.ts';
import { zh } from '../../../src/text/zh.ts';
import CostChapter from '../../../src/ui/cost/CostChapter.svelte';
import { fakeSession, fields, pack, place, result } from '../fake-session.ts';

beforeEach(() => page.viewport(1366, 768));

const source: Source = { provenance: 'official', text: { zh: '文件', en: 'document' } };
const rule = (over: Partial<CostRule> & Pick<CostRule, 'id' | 'unit'>): CostRule => ({
  name: { zh: `${over.id}项`, en: over.id },
  amount: 1000,
  sharing: { unstated: 1 },
  source,
  ...over,
});
const withCosts: PolicyPack = {
  ...pack,
  costs: [
    rule({ id: 'recruit', unit: 'recruit', amount: 10_001, sharing: { province: 1, county: 1 } }),
    rule({ id: 'transfer', unit: 'transfer-trainee', amount: null }),
  ],
};
const number = (key: string, usual: Value, kind: Field['kind'] = 'cost'): Field => ({
  ...fields[0]!,
  key,
  kind,
  unit: 'none',
  default: usual,
  min: 0,
  max: 1_000_000,
});
const levers = ['residency', 'assistant', 'rural', 'allowance'].map((key) => number(key, 0, 'lever'));
const costFields = [
  ...fields,
  ...levers,
  number('recruit', 2, 'lever'),
  number('costrecruit', 10_001),
  number('costtransfer', ''),
  number('paidshare', 1),
  number('discount', 0.05),
];

function show(over: { values?: Record<string, Value>; pack?: PolicyPack; hasPlan?: boolean } = {}) {
  const values = over.values ?? {};
  const { session, asked } = fakeSession({
    fields: costFields,
    value: (key) => values[key] ?? costFields.find((field) => field.key === key)?.default ?? '',
  });
  const here = place(4);
  const props = {
    session,
    draws: null,
    chance: null,
    result: result(4, 1, over.hasPlan ?? false),
    place: here,
    pack: over.pack ?? withCosts,
    start: here.starts[0]!,
    name: '同江市',
    phone: false,
    words: zh,
  };
  return { asked, screen: render(CostChapter, props) };
}

describe('the cost chapter', () => {
  it('says the total and who pays it, and what could not be counted', async () => {
    const screen = await show().screen;
    // Two recruits a year, six years: 6 × 20,002 yuan.
    await expect
      .element(screen.getByText(/到 2030 年共需 12 万元（2025—2030 年，不折现），其中省级 6 万元，县级 6 万元。/))
      .toBeVisible();
    await expect.element(screen.getByText(/未计入合计：transfer项/)).toBeVisible();
    await expect.element(screen.getByText('已有数字的各项与不采取措施相同。')).toBeVisible();
  });

  it('has a table by item that adds up to the yuan', async () => {
    const screen = await show().screen;
    await expect
      .element(screen.getByRole('row', { name: /recruit项 12 人/ }))
      .toHaveTextContent(/60,006\s*60,006\s*120,012/);
    await expect.element(screen.getByRole('row', { name: /^合计/ })).toHaveTextContent(/60,006\s*60,006\s*120,012/);
  });

  it('sets the plan beside the baseline, per GP more', async () => {
    const screen = await show({ values: { recruit: 12 }, hasPlan: true }).screen;
    await expect
      .element(screen.getByText(/比不采取措施多 50 万元，多 12 名全科医生：每多 1 名 4.2 万元。/))
      .toBeVisible();
  });

  it('counts in present value where the reader wants that', async () => {
    const screen = await show().screen;
    await screen.getByRole('combobox', { name: '计法' }).selectOptions('折现');
    await expect.element(screen.getByText(/按每年 5% 折现到 2024 年末/).first()).toBeVisible();
    await expect.element(screen.getByText(/共需 10.2 万元/)).toBeVisible();
  });

  it('takes the figure that is asked for, and refuses what cannot be', async () => {
    const { screen, asked } = show();
    const box = (await screen).getByRole('textbox', { name: /transfer项/ });
    await box.fill('-3');
    await userEvent.keyboard('{Enter}');
    await expect.element((await screen).getByText(/“-3”不在/)).toBeVisible();
    await box.fill('15,000');
    await userEvent.keyboard('{Enter}');
    expect(asked).toEqual([['update', { costtransfer: 15_000 }, true]]);
  });

  it('says so where a document has no rules of cost', async () => {
    const screen = await show({ pack }).screen;
    await expect.element(screen.getByText(/没有费用规则/)).toBeVisible();
  });
});
