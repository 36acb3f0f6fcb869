import { expect, test } from 'vitest';
import { fieldsOf } from '../../src/scenario/fields.ts';
import type { Value } from '../../src/scenario/types.ts';
import { words } from '../../src/text/words.ts';
import { doubtName } from '../../src/ui/odds.ts';
import { builtIn } from '../scenario/setups.ts';

test('a parameter in doubt has its field’s name; a lever that is set says that only what ran before is in doubt', async () => {
  const setup = await builtIn('tongjiang');
  const fields = fieldsOf(setup, {});
  const named = (key: string, set: Record<string, Value>, lang: 'zh' | 'en'): string => {
    const value = (one: string): Value => set[one] ?? fields.find((field) => field.key === one)!.default;
    return doubtName(key, { fields, value, lang }, words(lang), setup.place.facts);
  };
  expect(named('transfer', {}, 'zh')).toBe('转岗培训');
  expect(named('transfer', { transfer: 9, from: 2027 }, 'zh')).toBe('2027 年前的转岗培训');
  expect(named('transfer', { transfer: 9, from: 2027 }, 'en')).toBe('Transfer training before 2027');
  expect(named('attrition', { transfer: 9 }, 'en')).toBe('Attrition');
  expect(named('stock', {}, 'en')).toBe('Error of the start');
});
