import type { Problem } from '../model/types.ts';
import { readName, writeName } from './plan-name.ts';
import { isFrame, LETTERS, MOST_PLANS, type Plans, type RawPlans } from './plans.ts';
import { resolve } from './resolve.ts';
import type { Field } from './types.ts';

/** What a link says about its plans: what stands without a letter is said of all, `b.transfer=30` only of B. */
type Pair = [key: string, value: string];

/**
 * Takes the pairs of several plans apart. A plan is like the first in all that is not said of it.
 * @param pairs all pairs that are not about place, document and view
 * @returns the pairs of the plan on the screen, and all plans where there are several or one has a name or a lock
 */
export function readPlans(pairs: readonly Pair[], problems: Problem[]): { raw: Pair[]; plans?: RawPlans } {
  const said: { name: string; raw: Pair[] }[] = LETTERS.map(() => ({ name: '', raw: [] }));
  const strange = new Set<string>();
  let [count, shown, locked] = [1, 0, ''];

  const mark = (index: number): void => void (count = Math.max(count, index + 1));
  const bad = (key: string, value: string): void =>
    void problems.push({ code: 'link.bad-value', values: { key, value, expected: LETTERS.join(', ') } });
  const say = (index: number, key: string, value: string): void => {
    if (key === 'name') {
      const { name, shortened } = readName(value);
      said[index]!.name = name;
      if (shortened) problems.push({ code: 'link.long-name', values: { value: name } });
    } else said[index]!.raw.push([key, value]);
  };

  for (const [key, value] of pairs) {
    const [, letter, inner] = /^([a-z])\.(.*)$/.exec(key) ?? [];
    const index = letter === undefined ? 0 : LETTERS.indexOf(letter as (typeof LETTERS)[number]);
    if (letter !== undefined && inner !== undefined) {
      if (index < 0) strange.add(letter);
      else {
        mark(index);
        say(index, inner, value);
      }
    } else if (key === 'plans') {
      const wanted = Number(value);
      if (/^\d+$/.test(value) && wanted > MOST_PLANS) strange.add(value);
      else if (/^[1-9]$/.test(value)) mark(wanted - 1);
      else problems.push({ code: 'link.bad-value', values: { key, value, expected: '1, 2, 3, 4' } });
    } else if (key === 'show') {
      const wanted = LETTERS.findIndex((one) => one === value);
      if (wanted < 0) bad(key, value);
      else {
        mark(wanted);
        shown = wanted;
      }
    } else if (key === 'lock') {
      if (/^[a-d]+$/.test(value)) locked = value;
      else bad(key, value);
    } else say(0, key, value);
  }
  for (const value of strange) problems.push({ code: 'link.too-many-plans', values: { value } });

  const list = LETTERS.slice(0, count).map((letter, index) => {
    const { name, raw } = said[index]!;
    const own = new Set(raw.map(([key]) => key));
    const inherited = index === 0 ? [] : said[0]!.raw.filter(([key]) => !own.has(key));
    return { name, locked: locked.includes(letter), raw: [...inherited, ...raw] };
  });
  const several = list.length > 1 || list[0]!.name !== '' || list[0]!.locked;
  return { raw: list[shown]!.raw, ...(several ? { plans: { list, shown } } : {}) };
}

/** What stands in a link beside the values of the first plan. */
export function writePlans({ list, shown }: Plans, fields: readonly Field[]): Pair[] {
  const pairs: Pair[] = [];
  const own = fields.filter((field) => !isFrame(field));
  const first = resolve(own, list[0]?.values ?? {});
  list.forEach(({ name, values }, index) => {
    const prefix = index === 0 ? '' : `${LETTERS[index]}.`;
    if (name !== '') pairs.push([`${prefix}name`, writeName(name)]);
    if (index === 0) return;
    for (const [key, value] of Object.entries(resolve(own, values))) {
      if (value !== first[key]) pairs.push([`${prefix}${key}`, String(value)]);
    }
  });
  const locked = LETTERS.filter((_, index) => list[index]?.locked).join('');
  if (list.length > 1) pairs.push(['plans', String(list.length)]);
  if (locked !== '') pairs.push(['lock', locked]);
  if (shown > 0) pairs.push(['show', LETTERS[shown]!]);
  return pairs;
}
