import { describe, expect, it } from 'vitest';
import type { Plan, Plans } from '../../../src/scenario/plans.ts';
import type { Scenario } from '../../../src/scenario/types.ts';
import { addFromLink } from '../../../src/ui/compare/pasted-link.ts';

const plan = (values: Plan['values'], name = '', locked = false): Plan => ({ name, locked, values });
const HERE: Scenario = { place: 'tongjiang', values: { transfer: 8, horizon: 2035 } };
const ONE: Plans = { list: [plan(HERE.values, '甲')], shown: 0 };
const add = (link: string, plans = ONE, here = HERE) => addFromLink(link, here, plans);

describe('a pasted link', () => {
  it('about another document says so, and is held against the one that is open', () => {
    expect(add('#/tongjiang/v=1;policy=china-2018;transfer=20')).toMatchObject({ added: 1, otherDocument: true });
    const here = { ...HERE, policy: 'china-2018' };
    expect(add('#/tongjiang/v=1;policy=china-2018', ONE, here)).toMatchObject({ added: 1, otherDocument: false });
  });

  it('adds its plans behind those that are there, under the years on the screen', () => {
    expect(add('看这个 https://x.cn/wanren/#/tongjiang/v=1;transfer=20;name=乙;horizon=2035')).toEqual({
      kind: 'plans',
      plans: { list: [ONE.list[0], plan({ horizon: 2035, transfer: '20' }, '乙')], shown: 1 },
      added: 1,
      otherFrame: false,
      otherDocument: false,
      leftOut: false,
      problems: [],
    });
  });

  it('of another start or other years is added under those on the screen, and that is said', () => {
    for (const link of ['#/tongjiang/v=1;transfer=20', '#/tongjiang/v=1;transfer=20;base=2019;horizon=2035']) {
      expect(add(link)).toMatchObject({
        otherFrame: true,
        plans: { list: [{}, { values: { horizon: 2035, transfer: '20' } }] },
      });
    }
  });

  it('with several plans adds as many as there is room for', () => {
    const link = '#/tongjiang/v=1;b.transfer=20;c.transfer=30;d.transfer=40;horizon=2035';
    expect(add(link)).toMatchObject({ added: 3, leftOut: true, plans: { shown: 1 } });
    const full = { list: Array.from({ length: 4 }, () => plan({})), shown: 2 };
    expect(add(link, full)).toMatchObject({ added: 0, leftOut: true, plans: full });
  });

  it('of another place, of a place that there is not, or of other files is refused', () => {
    expect(add('#/hunan/v=1;transfer=900')).toEqual({ kind: 'other-place', place: 'hunan' });
    expect(add('#/atlantis/v=1')).toEqual({ kind: 'other-place', place: 'atlantis' });
    const own: Scenario = { place: 'own', data: 'a~1', values: {} };
    expect(add('#/own/v=1;data=b~2', ONE, own)).toEqual({ kind: 'other-place', place: 'own' });
    expect(add('#/own/v=1;data=a~1', ONE, own)).toMatchObject({ kind: 'plans' });
  });

  it.each(['', '   ', 'hello', 'https://example.org/', '#main'])('that is none is said to be none: "%s"', (link) => {
    expect(add(link)).toEqual({ kind: 'not-link' });
  });

  it('of an unknown version is read as far as it can be, and says so', () => {
    expect(add('#/tongjiang/v=0;transfer=20;horizon=2035')).toMatchObject({
      kind: 'plans',
      added: 1,
      problems: [{ code: 'link.bad-version', values: { value: '0' } }],
    });
  });
});
