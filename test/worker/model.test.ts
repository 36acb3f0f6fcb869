import { describe, expect, it, vi } from 'vitest';
import { wholeOf } from '../../src/model/explain/whole.ts';
import type { Reference } from '../../src/model/reference.ts';
import { FLOWS, type PlaceData, type PolicyPack, type Projection, type Result } from '../../src/model/types.ts';
import { createModel, type ModelParts } from '../../src/worker/model.ts';
import { createPacker, createUnpacker, MANY_AREAS } from '../../src/worker/parcel.ts';
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

  it('brings every result as it was, though the worker gives most flows of the baseline away', async () => {
    const setup = await builtIn('panzhihua');
    const memory = {};
    const { pack } = createPacker(wholeOf);
    const unpack = createUnpacker();
    for (const values of STEPS) {
      const { parcel, buffers } = pack(runScenario(setup, values, memory));
      const arrived = unpack(structuredClone(parcel, { transfer: buffers }));
      const expected = runScenario(setup, values);
      const summed = (one: Projection): Projection => ({ ...one, whole: wholeOf(one) });
      expect(arrived).toEqual({ ...expected, plan: summed(expected.plan), baseline: summed(expected.baseline) });
      expect(arrived.plan === arrived.baseline).toBe(expected.plan === expected.baseline);
    }
  });

  it('has the baseline only when it is another than before', async () => {
    const setup = await builtIn('tongjiang');
    const memory = {};
    const { pack } = createPacker(wholeOf);
    const sent = STEPS.map((values) => {
      const { parcel } = pack(runScenario(setup, values, memory));
      return [parcel.plan, parcel.baseline].map((one) => (one === 'known' ? 'known' : 'sent')).join(' ');
    });
    expect(sent.slice(0, 5)).toEqual(['sent sent', 'sent known', 'sent known', 'sent sent', 'known known']);
  });
});

describe('a parcel of very many areas', () => {
  const project = (areas: number, value: number): Projection => {
    const column = () => new Float64Array(areas * 2).fill(value);
    const names = ['residents', 'registered', 'assistant', 'unregistered', 'rehired', 'freed', 'pool', 'gps'];
    const columns = Object.fromEntries(names.map((name) => [name, column()]));
    const flows = Object.fromEntries(FLOWS.map((flow) => [flow, column()]));
    return { base: 2024, horizon: 2025, areas, ...columns, flows } as unknown as Projection;
  };
  const result = (plan: Projection, baseline: Projection) => ({ plan, baseline }) as Result;

  it.each([10, MANY_AREAS + 1])('has flows of a baseline while it is the plan (%i areas)', (areas) => {
    const { pack, isSpent } = createPacker(wholeOf);
    const unpack = createUnpacker();
    const cross = (given: Result): Result => {
      const { parcel, buffers } = pack(given);
      return unpack(structuredClone(parcel, { transfer: buffers }));
    };
    const baseline = project(areas, 1);
    const sums = wholeOf(baseline);
    const first = cross(result(baseline, baseline));
    expect(first.plan).toBe(first.baseline);
    expect(first.plan.flows.deaths).toHaveLength(areas * 2);
    expect(first.plan.whole).toEqual(sums);

    const other = cross(result(project(areas, 2), baseline));
    const many = areas > MANY_AREAS;
    expect(other.plan.flows.deaths[areas]).toBe(2);
    expect(other.baseline.gps[areas]).toBe(1);
    expect(other.baseline.flows.deaths).toHaveLength(many ? 2 : areas * 2);
    expect(wholeOf(other.baseline)).toEqual(sums);
    const again = cross(result(project(areas, 3), baseline));
    expect(again.baseline).toBe(other.baseline);

    // Only what has gone for good is run anew.
    expect(isSpent(result(baseline, baseline))).toBe(many);
    expect(isSpent(result(project(areas, 4), baseline))).toBe(false);
    const anew = project(areas, 1);
    expect(isSpent(result(anew, anew))).toBe(false);
    const last = cross(result(anew, anew));
    expect(last.plan).toBe(last.baseline);
    expect(last.plan.flows.deaths).toHaveLength(areas * 2);
    expect(isSpent(result(anew, anew))).toBe(false);
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
