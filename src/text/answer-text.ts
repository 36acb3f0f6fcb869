import type { Answer, PlaceData, Result, Text } from '../model/types.ts';
import type { AnswerFacts } from './answer-facts.ts';
import type { Dictionary } from './en.ts';
import { lacking, plainNumber, sparing } from './format.ts';
import type { Part } from './parts.ts';
import { achievedText, demandedText } from './target-text.ts';

/** Who is asked about: the place under the name that the sentence uses. */
export interface Asked extends Pick<PlaceData, 'workforce' | 'facts' | 'areas'> {
  name: Text;
}

/** The numbers of the answer, written out. */
function answerFacts(answer: Answer, result: Result, place: Asked, words: Dictionary): AnswerFacts {
  const { target: judged } = answer;
  const { target } = judged;
  const fact = place.facts.find(({ key }) => key === judged.needs);
  return {
    place: words.placeName(place.name),
    workforce: place.workforce,
    count: target.count,
    year: answer.year,
    month: answer.year === target.year ? (target.month ?? null) : null,
    overdue: answer.year === target.year ? null : { year: target.year, month: target.month ?? null },
    past: judged.past,
    met: judged.status === 'met',
    value: achievedText(judged),
    asked: demandedText(target),
    gap: lacking(judged.gap ?? 0),
    spare: sparing((judged.projected ?? 0) - (judged.required ?? 0)),
    points: judged.unit === 'share' ? plainNumber((judged.gap ?? 0) * 100, 1) : '',
    planMetYear: answer.planMetYear,
    baselineMetYear: answer.baselineMetYear,
    hasPlan: answer.hasPlan,
    horizon: result.plan.horizon,
    bestCase: place.areas.some(({ level, centres }) => level !== 'township' && (centres ?? 0) > 0),
    centres: judged.short?.of ?? 0,
    served: (judged.short?.of ?? 0) - (judged.short?.count ?? 0),
    target: words.placeName(target.name),
    needs: fact ? words.placeName(fact.name) : (words.target.missing[judged.needs ?? ''] ?? judged.needs ?? ''),
  };
}

/** The answer sentence of a result. @param document name of the policy document, for when it asks nothing that can be projected */
export function answerText(result: Result, place: Asked, document: string, words: Dictionary): Part[] {
  const { answer } = result;
  if (!answer) return words.answer.none(document);
  const facts = answerFacts(answer, result, place, words);
  if (answer.target.status === 'unknown') return words.answer.unknown(facts);
  switch (answer.target.target.kind) {
    case 'density':
    case 'staff_density':
      return words.answer.density(facts);
    case 'headcount':
    case 'quota':
      return words.answer.headcount(facts);
    case 'facility_minimum':
      return answer.target.target.each === 'average'
        ? words.answer.averageCentre(facts)
        : words.answer.everyCentre(facts);
    case 'coverage':
    case 'share':
    case 'growth':
      return words.answer.share(facts);
  }
}
