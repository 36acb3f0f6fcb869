import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../src/app.css';
import ReadBackSection from '../../../src/ui/document/ReadBackSection.svelte';
import { isoDay } from '../../../src/ui/document/iso-day.ts';
import { pack, place } from '../fake-session.ts';

beforeEach(() => page.viewport(1366, 768));
const show = (over: object = {}) =>
  render(ReadBackSection, {
    pack,
    place: place(4),
    name: '同江市',
    title: '方案',
    today: '2026-11-24',
    lang: 'zh',
    ...over,
  });

describe('the document read back', () => {
  it('says that the numbers agree where they do', async () => {
    const screen = await show();
    await expect.element(screen.getByText(/数字前后一致/)).toBeVisible();
  });

  it('quotes the sentence of each finding with its place, in English with a translation', async () => {
    const clause = { where: { zh: '文末', en: 'End' }, zh: '有效期五年。', en: 'In force for five years.' };
    const ended = { ...pack, inForce: { from: '2020-06-02', until: '2025-06-01', clause } };
    const screen = await show({ pack: ended });
    await expect.element(screen.getByRole('heading', { name: '有效期已满' })).toBeVisible();
    await expect.element(screen.getByText('“有效期五年。”')).toBeVisible();
    await expect.element(screen.getByText('文末')).toBeVisible();
    await screen.rerender({ lang: 'en' });
    await expect.element(screen.getByText('“In force for five years.”')).toBeVisible();
    await expect.element(screen.getByText('“有效期五年。”')).toBeVisible();
  });

  it('does not hold the headcount of a document that governs elsewhere against the census here', async () => {
    const headcount = { ...pack.targets[0]!, id: 'heads', kind: 'headcount' as const, value: 9999 };
    const screen = await show({ pack: { ...pack, place: 'yuzhong', targets: [...pack.targets, headcount] } });
    await expect.element(screen.getByText(/不与同江市的普查人口核对/)).toBeVisible();
  });

  it('knows the day on the reader’s own clock', () => {
    expect(isoDay(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });
});
