import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/io/built-in-node.ts';
import { loadPlace } from '../../../src/io/places.ts';
import { parsePolicy } from '../../../src/io/parse-policy.ts';
import { loadPolicy, POLICY_IDS } from '../../../src/io/policies.ts';
import type { DocumentFinding } from '../../../src/model/readback/finding.ts';
import { contextOf, readBack } from '../../../src/model/readback/read-back.ts';
import type { PolicyPack } from '../../../src/model/types.ts';
import { clauseOf, consistent, packOf, target, withTarget } from './packs.ts';

const TODAY = '2026-11-24';

async function findingsOf(policy: string, placeId: string, today = TODAY): Promise<DocumentFinding[]> {
  const [pack, place] = await Promise.all([loadPolicy(policy, readText), loadPlace(placeId, readText)]);
  return readBack(pack, contextOf(pack, place, today));
}
/** The one finding of a rule. */
function one<Rule extends DocumentFinding['rule']>(
  findings: DocumentFinding[],
  rule: Rule,
): DocumentFinding & { rule: Rule } {
  const found = findings.filter((finding): finding is DocumentFinding & { rule: Rule } => finding.rule === rule);
  expect(found).toHaveLength(1);
  return found[0]!;
}
const rules = (findings: DocumentFinding[]): string[] => findings.map(({ rule }) => rule);

describe('the documents read back', () => {
  it('Yuzhong’s 165 and 330 both imply 660,000 residents; the census found 588,717', async () => {
    const { pairs, census, today } = one(await findingsOf('yuzhong-2018', 'yuzhong'), 'residents');
    expect(pairs).toEqual([
      { year: 2020, heads: 165, perTenThousand: 2.5, residents: 660_000 },
      { year: 2030, heads: 330, perTenThousand: 5, residents: 660_000 },
    ]);
    expect(census).toEqual({ year: 2020, persons: 588_717 });
    expect(today!.perTenThousand).toBeCloseTo(2.259, 3);
  });

  it('Yuzhong’s 133 and 33 more are 166 against 165: one net loss in two years', async () => {
    const finding = one(await findingsOf('yuzhong-2018', 'yuzhong'), 'losses');
    expect(finding).toMatchObject({ from: 2018, year: 2020, opening: 133, added: 33, wanted: 165, losses: 1 });
    expect(finding.clauses.map(({ zh }) => zh)).toEqual([
      '目前辖区内全科医师133名，区属医疗机构全科医师67名',
      '到2020年计划转岗培训全科医生33名。',
      expect.stringContaining('全科医生总量达到165名'),
    ]);
  });

  it('XX district’s 30–50 a year are 150–250 in five years, not about 100', async () => {
    expect(one(await findingsOf('xx-district', 'xx-district'), 'quota')).toMatchObject({
      since: 2020,
      year: 2024,
      yearly: [30, 50],
      sum: [150, 250],
      total: 100,
    });
  });

  it('XX district’s 35 per 10,000 after five years at 5 % need 27.4 at the start', async () => {
    const finding = one(await findingsOf('xx-district', 'xx-district'), 'growth');
    expect(finding.start).toBeCloseTo(27.42, 2);
    expect(finding.stated).toBeNull();
  });

  it('Panzhihua asks for two per centre on average, Hunan in every one', async () => {
    expect(one(await findingsOf('panzhihua-2019', 'panzhihua'), 'average')).toMatchObject({ centres: 38 });
    expect(rules(await findingsOf('hunan-2020', 'hunan'))).not.toContain('average');
  });

  it('Hunan’s annexes 2 and 3 count in different institutions', async () => {
    const finding = one(await findingsOf('hunan-2020', 'hunan'), 'scope');
    expect(finding.institutions).toEqual(['township-centres', 'primary-care']);
    expect(finding.clauses.map(({ where }) => where.zh)).toEqual(['附件2', '附件3']);
  });

  it('Hunan’s five years have ended, from the day after the last one on', async () => {
    expect(one(await findingsOf('hunan-2020', 'hunan'), 'expired')).toMatchObject({ until: '2025-06-01' });
    expect(rules(await findingsOf('hunan-2020', 'hunan', '2025-06-01'))).not.toContain('expired');
    expect(rules(await findingsOf('hunan-2020', 'hunan', '2025-06-02'))).toContain('expired');
  });

  it('Tongjiang’s and the nation’s say nothing that does not agree', async () => {
    expect(await findingsOf('tongjiang-2020', 'tongjiang')).toEqual([]);
    expect(await findingsOf('china-2018', 'china')).toEqual([]);
  });

  it('do not hold the census of one place against the document of another', async () => {
    expect(rules(await findingsOf('panzhihua-2019', 'yanbian'))).toEqual(['average']);
    const elsewhere = { ...(await loadPolicy('yuzhong-2018', readText)), place: 'yuzhong' };
    const tongjiang = await loadPlace('tongjiang', readText);
    expect(rules(readBack(elsewhere, contextOf(elsewhere, tongjiang, TODAY)))).toEqual(['losses']);
  });

  it.each(POLICY_IDS)('%s is quoted in every finding about it', async (id) => {
    const pack = await loadPolicy(id, readText);
    for (const finding of await findingsOf(id, pack.place!)) expect(finding.clauses.length).toBeGreaterThan(0);
  });
});

describe('a made-up document', () => {
  const read = ({ pack, residents, today }: { pack: PolicyPack; residents: number; today: string }) =>
    rules(readBack(pack, { census: { year: 2020, persons: residents }, centres: 12, today }));

  it('whose numbers agree raises no alarm', () => {
    fc.assert(
      fc.property(consistent, (given) => {
        expect(read(given)).toEqual([]);
      }),
    );
  });

  it('of which one number is changed is found out in that number, and in nothing else', () => {
    const breaks: [string, (pack: PolicyPack, factor: number) => PolicyPack][] = [
      ['residents', (pack, factor) => withTarget(pack, 'density', { value: valueOf(pack, 'density') / factor })],
      ['losses', (pack, factor) => withTarget(pack, 'trained', { value: valueOf(pack, 'trained') / (10 * factor) })],
      [
        'quota',
        (pack, factor) => withTarget(pack, 'hired-all', { value: Math.floor(valueOf(pack, 'hired') / factor) }),
      ],
      ['growth', (pack, factor) => withTarget(pack, 'staff', { value: 35 * factor })],
      ['average', (pack) => withTarget(pack, 'centres', { each: 'average' })],
      [
        'scope',
        (pack) => ({
          ...pack,
          claims: [
            ...pack.claims!,
            { kind: 'scope', target: 'centres', institutions: 'primary-care', clause: clauseOf() },
          ],
        }),
      ],
      ['expired', (pack) => ({ ...pack, inForce: { from: '2020-01-01', until: '2026-11-23' } })],
    ];
    fc.assert(
      fc.property(
        consistent,
        fc.constantFrom(...breaks),
        fc.double({ min: 1.15, max: 3, noNaN: true }),
        (given, [rule, spoil], factor) => {
          expect(read({ ...given, pack: spoil(given.pack, factor) })).toEqual([rule]);
        },
      ),
      { numRuns: 300 },
    );
  });

  const valueOf = (pack: PolicyPack, id: string): number => pack.targets.find((one) => one.id === id)!.value;
});

describe('a document that a reader adds', () => {
  it('is read back by the same rules', () => {
    const added = packOf(
      [
        target({ id: 'heads', kind: 'headcount', year: 2027, value: 90 }),
        target({ id: 'density', kind: 'density', year: 2027, value: 3, headline: true }),
      ],
      [],
      { from: '2022-01-01', until: '2024-12-31' },
    );
    const { pack } = parsePolicy(JSON.stringify(added));
    const findings = readBack(pack!, { census: { year: 2020, persons: 250_000 }, centres: null, today: TODAY });
    expect(rules(findings)).toEqual(['residents', 'expired']);
  });

  it('may not make a claim about a target that it does not have', () => {
    const wrong = packOf(
      [target({ id: 'density', kind: 'density', year: 2027, value: 3, headline: true })],
      [{ kind: 'scope', target: 'centres', institutions: 'all', clause: clauseOf() }],
    );
    expect(parsePolicy(JSON.stringify(wrong)).problems).toEqual([
      { code: 'policy.field', values: { path: 'claims.0.target', found: 'centres', expected: 'density' } },
    ]);
  });

  it('with a range is at odds only where no density of the range fits', () => {
    const pair = (value: number, high: number): PolicyPack =>
      packOf([
        target({ id: 'heads', kind: 'headcount', year: 2020, value: 165 }),
        target({ id: 'density', kind: 'density', year: 2020, value, high }),
      ]);
    const context = { census: { year: 2020, persons: 588_717 }, centres: null, today: TODAY };
    expect(readBack(pair(2, 3), context)).toEqual([]);
    expect(rules(readBack(pair(2, 2.5), context))).toEqual(['residents']);
  });
});
