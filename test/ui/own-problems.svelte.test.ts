import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../src/app.css';
import type { Problem } from '../../src/model/types.ts';
import { ownWords } from '../../src/text/own-words.ts';
import OwnProblems from '../../src/ui/own/OwnProblems.svelte';

it('shows all again when what was chosen of them is gone', async () => {
  await page.viewport(1366, 768);
  const bad = (file: string): Problem => ({
    code: 'cell.number',
    values: { file, row: 2, column: 3, value: '六', expected: '0, 1, 2, …' },
  });
  const doubtful: Problem = { code: 'check.unused-columns', values: { file: '人口.csv', columns: '5 备考' } };
  const given = (problems: Problem[]) => ({ problems, lang: 'zh' as const, words: ownWords('zh') });
  const screen = await render(OwnProblems, given([bad('人口.csv'), bad('人员.csv'), doubtful]));
  const shown = (): number => screen.container.querySelectorAll('li').length;
  for (const [choice, problems] of [
    ['file 人员.csv', [bad('人口.csv'), doubtful]],
    ['error', [doubtful]],
  ] as const) {
    await userEvent.selectOptions(screen.getByRole('combobox'), choice);
    await expect.poll(() => screen.container.querySelector('select')?.value).toBe(choice);
    await screen.rerender(given([...problems]));
    await expect.poll(shown).toBe(problems.length);
    await expect.element(screen.getByRole('combobox')).toHaveValue('');
  }
});
