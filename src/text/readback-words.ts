import type { DocumentFinding } from '../model/readback/finding.ts';
import type { Lang } from '../model/types.ts';
import { readbackEn, type ReadbackDictionary } from './readback-en.ts';
import { readbackZh } from './readback-zh.ts';

export const readbackWords = (lang: Lang): ReadbackDictionary => (lang === 'zh' ? readbackZh : readbackEn);

/** A finding in words: what it is, in a few, and the arithmetic in a sentence. */
export function findingText(finding: DocumentFinding, { rule }: ReadbackDictionary): [title: string, text: string] {
  switch (finding.rule) {
    case 'residents':
      return rule.residents(finding);
    case 'losses':
      return rule.losses(finding);
    case 'quota':
      return rule.quota(finding);
    case 'growth':
      return rule.growth(finding);
    case 'average':
      return rule.average(finding);
    case 'scope':
      return rule.scope(finding);
    case 'expired':
      return rule.expired(finding);
    default:
      return finding satisfies never;
  }
}
