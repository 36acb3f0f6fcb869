import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOwnTarget, writeOwnTarget } from '../../src/model/documents/own-code.ts';
import type { OwnTarget } from '../../src/model/documents/own-target.ts';
import { clauseOf, clausePrint, shortened, withClause } from '../../src/scenario/clauses.ts';
import { fieldsOf } from '../../src/scenario/fields.ts';
import { LONGEST_LINK, readLink, writeLink } from '../../src/scenario/link.ts';
import { builtIn } from './setups.ts';

const codeOf = (clause: string): string => {
  const target: OwnTarget = { kind: 'density', year: 2030, value: 6, count: 'certified', clause };
  return writeOwnTarget(target);
};

describe('a clause that is too long for a link', () => {
  it('is cut between its signs, and whole again with the words that its fingerprint names', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), fc.nat(80), (clause, most) => {
        const code = codeOf(clause);
        const { words } = clauseOf(code);
        const short = shortened(code, most);
        const { cut } = clauseOf(short);
        if (short === code) return;
        expect(cut).toBe(clausePrint(words));
        expect(withClause(short, words)).toBe(code);
        // Cut again, it still names the whole.
        expect(shortened(short, Math.floor(most / 2))).toBe(shortened(code, Math.floor(most / 2)));
        const read = readOwnTarget(short);
        expect(read).not.toBeNull();
      }),
    );
  });

  it('leaves six own targets with clauses of a page each in a link that chat apps do not cut', async () => {
    const setup = await builtIn('tongjiang');
    const page = '到2030年，城乡每万名居民拥有5名合格的全科医生，全科医生队伍基本满足健康需求。'.repeat(20);
    const values = Object.fromEntries([1, 2, 3, 4, 5, 6].map((at) => [`t${at}`, codeOf(`${at}${page}`)]));
    const fields = fieldsOf(setup, values);
    const link = writeLink({ place: 'tongjiang', values }, fields);
    expect(link.length).toBeLessThan(LONGEST_LINK);
    const { raw, problems } = readLink(link);
    expect(problems).toEqual([]);
    for (const [key, value] of raw) {
      const read = readOwnTarget(value)!;
      expect(read).toMatchObject({ value: 6, cut: expect.stringMatching(/^[0-9a-f]{8}$/) });
      expect(values[key]).toContain(clauseOf(value).words);
    }
  });

  it('stands whole in the link where there is room', async () => {
    const setup = await builtIn('tongjiang');
    const values = { t1: codeOf('第三条：每万人 6 名') };
    const link = writeLink({ place: 'tongjiang', values }, fieldsOf(setup, values));
    expect(readLink(link).raw).toEqual([['t1', values.t1]]);
  });
});
