import type { Target } from '../model/types.ts';
import { persons } from './format.ts';
import type { PlacesDictionary } from './places-en.ts';

/** What a target divides by and rests on, as the reader has given it, with its source; empty where it rests on nothing of hers. */
export function givenFigures({ population, residents, given }: Target, words: PlacesDictionary['clause']): string {
  return [
    population && residents !== undefined ? words.divided(words.population[population], persons(residents)) : '',
    given?.have === undefined ? '' : words.have(persons(given.have)),
    given?.base === undefined ? '' : words.base(persons(given.base)),
    given?.source === undefined ? '' : words.source(given.source),
  ]
    .filter(Boolean)
    .join(words.join);
}
