import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf, launch, PHONE, setLanguage, visit } from './visit.ts';

interface Report {
  moves: { year: number; month: number; from: string; to: string; persons: number; lever: string; end: unknown }[];
}
const root = fileURLToPath(new URL('../..', import.meta.url));
/** A county of Hunan as of its document: seven of 25 centres have two, and three levers may help. */
const LINK = '#/xupu/v=1;view=moves;base=2019;within=6;dispatch=4;counterpart=2';
const PLANNED = { timeout: 40_000 };

/** The rows of the list of moves as the reader sees them. */
async function listOf(page: Page): Promise<string[][]> {
  const rows = page.getByTestId('move-list').locator('tbody tr');
  await rows.first().waitFor(PLANNED);
  return rows.evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')));
}

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe('reassignment', () => {
  it('is switched on in the chapter, and comes back by link with the same list', async () => {
    const { page, complaints } = await visit(browser, '#/xupu/v=1;view=moves;base=2019');
    await page.getByTestId('move-offer').getByText('选派支援').waitFor();
    const before = await answerOf(page);
    await page.getByRole('button', { name: '全部打开' }).click();
    const list = await listOf(page);
    expect(list.length).toBeGreaterThan(0);
    expect(await answerOf(page)).not.toBe(before);
    await expect.poll(() => page.url()).toMatch(/priority=1;within=\d+;dispatch=\d+;counterpart=\d+/);
    expect(complaints).toEqual([]);

    const again = await visit(browser, new URL(page.url()).hash);
    expect(await listOf(again.page)).toEqual(list);
    expect(await answerOf(again.page)).toBe(await answerOf(page));
    await page.context().close();
    await again.page.context().close();
  });

  it('is the list of the headless run, and leaves no donor below its floor', async () => {
    const output = execFileSync('npm', ['run', '--silent', 'simulate', '--', LINK], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 2 ** 28,
    });
    const { moves } = JSON.parse(output) as Report;
    const { page } = await visit(browser, LINK);
    const list = await listOf(page);
    const persons = (rows: string[][]): number => rows.reduce((sum, row) => sum + Number(row[2]), 0);
    expect(persons(list)).toBe(moves.reduce((sum, move) => sum + move.persons, 0));
    expect(list.map((row) => row[4]).sort()).toEqual(moves.map(({ year, month }) => `${year}.${month}`).sort());

    // The table behind the picture holds every centre before and after: who gave still has two, and nobody is lost on the way.
    await page.getByTestId('move-plan').getByRole('button', { name: '表' }).click();
    const centres = await page
      .getByTestId('move-plan')
      .locator('tbody tr')
      .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
    expect(centres).toHaveLength(25);
    const givers = centres.filter(([, without, held]) => Number(held) < Number(without));
    expect(givers.length).toBeGreaterThan(0);
    for (const [name, , held] of givers) expect(Number(held), name).toBeGreaterThanOrEqual(2);
    const gained = centres.reduce((sum, [, without, held]) => sum + Number(held) - Number(without), 0);
    const year = await page.getByTestId('move-plan').getByRole('combobox').inputValue();
    const arrived = list.filter((row) => row[4]!.startsWith(year) && row[3] !== '县内调剂');
    expect(gained).toBe(persons(arrived));
    await page.context().close();
  });

  it('is downloaded as a table that Excel opens', async () => {
    const { page } = await visit(browser, LINK);
    const list = await listOf(page);
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载 CSV' }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe('溆浦县-调剂清单.csv');
    const text = await readFile(await download.path(), 'utf8');
    expect(text.startsWith('\ufeff从,到,人数,')).toBe(true);
    expect(text.split('\r\n').slice(1, list.length + 1)).toHaveLength(list.length);
    expect(text).toContain(LINK.slice(1).split(';')[3]);
    await page.context().close();
  });

  it('is printed alone, with lines to sign', async () => {
    const { page } = await visit(browser, LINK, {}, (fresh) =>
      fresh.addInitScript(() => {
        window.print = () => {};
      }),
    );
    const list = await listOf(page);
    await page.getByRole('button', { name: '打印清单' }).click();
    await page.emulateMedia({ media: 'print' });
    const paper = await page.locator('body').innerText();
    expect(paper).toMatch(/^溆浦县 .*全科医生调剂清单/);
    expect(paper).toContain('签发');
    expect(paper).not.toContain('措施与假设');
    expect(await page.locator('.moves-sheet tbody tr').count()).toBe(list.length);
    await page.context().close();
  });

  it('says which limit blocks and by how much it would have to give, in both languages', async () => {
    const link = '#/xupu/v=1;view=moves;base=2019;within=5;dispatch=5;counterpart=2';
    const { page } = await visit(browser, link);
    const ways = page.getByTestId('move-ways');
    await ways.getByText('要 8，现为 5：25 院全部达标').first().waitFor({ timeout: 60_000 });
    expect(await ways.innerText()).toContain('取消也不够：25 院中 23 院达标');
    await setLanguage(page, 'en');
    await ways.getByText('would have to be 8 rather than 5: then all 25').first().waitFor();
    await page.context().close();
  });

  it('can be stopped while it is being planned: what was there stands', async () => {
    const { page } = await visit(browser, '#/xupu/v=1;view=moves;base=2019', { viewport: PHONE });
    const before = await answerOf(page);
    // The solver never gets its machine: it stays busy.
    await page.route('**/*.wasm', () => {});
    await page.getByRole('button', { name: /^只开县内调剂/ }).click();
    await page.getByTestId('planning').getByRole('button').click();
    await page.getByTestId('planning').waitFor({ state: 'detached' });
    await page.getByTestId('move-offer').getByRole('button', { name: '全部打开' }).waitFor();
    expect(await answerOf(page)).toBe(before);
    expect(page.url()).not.toContain('within');
    await page.context().close();
  });
});
