import { describe, expect, it } from 'vitest';
import { languageStore } from '../../src/state/language.ts';

function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  } as Storage;
}
const forbidden = (): Storage => {
  throw new DOMException('denied', 'SecurityError');
};

describe('the language', () => {
  it.each([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['zh-CN', 'zh'],
    ['de', 'zh'],
    ['', 'zh'],
  ])('is first guessed from the browser: %s gives %s', (preferred, lang) => {
    expect(languageStore(storage, preferred).read()).toBe(lang);
  });

  it('is kept from one visit to the next', () => {
    const kept = storage();
    languageStore(() => kept, 'zh-CN').write('en');
    expect(languageStore(() => kept, 'zh-CN').read()).toBe('en');
  });

  it('does not need storage', () => {
    const store = languageStore(forbidden, 'en-US');
    expect(() => store.write('zh')).not.toThrow();
    expect(store.read()).toBe('en');
  });
});
