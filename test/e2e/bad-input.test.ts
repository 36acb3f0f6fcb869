import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alertsOf, answerOf, launch, messagesOf, setLanguage, setLever, visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const DATA = /\.(csv|json)(\?.*)?$/;
const WORKER = /model\.worker-[^/]*\.js$/;
const open = (page: Page, place: string): Promise<void> =>
  page.evaluate((id) => {
    location.hash = `#/${id}/v=1`;
  }, place);

describe('a bad link', () => {
  const links = [
    ['an unknown place', '#/atlantis/v=1', /atlantis/],
    ['a truncated place', '#/tongj', /tongj/],
    ['a value that is no number', '#/tongjiang/v=1;transfer=many', /many/],
    ['a value out of range', '#/tongjiang/v=1;transfer=99999999', /99,?999,?999/],
    ['an unknown field', '#/tongjiang/v=1;teleport=3', /teleport/],
    ['a truncated field', '#/tongjiang/v=1;transf', /transf(?!er)/],
    ['a field cut off before its value', '#/tongjiang/v=1;residency=4;drive=', /drive|加注/],
  ] as const;

  it.each(links)('with %s is explained, and the rest goes on', async (_what, link, named) => {
    const { page, complaints } = await visit(browser, link);
    expect(await answerOf(page)).toMatch(/\d/);
    await expect.poll(() => messagesOf(page)).toMatch(named);
    await setLanguage(page, 'en');
    await expect.poll(() => messagesOf(page)).not.toMatch(/\p{Script=Han}{4}/u);
    await setLever(page, 'transfer', 0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('keeps the sound part', async () => {
    const { page } = await visit(browser, '#/tongjiang/v=1;transfer=20;teleport=3');
    await answerOf(page);
    expect(await page.locator('#lever-transfer').inputValue()).toBe('20');
    await page.context().close();
  });
});

describe('a good link', () => {
  it('gives no message', async () => {
    const { page } = await visit(browser, '#/tongjiang/v=1;transfer=20');
    await answerOf(page);
    await expect.poll(() => messagesOf(page)).toBe('');
    await page.context().close();
  });
});

describe('data that do not load', () => {
  it('are named to the reader, who can go on once they are there', async () => {
    const { page } = await visit(browser, '#/tongjiang/v=1', {}, (fresh) =>
      fresh.route(DATA, (route) => route.abort()),
    );
    await expect.poll(() => alertsOf(page)).not.toBe('');
    await page.unroute(DATA);
    await page.reload();
    expect(await answerOf(page)).toMatch(/\d/);
    await page.context().close();
  });
});

describe('a worker that dies', () => {
  it('before its first answer is reported, and replaced at the next question', async () => {
    const { page } = await visit(browser, '#/tongjiang/v=1', {}, (fresh) =>
      fresh.route(WORKER, (route) => route.abort()),
    );
    await expect.poll(() => alertsOf(page)).not.toBe('');
    await page.unroute(WORKER);
    await open(page, 'yuzhong');
    expect(await answerOf(page)).toMatch(/\d/);
    await page.context().close();
  });

  it('later leaves the old answer, is reported, and is replaced at the next question', async () => {
    const { page } = await visit(browser, '#/tongjiang/v=1');
    const before = await answerOf(page);
    const worker = page.workers().find((candidate) => WORKER.test(candidate.url()));
    if (!worker) throw new Error('the model does not run in a worker');
    await worker.evaluate(() => {
      setTimeout(() => {
        throw new Error('killed by the test');
      });
    });
    await expect.poll(() => alertsOf(page)).not.toBe('');
    expect(await answerOf(page)).toBe(before);
    await setLever(page, 'transfer', 20);
    await page.context().close();
  });
});

describe('a part of the page that cannot be fetched', () => {
  const PART = /(own-open|draws-open|SaveChart|PlacesChapter)-[^/]*\.js$/;

  it('is told where it is missed and beside the answer, and is there once the page is loaded again', async () => {
    const { page, complaints } = await visit(browser, '#/own/v=1', {}, (fresh) =>
      fresh.route(PART, (route) => route.abort()),
    );
    await expect.poll(() => alertsOf(page)).toMatch(/网页有一部分没有载入/);
    await open(page, 'tongjiang');
    const answer = await answerOf(page);
    await expect.poll(() => alertsOf(page)).toMatch(/达标的机会没有算出来/);
    await expect.poll(() => page.getByText('这一部分没有载入。').count()).toBe(2);
    await page.getByTestId('load-data').click();
    await expect.poll(() => alertsOf(page)).toMatch(/网页有一部分没有载入/);
    expect(complaints.filter((one) => !one.startsWith('Failed to load resource'))).toEqual([]);
    await page.unroute(PART);
    await page.getByRole('button', { name: '重新载入网页' }).click();
    await page.getByTestId('areas').waitFor();
    await page
      .getByTestId('odds')
      .filter({ hasText: /抽样 1,?000 次/ })
      .waitFor();
    expect(await answerOf(page)).toBe(answer);
    expect(await alertsOf(page)).toBe('');
    await page.context().close();
  });

  it('is fetched by another worker where it is of the model', async () => {
    let asked = 0;
    const { page } = await visit(browser, '#/tongjiang/v=1', {}, (fresh) =>
      fresh.route(/place-yuzhong-[^/]*\.js$/, (route) => (asked++ < 2 ? route.abort() : route.continue())),
    );
    await answerOf(page);
    await open(page, 'yuzhong');
    await expect.poll(() => alertsOf(page)).toMatch(/没有算出来/);
    await page.getByRole('button', { name: '再算一次' }).first().click();
    await page.getByTestId('answer').filter({ hasText: '渝中区' }).waitFor();
    expect(await alertsOf(page)).toBe('');
    await page.context().close();
  });
});

describe('a scenario from another version', () => {
  it.each(['0', '9'])('%s is read as far as it goes, and the reader is told', async (version) => {
    const { page, complaints } = await visit(
      browser,
      `#/tongjiang/v=${version};transfer=8;b.recruit=2;plans=2;view=compare`,
    );
    await expect
      .poll(() => page.getByTestId('compare-results').locator('thead th').count(), { timeout: 30_000 })
      .toBe(4);
    expect(await messagesOf(page)).toContain(`链接的版本“${version}”不认识。`);
    expect(await page.locator('#lever-transfer').inputValue()).toBe('8');
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe('a place where nobody lives', () => {
  it('is said to have no density, in the files and in the comparison, and is counted by head', async () => {
    const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    const { page, complaints } = await visit(browser, '#/tongjiang/v=1');
    await page.getByTestId('load-data').click();
    await page
      .getByTestId('own-files')
      .setInputFiles([
        file('人口.csv', '乡镇,2019年,2020年\n桐子林镇,0,0\n红格镇,0,0\n'),
        file('人员.csv', '乡镇,年份,类别,人数\n桐子林镇,2020,已注册,7\n红格镇,2020,已注册,6\n'),
      ]);
    await page
      .getByTestId('own-problems')
      .getByText(/人口为 0，有 7 名全科医生/)
      .first()
      .waitFor();
    await page.getByTestId('own-use').click();
    await page.getByTestId('answer').filter({ hasText: '缺常住人口（现为 0）' }).waitFor();
    await page.evaluate(() => {
      location.hash += ';recruit=2;b.recruit=4;plans=2;view=compare';
    });
    const results = page.getByTestId('compare-results');
    await expect.poll(() => results.locator('thead th').count(), { timeout: 30_000 }).toBe(4);
    expect(await results.innerText()).toContain('人口为 0 的年份和区域不计密度，只计人数。');
    expect(await page.locator('body').innerText()).not.toMatch(/NaN|∞|undefined/);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
