/** What can be open below the answer: chapters in the order of their tabs, and the report, which takes the whole page. Ids stand in links. */
export const CHAPTERS = ['places', 'odds', 'moves', 'compare', 'cost', 'document', 'fairness', 'forms'] as const;
export type ChapterId = (typeof CHAPTERS)[number];
export type View = ChapterId | 'report';

/** What is open when nothing else is said. */
export const USUAL_VIEW: View = 'places';

export function isView(text: string): text is View {
  return text === 'report' || CHAPTERS.some((chapter) => chapter === text);
}
