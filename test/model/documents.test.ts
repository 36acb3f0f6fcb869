import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../src/io/built-in-node.ts';
import { loadPlace } from '../../src/io/places.ts';
import { loadPolicyAt } from '../../src/io/policies.ts';
import { loadReference } from '../../src/io/reference.ts';
import { cleanClause, cleanWords, readOwnTarget, writeOwnTarget } from '../../src/model/documents/own-code.ts';
import { faultsOf, MOST_SOURCE, OWN_KINDS, tidyTarget, type OwnTarget } from '../../src/model/documents/own-target.ts';
import { withDocuments } from '../../src/model/documents/with-documents.ts';
import { requiredPath } from '../../src/model/required-path.ts';
import { openValues } from '../../src/scenario/open.ts';
import { runScenario } from '../../src/scenario/run.ts';
import { widened } from '../../src/scenario/widened.ts';
import type { Value } from '../../src/scenario/types.ts';
import { target } from './readback/packs.ts';

const reference = await loadReference(readText);
const setupOf = async (id: string) => {
  const place = await loadPlace(id, readText);
  const pack = await loadPolicyAt(id, place.policy, readText);
  return { place, pack, reference };
};

/** A run as the worker makes it. */
async function run(setup: Awaited<ReturnType<typeof setupOf>>, values: Readonly<Record<string, Value>>) {
  return runScenario((await widened(setup, values)).setup, values);
}

const counts = ['certified', 'certified-no-assistants', 'registered', 'registered-no-assistants'] as const;
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const anyOwn: fc.Arbitrary<OwnTarget> = fc
  .record({
    kind: fc.constantFrom(...OWN_KINDS),
    year: fc.integer({ min: 2000, max: 2100 }),
    month: optional(fc.integer({ min: 1, max: 12 })),
    value: fc.double({ min: 1e-9, max: 1, noNaN: true }),
    high: optional(fc.double({ min: 1, max: 40, noNaN: true })),
    count: fc.constantFrom(...counts),
    each: optional(fc.constantFrom('every', 'average')),
    per: optional(fc.constantFrom('year', 'total')),
    of: optional(fc.constantFrom('recruit', 'transfer', 'fact')),
    population: optional(fc.constantFrom('registered', 'service', 'document')),
    have: optional(fc.integer({ min: 0, max: 100 })),
    base: optional(fc.integer({ min: 100, max: 2_000_000_000 })),
    source: optional(fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => cleanWords(text, MOST_SOURCE))),
    since: optional(fc.constant(2000)),
    residents: optional(fc.integer({ min: 1, max: 2_000_000_000 })),
    until: optional(fc.constantFrom('2025-06-01', '2032-02-29')),
    replaces: optional(fc.constantFrom('density-2030', 'china-2018:density-2030')),
    cut: optional(fc.constant('12ab34cd')),
    clause: optional(fc.string({ unit: 'grapheme', maxLength: 80 }).map(cleanClause)),
  })
  .map((one) => tidyTarget(one as OwnTarget));

describe('a target of the reader’s own', () => {
  it('comes back from its code as it was, and the code has nothing in it that ends a link', () => {
    fc.assert(
      fc.property(anyOwn, (own) => {
        const code = writeOwnTarget(own);
        expect(code.replaceAll(/[\p{L}\p{N}_~.!:-]/gu, '')).toBe('');
        expect(code).not.toMatch(/[;#&?=]/);
        expect(readOwnTarget(code)).toEqual(own);
      }),
    );
  });

  it('is a readable code', () => {
    const own: OwnTarget = { kind: 'density', year: 2030, value: 6, count: 'certified' };
    expect(writeOwnTarget(own)).toBe('density~2030~6~certified');
    expect(readOwnTarget('facility_minimum~2026-6~2~registered~e1')).toEqual({
      kind: 'facility_minimum',
      year: 2026,
      month: 6,
      value: 2,
      count: 'registered',
      each: 'every',
    });
  });

  it.each([
    'density~2030~500~certified',
    'density~1900~5~certified',
    'density~2030~6-5~certified',
    'density~2030~-1~certified',
    'density~2030~5~everyone',
    'happiness~2030~5~certified',
    'growth~2030~0.05~certified~s2031',
    'facility_minimum~2030-13~2~certified',
    'density~2030~5~certified~u2030-02-30',
    'density~2030~5~certified~z',
    'density~2030',
    '',
  ])('is refused where it cannot be: %s', (code) => {
    expect(readOwnTarget(code)).toBeNull();
  });

  it('names everything that is wrong with it', () => {
    const wrong: OwnTarget = {
      kind: 'density',
      year: 1900,
      value: 500,
      high: 3,
      count: 'certified',
      until: '2030-13-01',
    };
    expect(faultsOf(wrong)).toEqual(['year', 'value', 'high', 'until']);
  });
});

describe('several documents on one place', () => {
  it('are the open one alone where nothing is chosen', async () => {
    const { pack } = await setupOf('tongjiang');
    expect(withDocuments(pack, { docs: 'none', t1: '' })).toEqual({ pack, problems: [] });
  });

  it('are judged side by side, own targets as those that are built in', async () => {
    const setup = await setupOf('tongjiang');
    const plain = await run(setup, {});
    const { values, problems } = openValues(setup, [
      ['docs', 'china-2018'],
      ['t1', 'density~2030~5~certified'],
      ['t2', 'headcount~2030~120~registered'],
    ]);
    expect(problems).toEqual([]);
    const result = await run(setup, values);
    const by = (id: string) => result.targets.find((judged) => judged.target.id === id)!;
    expect(result.targets.map((judged) => judged.target.id)).toEqual([
      ...plain.targets.map((judged) => judged.target.id),
      'china-2018:density-2020',
      'china-2018:density-2030',
      't1',
      't2',
    ]);
    const built = by('density-2030');
    for (const id of ['china-2018:density-2030', 't1']) {
      const { required, projected, gap, status } = by(id);
      expect({ required, projected, gap, status }).toEqual({
        required: built.required,
        projected: built.projected,
        gap: built.gap,
        status: built.status,
      });
    }
    expect(by('t2').required).toBe(120);
    expect(result.answer).toEqual(plain.answer);
    expect(result.plan.gps).toEqual(plain.plan.gps);
  });

  it('keep a changed target in the place of the one that it changes, the headline too', async () => {
    const setup = await setupOf('tongjiang');
    const { values } = openValues(setup, [['t1', 'density~2030~6~certified~xdensity-2030']]);
    const result = await run(setup, values);
    expect(result.targets.some((judged) => judged.target.id === 'density-2030')).toBe(false);
    expect(result.answer!.target.target).toMatchObject({ id: 't1', value: 6, headline: true });
    expect(result.answer!.target.target.clause.zh).toContain('5名');
  });

  it('keep what a changed target rests on, and what the document itself asks for', async () => {
    const setup = await setupOf('xx-district');
    const original = setup.pack.targets.find(({ kind }) => kind === 'share')!;
    const { values } = openValues(setup, [['t1', `share~2024~0.3~certified~x${original.id}`]]);
    const judged = (await run(setup, values)).targets.find((one) => one.target.id === 't1')!;
    expect(judged.target).toMatchObject({ value: 0.3, fact: original.fact, changes: original });
    const plain = (await run(setup, {})).targets.find((one) => one.target.id === original.id)!;
    expect(judged.achieved).toBe(plain.achieved);
  });

  it('divide by the residents that the document names', async () => {
    const setup = await setupOf('yuzhong');
    const { values } = openValues(setup, [['t1', 'density~2030~5~certified~r660000']]);
    const { targets } = await run(setup, values);
    expect(targets.find((judged) => judged.target.id === 't1')!.required).toBe(330);
  });

  it('ask for the figures that coverage, shares and other denominators rest on, and reckon with those that are given', async () => {
    const setup = await setupOf('tongjiang');
    const judge = async (code: string) => {
      const { values, problems } = openValues(setup, [['t1', code]]);
      expect(problems).toEqual([]);
      return (await run(setup, values)).targets.find((one) => one.target.id === 't1')!;
    };
    expect(await judge('coverage~2026~0.9~certified')).toMatchObject({ status: 'unknown', needs: 'base' });
    const covered = await judge('coverage~2026~0.9~certified~b200~w卫健局');
    expect(covered.required).toBe(180);
    expect(covered.achieved).toBe(covered.projected! / 200);
    expect(covered.target.given).toEqual({ base: 200, source: '卫健局' });

    expect(await judge('share~2026~0.1~certified~b80')).toMatchObject({ status: 'unknown', needs: 'have' });
    expect(await judge('share~2026~0.1~certified~h6~b80')).toMatchObject({ status: 'missed', achieved: 0.075 });
    const ofProjected = await judge('share~2026~0.1~certified~h6');
    const plain = await run(setup, {});
    const at = plain.years.indexOf(2026);
    const gps = plain.plan.gps.filter((_, index) => index % plain.years.length === at).reduce((a, b) => a + b, 0);
    expect(ofProjected.achieved).toBeCloseTo(6 / gps, 12);

    expect(await judge('density~2030~5~certified~dr')).toMatchObject({ status: 'unknown', needs: 'population' });
    const registered = await judge('density~2030~5~certified~dr~r180000');
    expect(registered.required).toBe(90);
    expect(registered.target).toMatchObject({ population: 'registered', residents: 180_000 });
  });

  it('say so where the link has cut a clause', async () => {
    const setup = await setupOf('tongjiang');
    const { setup: wide, problems } = await widened(setup, { t1: 'density~2030~6~certified~k12ab34cd~q每万人' });
    expect(problems).toEqual([{ code: 'document.cut', values: { count: 1 } }]);
    expect(wide.pack.targets.at(-1)!.clause.zh).toBe('每万人……');
  });

  it('name an impossible one and keep the rest', async () => {
    const setup = await setupOf('tongjiang');
    const { values, problems } = openValues(setup, [
      ['t1', 'density~2030~500~certified'],
      ['t2', 'density~2030~6~certified'],
      ['docs', 'hunan-2020'],
    ]);
    expect(problems).toEqual([]);
    const { setup: wide, problems: impossible } = await widened(setup, values);
    expect(impossible).toEqual([
      { code: 'document.not-here', values: { value: 'hunan-2020' } },
      { code: 'link.bad-value', values: { key: 't1', value: 'density~2030~500~certified' } },
    ]);
    expect(wide.pack.targets.map(({ id }) => id)).toEqual([...setup.pack.targets.map(({ id }) => id), 't2']);
  });
});

describe('the required path', () => {
  const years = [2024, 2026, 2028, 2030, 2032];
  const document = (id: string, until?: string) => ({
    id,
    name: { zh: '文', en: 'text' },
    ...(until ? { until } : {}),
  });
  const density = (year: number, value: number, id?: string, until?: string) =>
    target({
      id: `${id ?? ''}${year}`,
      kind: 'density',
      year,
      value,
      ...(id ? { askedBy: document(id, until) } : {}),
    });

  it('is the highest of several documents, each straight between its own targets', () => {
    const both = [density(2024, 2), density(2030, 5), density(2026, 4, 'other')];
    expect(requiredPath(both, years)).toEqual([2, 4, 4, 5, 5]);
  });

  it('leaves out a document that is no longer in force', () => {
    const both = [density(2024, 2), density(2030, 5), density(2026, 9, 'other', '2028-12-31')];
    expect(requiredPath(both, years)).toEqual([2, 9, 9, 5, 5]);
    expect(requiredPath([density(2026, 9, 'other', '2028-12-30')], years)).toEqual([null, 9, null, null, null]);
  });
});
