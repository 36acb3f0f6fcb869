import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../src/app.css';
import { ownWords } from '../../src/text/own-words.ts';
import TableLook from '../../src/ui/own/TableLook.svelte';

it('has the first columns of a wide table at once, and more with every scroll to the end, each to be changed', async () => {
  await page.viewport(1366, 768);
  const table = {
    file: '宽.csv',
    columns: Array.from({ length: 70 }, (_, index) => ({ index, text: `指标${index}`, meaning: null, hidden: false })),
    rows: [{ row: 2, cells: Array.from({ length: 70 }, (_, at) => `${at} 人`) }],
    meanings: ['population' as const],
  };
  const changed: unknown[] = [];
  const onmeaning = (...given: unknown[]): void => void changed.push(given);
  const screen = await render(TableLook, { table, kind: '人口', words: ownWords('zh'), onmeaning });
  const box = screen.getByRole('region').element();
  const there = (): number[] => ['th select', 'td'].map((cell) => box.querySelectorAll(cell).length);
  for (const columns of [30, 60, 70]) {
    await expect.poll(there).toEqual([columns, columns]);
    box.scrollLeft = box.scrollWidth;
  }
  expect(box.querySelector('table')?.hasAttribute('aria-colcount')).toBe(false);
  await expect.element(screen.getByText('69 人')).toBeVisible();
  await userEvent.selectOptions(screen.getByRole('combobox').last(), 'population');
  expect(changed).toEqual([[69, 'population']]);
});
