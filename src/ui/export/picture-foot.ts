import type { Dictionary } from '../../text/en.ts';
import type { ReportDictionary } from '../../text/report-en.ts';
import type { ChapterProps } from '../chapter-props.ts';
import { countingRule } from '../counting-rule.ts';
import { sourceOfStart } from '../place-start.ts';
import { sharedLink } from '../report/shared-link.ts';

/** What the figures of a picture rest on: rule and provenance, document, the link that shows them again. */
export function pictureFoot(
  { session, pack, start }: Pick<ChapterProps, 'session' | 'pack' | 'start'>,
  words: Dictionary,
  text: ReportDictionary,
): string[] {
  const source = sourceOfStart(start);
  const document = { name: words.placeName(pack.name), number: pack.number, date: pack.issued ?? '' };
  return [
    `${words.counting} ${countingRule(session, words)}${source ? ` · ${text.data[source.provenance]}` : ''}`,
    `${text.foot.basis} ${text.foot.document(document)}`,
    linkLine(session.link(), text),
  ];
}

export const linkLine = (link: string, text: ReportDictionary): string =>
  `${text.foot.again} ${decodeURI(sharedLink(link))}`;
