import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../src/app.css';
import { movesWords } from '../../../src/text/moves-words.ts';
import { zh } from '../../../src/text/zh.ts';
import CalendarSection from '../../../src/ui/moves/CalendarSection.svelte';
import { place, result } from '../fake-session.ts';

beforeEach(() => page.viewport(1366, 768));

/** In the first of four townships 4 obligations end in 2027, in the second 1; 2 of them leave in 2028; one was broken in 2026. */
function show(change = true) {
  const done = result(4);
  const span = done.years.length;
  const at = (year: number): number => year - done.plan.base;
  if (change) {
    done.plan.freed[at(2027)] = 4;
    done.plan.freed[span + at(2027)] = 1;
    done.plan.flows.leftAfterObligation[at(2028)] = 2;
    done.plan.flows.breached[at(2026)] = 1;
  }
  const props = { result: done, place: place(4), name: '同江市', postExit: 0.5, phone: false, words: zh };
  return render(CalendarSection, { ...props, text: movesWords('zh') });
}

describe('the contract calendar', () => {
  it('says how many obligations end, who leaves after it and who broke one before', async () => {
    const screen = await show();
    const sentence = /2026—2040 年共有 5 人服务期满，其中约 2 人满期后一年内离岗（假设 50%）；满期以前违约 1 人。/;
    await expect.element(screen.getByText(sentence)).toBeVisible();
    await expect.element(screen.getByRole('slider')).toHaveAccessibleName(sentence);
    await expect.element(screen.getByText(/只算 2024 年以后结业的/)).toBeVisible();
  });

  it('has a table by year and one by area behind it', async () => {
    const screen = await show();
    await screen.getByRole('button', { name: '表' }).click();
    await expect.element(screen.getByRole('row', { name: /^2027/ })).toHaveTextContent('20275.02.00.0');
    await expect.element(screen.getByRole('row', { name: /^2026/ })).toHaveTextContent('20260.00.01.0');
    await expect.element(screen.getByRole('row', { name: /^繁荣街道/ })).toHaveTextContent('繁荣街道0.04.00.0');
    await expect.element(screen.getByRole('row', { name: /^金川乡/ })).not.toBeInTheDocument();
  });

  it('says so where nobody is bound', async () => {
    const screen = await show(false);
    await expect.element(screen.getByText(/这些年里没有服务期结束/)).toBeVisible();
    await expect.element(screen.getByRole('button', { name: '表' })).not.toBeInTheDocument();
  });
});
