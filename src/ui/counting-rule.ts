import type { SessionView } from '../state/view.ts';
import type { Dictionary } from '../text/en.ts';

/** Who is counted, in which institutions, over which residents: stands in the header, on every print and export. */
export function countingRule(session: SessionView, words: Dictionary): string {
  if (!session.place) return '';
  const count = words.count[String(session.value('count')) as keyof typeof words.count];
  return [
    session.place.workforce === 'gp' ? count : words.countStaff,
    words.scopeText[String(session.value('scope'))],
    words.denominatorText[String(session.value('denominator'))],
  ].join(' · ');
}
