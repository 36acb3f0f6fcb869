import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildInto } from './site.ts';
import { answerOf, launch, setLanguage, setLever, visit } from './visit.ts';

let browser: Browser;
let folder: string;
let page: string;
beforeAll(async () => {
  folder = buildInto('file');
  expect(readdirSync(folder)).toEqual(['wanren.html']);
  // As on a stick: spaces and Chinese in the path.
  const stick = join(folder, '全科 医生');
  mkdirSync(stick);
  renameSync(join(folder, 'wanren.html'), join(stick, '万人.html'));
  page = pathToFileURL(join(stick, '万人.html')).href;
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Everything that a page from a stick asks for beside itself. */
async function open(link: string) {
  const opened = await visit(browser, `${page}${link}`);
  const asked: string[] = [];
  opened.page.context().on('request', (request) => {
    if (!/^(data|blob):/.test(request.url())) asked.push(request.url());
  });
  return { ...opened, asked };
}

describe('the site as one file, from a stick', () => {
  it('answers, follows a lever, keeps it in the link and in the language of the reader', async () => {
    const { page: opened, complaints, asked } = await open('#/tongjiang/v=1');
    await setLever(opened, 'transfer', 0);
    await expect.poll(() => opened.url()).toContain('transfer=0');
    const zh = await answerOf(opened);
    await opened.reload();
    expect(await answerOf(opened)).toBe(zh);
    await setLanguage(opened, 'en');
    expect(await answerOf(opened)).toMatch(/Tongjiang/);
    await expect.poll(() => opened.getByTestId('fan').count()).toBe(1);
    expect(asked.filter((url) => !url.startsWith(page))).toEqual([]);
    expect(complaints).toEqual([]);
    await opened.context().close();
  });

  it('has the same figures as the site', async () => {
    const [fromStick, fromSite] = await Promise.all([open('#/panzhihua/v=1'), visit(browser, '#/panzhihua/v=1')]);
    expect(await answerOf(fromStick.page)).toBe(await answerOf(fromSite.page));
    await Promise.all([fromStick, fromSite].map(({ page: opened }) => opened.context().close()));
  });

  it('plans a reassignment and reads a file of the reader', async () => {
    const { page: opened, complaints } = await open('#/yanbian/v=1;within=3;view=moves');
    await expect.poll(() => opened.locator('#chapter').innerText(), { timeout: 30_000 }).toMatch(/已证明/);
    await opened.getByRole('button', { name: '载入数据' }).click();
    const table = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await opened
      .locator('input[type=file]')
      .first()
      .setInputFiles([
        table(
          '人口.csv',
          '泸定县各乡镇常住人口\n区划代码,乡镇,2020年\n513322100,泸桥镇,27522\n513322101,冷碛镇,10501\n',
        ),
        table('人员.csv', '乡镇,年份,类别,人数\n泸桥镇,2020,已注册,7\n冷碛镇,2020,已注册,4\n'),
      ]);
    await opened.getByTestId('own-use').click();
    await expect.poll(() => answerOf(opened)).toMatch(/泸定县/);
    await opened.reload();
    expect(await answerOf(opened)).toMatch(/泸定县/);
    expect(complaints).toEqual([]);
    await opened.context().close();
  });
});
