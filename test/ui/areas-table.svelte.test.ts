import { flushSync } from 'svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../src/app.css';
import AreasTable from '../../src/ui/places/AreasTable.svelte';
import { PEACE } from '../../src/ui/places/InSight.svelte';
import { placesWords } from '../../src/text/places-words.ts';
import { place, result } from './fake-session.ts';

beforeEach(() => page.viewport(1366, 768));

const grouped = {
  ...place(4),
  groups: [
    { code: 'g1', level: 'prefecture' as const, name: { zh: '东片', en: 'East' }, members: [0, 1] },
    { code: 'g2', level: 'prefecture' as const, name: { zh: '西片', en: 'West' }, members: [2, 3] },
  ],
};
const show = async (given = place(4), over: { lang?: 'zh' | 'en'; hasPlan?: boolean } = {}) => {
  const start = given.starts[0];
  if (!start) throw new Error('no start');
  return render(AreasTable, {
    result: result(given.areas.length, 1, over.hasPlan),
    place: given,
    start,
    centreShare: 0.5,
    held: false,
    name: '同江市',
    phone: false,
    lang: over.lang ?? 'zh',
    words: placesWords(over.lang ?? 'zh'),
  });
};
const names = (container: HTMLElement): string[] =>
  [...container.querySelectorAll('tbody th')].map((cell) => cell.textContent?.trim() ?? '');

describe('the areas table', () => {
  it('begins with the whole, then the largest gap, equal ones in the order of the data', async () => {
    const { container } = await show();
    expect(names(container)).toEqual(['全市', '八岔乡', '向阳镇', '金川乡', '繁荣街道']);
  });

  it('sorts by the column that is clicked, and says so', async () => {
    const screen = await show();
    await screen.getByRole('button', { name: '人口' }).click();
    await expect.element(screen.getByRole('columnheader', { name: /人口/ })).toHaveAttribute('aria-sort', 'descending');
    await screen.getByRole('button', { name: '人口' }).click();
    await expect.element(screen.getByRole('columnheader', { name: /人口/ })).toHaveAttribute('aria-sort', 'ascending');
    expect(names(screen.container)).toEqual(['全市', '繁荣街道', '向阳镇', '金川乡', '八岔乡']);
  });

  it('keeps its rows in their places while a lever is held, and sorts them when it is let go', async () => {
    const screen = await show();
    const before = names(screen.container);
    const moved = result(4);
    // Bacha, which has the largest gap, gets more GPs than it needs.
    moved.plan.gps.fill(90, moved.plan.gps.length - moved.years.length);
    await screen.rerender({ result: moved, held: true });
    await expect.element(screen.getByRole('row', { name: /八岔乡/ })).toHaveTextContent('90');
    expect(names(screen.container)).toEqual(before);
    await screen.rerender({ held: false });
    expect(names(screen.container)).toEqual(['全市', '向阳镇', '金川乡', '繁荣街道', '八岔乡']);
  });

  it('follows a lever at once in sight, elsewhere after a moment of peace', async () => {
    const screen = await show(place(60));
    const rows = [...screen.container.querySelectorAll('tbody tr')];
    const last = rows.at(-1)!.textContent;
    const moved = result(60);
    moved.plan.gps.fill(90);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      await screen.rerender({ result: moved, held: true });
      expect(rows[1]!.textContent).toContain('90 → 90');
      expect(rows.at(-1)!.textContent).toBe(last);
      vi.advanceTimersByTime(PEACE);
      flushSync();
      expect(rows.at(-1)!.textContent).toContain('90 → 90');
    } finally {
      vi.useRealTimers();
    }
  });

  it('keeps the widths of its columns while a lever moves, and fits them after a moment of peace', async () => {
    const peace = (): void => {
      vi.advanceTimersByTime(PEACE);
      flushSync();
      vi.advanceTimersByTime(1);
    };
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const screen = await show();
      const columns = (): number[] =>
        [...screen.container.querySelectorAll('thead th')].map((head) => Math.round(head.clientWidth));
      // The table is there once its width is known.
      await expect.element(screen.getByRole('table')).toBeInTheDocument();
      peace();
      const before = columns();
      const moved = result(4);
      moved.plan.gps.fill(123_456_789);
      await screen.rerender({ result: moved, held: true });
      expect(screen.container.querySelector('tbody')!.textContent).toContain('123,456,789');
      expect(columns()).toEqual(before);
      peace();
      expect(columns()[2]).toBeGreaterThan(before[2]!);
      for (const cell of screen.container.querySelectorAll('tbody td')) {
        expect(cell.scrollWidth).toBeLessThanOrEqual(cell.clientWidth);
      }
    } finally {
      vi.useRealTimers();
    }
  });

  it('finds by characters and by letters', async () => {
    const screen = await show();
    const find = screen.getByRole('searchbox', { name: '按名称查找' });
    await find.fill('金川');
    expect(names(screen.container)).toEqual(['全市', '金川乡']);
    await find.fill('xiang');
    expect(names(screen.container)).toEqual(['全市', '向阳镇']);
    await find.fill('火星');
    await expect.element(screen.getByText('没有叫“火星”的区域。')).toBeVisible();
  });

  it('opens groups by hand and for what is sought', async () => {
    const screen = await show(grouped);
    expect(names(screen.container)).toEqual(['全市', '西片', '东片']);
    await screen.getByRole('button', { name: '展开东片' }).click();
    expect(names(screen.container)).toEqual(['全市', '西片', '东片', '向阳镇', '繁荣街道']);
    await screen.getByRole('searchbox').fill('bacha');
    expect(names(screen.container)).toEqual(['全市', '西片', '八岔乡']);
  });

  it('says why the gaps of the areas do not add up to the gap of the whole', async () => {
    const screen = await show();
    await expect.element(screen.getByText('各地缺口合计 40 人，全市缺 39 人：不足 1 人按 1 人计。')).toBeVisible();
  });

  it('is one row with a reason where the place is one area', async () => {
    const screen = await show(place(1));
    expect(names(screen.container)).toEqual(['全市']);
    await expect.element(screen.getByText(/作为一个整体推演/)).toBeVisible();
  });

  it('marks a plan against its baseline only where there is a plan', async () => {
    const without = await show(place(4), { lang: 'en' });
    await expect.element(without.getByText("today's course")).toBeVisible();
    await without.unmount();
    const screen = await show(place(4), { lang: 'en', hasPlan: true });
    await expect.element(screen.getByText('baseline')).toBeVisible();
  });

  it('of very many areas scrolls in a box, with the rows in sight and as long as all of them', async () => {
    const screen = await show(place(3000));
    const box = screen.container.querySelector<HTMLElement>('.long');
    if (!box) throw new Error('no box');
    const there = () => screen.container.querySelectorAll('tbody tr').length;
    await expect.poll(() => box.scrollHeight).toBeGreaterThan(3000 * 29);
    expect(there()).toBeLessThan(120);
    expect(screen.container.querySelector('table')?.getAttribute('aria-rowcount')).toBe('3002');
    const first = names(screen.container);
    box.scrollTop = box.scrollHeight / 4;
    await expect.poll(() => names(screen.container)[20]).not.toBe(first[20]);
    // Rows that come into sight take the place in the document of those that went: they are not made anew.
    const rows = [...screen.container.querySelectorAll('tr.area')];
    const before = names(screen.container);
    box.scrollTop = box.scrollHeight / 2;
    await expect.poll(() => names(screen.container)[20]).not.toBe(before[20]);
    const [top, bottom] = [box.getBoundingClientRect().top, box.getBoundingClientRect().bottom];
    const inSight = [...screen.container.querySelectorAll('tr.area')].filter((row) => {
      const middle = row.getBoundingClientRect().top + row.clientHeight / 2;
      return middle > top && middle < bottom;
    });
    expect(inSight.length).toBeGreaterThan(10);
    for (const row of inSight) expect(rows).toContain(row);
    expect(names(screen.container)[0]).toBe('全市');
    expect(there()).toBeLessThan(120);
    box.scrollTop = box.scrollHeight;
    await expect
      .poll(() => Number([...screen.container.querySelectorAll('tbody tr')].at(-1)?.getAttribute('aria-rowindex')))
      .toBe(3002);
    await screen.getByRole('searchbox').fill('区域2999');
    await expect.poll(() => names(screen.container)).toEqual(['全市', '区域2999']);
  });

  it('keeps the row of a long table that has the focus', async () => {
    const members = Array.from({ length: 1000 }, (_, index) => index);
    const groups = members.map((index) => ({
      code: `g${index}`,
      level: 'prefecture' as const,
      name: { zh: `片${index}`, en: `Part ${index}` },
      members: [index],
    }));
    const screen = await show({ ...place(1000), groups });
    await expect.element(screen.getByRole('table')).toBeInTheDocument();
    const box = screen.container.querySelector<HTMLElement>('.long');
    const button = screen.container.querySelector<HTMLElement>('tr.group button');
    if (!box || !button) throw new Error('no box or button');
    button.focus({ preventScroll: true });
    const row = button.closest('tr');
    box.scrollTop = 15_000;
    await expect.poll(() => row?.nextElementSibling?.classList.contains('space')).toBe(true);
    expect(document.activeElement).toBe(button);
  });
});
