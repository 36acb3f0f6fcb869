import type { Answer } from '../model/types.ts';
import type { Dictionary } from './en.ts';
import { lacking, plainNumber } from './format.ts';
import type { ReportDictionary } from './report-en.ts';

/** The title of the report: the finding, in one line. @param base year up to which nothing is projected; @param place name as the sentences use it */
export function reportTitle(
  answer: Answer | null,
  base: number,
  place: string,
  workforce: 'gp' | 'staff',
  words: Dictionary,
  { title }: ReportDictionary,
): string {
  if (!answer) return title.none(place);
  const { target: judged, year } = answer;
  const gap = judged.gap ?? 0;
  const facts = {
    place,
    workforce,
    year,
    past: year <= base,
    gap: judged.unit === 'persons' ? lacking(gap) : null,
    points: plainNumber(gap * 100, 1),
    target: words.placeName(judged.target.name),
  };
  if (judged.status === 'unknown') return title.unknown(facts);
  if (judged.status === 'met') return title.met(facts);
  return facts.gap === null ? title.points(facts) : title.short(facts);
}
