import { quantile } from 'd3-array';
import type { Page } from 'playwright';

/** When draws were asked for and came back, milliseconds of the page's clock. */
interface Told {
  asked: number[];
  came: { at: number; from: number; to: number }[];
}

/** Runs in the page before all else: two cores, and notes of what goes to the drawing workers and comes back. */
function note(): void {
  Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => 2 });
  const told: Told = { asked: [], came: [] };
  const Plain = Worker;
  Object.assign(globalThis, {
    told,
    Worker: class extends Plain {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        this.addEventListener(
          'message',
          ({ data }: MessageEvent<{ value?: { part?: { density?: unknown; from: number; to: number } } }>) => {
            const draws = data.value?.part;
            if (draws?.density) told.came.push({ at: performance.now(), from: draws.from, to: draws.to });
          },
        );
      }
      override postMessage(message: { path?: string[] }, ...rest: unknown[]): void {
        if (message.path?.[0] === 'draw') told.asked.push(performance.now());
        super.postMessage(message, ...(rest as [Transferable[]]));
      }
    },
  });
}

/** How often the lever is moved. */
const MOVES = 7;
/** Milliseconds after which what follows the draws unasked has ended too. */
const REST = 2000;

/**
 * Milliseconds from the first draw asked for until the first ones are there, and until all are, on two workers of the shipped page: medians
 * of several runs, each after a move of the lever of transfer training, from rest, when workers have started.
 * @param transfer trained a year: two values, between which the lever goes to and fro
 */
export async function drawTimes(
  open: (scenario: string, before: () => void) => Promise<Page>,
  scenario: string,
  draws: number,
  transfer: readonly [number, number],
): Promise<{ first: number; all: number }> {
  const page = await open(`${scenario};draws=${draws}`, note);
  const run = async (): Promise<Told> => {
    const handle = await page.waitForFunction(
      (count) => {
        const { told } = globalThis as unknown as { told: Told };
        return told.came.reduce((sum, { from, to }) => sum + to - from, 0) === count && told;
      },
      draws,
      // Asked in every frame, as it is otherwise, the page would paint sixty times a second, on a core that the workers need.
      { timeout: 120_000, polling: 500 },
    );
    return (await handle.jsonValue()) as Told;
  };
  await run();
  const first: number[] = [];
  const all: number[] = [];
  for (let move = 0; move < MOVES; move++) {
    await page.waitForTimeout(REST);
    await page.evaluate(
      (value) => {
        const { told } = globalThis as unknown as { told: Told };
        told.asked.length = 0;
        told.came.length = 0;
        const lever = document.querySelector<HTMLInputElement>('#lever-transfer');
        if (!lever) throw new Error('no lever');
        lever.value = String(value);
        lever.dispatchEvent(new Event('input', { bubbles: true }));
        lever.dispatchEvent(new Event('change', { bubbles: true }));
      },
      transfer[move % 2],
    );
    const { asked, came } = await run();
    first.push(came[0]!.at - asked[0]!);
    all.push(came.at(-1)!.at - asked[0]!);
  }
  await page.close();
  return { first: quantile(first, 0.5)!, all: quantile(all, 0.5)! };
}

/** Frames a second while a slider is held and moved for ten seconds, by the timestamps of the page's own frames. */
export async function framesASecond(open: (scenario: string) => Promise<Page>, scenario: string): Promise<number> {
  const page = await open(scenario);
  const frames = await page.evaluate(async () => {
    const lever = document.querySelector<HTMLInputElement>('#lever-transfer');
    if (!lever) throw new Error('no lever');
    const [low, high] = [Number(lever.min), Number(lever.max)];
    const stamps: number[] = [];
    await new Promise<void>((resolve) => {
      const frame = (now: number): void => {
        stamps.push(now);
        if (now - stamps[0]! >= 10_000) {
          resolve();
          return;
        }
        // A hand moves the slider to a new place in every frame, there and back once in two seconds.
        const share = Math.abs((((now - stamps[0]!) / 1000) % 2) - 1);
        lever.value = String(low + (high - low) * share);
        lever.dispatchEvent(new Event('input', { bubbles: true }));
        requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    });
    return { count: stamps.length - 1, milliseconds: stamps.at(-1)! - stamps[0]! };
  });
  await page.close();
  return (frames.count * 1000) / frames.milliseconds;
}
