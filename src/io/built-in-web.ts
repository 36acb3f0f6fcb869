import type { ReadText } from './built-in.ts';
import { TOGETHER } from './tables-web.ts';

const ROOT = '../../data/';
const urls: Record<string, string> = import.meta.glob('../../data/**/*.{csv,json}', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** The tables of `TOGETHER`, by file; asked for once, and again after a failure. */
let tables: Promise<Record<string, string>> | null = null;

/**
 * Reads built-in data that the build has put beside the page.
 * @throws Error naming the file: unknown, not delivered, or answered with a page in its place
 */
export const readText: ReadText = async (file) => {
  const url = urls[ROOT + file];
  if (url === undefined) throw new Error(`${file}: no such built-in file`);
  if (!TOGETHER.files.includes(file)) return fetchText(url, file);
  tables ??= fetchText(TOGETHER.url, file).then((text) => JSON.parse(text) as Record<string, string>);
  try {
    return (await tables)[file]!;
  } catch (error) {
    tables = null;
    throw error;
  }
};

async function fetchText(url: string, file: string): Promise<string> {
  const answer = await fetch(url).catch((cause: unknown) => {
    throw new Error(`${file}: not delivered`, { cause });
  });
  if (!answer.ok) throw new Error(`${file}: not delivered (${answer.status})`);
  const text = await answer.text();
  // Servers with a fallback page answer a missing file with HTML and status 200.
  if (text.trimStart().startsWith('<')) throw new Error(`${file}: a page was delivered in its place`);
  return text;
}
