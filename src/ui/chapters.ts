import type { Component } from 'svelte';
import type { ChapterId } from '../scenario/views.ts';
import type { ChapterProps } from './chapter-props.ts';

/** Each chapter is loaded when it is first opened. */
export const CHAPTER: Record<ChapterId, () => Promise<{ default: Component<ChapterProps> }>> = {
  places: () => import('./places/PlacesChapter.svelte'),
  odds: () => import('./odds/OddsChapter.svelte'),
  moves: () => import('./moves/MovesChapter.svelte'),
  compare: () => import('./compare/CompareChapter.svelte'),
  cost: () => import('./cost/CostChapter.svelte'),
  document: () => import('./document/DocumentChapter.svelte'),
  fairness: () => import('./fairness/FairnessChapter.svelte'),
  forms: () => import('./forms/FormsChapter.svelte'),
};
