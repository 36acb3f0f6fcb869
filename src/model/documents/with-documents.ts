import type { PolicyPack, Problem, Target, TargetDocument } from '../types.ts';
import type { Values } from '../values.ts';
import { readOwnTarget } from './own-code.ts';
import { NONE, ownTargetKeys } from './own-keys.ts';
import { asTarget, type OwnTargetTexts } from './own-target.ts';

const TEXTS: OwnTargetTexts = {
  own: { zh: '自定目标', en: 'Own target' },
  cut: {
    zh: '自定目标（链接只带来条文的开头）',
    en: 'Own target (the link has brought the beginning of the clause only)',
  },
  noClause: { zh: '（未填写条文）', en: '(no clause given)' },
  kind: {
    density: { zh: '每万名居民全科医生', en: 'GPs per 10,000 residents' },
    staff_density: { zh: '每万人基层卫生人员', en: 'Primary-care staff per 10,000' },
    headcount: { zh: '总人数', en: 'Heads in all' },
    facility_minimum: { zh: '每个乡镇卫生院的全科医生', en: 'GPs in each township health centre' },
    coverage: { zh: '基层在岗医师参加转岗培训', en: 'Primary-care physicians in post with transfer training' },
    share: { zh: '所占比例', en: 'Share' },
    growth: { zh: '每年增幅', en: 'Yearly growth' },
    quota: { zh: '招聘或转岗培训人数', en: 'People recruited or trained' },
  },
};

/**
 * The document that is open, with the targets of the other documents and of the reader's own that the scenario holds the place
 * against as well. Her own counting rules stay as they are.
 * @param values `docs`: ids of the other documents, joined by `~`; `t1` …: her own targets
 * @returns the document, and a problem `link.bad-value` {key, value} for each own target that cannot be, `document.not-here` {value} for
 * each document that is not known here, `document.cut` {count} where the link has cut clauses
 */
export function withDocuments(pack: PolicyPack, values: Values): { pack: PolicyPack; problems: Problem[] } {
  const problems: Problem[] = [];
  const chosen = String(values['docs'] ?? NONE).split('~');
  const fitting = (pack.others ?? []).filter(({ workforce }) => workforce === pack.workforce);
  const others = fitting.filter(({ id }) => chosen.includes(id));
  for (const id of chosen) {
    const known = id === NONE || id === pack.id || others.some((other) => other.id === id);
    if (!known) problems.push({ code: 'document.not-here', values: { value: id } });
  }
  const own = ownTargetKeys.flatMap((key) => {
    const value = String(values[key] ?? '');
    const target = readOwnTarget(value);
    if (target === null && value !== '') problems.push({ code: 'link.bad-value', values: { key, value } });
    return target ? [{ key, target }] : [];
  });
  const cut = own.filter(({ target }) => target.cut !== undefined).length;
  if (cut > 0) problems.push({ code: 'document.cut', values: { count: cut } });
  const listed = [...pack.targets, ...others.flatMap(targetsOf)];
  const replaced = new Set(own.map(({ target }) => target.replaces));
  const wide = {
    ...pack,
    targets: [
      ...listed.filter(({ id }) => !replaced.has(id)),
      ...own.map(({ key, target }) =>
        asTarget(
          key,
          target,
          listed.find(({ id }) => id === target.replaces),
          TEXTS,
        ),
      ),
    ],
  };
  return { pack: wide, problems };
}

function targetsOf({ id, name, inForce, targets }: PolicyPack): Target[] {
  const askedBy: TargetDocument = {
    id,
    name,
    ...(inForce ? { until: inForce.until } : {}),
  };
  return targets.map((target) => {
    const { headline: _, ...asked } = target;
    return { ...asked, id: `${id}:${target.id}`, askedBy };
  });
}
