import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf, launch, setLanguage, visit } from './visit.ts';

/**
 * Four townships and a hospital that has nobody. One township has no residents, one is far from all, and of one pair, and of
 * the hospital, nobody knows how far they are apart.
 */
const FILES = {
  '人口.csv':
    '区划代码,乡镇,2020年,2021年\n510422100,桐子林镇,27000,27000\n510422101,红格镇,30000,30000\n510422102,渔门镇,0,0\n510422103,永兴镇,9000,9000\n',
  '机构.csv':
    '区划代码,机构,机构类型,年份,类别,人数\n510422100,桐子林镇卫生院,乡镇卫生院,2021,注册,9\n510422101,红格镇卫生院,乡镇卫生院,2021,注册,5\n510422102,渔门镇卫生院,乡镇卫生院,2021,注册,0\n510422103,永兴镇卫生院,乡镇卫生院,2021,注册,0\n510422,盐边县人民医院,县级医院,2021,注册,0\n',
  '距离.csv':
    '起点,终点,公里\n桐子林镇,红格镇,12\n桐子林镇,渔门镇,18.5\n桐子林镇,永兴镇,60\n红格镇,永兴镇,70\n渔门镇,永兴镇,65\n',
};
/** Nobody comes or goes but by the moves. */
const QUIET = 'view=moves;base=2021;horizon=2024;transfer=0;residency=0;assistant=0;rural=0;attrition=0';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Opens the county of the files with some levers. */
async function county(levers: string): Promise<Page> {
  const { page } = await visit(browser, '#/tongjiang/v=1');
  await answerOf(page);
  await page.evaluate((files) => {
    const dataTransfer = new DataTransfer();
    for (const [name, text] of Object.entries(files)) dataTransfer.items.add(new File([text], name));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, FILES);
  await page.getByTestId('own-use').click();
  await page.waitForURL(/#\/own\//);
  await page.evaluate((values) => {
    location.hash = location.hash.replace('v=1;', `v=1;${values};`);
  }, `${QUIET};${levers}`);
  await page.getByTestId('move-plan').waitFor({ timeout: 40_000 });
  return page;
}
const listOf = (page: Page): Promise<string> => page.getByTestId('move-list').innerText();

describe('what a plan of moves finds wrong with its input', () => {
  it('is an empty centre, one out of reach and unknown distances: named, and the rest is planned', async () => {
    const page = await county('within=10;maxkm=20');
    await page.getByText('1 个卫生院没有常住人口（如渔门镇）').waitFor();
    await page.getByText('5 对机构之间没有距离，也没有经纬度').waitFor();
    await page.getByText('1 个人数不足的卫生院在 20 公里以内没有别的机构（如永兴镇）').waitFor();
    expect(await listOf(page)).toMatch(/桐子林镇\s+渔门镇\s+2/);
    expect(await listOf(page)).not.toContain('永兴镇');
    await setLanguage(page, 'en');
    await page.getByText('Centres without residents: 1').waitFor();
    await page.context().close();
  });

  it('is a floor above every stock and a hospital with nobody: named, nobody is moved, the answer stands', async () => {
    const page = await county('within=5;dispatch=3;floor=20');
    await page.getByText('没有一个卫生院能调出人：调出后至少要留 20 人，现有最多的一院 9 人').waitFor();
    await page.getByText('县级医院没有人可选派：现有 0 人').waitFor();
    expect(await listOf(page)).not.toContain('县内调剂');
    expect(await answerOf(page)).toContain('自有数据');
    await setLanguage(page, 'en');
    await page.getByText('The county hospital has nobody to dispatch').waitFor();
    await page.context().close();
  });
});

describe('two in every centre', () => {
  const TARGETS = 't1=facility_minimum~2020-10~2~registered~e0';
  const judgedIn = async (link: string): Promise<string[]> => {
    const { page } = await visit(browser, link);
    await answerOf(page);
    const rows = page.locator('tr', { hasText: '每院 ≥ 2 名' });
    await rows.nth(1).waitFor();
    const said = await rows.allInnerTexts();
    await page.context().close();
    return said;
  };

  it('is another target than two on average', async () => {
    const [every, average] = await judgedIn(`#/xupu/v=1;base=2019;${TARGETS}`);
    expect(every).toMatch(/每院 ≥ 2 名[^]*未达标[^]*25 院中 \d+ 院不足/);
    expect(average).toMatch(/平均每院 ≥ 2 名[^]*不缺[^]*达标/);
  });

  it('is met in more centres where assistants count', async () => {
    const short = async (link: string): Promise<number> =>
      Number(/25 院中 (\d+) 院不足/.exec((await judgedIn(link))[0]!)?.[1]);
    const registered = await short(`#/xupu/v=1;base=2019;${TARGETS}`);
    const counted = await short(`#/xupu/v=1;base=2019;count=certified;${TARGETS}`);
    expect(counted).toBeGreaterThan(0);
    expect(counted).toBeLessThan(registered);
  });
});
