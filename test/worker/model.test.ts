import { describe, expect, it, vi } from 'vitest';
import { wholeOf } from '../../src/model/explain/whole.ts';
import type { Reference } from '../../src/model/reference.ts';
import type { PlaceData, PolicyPack, Projection, Result } from '../../src/model/types.ts';
import { createModel, type ModelParts } from '../../src/worker/model.ts';
import { createPacker, createUnpacker } from '../../src/worker/parcel.ts';
import { beginnings, frameOf, joinPlace, sliceOf } from '../../src/worker/place-slices.ts';
import { builtIn, type Values } from '../scenario/setups.ts';
import { runScenario } from '../../src/scenario/run.ts';

const reference = { parameters: {}, calibration: {}, mortality: {} } as Reference;
function partsWith(changes: Partial<ModelParts> = {}): ModelParts {
  return {
    loadPlace: async (id) => ({ id }) as PlaceData,
    loadPolicy: async (id) => ({ id }) as PolicyPack,
    joined: async (place, pack) => ({ place, pack }),
    loadReference: async () => reference,
    run: ({ place, pack }, values) => ({ place: place.id, policy: pack.id, years: [values['base']] }) as Result,
    plan: ({ place }) => ({ areas: place.areas.length }) as Projection,
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

  it('gives the flows of all areas or of some, or says what failed', async () => {
    const plan = vi.fn(() => ({ areas: 2 }) as Projection);
    const model = createModel(partsWith({ plan }));
    const failure = { ok: false, problem: { code: 'worker.failed' } };
    expect(await model.ledger({}, null, null)).toMatchObject(failure);
    await model.open('yuzhong', 'china-2018');
    expect(await model.ledger({ base: 2018 }, null, [2, 0])).toEqual({ ok: true, plan: { areas: 2 } });
    const setup = expect.objectContaining({ place: { id: 'yuzhong' } }) as unknown;
    expect(plan).toHaveBeenLastCalledWith(setup, { base: 2018 }, {}, null, [2, 0]);
    plan.mockImplementationOnce(() => {
      throw new RangeError('no memory');
    });
    expect(await model.ledger({}, null, null)).toMatchObject(failure);
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

describe('a parcel', () => {
  const STEPS: Values[] = [
    {},
    { transfer: 50 },
    { transfer: 60 },
    { transfer: 60, attrition: 0.05 },
    { attrition: 0.05 },
    { pop: 'constant' },
    { base: 2018 },
    {},
  ];

  it.each([false, true])(
    'brings every result as it was, and the worker keeps its baseline (in brief: %s)',
    async (brief) => {
      const setup = await builtIn('panzhihua');
      const memory = {};
      const pack = createPacker(wholeOf);
      const unpack = createUnpacker();
      for (const values of STEPS) {
        const { parcel, buffers } = pack(runScenario(setup, values, memory, null, brief));
        const arrived = unpack(structuredClone(parcel, { transfer: buffers }));
        const expected = runScenario(setup, values, {}, null, brief);
        const summed = (one: Projection): Projection => ({ ...one, whole: wholeOf(one) });
        expect(arrived).toEqual({ ...expected, plan: summed(expected.plan), baseline: summed(expected.baseline) });
        expect(arrived.plan === arrived.baseline).toBe(expected.plan === expected.baseline);
      }
    },
  );

  it('leaves out of a plan what the baseline has as well: here it is the same array', async () => {
    const setup = await builtIn('panzhihua');
    const memory = {};
    const pack = createPacker(wholeOf);
    const unpack = createUnpacker();
    for (const transfer of [50, 60]) {
      const { parcel, buffers } = pack(runScenario(setup, { transfer }, memory, null, true));
      expect(parcel.plan).not.toHaveProperty('residents');
      expect(parcel.plan).toHaveProperty('gps');
      const { plan, baseline } = unpack(structuredClone(parcel, { transfer: buffers }));
      expect(plan.residents).toBe(baseline.residents);
      expect(plan.gps).not.toEqual(baseline.gps);
    }
  });

  it('has the baseline only when it is another than before', async () => {
    const setup = await builtIn('tongjiang');
    const memory = {};
    const pack = createPacker(wholeOf);
    const sent = STEPS.map((values) => {
      const { parcel } = pack(runScenario(setup, values, memory));
      return [parcel.plan, parcel.baseline].map((one) => (one === 'known' ? 'known' : 'sent')).join(' ');
    });
    expect(sent.slice(0, 5)).toEqual(['sent sent', 'sent known', 'sent known', 'sent sent', 'known known']);
  });
});

describe('the slices of a place', () => {
  it('make the same place again', async () => {
    const { place } = await builtIn('hunan');
    const many = {
      ...place,
      areas: Array.from({ length: 2500 }, (_, index) => place.areas[index % place.areas.length]!),
      residents: Array.from({ length: 2500 }, (_, index) => place.residents[index % place.areas.length]!),
      starts: place.starts.map((start) => ({
        ...start,
        stocks: Array.from({ length: 2500 }, (_, index) => start.stocks[index % place.areas.length]!),
      })),
    };
    const slices = beginnings(many.areas.length).map((first) => structuredClone(sliceOf(many, first)));
    expect(slices).toHaveLength(10);
    expect(joinPlace(structuredClone(frameOf(many)), slices)).toEqual(many);
  });
});
