import { afterEach, describe, expect, it, vi } from 'vitest';
import { readText } from '../../src/io/built-in-web.ts';

vi.mock('../../src/io/tables-web.ts', () => ({
  TOGETHER: { url: '/tables.json', files: ['vital.csv', 'starts.csv'] },
}));

const answer = (body: string, init?: ResponseInit) => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url);
    return Promise.resolve(new Response(body, init));
  });
  return asked;
};

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('built-in data in the browser', () => {
  it('asks for the file that the build has put beside the page', async () => {
    const asked = answer('code,name_zh\n');
    expect(await readText('provinces.csv')).toBe('code,name_zh\n');
    await readText('policies/hunan-2020.json');
    expect(asked.map((url) => url.split('?')[0]?.split('/').at(-1))).toEqual(['provinces.csv', 'hunan-2020.json']);
  });

  it('names a file that the build does not have', async () => {
    await expect(readText('nothing.csv')).rejects.toThrow('nothing.csv: no such built-in file');
  });

  it('names the file when the server refuses it', async () => {
    answer('gone', { status: 404 });
    await expect(readText('provinces.csv')).rejects.toThrow('provinces.csv: not delivered (404)');
  });

  it('names the file when there is no connection', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
    await expect(readText('provinces.csv')).rejects.toThrow('provinces.csv: not delivered');
  });

  it('names the file when a page comes in its place', async () => {
    answer('<!doctype html><title>Not here</title>');
    await expect(readText('provinces.csv')).rejects.toThrow('provinces.csv: a page was delivered in its place');
  });

  it('asks once for the tables that come together, and again when they did not come', async () => {
    answer('gone', { status: 404 });
    await expect(readText('vital.csv')).rejects.toThrow('vital.csv: not delivered (404)');
    const asked = answer(JSON.stringify({ 'vital.csv': 'year\n', 'starts.csv': 'place\n' }));
    expect(await Promise.all(['vital.csv', 'starts.csv'].map(readText))).toEqual(['year\n', 'place\n']);
    expect(asked).toEqual(['/tables.json']);
  });
});
