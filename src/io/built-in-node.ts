import { readFile } from 'node:fs/promises';
import type { ReadText } from './built-in.ts';

const root = new URL('../../data/', import.meta.url);

/**
 * Reads built-in data from the repository, for the headless run and the tests.
 * @throws Error naming the file when it cannot be read
 */
export const readText: ReadText = (file) =>
  readFile(new URL(file, root), 'utf8').catch((cause: unknown) => {
    throw new Error(`${file}: cannot be read`, { cause });
  });
