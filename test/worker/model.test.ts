import { describe, expect, it, vi } from 'vitest';
import type { Reference } from '../../src/model/reference.ts';
import type { PlaceData, PolicyPack, Projection, Result } from '../../src/model/types.ts';
import { createModel, type ModelParts } from '../../src/worker/model.ts';
import { transferable } from '../../src/worker/transferable.ts';
import { builtIn, type Values } from '../scenario/setups.ts';
import { runScenario } from '../../src/scenario/run.ts';

const reference = { parameters: {}, calibration: {}, mortality: {} } as Reference;
function partsWith(changes: Partial<ModelParts> = {}): ModelParts {
  return {
    loadPlace: async (id) => ({ id }) as PlaceData,
    loadPolicy: async (id) => ({ id }) as PolicyPack,
    loadReference: async () => reference,
    run: ({ place, pack }, values) => ({ place: place.id, policy: pack.id, years: [values['base']] }) as Result,
    hindcasts: () => Promise.resolve([]),
    ...changes,
  };
}

describe('the model', () => {
  it('runs what is open', async () => {
    const model = createModel(partsWith());
    await model.open('yuzhong', 'china-2018');
    expect(await model.run({ base: 2018 })).toEqual({
      ok: true,
      result: { place: 'yuzhong', policy: 'china-2018', years: [2018] },
    });
  });

  it('hands out of the reference only what the field table needs', async () => {
    const opened = await createModel(partsWith()).open('yuzhong', 'china-2018');
    expect(opened).toMatchObject({ ok: true, setup: { place: { id: 'yuzhong' }, pack: { id: 'china-2018' } } });
    expect(opened.ok && opened.setup.reference).toEqual({ parameters: {}, calibration: {} });
  });

  it('names the file that could not be read, and asks for it again the next time', async () => {
    const loadReference = vi
      .fn(async () => reference)
      .mockRejectedValueOnce(new Error('sources.csv: not delivered (404)'));
    const model = createModel(partsWith({ loadReference }));
    expect(await model.open('yuzhong', 'china-2018')).toEqual({
      ok: false,
      problem: { code: 'data.failed', values: { file: 'sources.csv', message: 'sources.csv: not delivered (404)' } },
    });
    expect(await model.open('yuzhong', 'china-2018')).toMatchObject({ ok: true });
    expect(await model.hindcasts()).toEqual({ ok: true, hindcasts: [] });
    expect(loadReference).toHaveBeenCalledTimes(2);
  });

  it('keeps the open place when another cannot be read', async () => {
    const loadPlace = vi
      .fn(async (id: string) => ({ id }) as PlaceData)
      .mockResolvedValueOnce({ id: 'yuzhong' } as PlaceData)
      .mockRejectedValueOnce(new Error('starts.csv: cannot be read'));
    const model = createModel(partsWith({ loadPlace }));
    await model.open('yuzhong', 'china-2018');
    expect(await model.open('hunan', 'hunan-2020')).toMatchObject({ ok: false });
    expect(await model.run({})).toMatchObject({ ok: true, result: { place: 'yuzhong' } });
  });

  it('gives a failed run back as a value', async () => {
    const model = createModel(
      partsWith({
        run: () => {
          throw new RangeError('no starting point');
        },
      }),
    );
    await model.open('yuzhong', 'china-2018');
    expect(await model.run({})).toEqual({
      ok: false,
      problem: { code: 'worker.failed', values: { message: 'no starting point' } },
    });
  });
});

describe('what is transferred', () => {
  const buffers = (projection: Projection) =>
    [...Object.values(projection), ...Object.values(projection.flows)].filter(
      (part: unknown) => part instanceof Float64Array && part.length > 0,
    );

  it('is every buffer of a plan, and none of the baseline, which the worker keeps', async () => {
    const setup = await builtIn('tongjiang');
    for (const values of [{}, { transfer: 20 }] as Values[]) {
      const result = runScenario(setup, values);
      const all = structuredClone(result);
      const moved = structuredClone(result, { transfer: transferable(result) });
      expect(moved).toEqual(all);
      expect(buffers(result.baseline).length).toBeGreaterThan(0);
      if (result.plan !== result.baseline) expect(buffers(result.plan)).toEqual([]);
    }
  });

  it('leaves the memory of the setup whole: later runs give the same figures as runs without a memory', async () => {
    const setup = await builtIn('panzhihua');
    const memory = {};
    const steps: Values[] = [
      {},
      { transfer: 50 },
      { transfer: 60, attrition: 0.05 },
      { pop: 'constant' },
      { base: 2018 },
      {},
    ];
    for (const values of steps) {
      const result = runScenario(setup, values, memory);
      expect(result).toEqual(runScenario(setup, values));
      structuredClone(result, { transfer: transferable(result) });
    }
  });
});
