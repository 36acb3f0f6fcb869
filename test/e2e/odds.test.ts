import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawScenario } from '../../src/scenario/draw.ts';
import { builtIn } from '../scenario/setups.ts';
import { alertsOf, answerOf, launch, messagesOf, PHONE, setLanguage, setLever, visit } from './visit.ts';

interface Report {
  years: number[];
  bands: { density: number[][] };
  targets: { id: string; probability: number | null }[];
}

const root = fileURLToPath(new URL('../..', import.meta.url));

function simulate(link: string, draws: number): Report {
  const args = ['run', '--silent', 'simulate', '--', link, '--draws', String(draws)];
  const output = execFileSync('npm', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return JSON.parse(output) as Report;
}
const oddsOf = (page: Page, made: string): Promise<string> =>
  page.getByTestId('odds').filter({ hasText: made }).innerText({ timeout: 30_000 });

/** Runs in the page before all else: says how many cores there are, and keeps what workers answer. */
function listenToWorkers(cores: number): void {
  const heard: { worker: number; answer: unknown }[] = [];
  let started = 0;
  Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => cores });
  const Plain = Worker;
  Object.assign(globalThis, {
    heard,
    Worker: class extends Plain {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        const worker = started++;
        this.addEventListener('message', ({ data }: MessageEvent<{ value?: { part?: { density?: unknown } } }>) => {
          // A copy: the page may hand the arrays on.
          if (data.value?.part?.density) heard.push({ worker, answer: structuredClone(data.value.part) });
        });
      }
    },
  });
}

/** Runs in the page: SHA-256 of densities, targets met, and areas at their minimum and at the wanted density, over all draws in order. */
async function digestOfDraws(): Promise<{ digests: string[]; workers: number }> {
  interface Part {
    from: number;
    density: Float64Array;
    met: Uint8Array;
    minimumMet: Uint32Array;
    wantedMet: Uint32Array;
  }
  const { heard } = globalThis as unknown as { heard: { worker: number; answer: Part }[] };
  const parts = heard.map(({ answer }) => answer).sort((one, other) => one.from - other.from);
  const joined = (arrays: (Float64Array | Uint8Array)[]): Uint8Array<ArrayBuffer> => {
    const bytes = arrays.map((array) => [...new Uint8Array(array.buffer)]).flat();
    return Uint8Array.from(bytes);
  };
  const summed = (arrays: Uint32Array[]): Uint8Array<ArrayBuffer> => {
    const sums = new Uint32Array(arrays[0]?.length ?? 0);
    for (const array of arrays) array.forEach((count, cell) => (sums[cell]! += count));
    return new Uint8Array(sums.buffer);
  };
  const all = [
    joined(parts.map(({ density }) => density)),
    joined(parts.map(({ met }) => met)),
    summed(parts.map(({ minimumMet }) => minimumMet)),
    summed(parts.map(({ wantedMet }) => wantedMet)),
  ];
  const digests = await Promise.all(
    all.map(async (bytes) =>
      [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
        .map((byte) => byte.toString(16).padStart(2, '0'))
        .join(''),
    ),
  );
  return { digests, workers: new Set(heard.map(({ worker }) => worker)).size };
}

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe('bands and odds', () => {
  it('on the page are those of the headless run', async () => {
    const link = '#/tongjiang/v=1;transfer=7;seed=11;draws=60';
    const { years, bands, targets } = simulate(link, 60);
    const { page, complaints } = await visit(browser, link);
    const odds = await oddsOf(page, '抽样 60 次，种子 11');
    const share = targets.find(({ id }) => id === 'density-2030')!.probability!;
    expect(share).toBeGreaterThan(0.05);
    expect(share).toBeLessThan(0.95);
    expect(odds).toContain(`2030 年 ${Math.round(share * 100)}%`);
    const interval = (year: number): string =>
      [0, 4].map((quantile) => bands.density[quantile]![years.indexOf(year)]!.toFixed(1)).join('–');
    expect(await page.locator('main').innerText()).toContain(`（80%：${interval(2030)}）`);
    expect(await page.locator('.gap svg').first().textContent()).toContain(`80% ${interval(years.at(-1)!)}`);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('follow a lever once it is let go', async () => {
    const { page } = await visit(browser, '#/tongjiang/v=1;draws=60');
    const before = await oddsOf(page, '抽样 60 次');
    await setLever(page, 'transfer', 9);
    await expect.poll(() => oddsOf(page, '抽样 60 次')).not.toBe(before);
    await page.context().close();
  });

  it('are the same bytes in Chromium, with 1, 2, 3 and 8 cores, as in Node', async () => {
    const setup = await builtIn('panzhihua');
    const range = { seed: 11, from: 0, to: 120, chance: true, parameters: true };
    const drawn = drawScenario(setup, { transfer: 60, draws: 120, seed: 11 }, range);
    if (!drawn.ok) throw new Error('not drawn');
    const { density, met, minimumMet, wantedMet } = drawn.draws;
    const expected = [density, met, minimumMet, wantedMet].map((array) =>
      createHash('sha256').update(new Uint8Array(array.buffer)).digest('hex'),
    );
    for (const cores of [1, 2, 3, 8]) {
      const { page } = await visit(browser, '#/panzhihua/v=1;transfer=60;draws=120;seed=11', {}, (fresh) =>
        fresh.addInitScript(listenToWorkers, cores),
      );
      await oddsOf(page, '抽样 120 次，种子 11');
      const heard = await page.evaluate(digestOfDraws);
      expect(heard.digests).toEqual(expected);
      // One worker at least a core, up to the four that the pool starts; the model's own worker draws nothing.
      expect(heard.workers).toBe(Math.min(4, cores));
      await page.context().close();
    }
  });

  it('that cannot be drawn are missed in words, and the sentence stays', async () => {
    const { page } = await visit(browser, '#/tongjiang/v=1', {}, (fresh) =>
      fresh.route('**/draw.worker-*.js', (route) => route.abort()),
    );
    await page.getByText('达标的机会没有算出来。').waitFor();
    expect(await page.getByTestId('answer').innerText()).toContain('同江市');
    await page.context().close();
  });

  it('of a million draws, none, a seed that is no number or a probability above 1 are refused in words, and nothing is lost', async () => {
    const sound = await visit(browser, '#/tongjiang/v=1;transfer=7', { viewport: PHONE });
    const answer = await answerOf(sound.page);
    await sound.page.context().close();
    for (const [link, zh, en] of [
      ['draws=1000000', '超出 1 至 100000，改用默认值 1000', '1 to 100000; the default 1000 is used'],
      ['draws=0', '超出 1 至 100000，改用默认值 1000', '1 to 100000; the default 1000 is used'],
      ['seed=many', '0, 1, … 4294967295', '0, 1, … 4294967295'],
      ['attrition=1.5', '超出 0 至 0.3', '0 to 0.3; the default'],
    ] as const) {
      const { page, complaints } = await visit(browser, `#/tongjiang/v=1;transfer=7;${link}`, { viewport: PHONE });
      expect(await answerOf(page)).toBe(answer);
      await expect.poll(() => messagesOf(page)).toContain(zh);
      expect(await messagesOf(page)).toContain(link);
      await oddsOf(page, '抽样 1,000 次');
      await setLanguage(page, 'en');
      await expect.poll(() => messagesOf(page)).toContain(en);
      expect(complaints).toEqual([]);
      await page.context().close();
    }
  });

  it('refuse what is typed in the language of the page, and say no more of it once something has changed', async () => {
    const { page, complaints } = await visit(browser, '#/tongjiang/v=1;draws=20;view=odds');
    await page.getByRole('button', { name: '种子: 7' }).click();
    await page.getByRole('textbox', { name: '种子: 7' }).fill('-5');
    await page.keyboard.press('Enter');
    await expect.poll(() => alertsOf(page)).toBe('“-5”不是 0 到 4,294,967,295 之间的整数，没有改动。');
    await page.keyboard.press('Escape');
    await setLanguage(page, 'en');
    await expect.poll(() => alertsOf(page)).toMatch(/^“-5” is not a whole number/);
    await setLever(page, 'transfer', 9);
    await expect.poll(() => alertsOf(page)).toBe('');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('of a range whose low lies above its mode are not drawn: it is named in words, and the figures stay', async () => {
    const sound = await visit(browser, '#/tongjiang/v=1;transfer=7');
    const answer = await answerOf(sound.page);
    await sound.page.context().close();
    const { page, complaints } = await visit(browser, '#/tongjiang/v=1;transfer=7', {}, (fresh) =>
      fresh.route('**/*.json', async (route) => {
        const response = await route.fetch();
        const text = await response.text();
        await route.fulfill({ response, body: text.replace('attrition,0.014,', 'attrition,0.05,') });
      }),
    );
    await expect
      .poll(() => alertsOf(page))
      .toMatch(/“离职率”的高低范围不对：低 5%\/年、众数 3%\/年、高 6%\/年，应当低 ≤ 众数 ≤ 高/);
    expect(await answerOf(page)).toBe(answer);
    await setLanguage(page, 'en');
    await expect
      .poll(() => alertsOf(page))
      .toMatch(/“Attrition” is wrong: low 5%\/yr, mode 3%\/yr, high 6%\/yr, where low ≤ mode ≤ high was expected/);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
