import * as v from 'valibot';
import { OTHER_POPULATIONS, type Payer, type PolicyPack, type Problem } from '../model/types.ts';

/**
 * Reads a policy document from JSON.
 * @returns the document, or null with everything that is wrong. Codes: `policy.not-json`; `policy.field` {path, found, expected};
 * `policy.repeated-id` {path, found}; `policy.headlines` {found}, where one is expected
 */
export function parsePolicy(text: string): { pack: PolicyPack | null; problems: Problem[] } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { pack: null, problems: [{ code: 'policy.not-json', values: {} }] };
  }
  const parsed = v.safeParse(PackSchema, json);
  const problems = parsed.success ? contradictions(parsed.output) : parsed.issues.map(problemOf);
  return { pack: parsed.success && problems.length === 0 ? parsed.output : null, problems };
}

function problemOf(issue: v.BaseIssue<unknown>): Problem {
  return fieldProblem(
    v.getDotPath(issue) ?? '',
    issue.received,
    issue.expected ?? (issue.type === 'iso_date' ? 'YYYY-MM-DD' : issue.type),
  );
}

function fieldProblem(path: string, found: string, expected: string): Problem {
  return { code: 'policy.field', values: { path, found, expected } };
}

/** What no single field shows: repeated ids, the headline, the upper end of a range, claims about no target. */
function contradictions(pack: PolicyPack): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  pack.targets.forEach(({ id, value, high }, index) => {
    if (seen.has(id)) problems.push({ code: 'policy.repeated-id', values: { path: `targets.${index}.id`, found: id } });
    seen.add(id);
    if (high !== undefined && high < value)
      problems.push(fieldProblem(`targets.${index}.high`, `${high}`, `>=${value}`));
  });
  pack.claims?.forEach((claim, index) => {
    if (claim.kind === 'scope' && !seen.has(claim.target))
      problems.push(fieldProblem(`claims.${index}.target`, claim.target, [...seen].join(', ')));
  });
  const costs = new Set<string>();
  pack.costs?.forEach(({ id }, index) => {
    if (costs.has(id)) problems.push({ code: 'policy.repeated-id', values: { path: `costs.${index}.id`, found: id } });
    costs.add(id);
  });
  const headlines = pack.targets.filter((target) => target.headline).length;
  if (headlines !== 1) problems.push({ code: 'policy.headlines', values: { found: headlines } });
  return problems;
}

const filled = v.pipe(v.string(), v.nonEmpty());
const bilingual = v.strictObject({ zh: filled, en: filled });
const clause = v.strictObject({ where: bilingual, zh: filled, en: filled });
const isoDate = v.pipe(v.string(), v.isoDate());
const count = v.picklist(['certified', 'certified-no-assistants', 'registered', 'registered-no-assistants']);
const workforce = v.picklist(['gp', 'staff']);
const year = v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2100));
const amount = v.pipe(v.number(), v.finite(), v.minValue(0));
const share = v.pipe(amount, v.maxValue(1));

const common = {
  id: filled,
  year,
  month: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12))),
  name: bilingual,
  count,
  clause,
  headline: v.optional(v.literal(true)),
};
const quota = {
  ...common,
  kind: v.literal('quota'),
  value: amount,
  high: v.optional(amount),
  per: v.picklist(['year', 'total']),
  since: year,
};
const TargetSchema = v.variant('kind', [
  v.strictObject({
    ...common,
    kind: v.picklist(['density', 'staff_density']),
    value: amount,
    high: v.optional(amount),
    residents: v.optional(v.pipe(amount, v.gtValue(0))),
    population: v.optional(v.picklist(OTHER_POPULATIONS)),
  }),
  v.strictObject({
    ...common,
    kind: v.literal('headcount'),
    value: amount,
    high: v.optional(amount),
    fact: v.optional(filled),
  }),
  v.strictObject({
    ...common,
    kind: v.literal('facility_minimum'),
    value: v.pipe(amount, v.gtValue(0)),
    each: v.picklist(['every', 'average']),
  }),
  v.strictObject({ ...common, kind: v.picklist(['coverage', 'share']), value: share, fact: filled }),
  v.strictObject({ ...common, kind: v.literal('growth'), value: share, since: year }),
  v.variant('of', [
    v.strictObject({ ...quota, of: v.picklist(['recruit', 'transfer']) }),
    v.strictObject({ ...quota, of: v.literal('fact'), fact: filled }),
  ]),
]);
const LeverSchema = v.strictObject({ field: v.nullable(filled), name: bilingual, value: v.optional(amount), clause });

const ClaimSchema = v.variant('kind', [
  v.strictObject({ kind: v.picklist(['heads', 'density']), year, value: amount, count, clause }),
  v.strictObject({
    kind: v.literal('scope'),
    target: filled,
    institutions: v.picklist(['township-centres', 'primary-care', 'all']),
    clause,
  }),
]);

const PAYER_NAMES = ['central', 'province', 'prefecture', 'county', 'institution', 'unstated'] as const;
const parts = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)));
const sharing = v.pipe(
  v.strictObject(Object.fromEntries(PAYER_NAMES.map((payer) => [payer, parts])) as Record<Payer, typeof parts>),
  v.check((shares) => Object.keys(shares).length > 0, 'sharing'),
);
const CostSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z]+$/)),
  unit: v.picklist([
    'transfer-trainee',
    'residency-year',
    'assistant-year',
    'rural-year',
    'recruit',
    'gp-month',
    'dispatch-month',
    'clinic-year',
  ]),
  name: bilingual,
  amount: v.nullable(amount),
  sharing,
  exceptions: v.optional(
    v.array(v.strictObject({ areas: v.pipe(v.array(filled), v.nonEmpty()), name: bilingual, sharing })),
  ),
  clause: v.optional(clause),
  source: v.strictObject({
    provenance: v.picklist(['official', 'derived', 'judgement', 'illustrative']),
    text: bilingual,
    unverified: v.optional(v.boolean()),
  }),
});

const PackSchema: v.GenericSchema<unknown, PolicyPack> = v.strictObject({
  id: filled,
  place: v.optional(filled),
  name: bilingual,
  issuer: bilingual,
  number: v.string(),
  issued: v.nullable(isoDate),
  inForce: v.optional(v.strictObject({ from: isoDate, until: isoDate, clause: v.optional(clause) })),
  workforce,
  count,
  countNote: bilingual,
  lapse: v.boolean(),
  monthlyForms: v.optional(v.literal(true)),
  targets: v.array(TargetSchema),
  levers: v.array(LeverSchema),
  claims: v.optional(v.array(ClaimSchema)),
  costs: v.optional(v.array(CostSchema)),
});
