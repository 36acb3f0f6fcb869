import { flushSync } from 'svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../src/app.css';
import { en } from '../../src/text/en.ts';
import { zh } from '../../src/text/zh.ts';
import FormsChapter from '../../src/ui/forms/FormsChapter.svelte';
import { fakeSession, pack, place as placeOf, result as resultOf } from './fake-session.ts';

beforeEach(async () => {
  localStorage.clear();
  await page.viewport(1366, 768);
});

const city = { zh: '佳木斯市', en: 'Jiamusi' };
const hunan = { ...pack, monthlyForms: true as const, inForce: { from: '2020-06-02', until: '2025-06-01' } };

async function show(over: object = {}, lang: 'zh' | 'en' = 'zh') {
  const place = {
    ...placeOf(3),
    groups: [{ code: '2308', level: 'prefecture' as const, name: city, members: [0, 1] }],
  };
  const start = place.starts[0];
  if (!start) throw new Error('no start');
  const { session } = fakeSession({ lang });
  const words = lang === 'zh' ? zh : en;
  const props = { session, draws: null, chance: null, result: resultOf(3), place, pack: hunan, start, name: '同江市' };
  const screen = await render(FormsChapter, { ...props, phone: false, words, ...over });
  await screen.getByRole('combobox').first().selectOptions('2026');
  await screen
    .getByRole('combobox')
    .nth(1)
    .selectOptions(lang === 'zh' ? '6 月' : 'June');
  return screen;
}
const row = (screen: Awaited<ReturnType<typeof show>>, name: RegExp) =>
  screen.getByTestId('form').getByRole('row', { name });

describe('the monthly forms', () => {
  it('say who reports to whom and when, that the notice names no columns, and that it has ended', async () => {
    const screen = await show();
    await expect.element(screen.getByText(/每月 20 日前报市州.*每月 22 日前报省/)).toBeVisible();
    await expect.element(screen.getByText(/通知只给出三张表的名称，没有给出栏目/)).toBeVisible();
    await expect.element(screen.getByText(/已于 2025 年 6 月 1 日期满/)).toBeVisible();
    await expect.element(screen.getByRole('button', { name: /附件3/ })).toBeVisible();
  });

  it('are filled from the data and rolled up to group and whole', async () => {
    const screen = await show();
    // Townships with one centre each and 11.5 GPs in June 2026.
    await expect.element(row(screen, /^合计/)).toHaveTextContent('合计336300');
    await expect.element(row(screen, /^展开佳木斯市/)).toHaveTextContent('佳木斯市224200');
    await expect.element(screen.getByText(/各级合计相符/)).toBeVisible();
  });

  it('of very many groups have the first ones at once, and more with every scroll to the end', async () => {
    const groups = Array.from({ length: 150 }, (_, index) => ({
      code: `g${index}`,
      level: 'prefecture' as const,
      name: { zh: `片${index}`, en: `Part ${index}` },
      members: [index],
    }));
    const place = { ...placeOf(150), groups };
    const screen = await show({ place, result: resultOf(150), start: place.starts[0] });
    const there = () => screen.getByTestId('form').element().querySelectorAll('tbody tr').length;
    expect(there()).toBe(61);
    for (const rows of [121, 151]) {
      const box = screen.getByTestId('form').element().parentElement;
      if (!box) throw new Error('no box');
      box.scrollTop = box.scrollHeight;
      await expect.poll(there).toBe(rows);
    }
    await expect.element(row(screen, /^展开片149/)).toBeInTheDocument();
  });

  it('of very many areas are not kept or downloaded under another month before they are of that month', async () => {
    const many = placeOf(2001);
    const screen = await show({ place: many, result: resultOf(2001), start: many.starts[0] });
    const filing = ['把本月记为已报', '本表 XLSX', '本表 CSV（UTF-8）', '本表 CSV（GB18030）'].map((name) =>
      screen.getByRole('button', { name }).element(),
    );
    const waiting = () => filing.filter((button) => button.matches(':disabled')).length;
    await expect.poll(waiting).toBe(0);
    const months = screen.getByRole('combobox').nth(1).element() as HTMLSelectElement;
    months.selectedIndex = 6;
    months.dispatchEvent(new Event('change', { bubbles: true }));
    flushSync();
    expect(waiting()).toBe(4);
    await expect.poll(waiting).toBe(0);
  });

  it('take what the reader puts in, keep it, add it up, and say what is wrong', async () => {
    const first = await show();
    await first.getByRole('button', { name: '展开佳木斯市' }).click();
    const box = first.getByRole('textbox', { name: '繁荣街道，已配备 2 名的院数' });
    await box.fill('２');
    await userEvent.keyboard('{Enter}');
    await expect.element(first.getByText('繁荣街道：配齐 2 院，建制只有 1 院。')).toBeVisible();
    await expect.element(row(first, /^合计/)).toHaveTextContent('合计336400');
    await box.fill('-1');
    await userEvent.keyboard('{Enter}');
    await expect.element(first.getByText('“-1”不是 0 以上的整数，没有采用。')).toBeVisible();
    await first.unmount();
    const again = await show();
    await expect.element(row(again, /^合计/)).toHaveTextContent('合计336400');
  });

  it('have columns that can be renamed, added and restored', async () => {
    const screen = await show();
    await screen.getByText('修改栏目').click();
    await screen.getByRole('textbox', { name: '第 1 栏的名称' }).fill('卫生院（所）');
    await userEvent.keyboard('{Enter}');
    await screen.getByRole('button', { name: '加一栏自己填的' }).click();
    await expect.element(screen.getByRole('columnheader', { name: '卫生院（所）' })).toBeVisible();
    await expect.element(screen.getByRole('columnheader', { name: '新栏目' })).toBeVisible();
    await screen.getByRole('button', { name: '还原样板' }).click();
    await expect.element(screen.getByRole('columnheader', { name: '建制乡镇卫生院数' })).toBeVisible();
    await expect.element(screen.getByRole('columnheader', { name: '新栏目' })).not.toBeInTheDocument();
  });

  it('are compared with last month line by line, from a file or from what was reported', async () => {
    const screen = await show();
    await expect.element(screen.getByText(/没有可以对比的/)).toBeVisible();
    const codes = placeOf(3).areas.map(({ code }) => code);
    const csv = `区划代码,区域,所属,建制乡镇卫生院数,已配备 2 名的院数\n${codes[0]},繁荣街道,佳木斯市,1,0\n${codes[1]},向阳镇,佳木斯市,1,1\n2308,佳木斯市 合计,,2,2\n${codes[2]},金川乡,,1,1\n`;
    const input = screen.getByTestId('earlier-form').element();
    if (!(input instanceof HTMLInputElement)) throw new Error('no input');
    await userEvent.upload(input, new File([`\ufeff${csv}`], '5月.csv', { type: 'text/csv' }));
    const changes = screen.getByTestId('changes');
    await expect
      .element(changes.getByRole('row', { name: /繁荣街道/ }))
      .toHaveTextContent('繁荣街道已配备 2 名的院数01+1');
    expect(changes.element().querySelectorAll('tbody tr')).toHaveLength(1);
    await expect
      .element(screen.getByText(/佳木斯市 合计，已配备 2 名的院数：写的是 2，各行加起来是 1。/))
      .toBeVisible();

    await userEvent.upload(input, new File(['not a form'], 'x.csv'));
    await expect.element(screen.getByText(/这个文件不是月报表/)).toBeVisible();
    await screen.getByRole('button', { name: '把本月记为已报' }).click();
    await screen.getByRole('combobox', { name: '月', exact: true }).selectOptions('7 月');
    await expect.element(screen.getByText('与2026.6相比没有变化。')).toBeVisible();
  });

  it('say of another place for whom they are', async () => {
    const { session } = fakeSession();
    const place = placeOf(1);
    const start = place.starts[0];
    if (!start) throw new Error('no start');
    const given = { session, draws: null, chance: null, result: resultOf(1), place, pack, start, name: '' };
    const screen = await render(FormsChapter, { ...given, phone: false, words: zh });
    await expect.element(screen.getByText(/这几张表是湖南省 2020 年通知要求的/)).toBeVisible();
  });

  it('are there in English and fit a phone', async () => {
    await page.viewport(390, 844);
    const screen = await show({ phone: true }, 'en');
    await expect.element(row(screen, /^Total/)).toHaveTextContent('Total336300');
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});
