import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readText } from '../../src/io/built-in-node.ts';
import { parsePolicy } from '../../src/io/parse-policy.ts';
import { POLICY_IDS, loadPolicy, loadPolicyNames } from '../../src/io/policies.ts';
import { impliedResidents } from '../../src/model/implied.ts';
import type { Clause, Target } from '../../src/model/types.ts';

const packs = await Promise.all(POLICY_IDS.map((id) => loadPolicy(id, readText)));
const tongjiang = await readText('policies/tongjiang-2020.json');

/** How a Chinese document writes a target's value: 3.5, 90%. */
function written({ kind, value }: Target): string {
  return ['coverage', 'growth', 'share'].includes(kind) ? `${Math.round(value * 100)}%` : `${value}`;
}

describe('the built-in documents', () => {
  it('are all listed', () => {
    const files = readdirSync(new URL('../../data/policies/', import.meta.url));
    expect(files.toSorted()).toEqual(POLICY_IDS.map((id) => `${id}.json`).toSorted());
  });

  it.each(POLICY_IDS)('%s is what a document must be, to the last field', async (id) => {
    expect(parsePolicy(await readText(`policies/${id}.json`))).toEqual({
      pack: packs.find((pack) => pack.id === id),
      problems: [],
    });
  });

  it('have their names in the order of the picker', async () => {
    const names = await loadPolicyNames(readText);
    expect(Object.keys(names)).toEqual([...POLICY_IDS]);
    expect(names['hunan-2020']).toEqual(packs[POLICY_IDS.indexOf('hunan-2020')]!.name);
  });

  it.each(packs)('$id is named as its file, has no target twice and one headline', (pack) => {
    expect(POLICY_IDS).toContain(pack.id);
    expect(new Set(pack.targets.map((target) => target.id)).size).toBe(pack.targets.length);
    expect(pack.targets.filter((target) => target.headline)).toHaveLength(1);
  });

  it.each(packs)('$id quotes for each target a clause with its value, in Chinese and in English', (pack) => {
    for (const target of pack.targets) {
      const { zh, en } = target.clause;
      expect(zh.replaceAll(' ', '')).toContain(written(target));
      expect(en.replaceAll(' ', '')).toContain(written(target));
      if (target.high !== undefined) expect(zh).toContain(`${target.high}名`);
    }
  });

  it.each(packs)('$id has Chinese in its Chinese texts and none beyond quoted terms in its English ones', (pack) => {
    const clauses: Clause[] = [...pack.targets, ...pack.levers].map(({ clause }) => clause);
    const names = [
      pack.name,
      pack.issuer,
      pack.countNote,
      ...[...pack.targets, ...pack.levers].map(({ name }) => name),
    ];
    for (const { zh, en } of [...names, ...clauses, ...clauses.map(({ where }) => where)]) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en.replaceAll(/（[^）]*）|\([^)]*\)/g, '')).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('set the headline targets of the design', () => {
    const headlines = packs.map(({ id, targets }) => {
      const { kind, year, month, value, count } = targets.find((target) => target.headline)!;
      return [id, kind, year, month, value, count];
    });
    expect(headlines).toEqual([
      ['tongjiang-2020', 'density', 2030, undefined, 5, 'certified'],
      ['panzhihua-2019', 'density', 2030, undefined, 6, 'certified'],
      ['yuzhong-2018', 'density', 2030, undefined, 5, 'certified'],
      ['hunan-2020', 'facility_minimum', 2020, 10, 2, 'registered'],
      ['xx-district', 'staff_density', 2024, undefined, 35, 'certified'],
      ['china-2018', 'density', 2030, undefined, 5, 'certified'],
    ]);
  });

  it('between them hold every kind of target', () => {
    const kinds = new Set(packs.flatMap((pack) => pack.targets.map((target) => target.kind)));
    expect(kinds.size).toBe(8);
  });

  it('set values for levers only where they name one', () => {
    const values = packs.flatMap(({ id, levers }) =>
      levers.flatMap(({ field, value }) => (value === undefined ? [] : [[id, field, value]])),
    );
    expect(values).toEqual([
      ['yuzhong-2018', 'transfer', 11],
      ['hunan-2020', 'allowance', 500],
      ['xx-district', 'recruit', 30],
    ]);
  });

  it('mark what is not quoted from the document as a paraphrase', () => {
    const paraphrased = packs.filter(({ targets }) => targets.some(({ clause }) => clause.zh.includes('（转述）')));
    expect(paraphrased.map(({ id }) => id)).toEqual(['china-2018']);
    expect(paraphrased[0]!.countNote.zh).toContain('二手资料');
  });

  it('let certificates lapse in Panzhihua only', () => {
    expect(packs.filter(({ lapse }) => lapse).map(({ id }) => id)).toEqual(['panzhihua-2019']);
  });

  it('imply 660,000 residents in Yuzhong, twice, and none elsewhere', () => {
    const implied = packs.flatMap((pack) => impliedResidents(pack).map(({ persons }) => [pack.id, persons]));
    expect(implied).toEqual([
      ['yuzhong-2018', 660_000],
      ['yuzhong-2018', 660_000],
    ]);
  });
});

describe('a document that a reader adds', () => {
  type Loose = Record<string, unknown> & { targets: Record<string, unknown>[] };
  const problemsOf = (change: (pack: Loose) => void) => {
    const pack = JSON.parse(tongjiang) as Loose;
    change(pack);
    const parsed = parsePolicy(JSON.stringify(pack));
    expect(parsed.pack).toBeNull();
    return parsed.problems;
  };
  const field = (path: string, found: string, expected: string) => ({
    code: 'policy.field',
    values: { path, found, expected },
  });

  it('is read when it is sound', () => {
    const { pack, problems } = parsePolicy(tongjiang);
    expect(problems).toEqual([]);
    expect(pack?.targets.map(({ value }) => value)).toEqual([2, 3.5, 5]);
  });

  it('is refused when it is not JSON', () => {
    expect(parsePolicy('{"id":')).toEqual({ pack: null, problems: [{ code: 'policy.not-json', values: {} }] });
  });

  it('has everything named that is wrong, with path, found and expected', () => {
    const problems = problemsOf((pack) => {
      delete pack['issuer'];
      pack['issued'] = '7 May 2020';
      pack['extra'] = 1;
      pack.targets[0]!['value'] = '2';
      pack.targets[1]!['year'] = 2025.5;
    });
    expect(problems).toEqual([
      field('issuer', 'undefined', '"issuer"'),
      field('issued', '"7 May 2020"', 'YYYY-MM-DD'),
      field('targets.0.value', '"2"', 'number'),
      field('targets.1.year', '2025.5', 'integer'),
      field('extra', '"extra"', 'never'),
    ]);
  });

  it('must say of each kind of target what that kind needs', () => {
    const asked = (change: Record<string, unknown>) =>
      problemsOf((pack) => Object.assign(pack.targets[0]!, change)).map(({ values }) => values['path']);
    expect(asked({ kind: 'facility_minimum' })).toEqual(['targets.0.each']);
    expect(asked({ kind: 'share', value: 60 })).toEqual(['targets.0.value', 'targets.0.fact']);
    expect(asked({ kind: 'growth', value: 0.05 })).toEqual(['targets.0.since']);
    expect(asked({ kind: 'quota', of: 'fact' })).toEqual(['targets.0.per', 'targets.0.since', 'targets.0.fact']);
    expect(asked({ kind: 'coverings' })).toEqual(['targets.0.kind']);
  });

  it('may not use an id twice', () => {
    const problems = problemsOf((pack) => (pack.targets[1]!['id'] = 'density-2020'));
    expect(problems).toEqual([{ code: 'policy.repeated-id', values: { path: 'targets.1.id', found: 'density-2020' } }]);
  });

  it('must have one headline, no more and no fewer', () => {
    expect(problemsOf((pack) => delete pack.targets[2]!['headline'])).toEqual([
      { code: 'policy.headlines', values: { found: 0 } },
    ]);
    expect(problemsOf((pack) => (pack.targets[0]!['headline'] = true))).toEqual([
      { code: 'policy.headlines', values: { found: 2 } },
    ]);
  });

  it('may not have a range that ends below its beginning', () => {
    const problems = problemsOf((pack) => (pack.targets[1]!['high'] = 3));
    expect(problems).toEqual([field('targets.1.high', '3', '>=3.5')]);
  });
});

describe('a built-in document that is no JSON', () => {
  it('is our mistake and names its file', async () => {
    await expect(loadPolicy('hunan-2020', () => Promise.resolve('<html>'))).rejects.toThrow('policies/hunan-2020.json');
  });
});
