/**
 * Measures the budgets of DESIGN §7 on this machine and prints them (`npm run bench`; words after `--` choose benches by
 * name). Exits with 1 when a budget is exceeded. The page is the shipped build in a real Chromium.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { quantile } from 'd3-array';
import { chromium, type Browser, type Page } from 'playwright';
import { build } from 'vite';
import { readText } from '../src/io/built-in-node.ts';
import { drawTimes, framesASecond } from './bench-draws.ts';
import { findBrowser } from './browser.ts';
import { openLargePlace, type LargePlace } from './bench-large.ts';
import { secondsToPlan } from './bench-reassign.ts';
import { importOwn, OWN_CASES, type OwnCase, type OwnMeasured } from './bench-own.ts';
import { serveBuild, type Site } from './e2e/site.ts';

interface Bench {
  name: string;
  /** Largest value allowed, in `unit`; the smallest with `atLeast`. */
  budget: number;
  atLeast?: true;
  unit: string;
  run(): Promise<number> | number;
}

const WARM_UP = 20;
const MOVES = 200;

/** Seconds until the plans of 20 counties are proven: measured once. */
let plans: Promise<number[]> | null = null;
const counties = (): Promise<number[]> => (plans ??= secondsToPlan(20));

const benches: Bench[] = [
  {
    name: 'cohort engine, 200 areas, 16 years, one thread, per area × sex × age × status × year',
    budget: 10,
    unit: 'ns',
    run: cohort,
  },
  {
    name: 'lever moved → all charts redrawn, china (31 areas), p95',
    budget: 50,
    unit: 'ms',
    run: () => redraw('china/v=1'),
  },
  {
    // Under the national document, whose target years lie ahead, so that every figure on the screen moves.
    name: 'lever moved → all charts redrawn, hunan (137 areas), p95',
    budget: 50,
    unit: 'ms',
    run: () => redraw('hunan/v=1;policy=china-2018'),
  },
  {
    name: 'plan of reassignment, 40 centres, 12 years: all goals proven, median of 20 counties',
    budget: 2,
    unit: 's',
    run: async () => quantile((await counties()).slice(0, 20), 0.5) ?? Infinity,
  },
  {
    name: 'plan of reassignment, 40 centres, 12 years: all goals proven, slowest of 10 counties',
    budget: 2,
    unit: 's',
    run: async () => Math.max(...(await counties()).slice(0, 10)),
  },
  {
    name: 'plan of reassignment, 400 centres in 10 counties, 12 years: all goals proven',
    budget: 20,
    unit: 's',
    run: async () => (await counties()).slice(0, 10).reduce((sum, one) => sum + one, 0),
  },
  ...(Object.keys(OWN_CASES) as OwnCase[]).flatMap((which): Bench[] => [
    { name: `${which}: read and checked`, budget: 3, unit: 's', run: async () => (await own(which)).seconds },
    { name: `${which}: longest block of the page`, budget: 50, unit: 'ms', run: async () => (await own(which)).block },
    {
      name: `${which}: peak memory of page and workers`,
      budget: 1000,
      unit: 'MB',
      run: async () => (await own(which)).megabytes ?? Infinity,
    },
  ]),
  {
    name: 'microsimulation, one area with 500 GPs, one thread, per person-year with its random numbers',
    budget: 8,
    unit: 'ns',
    run: () => micro('tongjiang'),
  },
  {
    name: 'microsimulation, five areas with 500 GPs, one thread, per person-year with its random numbers',
    budget: 8,
    unit: 'ns',
    run: () => micro('panzhihua'),
  },
  ...([500, 850] as const).flatMap((gps): Bench[] => {
    const what = `of 1,000 draws × 16 years, panzhihua (5 areas), ${gps} GPs on average over the years, 2 workers, median`;
    // The budget is that of 500 GPs; what more of them cost is told.
    return [
      {
        name: `first band ${what}`,
        budget: gps === 500 ? 100 : Infinity,
        unit: 'ms',
        run: async () => (await draws(gps)).first,
      },
      {
        name: `all ${what}`,
        budget: gps === 500 ? 300 : Infinity,
        unit: 'ms',
        run: async () => (await draws(gps)).all,
      },
    ];
  }),
  {
    name: 'frames a second while a slider is held and moved for ten seconds, tongjiang',
    budget: 50,
    atLeast: true,
    unit: 'per s',
    run: () => framesASecond(openPlace, 'tongjiang/v=1'),
  },
  {
    name: 'frames a second while a slider is held and moved for ten seconds, china (31 areas)',
    budget: 50,
    atLeast: true,
    unit: 'per s',
    run: () => framesASecond(openPlace, 'china/v=1'),
  },
  ...(
    [
      ['from “use” to the first answer', Infinity, 's', ({ open }) => open],
      ['longest block of the page while it opens', 50, 'ms', ({ blocked }) => blocked.open],
      ['longest block of the page after a lever moved', 50, 'ms', ({ blocked }) => blocked.lever],
      ['longest block while the table is scrolled through, all groups open', 50, 'ms', ({ blocked }) => blocked.scroll],
      ['rows of the table that are there at once', 200, 'rows', ({ rows }) => rows],
      ['peak memory of page and workers, a lever moved five times', 1000, 'MB', ({ memory }) => memory],
    ] as [string, number, string, (large: LargePlace) => number][]
  ).map(([what, budget, unit, pick]): Bench => ({
    name: `place of 40,000 townships opened: ${what}`,
    budget,
    unit,
    run: async () => pick(await large()),
  })),
];

let measuredLarge: Promise<LargePlace> | null = null;
/** Opened once, in a browser of its own. */
function large(): Promise<LargePlace> {
  const measure = async (): Promise<LargePlace> => {
    shipped.site ??= await serveBuild();
    const browser = await chromium.launch(findBrowser().launch);
    try {
      return await openLargePlace(browser, shipped.site.url, 40_000);
    } finally {
      await browser.close();
    }
  };
  measuredLarge ??= measure();
  return measuredLarge;
}

/** The engines are measured as they ship, bundled; loaded file by file they are a fifth slower. */
async function bundled(name: string): Promise<unknown> {
  const outDir = mkdtempSync(join(tmpdir(), 'wanren-bench-'));
  const ssr = fileURLToPath(new URL(`${name}.ts`, import.meta.url));
  await build({ configFile: false, logLevel: 'silent', build: { ssr, outDir }, ssr: { noExternal: true } });
  const bundle: unknown = await import(pathToFileURL(join(outDir, `${name}.js`)).href);
  // Places are loaded from it when they are asked for.
  process.on('exit', () => rmSync(outDir, { recursive: true }));
  return bundle;
}

async function cohort(): Promise<number> {
  const bundle = (await bundled('bench-cohort')) as typeof import('./bench-cohort.ts');
  return bundle.cohortNanosecondsPerCellYear(readText);
}

async function micro(place: string): Promise<number> {
  const bundle = (await bundled('bench-micro')) as typeof import('./bench-micro.ts');
  return bundle.microNanosecondsPerPersonYear(readText, place, 500);
}

const openNoting = (scenario: string, before: () => void): Promise<Page> => openPlace(scenario, undefined, before);

/** Trained a year in panzhihua from 2026 on, with so many GPs on average over the draws and the years 2025 to 2040; and a little more. */
const TRAINED = { 500: [27, 27.4], 850: [100, 100.4] } as const;
const measuredDraws = new Map<number, ReturnType<typeof drawTimes>>();

/** Measured once for both benches. */
function draws(gps: keyof typeof TRAINED): ReturnType<typeof drawTimes> {
  const measured = measuredDraws.get(gps) ?? drawTimes(openNoting, 'panzhihua/v=1', 1000, TRAINED[gps]);
  measuredDraws.set(gps, measured);
  return measured;
}

const measuredOwn = new Map<OwnCase, Promise<OwnMeasured>>();

/** Each case is read once, in a browser of its own, whose peak of memory is no other bench's. */
function own(which: OwnCase): Promise<OwnMeasured> {
  const measure = async (): Promise<OwnMeasured> => {
    const browser = await chromium.launch(findBrowser().launch);
    try {
      return await importOwn(browser, () => openPlace('tongjiang/v=1', browser), which);
    } finally {
      await browser.close();
    }
  };
  const known = measuredOwn.get(which) ?? measure();
  measuredOwn.set(which, known);
  return known;
}

/** Served and started once, by the first bench that needs it. */
const shipped: { site?: Site; browser?: Browser } = {};

async function openPlace(scenario: string, own?: Browser, before?: () => void): Promise<Page> {
  shipped.site ??= await serveBuild();
  const browser = own ?? (shipped.browser ??= await chromium.launch(findBrowser().launch));
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  // tsx wraps named functions in a helper that the page does not have.
  await page.addInitScript('globalThis.__name = (named) => named');
  if (before) await page.addInitScript(before);
  await page.goto(`${shipped.site.url}#/${scenario}`);
  await page.getByTestId('answer').filter({ hasText: /\d/ }).waitFor();
  // Levers are made after the first chart.
  await page.locator('#lever-transfer').waitFor({ state: 'attached' });
  return page;
}

/**
 * Milliseconds from the input event of a lever until the frame that shows the new sentence, charts and table has been painted,
 * at the 95th percentile. A change of the table stands for all: what stands above it is drawn before it or in the same go.
 */
async function redraw(scenario: string): Promise<number> {
  const page = await openPlace(scenario);
  const times = await page.evaluate(async (moves) => {
    const lever = document.querySelector<HTMLInputElement>('#lever-transfer');
    if (!lever) throw new Error('no lever');
    const [low, high] = [Number(lever.min), Number(lever.max)];
    const figures = (): string => document.querySelector('[data-testid="areas"]')?.textContent ?? '';
    /** Longer than the moment of peace after which what is out of sight follows too: each move is one from rest. */
    const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 400));

    /** Resolves after the paint of the frame in which the figures became others. */
    const redrawn = (before: string): Promise<void> =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error('a lever changes nothing')), 10_000);
        const observer = new MutationObserver(() => {
          if (figures() === before) return;
          observer.disconnect();
          clearTimeout(late);
          // A task queued in a frame's callback runs after that frame has been painted.
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve();
            port2.postMessage(null);
          });
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      });

    const durations: number[] = [];
    for (let index = 0; index < moves; index += 1) {
      const before = lever.value;
      await rest();
      // Neighbouring positions lie far apart, so that figures change every time.
      lever.value = String(low + (high - low) * ((index * 0.382) % 0.9));
      if (lever.value === before) continue;
      const done = redrawn(figures());
      const start = performance.now();
      lever.dispatchEvent(new Event('input', { bubbles: true }));
      await done;
      durations.push(performance.now() - start);
    }
    return durations;
  }, WARM_UP + MOVES);
  await page.close();
  return quantile(times.slice(WARM_UP), 0.95) ?? Infinity;
}

const chosen = process.argv.slice(2);
try {
  for (const { name, budget, atLeast, unit, run } of benches) {
    if (chosen.length > 0 && !chosen.some((word) => name.includes(word))) continue;
    const measured = await run();
    const kept = atLeast ? measured >= budget : measured <= budget;
    if (!kept) process.exitCode = 1;
    const verdict = kept ? 'ok' : 'OVER';
    process.stdout.write(`${verdict.padEnd(5)}${measured.toFixed(1).padStart(8)} of ${budget} ${unit}  ${name}\n`);
  }
} finally {
  await shipped.browser?.close();
  await shipped.site?.close();
}
