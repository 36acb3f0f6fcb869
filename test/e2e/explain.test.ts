import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function explained(link: string): Promise<{ page: Page; complaints: string[]; section: Locator }> {
  const visited = await visit(browser, link);
  const section = visited.page.getByTestId('explain');
  // Each scenario with moves is a plan of its own for the solver.
  await section.getByTestId('explain-sentence').waitFor({ timeout: 90_000 });
  await section.getByRole('button', { name: '表格' }).click();
  return { ...visited, section };
}

const choose = async (section: Locator, label: string, option: string): Promise<void> => {
  await section
    .locator('label', { hasText: new RegExp(`^\\s*${label}`) })
    .locator('select')
    .selectOption(option);
};

/** From, parts and to, as the table says them; what is smaller than its last digit is taken for 0. */
async function figuresOf(section: Locator): Promise<Map<string, number>> {
  const rows = await section
    .locator('table tbody tr')
    .evaluateAll((found) =>
      found.map((row): [string, string] => [
        row.querySelector('th')?.textContent?.trim() ?? '',
        row.querySelector('td')?.textContent?.trim() ?? '',
      ]),
    );
  return new Map(
    rows.map(([name, value]) => [
      name,
      value.startsWith('不到') ? 0 : Number(value.replace('−', '-').replaceAll(',', '')),
    ]),
  );
}

/** Parts add up to the difference, but for what each loses by being shown with one or two digits. */
function expectAdded(figures: Map<string, number>, digit: number): void {
  const values = [...figures.values()];
  const parts = values.slice(1, -1).reduce((sum, value) => sum + value, 0);
  expect(Math.abs(values.at(-1)! - values[0]! - parts)).toBeLessThanOrEqual((digit * (values.length + 1)) / 2 + 1e-9);
}

describe('a waterfall of a plan that moves people', () => {
  it('says of the whole that moves cancel, and of each centre what they brought, by cause and by flow', async () => {
    const { page, complaints, section } = await explained('#/xupu/v=1;within=4;dispatch=4;draws=20;view=compare');
    const sentence = section.getByTestId('explain-sentence');
    await expect.poll(() => sentence.innerText()).toMatch(/相差不到 0.1 人。.*调配只让人在区域之间移动/s);
    await expect(section.innerText()).resolves.toMatch(/退休和死亡按规则推算，没有一项措施或假设能改动/);
    const whole = await figuresOf(section);
    for (const [centre, sign] of [
      ['第2卫生院', 1],
      ['第7卫生院', -1],
    ] as const) {
      await choose(section, '区域', centre);
      await expect.poll(() => sentence.innerText()).toContain(centre);
      const byCause = await figuresOf(section);
      expect([...byCause.keys()]).toEqual(['基线', '调配', '方案 A']);
      expect(Math.sign(byCause.get('调配')!)).toBe(sign);
      expectAdded(byCause, 0.1);
      await choose(section, '按', 'byFlow');
      await expect.poll(async () => [...(await figuresOf(section)).keys()]).toContain('退休');
      const byFlow = await figuresOf(section);
      expect(byFlow.get('调配')).toBe(sign);
      expectAdded(byFlow, 0.1);
      await choose(section, '按', 'byCause');
    }
    expectAdded(whole, 0.1);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('keeps interaction, training and moves apart where the plan trains as well', async () => {
    const { page, complaints, section } = await explained('#/yanbian/v=1;within=3;transfer=6;draws=20;view=compare');
    await choose(section, '区域', '新九镇');
    for (const measure of ['heads', 'density'] as const) {
      await choose(section, '单位', measure);
      const figures = await figuresOf(section);
      expect([...figures.keys()]).toEqual(expect.arrayContaining(['转岗培训', '调配', '交互']));
      expectAdded(figures, measure === 'heads' ? 0.1 : 0.01);
    }
    // Retirement has a bar of its own between years.
    await choose(section, '比什么', 'years');
    await expect.poll(async () => [...(await figuresOf(section)).keys()]).toContain('退休');
    expect((await section.locator('svg text').allTextContents()).join(' ')).toContain('退休');
    expectAdded(await figuresOf(section), 0.01);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe('a place that looks better only because people left', () => {
  it('is told so in words', async () => {
    const { page, complaints, section } = await explained('#/china/v=1;draws=2;view=compare');
    await choose(section, '比什么', 'years');
    await choose(section, '区域', '上海市');
    await choose(section, '从', '2024');
    await choose(section, '到', '2030');
    const sentence = section.getByTestId('explain-sentence');
    await expect.poll(() => sentence.innerText()).toContain('上海市');
    expect(await sentence.innerText()).toContain('密度提高只是因为人口减少：医生没有增加。');
    const figures = await figuresOf(section);
    expect(figures.get('2030 年底')!).toBeLessThanOrEqual(figures.get('2024 年底')!);
    await choose(section, '单位', 'density');
    const densities = await figuresOf(section);
    expect(densities.get('2030 年底')!).toBeGreaterThan(densities.get('2024 年底')!);
    expect(densities.get('人口')!).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
