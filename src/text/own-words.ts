import type { Lang, Problem } from '../model/types.ts';
import { ownEn, type OwnDictionary } from './own-en.ts';
import { ownZh } from './own-zh.ts';

/** The words of the screens for own files. */
export const ownWords = (lang: Lang): OwnDictionary => (lang === 'zh' ? ownZh : ownEn);

/** A problem of own files in the reader's language; `null` for a code that is not theirs. */
export function ownProblemText({ code, values }: Problem, lang: Lang): string | null {
  const words = ownWords(lang);
  const text = words.problem[code];
  if (text === undefined) return null;
  const inBytes = code === 'file.too-big';
  return text.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const value = values[slot] ?? '';
    return inBytes && typeof value === 'number' ? megabytes(value) : slotText(slot, value, words);
  });
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1_000_000)} MB`;

/** A check asks the reader to look; everything else says what was not read. */
export const severityOf = ({ code }: Problem): 'error' | 'check' =>
  /^(check\.|rows\.|roster\.other|census\.other-population)/.test(code) ? 'check' : 'error';

function slotText(slot: string, value: string | number, words: OwnDictionary): string {
  const text = String(value);
  if (slot === 'meaning' || slot === 'type') return words.meaning[text] ?? text;
  if (slot === 'level') return words.level[text] ?? text;
  if (slot === 'kind') return words.fileKind[text] ?? text;
  if (slot === 'expected') return expectedText(text, words);
  return text;
}

/** What was expected of a cell. */
export const expectedText = (expected: string, { expected: known, meaning }: OwnDictionary): string =>
  known[expected] ??
  expected
    .split(' + ')
    .map((part) => meaning[part] ?? part)
    .join(' + ');
