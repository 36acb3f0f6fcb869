import { describe, expect, it } from 'vitest';
import { overDocument } from '../../src/scenario/over-document.ts';

const changed = (of: string): [string, string][] => [
  ['transfer', '8'],
  ['t1', `density~2030~6~certified~x${of}~q第一条`],
];

describe('values over another document', () => {
  it('keep a changed target with the document that it was changed in, and find it there again', () => {
    const over = overDocument(changed('density-2030'), 'tongjiang-2020', 'china-2018');
    expect(over).toEqual(changed('tongjiang-2020:density-2030'));
    expect(overDocument(over, 'china-2018', 'tongjiang-2020')).toEqual(changed('density-2030'));
  });

  it('stay as they are over the same one', () => {
    const raw = changed('density-2030');
    expect(overDocument(raw, 'china-2018', 'china-2018')).toBe(raw);
  });
});
