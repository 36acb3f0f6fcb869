import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../src/scenario/fields.ts';
import { readLink, writeLink } from '../../src/scenario/link.ts';
import { cleanName, readName, writeName } from '../../src/scenario/plan-name.ts';
import {
  isFrame,
  openPlans,
  passOn,
  unlockedPart,
  withPlans,
  type Plan,
  type Plans,
} from '../../src/scenario/plans.ts';
import type { Field, Scenario, Value } from '../../src/scenario/types.ts';
import { builtIn, type Values } from './setups.ts';

const setup = await builtIn('tongjiang');
const HUNAN = await builtIn('hunan');
const fields = fieldsOf(setup);

function opened(link: string) {
  const parts = readLink(link);
  const { opening, plans } = openPlans(setup, parts);
  return { values: opening.values, plans, problems: [...parts.problems, ...opening.problems] };
}
const plan = (values: Values, name = '', locked = false): Plan => ({ name, locked, values });
const scenarioOf = (plans: Plans, place = 'tongjiang'): Scenario => withPlans({ place, values: {} }, plans);
const codes = (link: string) => opened(link).problems.map(({ code }) => code);

/** A value as a slider leaves it; for facts that nobody knows, none. */
function stepped({ type, choices, min, max, step }: Field): fc.Arbitrary<Value> {
  if (type === 'choice') return fc.constantFrom(...(choices ?? []));
  if (choices) return fc.constantFrom(...choices.map(Number));
  return fc
    .integer({ min: 0, max: Math.floor((max - min) / step) })
    .map((steps) => Number((min + steps * step).toPrecision(12)));
}
const anyValues = (of: readonly Field[]) =>
  fc.record(Object.fromEntries(of.filter((field) => !isFrame(field)).map((f) => [f.key, stepped(f)])), {
    requiredKeys: [],
  }) as fc.Arbitrary<Values>;
const anyName = fc.oneof(fc.constant(''), fc.string({ unit: 'binary' }), fc.constantFrom('扩大转岗', 'More hiring'));
const anyPlans = fc
  .array(fc.record({ name: anyName.map(cleanName), locked: fc.boolean(), values: anyValues(fields) }), {
    minLength: 1,
    maxLength: 4,
  })
  .chain((list) => fc.integer({ min: 0, max: list.length - 1 }).map((shown): Plans => ({ list, shown })));

describe('a link with several plans', () => {
  it('reads as it is written', () => {
    const plans = {
      list: [
        plan({ transfer: 20, attrition: 0.04 }, '更多转岗', true),
        plan({ transfer: 30, attrition: 0.04, recruit: 2 }),
        plan({ transfer: 20, pop: 'constant' }, 'No (growth)'),
      ],
      shown: 1,
    };
    const link = writeLink({ ...scenarioOf(plans), view: 'compare' }, fields);
    expect(decodeURIComponent(link)).toBe(
      '#/tongjiang/v=1;view=compare;transfer=20;attrition=0.04;name=更多转岗;b.transfer=30;b.recruit=2;' +
        'c.name=No_~28~growth~29~;c.pop=constant;c.attrition=0.03;plans=3;lock=a;show=b',
    );
    expect(opened(link)).toEqual({ values: plans.list[1]!.values, plans, problems: [] });
  });

  it('opens exactly the plans that wrote it', () => {
    fc.assert(
      fc.property(anyPlans, (plans) => {
        const scenario = scenarioOf({
          ...plans,
          list: plans.list.map((one) => ({ ...one, values: openPlans(setup, { raw: texts(one) }).opening.values })),
        });
        const link = writeLink(scenario, fields);
        expect(link).toMatch(/^#\/[\w-]+\/v=1[\w;=.~%-]*$/);
        const back = opened(link);
        expect(back.problems).toEqual([]);
        expect(back.values).toEqual(scenario.values);
        expect(back.plans).toEqual(scenario.plans);
      }),
      { numRuns: 100, seed: 2 },
    );
  }, 30_000);

  it('holds four plans with every lever changed, and names, in fewer than 1,500 characters', () => {
    for (const of of [setup, HUNAN]) {
      const table = fieldsOf(of);
      const levers = table.filter(({ kind, key }) => kind === 'lever' || key === 'from');
      const every = fc.record(Object.fromEntries(levers.map((field) => [field.key, stepped(field)])));
      const names = ['扩大转岗并公开招聘', '多派多调少招人', '只做加注执业范围', '退休返聘加津贴'];
      fc.assert(
        fc.property(fc.tuple(every, every, every, every), (sets) => {
          const list = sets.map((values, index) => plan({ ...values, attrition: 0.045 }, names[index], true));
          const link = writeLink({ ...scenarioOf({ list, shown: 3 }, of.place.id), view: 'compare' }, table);
          expect(link.length).toBeLessThan(1500);
        }),
        { numRuns: 50, seed: 3 },
      );
    }
  }, 30_000);

  it('is longer rather than poorer where four plans and six own targets do not fit', () => {
    const levers = fields.filter(({ kind }) => kind === 'lever');
    const every = Object.fromEntries(levers.map((field) => [field.key, field.max]));
    const own = Object.fromEntries(
      [1, 2, 3, 4, 5, 6].map((at) => [
        `t${at}`,
        `density~203${at}~5.5~registered~dr~r180000~w来源来源来源来源~q${'条文'.repeat(90)}`,
      ]),
    );
    const names = ['扩大转岗并公开招聘', '多派多调少招人', '只做加注执业范围', '退休返聘加津贴'];
    const list = names.map((name, index) =>
      plan({ ...every, ...own, transfer: index + 1, recruit: 0.25 * index }, name),
    );
    const link = writeLink(scenarioOf({ list, shown: 3 }), fields);
    const back = opened(link);
    expect(back.problems).toEqual([]);
    expect(back.plans?.list.map(({ name }) => name)).toEqual(names);
    const numbers = (values: Plan['values']) =>
      Object.entries(values).map(([key, value]) => [key, String(value).replace(/~[kq].*$/, '')]);
    const given = openPlans(setup, { raw: texts(list[3]!) }).opening.values;
    expect(numbers(back.values)).toEqual(numbers(given));
    expect(back.values['t6']).toMatch(/~k[0-9a-f]{8}~q/);
  });

  it('says what is like the first plan once', () => {
    const link = '#/tongjiang/v=1;transfer=20;attrition=0.04;b.transfer=30;c.recruit=2';
    expect(opened(link).plans?.list.map(({ values }) => values)).toEqual([
      { transfer: 20, attrition: 0.04 },
      { transfer: 30, attrition: 0.04 },
      { transfer: 20, recruit: 2, attrition: 0.04 },
    ]);
  });

  it('may say that a plan is just like the first', () => {
    expect(opened('#/tongjiang/v=1;transfer=20;plans=2').plans?.list).toEqual([
      plan({ transfer: 20 }),
      plan({ transfer: 20 }),
    ]);
  });

  it('survives what chat apps do', () => {
    const whole = '#/tongjiang/v=1;transfer=20;name=一_二;b.transfer=30;b.name=x~26~y~3b~z;plans=2;show=b';
    const plans = opened(whole).plans;
    expect(plans?.list.map(({ name }) => name)).toEqual(['一 二', 'x&y;z']);
    for (const link of [encodeURIComponent(whole), `${whole}&from=timeline`, `${whole}。`, ` ${whole}\n`]) {
      expect(opened(link)).toEqual(opened(whole));
    }
  });
});

const texts = ({ values }: Plan) => Object.entries(values).map(([key, value]): [string, string] => [key, `${value}`]);

describe('a part of it that cannot be used', () => {
  it('is named with its plan, and the rest stays in force', () => {
    const { plans, problems } = opened('#/tongjiang/v=1;transfer=20;b.teleport=3;b.attrition=9;b.recruit=2');
    expect(plans?.list[1]?.values).toEqual({ transfer: 20, recruit: 2 });
    expect(problems).toMatchObject([
      { code: 'link.unknown-key', values: { key: 'b.teleport' } },
      { code: 'link.out-of-range', values: { key: 'b.attrition', value: 9 } },
    ]);
  });

  it('is told once where it is said of all', () => {
    expect(codes('#/tongjiang/v=1;teleport=3;b.transfer=30;c.transfer=9')).toEqual(['link.unknown-key']);
  });

  it.each(['e.transfer=30', 'plans=7', 'plans=44'])('is a fifth plan: %s', (piece) => {
    const { plans, problems } = opened(`#/tongjiang/v=1;transfer=20;b.transfer=30;${piece}`);
    expect(problems.map(({ code }) => code)).toEqual(['link.too-many-plans']);
    expect(plans?.list).toHaveLength(2);
  });

  it.each(['base=2019', 'scope=own', 'horizon=2030', 'seed=9', 'discount=0.1'])(
    'is a frame of its own: b.%s',
    (pair) => {
      const { plans, problems } = opened(`#/tongjiang/v=1;b.${pair};b.transfer=30`);
      expect(problems).toEqual([{ code: 'link.shared-key', values: { key: `b.${pair.split('=')[0]}` } }]);
      expect(plans?.list[1]?.values).toEqual({ transfer: 30 });
    },
  );

  it.each(['plans=x', 'plans=0', 'show=z', 'lock=1'])('is not understood: %s', (piece) => {
    expect(codes(`#/tongjiang/v=1;${piece};b.transfer=30`)).toEqual(['link.bad-value']);
  });

  it('is a name of 500 letters, which is cut and told', () => {
    const { plans, problems } = opened(`#/tongjiang/v=1;b.name=${'长'.repeat(500)}`);
    expect(plans?.list[1]?.name).toBe('长'.repeat(12));
    expect(problems).toEqual([{ code: 'link.long-name', values: { value: '长'.repeat(12) } }]);
  });

  it('is the end that was cut off', () => {
    const { plans, problems } = opened('#/tongjiang/v=1;transfer=20;b.transfer=30;c.transf');
    expect(problems.map(({ code }) => code)).toEqual(['link.truncated']);
    expect(plans?.list).toHaveLength(2);
  });
});

describe('a name', () => {
  it('comes back as it was kept, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const name = cleanName(typed);
        expect(cleanName(name)).toBe(name);
        const link = writeLink(scenarioOf({ list: [plan({}, name), plan({})], shown: 0 }), fields);
        expect(opened(link)).toMatchObject({ plans: { list: [{ name }, { name: '' }] }, problems: [] });
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it('is one line of at most twelve Chinese characters', () => {
    expect(cleanName('  甲\n\t乙\u0000丙  ')).toBe('甲 乙 丙');
    expect(cleanName('字'.repeat(500))).toBe('字'.repeat(12));
    expect(cleanName('x'.repeat(500))).toBe('x'.repeat(24));
  });

  it('of any sort is written without signs that a link or a chat app takes for its own', () => {
    expect(writeName('a&b?c=d;e f#g%h（i）')).toMatch(/^[\w~-]+$/);
    expect(readName('~110000~x')).toEqual({ name: 'x', shortened: false });
  });
});

describe('a change of the plan on the screen', () => {
  const plans: Plans = {
    list: [plan({ transfer: 20 }), plan({ transfer: 30 }, '乙'), plan({ transfer: 9, pop: 'constant' }, '丙', true)],
    shown: 0,
  };
  const after = (values: Values) => passOn(setup, fields, plans, values).list.map((one) => one.values);

  it('of a lever is its own', () => {
    expect(after({ transfer: 25 })).toEqual([{ transfer: 25 }, { transfer: 30 }, { transfer: 9, pop: 'constant' }]);
    expect(after({ transfer: 20, from: 2028 })[1]).toEqual({ transfer: 30 });
  });

  it('of an assumption or the counting rule reaches all that are not locked', () => {
    expect(after({ transfer: 20, attrition: 0.05, count: 'registered' })).toEqual([
      { transfer: 20, attrition: 0.05, count: 'registered' },
      { transfer: 30, attrition: 0.05, count: 'registered' },
      { transfer: 9, pop: 'constant' },
    ]);
  });

  it('of the base year reaches all, and what it makes impossible falls back', () => {
    const late = { ...plans, list: [plan({}), plan({ from: 2030 }), plan({ from: 2027 }, '', true)] };
    const reached = passOn(setup, fields, late, { base: 2019, horizon: 2028 }).list;
    expect(reached.map((one) => one.values)).toEqual([
      { base: 2019, horizon: 2028 },
      { base: 2019, horizon: 2028 },
      { base: 2019, horizon: 2028, from: 2027 },
    ]);
  });

  it('is let through to a locked plan only where it is the frame', () => {
    expect(unlockedPart(fields, { transfer: 9, horizon: 2030 }, { transfer: 10, seed: 8, attrition: 0.1 })).toEqual({
      transfer: 9,
      seed: 8,
    });
  });
});

describe('a plan alone', () => {
  it('needs no plans unless it is named or locked', () => {
    expect(scenarioOf({ list: [plan({ transfer: 20 })], shown: 0 })).toEqual({
      place: 'tongjiang',
      values: { transfer: 20 },
    });
    for (const one of [plan({}, '甲'), plan({}, '', true)]) {
      const scenario = scenarioOf({ list: [one], shown: 0 });
      expect(scenario.plans?.list).toEqual([one]);
      expect(opened(writeLink(scenario, fields)).plans).toEqual({ list: [one], shown: 0 });
    }
  });
});
