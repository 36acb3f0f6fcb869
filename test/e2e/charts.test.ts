import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Links whose chapter holds charts, and what these are called. */
const CASES = [
  [
    '#/panzhihua/v=1;transfer=60;draws=20',
    'zh-CN',
    [
      '攀枝花市-每万人口全科医生数',
      '攀枝花市-各县市区，2030 年',
      '攀枝花市-每年从哪里来，到哪里去',
      '放到过去，报得准不准-从 2012 年起报',
      '放到过去，报得准不准-从 2017 年起报',
    ],
  ],
  [
    '#/tongjiang/v=1;transfer=8;draws=200;view=odds',
    'zh-CN',
    [
      '同江市-每万人口全科医生数',
      '同江市-至少有这么多的机会',
      '同江市-悬念从哪里来',
      '同江市-本方案比基线多多少',
      '同江市-悬念由什么构成',
      '同江市-各区域达到的机会，2030 年',
    ],
  ],
  [
    '#/xupu/v=1;within=4;dispatch=4;draws=20;view=moves',
    'zh-CN',
    [
      '溆浦县-每万人口全科医生数',
      '溆浦县-从哪里调到哪里',
      '溆浦县-到期的悬崖',
      '溆浦县-调剂前后的卫生院',
      '溆浦县-证书漏斗',
      '溆浦县-服务期日历',
    ],
  ],
  [
    '#/panzhihua/v=1;transfer=20;draws=20;view=compare',
    'en-US',
    [
      'Panzhihua-GPs per 10,000 residents',
      'Panzhihua-Side by side',
      'Panzhihua-Area by area',
      'Panzhihua-Why they differ',
    ],
  ],
  [
    '#/hunan/v=1;transfer=3000;draws=2;view=cost',
    'en-US',
    ['Hunan-GPs per 10,000 residents', 'Hunan-What it costs-Cost by year and payer'],
  ],
  [
    '#/yanbian/v=1;transfer=300;draws=2;view=fairness',
    'zh-CN',
    [
      '盐边县-每万人口全科医生数',
      '盐边县-全科医生在各乡镇街道居民中分布得匀不匀-洛伦兹曲线',
      '盐边县-全科医生在各乡镇街道居民中分布得匀不匀-基尼系数',
      '盐边县-全科医生在各乡镇街道居民中分布得匀不匀-住在达标地方的居民',
    ],
  ],
] as const;

/** The pictures that the page saves in a format, by the name of the file without its ending. */
async function saved(page: Page, format: 'SVG' | 'PNG'): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const button of await page.getByRole('button', { name: new RegExp(`(存为|as) ${format}$`) }).all()) {
    const started = page.waitForEvent('download');
    await button.click();
    const file = await started;
    files.set(file.suggestedFilename().replace(/\.(svg|png)$/, ''), readFileSync(await file.path()));
  }
  return files;
}

/** Colours of the dark page. */
const DARK = /#e8edf0|rgb\(232, 237, 240\)|rgb\(132, 191, 230\)|rgb\(255, 132, 103\)/;

describe('every chart', () => {
  it.each(CASES)(
    'of %s (%s) is a picture that stands by itself, on white from a dark page',
    async (link, locale, names) => {
      const { page, complaints } = await visit(browser, link, { locale, colorScheme: 'dark' });
      await expect
        .poll(() => page.getByRole('button', { name: /(存为|as) SVG$/ }).count(), { timeout: 30_000 })
        .toBe(names.length);
      const drawings = await saved(page, 'SVG');
      expect([...drawings.keys()].sort()).toEqual([...names].sort());
      for (const [name, bytes] of drawings) {
        const svg = bytes.toString('utf8');
        const national = name.startsWith('放到过去');
        expect(svg, name).toContain('<rect width=');
        expect(svg, name).not.toMatch(/="[^"]*var\(--/);
        expect(svg, name).not.toMatch(DARK);
        expect(svg, name).toContain(
          link
            .replace(/;?view=\w+/, '')
            .replace(/;draws=\d+/, '')
            .split(';')[0]!,
        );
        expect(svg, name).toContain(national ? '全国历年全科医生数' : locale === 'zh-CN' ? '口径 ' : 'Counting rule ');
        // Something is drawn, and something is said in a sentence.
        expect(svg.match(/<(path|rect|circle) /g)?.length ?? 0, name).toBeGreaterThan(5);
        expect(svg.includes('示意数据'), name).toBe(/xupu|yanbian/.test(link) && !national);
        expect(
          await page.evaluate(
            (text) => new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror'),
            svg,
          ),
        ).toBeNull();
      }
      const [name, png] = [...(await saved(page, 'PNG'))][1]!;
      const width = Number(/width="([\d.]+)"/.exec(drawings.get(name)!.toString('utf8'))?.[1]);
      expect(png.readUInt32BE(16)).toBe(Math.round(width * 2));
      expect(await page.evaluate(() => document.querySelectorAll('.on-paper').length)).toBe(0);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );
});
