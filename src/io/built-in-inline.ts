import type { ReadText } from './built-in.ts';

const ROOT = '../../data/';
const texts: Record<string, string> = import.meta.glob('../../data/**/*.{csv,json}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/**
 * Stands for `built-in-web.ts` in the page that is one file, which cannot fetch: the data are in the page.
 * @throws Error naming the file that is not among them
 */
export const readText: ReadText = async (file) => {
  const text = texts[ROOT + file];
  if (text === undefined) throw new Error(`${file}: no such built-in file`);
  return text;
};
