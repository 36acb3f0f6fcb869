import fc from 'fast-check';
import type { Claim, Clause, PolicyPack, Target } from '../../../src/model/types.ts';

const text = { zh: '文', en: 'text' };
let counter = 0;
/** A sentence of its own: findings quote each once. */
export const clauseOf = (zh = `第${++counter}条`): Clause => ({ where: text, zh, en: zh });
export const target = (over: Partial<Target> & Pick<Target, 'id' | 'kind' | 'year' | 'value'>): Target => ({
  name: text,
  count: 'certified',
  clause: clauseOf(),
  ...over,
});

export const packOf = (targets: Target[], claims: Claim[] = [], inForce?: PolicyPack['inForce']): PolicyPack => ({
  id: 'made-up',
  name: text,
  issuer: text,
  number: '',
  issued: null,
  ...(inForce ? { inForce } : {}),
  workforce: 'gp',
  count: 'certified',
  countNote: text,
  lapse: false,
  targets,
  levers: [],
  claims,
});

/** A document whose numbers agree, with the figures that it is made of. */
export interface Consistent {
  pack: PolicyPack;
  residents: number;
  today: string;
}

/** Replaces one target by id, or one claim by kind. */
export const withTarget = (pack: PolicyPack, id: string, over: Partial<Target>): PolicyPack => ({
  ...pack,
  targets: pack.targets.map((one) => (one.id === id ? { ...one, ...over } : one)),
});

/** Made-up documents that say everything the rules look at, and contradict themselves nowhere. */
export const consistent: fc.Arbitrary<Consistent> = fc
  .record({
    residents: fc.integer({ min: 50_000, max: 5_000_000 }),
    opening: fc.double({ min: 1, max: 3, noNaN: true }),
    lossPerYear: fc.double({ min: 0.02, max: 0.09, noNaN: true }),
    years: fc.integer({ min: 2, max: 8 }),
    goal: fc.double({ min: 1.1, max: 2, noNaN: true }),
    growth: fc.double({ min: 0.01, max: 0.12, noNaN: true }),
    hires: fc.integer({ min: 5, max: 60 }),
    spread: fc.integer({ min: 0, max: 30 }),
    ended: fc.boolean(),
  })
  .map(({ residents, opening, lossPerYear, years, goal, growth, hires, spread, ended }) => {
    const from = 2020;
    const year = from + years;
    const heads = Math.round((opening * residents) / 10_000);
    const density = opening * goal;
    const wanted = Math.round((density * residents) / 10_000);
    const lost = Math.round(heads * lossPerYear * years);
    const start = 35 / (1 + growth) ** years;
    const yearly = { kind: 'quota', per: 'year', since: from + 1, of: 'fact', fact: 'hired' } as const;
    const pack = packOf(
      [
        target({ id: 'density', kind: 'density', year, value: density, headline: true }),
        target({ id: 'heads', kind: 'headcount', year, value: wanted }),
        target({
          id: 'trained',
          kind: 'quota',
          year,
          value: wanted + lost - heads,
          per: 'total',
          since: from + 1,
          of: 'transfer',
        }),
        target({ id: 'hired', ...yearly, year, value: hires, high: hires + spread }),
        target({ id: 'hired-all', ...yearly, per: 'total', year, value: Math.round((hires + spread / 2) * years) }),
        target({ id: 'growth', kind: 'growth', year, since: from + 1, value: growth, count: 'registered' }),
        target({ id: 'staff', kind: 'staff_density', year, value: 35, count: 'registered' }),
        target({ id: 'centres', kind: 'facility_minimum', year, value: 2, each: 'every' }),
      ],
      [
        { kind: 'heads', year: from, value: heads, count: 'certified', clause: clauseOf() },
        { kind: 'density', year: from, value: start, count: 'registered', clause: clauseOf() },
        { kind: 'scope', target: 'centres', institutions: 'township-centres', clause: clauseOf() },
        { kind: 'scope', target: 'centres', institutions: 'township-centres', clause: clauseOf() },
      ],
      ended ? { from: '2020-01-01', until: '2030-12-31' } : undefined,
    );
    return { pack, residents, today: '2026-11-24' };
  })
  // Few people, or few trained, make a rounding of one person a large share: such documents are not what is tested here.
  .filter(({ pack }) => pack.targets.every(({ id, value }) => !['heads', 'trained'].includes(id) || value >= 40));
