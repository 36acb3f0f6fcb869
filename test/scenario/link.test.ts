import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Setup } from '../../src/model/frame.ts';
import { PLACES } from '../../src/scenario/catalogue.ts';
import { fieldsOf } from '../../src/scenario/fields.ts';
import { isOwnDocument, readLink, writeLink } from '../../src/scenario/link.ts';
import { openPlans } from '../../src/scenario/plans.ts';
import { changedValues } from '../../src/scenario/resolve.ts';
import type { Field, Value } from '../../src/scenario/types.ts';
import { OLD_LINKS } from './old-links.ts';
import { builtIn, type Values } from './setups.ts';

const setups = new Map<string, Setup>();
for (const { id, policies } of PLACES)
  for (const policy of policies) setups.set(`${id} ${policy}`, await builtIn(id, policy));
const setupOf = (place: string, policy: string | null = null): Setup => {
  const own = PLACES.find(({ id }) => id === place)?.policies[0];
  const setup = setups.get(`${place} ${policy ?? own ?? ''}`);
  if (!setup) throw new Error(`${place} ${policy ?? ''}`);
  return setup;
};
const TONGJIANG = setupOf('tongjiang');

/** What a link opens: parts and values together, as the session and the headless run open it. */
function opened(link: string) {
  const { place, policy, version, raw, plans, problems } = readLink(link);
  if (place === null) return { place, policy, version, values: {}, problems };
  const { opening, plans: opened } = openPlans(
    setupOf(place, policy !== null && isOwnDocument(policy) ? null : policy),
    {
      raw,
      plans,
    },
  );
  const several = opened === undefined ? {} : { plans: opened };
  return { place, policy, version, values: opening.values, ...several, problems: [...problems, ...opening.problems] };
}
const codes = (link: string) => opened(link).problems.map(({ code }) => code);

/** Any value that the field takes. */
function anyValue({ key, type, choices, min, max, step, unit, kind, default: usual }: Field): fc.Arbitrary<Value> {
  if (key === 'docs') return fc.constantFrom('none', 'china-2018', 'china-2018~plan-12ab34cd');
  if (type === 'target')
    return fc.constantFrom('', 'density~2030~5.5-6~registered~r660000', 'quota~2030~12~certified~py~or~s2026');
  if (type === 'choice') return fc.constantFrom(...(choices ?? []));
  if (choices) return fc.constantFrom(...choices.map(Number));
  const whole = type === 'switch' || (Number.isInteger(step) && (unit === 'year' || kind === 'setting'));
  const number = whole ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true }).map((value) => value + 0);
  return usual === '' ? number : fc.oneof(number, fc.constant(usual));
}

/** Any scenario of a place; the years are drawn first, since the other fields follow from them. */
const anyScenario = fc.constantFrom(...setups.values()).chain((setup) =>
  fc
    .record({ start: fc.constantFrom(...setup.place.starts), span: fc.integer({ min: 1, max: 26 }) })
    .chain(({ start, span }) => {
      const first = { scope: start.scope, base: start.base, horizon: Math.min(2050, start.base + span) };
      const others = fieldsOf(setup, first).filter(({ key }) => !(key in first));
      const values = fc.record(Object.fromEntries(others.map((field) => [field.key, anyValue(field)])), {
        requiredKeys: [],
      });
      return values.map((rest) => ({ setup, all: { ...first, ...rest } as Values }));
    }),
);

describe('a link', () => {
  it('opens exactly the scenario that wrote it, under 1,500 characters and in one token', () => {
    fc.assert(
      fc.property(anyScenario, ({ setup, all }) => {
        const fields = fieldsOf(setup, all);
        const { place, pack } = setup;
        const policy = pack.id === place.policy ? {} : { policy: pack.id };
        const link = writeLink({ place: place.id, ...policy, values: all }, fields);
        expect(link).toMatch(/^#\/[\w-]+\/v=1[\w;=.~-]*$/);
        expect(link.length).toBeLessThan(1500);
        const back = opened(link);
        expect(back).toEqual({
          place: place.id,
          policy: policy.policy ?? null,
          version: 1,
          values: changedValues(fields, all),
          problems: [],
        });
      }),
      { numRuns: 300, seed: 1 },
    );
  }, 30_000);

  it('holds only what differs from the defaults', () => {
    const fields = fieldsOf(TONGJIANG);
    const values = Object.fromEntries(fields.map((field) => [field.key, field.default]));
    expect(writeLink({ place: 'tongjiang', values: { ...values, transfer: 20 } }, fields)).toBe(
      '#/tongjiang/v=1;transfer=20',
    );
  });

  it('names the policy only where it is not the place’s own', () => {
    expect(writeLink({ place: 'tongjiang', policy: 'china-2018', values: {} }, fieldsOf(TONGJIANG))).toBe(
      '#/tongjiang/v=1;policy=china-2018',
    );
    expect(readLink('#/tongjiang/v=1;policy=tongjiang-2020').policy).toBeNull();
  });

  it('says which chapter is open, where it is not the first', () => {
    const fields = fieldsOf(TONGJIANG);
    const link = writeLink({ place: 'tongjiang', view: 'odds', values: { transfer: 20 } }, fields);
    expect(link).toBe('#/tongjiang/v=1;view=odds;transfer=20');
    expect(readLink(link)).toMatchObject({ view: 'odds', raw: [['transfer', '20']], problems: [] });
    expect(writeLink({ place: 'tongjiang', view: 'places', values: {} }, fields)).toBe('#/tongjiang/v=1');
    expect(readLink('#/tongjiang/v=1;view=places').view).toBeNull();
    expect(readLink('#/tongjiang/v=1;view=attic')).toMatchObject({
      view: null,
      problems: [{ code: 'link.unknown-view', values: { value: 'attic' } }],
    });
  });

  it('never breaks what reads it', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('#/tongjiang/v=1;', 'transfer=', '%', ';', '=', '＃'),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const { values, problems } = opened(pieces.join(''));
        for (const value of Object.values(values)) expect(value).not.toBeNaN();
        for (const { code } of problems) expect(code).toMatch(/^link\./);
      }),
      { numRuns: 500, seed: 1 },
    );
  }, 30_000);
});

describe('links that were sent before', () => {
  it.each(OLD_LINKS)('open for ever: $link', ({ link, ...opens }) => {
    expect(opened(link)).toEqual({ ...opens, version: 1, problems: [] });
  });
});

describe('no link', () => {
  it.each(['', '#', '#/', 'index.html', '#main'])('is found in "%s", without a complaint', (text) => {
    expect(readLink(text)).toMatchObject({ place: null, raw: [], problems: [] });
  });
});

describe('what chat apps and keyboards do to a link', () => {
  const whole = '#/tongjiang/v=1;transfer=20;residency=4';
  const mangled = [
    ['a foreign parameter before the hash', '?from=timeline&isappinstalled=0#/tongjiang/v=1;transfer=20;residency=4'],
    ['a whole address', 'file:///C:/wanren/index.html?from=singlemessage#/tongjiang/v=1;transfer=20;residency=4'],
    ['a foreign parameter behind &', `${whole}&from=timeline`],
    ['a foreign parameter behind ?', `${whole}?from=timeline&isappinstalled=0`],
    ['a second hash', `${whole}#wechat_redirect`],
    ['percent-encoding', '#/tongjiang/v%3D1%3Btransfer%3D20%3Bresidency%3D4'],
    ['percent-encoding of the whole', encodeURIComponent(whole)],
    ['white space and line breaks', ' #/tongjiang/v=1;\n transfer = 20;\u00a0residency=4\u200b '],
    ['full-width signs', '＃／tongjiang／v＝１；transfer＝２０；residency＝４'],
    ['closing punctuation', `${whole}。`],
    ['a closing bracket', `${whole}）`],
    ['a last semicolon', `${whole};`],
    ['a last slash', `${whole}/`],
    ['no hash', whole.slice(1)],
  ] as const;
  it.each(mangled)('does no harm: %s', (_what, link) => {
    expect(opened(link)).toEqual(opened(whole));
    expect(opened(link).values).toEqual({ transfer: 20, residency: 4 });
  });
});

describe('a part of a link that cannot be used', () => {
  const told = (link: string) => opened(link).problems;
  const SOUND = { residency: 4 };

  it('leaves the rest in force', () => {
    const link = '#/tongjiang/v=1;teleport=3;transfer=many;maxage=99;residency=4';
    expect(opened(link).values).toEqual(SOUND);
    expect(codes(link)).toEqual(['link.unknown-key', 'link.bad-value', 'link.out-of-range']);
  });

  it('is an unknown place: its values are not taken for another', () => {
    expect(readLink('#/atlantis/v=1;transfer=20')).toMatchObject({
      place: null,
      raw: [],
      problems: [{ code: 'link.unknown-place', values: { value: 'atlantis' } }],
    });
  });

  it('is an unknown policy, or one that is not for this place', () => {
    for (const value of ['mars-2030', 'xx-district']) {
      expect(opened(`#/tongjiang/v=1;policy=${value};residency=4`)).toMatchObject({
        policy: null,
        values: SOUND,
        problems: [{ code: 'link.unknown-policy', values: { value } }],
      });
    }
  });

  it('is a version that is not known', () => {
    for (const value of ['0', '99', 'x']) {
      expect(told(`#/tongjiang/v=${value};residency=4`)).toEqual([{ code: 'link.bad-version', values: { value } }]);
    }
  });

  it('is a value out of range, named with the range and the default', () => {
    expect(told('#/tongjiang/v=1;attrition=0.9')).toEqual([
      { code: 'link.out-of-range', values: { key: 'attrition', value: 0.9, min: 0, max: 0.3, default: 0.03 } },
    ]);
  });

  it.each([
    ['attrition=many', '0–0.3'],
    ['attrition=0x10', '0–0.3'],
    ['attrition=NaN', '0–0.3'],
    ['attrition=Infinity', '0–0.3'],
    ['attrition=5%', '0–0.3'],
    ['attrition=1,000', '0–0.3'],
    ['priority=2', '0, 1'],
    ['priority=yes', '0, 1'],
    ['pop=soon', 'constant, trend, cohort'],
    ['obligation=2.5', '0, 1, … 6'],
    ['seed=1.5', '0, 1, … 4294967295'],
    ['base=2021', '2019, 2024'],
  ])('is an impossible value: %s, where %s is expected', (pair, expected) => {
    const [key, value] = pair.split('=');
    expect(told(`#/tongjiang/v=1;${pair};residency=4`)).toEqual([
      { code: 'link.bad-value', values: { key, value, expected } },
    ]);
  });

  it('is a key that stands there twice: the last one counts', () => {
    expect(opened('#/tongjiang/v=1;residency=9;residency=4')).toMatchObject({
      values: SOUND,
      problems: [{ code: 'link.duplicate-key', values: { key: 'residency' } }],
    });
  });

  it.each([
    ['in a key', '#/tongjiang/v=1;residency=4;transf', 'transf'],
    ['before the value', '#/tongjiang/v=1;residency=4;transfer=', 'transfer='],
    ['in an encoded character', '#/tongjiang/v=1;residency=4;transfer=2%E', 'transfer=2%E'],
    ['in an encoded word', '#/tongjiang/v=1;residency=4;transfer=%E4%BA', 'transfer=%E4%BA'],
  ])('is cut off %s', (_where, link, value) => {
    expect(opened(link)).toMatchObject({ values: SOUND, problems: [{ code: 'link.truncated', values: { value } }] });
  });
});

describe('values that others depend on', () => {
  it('are read first, wherever they stand in the link', () => {
    expect(opened('#/tongjiang/v=1;from=2021;horizon=2022;base=2019')).toMatchObject({
      values: { base: 2019, horizon: 2022, from: 2021 },
      problems: [],
    });
  });

  it('decide what is in range', () => {
    expect(codes('#/tongjiang/v=1;from=2020')).toEqual(['link.out-of-range']);
    expect(codes('#/tongjiang/v=1;base=2019;from=2020')).toEqual([]);
  });

  it('are dropped from the link where they are the default that follows', () => {
    expect(opened('#/yuzhong/v=1;scope=own;base=2018;from=2019').values).toEqual({ scope: 'own', base: 2018 });
  });
});
