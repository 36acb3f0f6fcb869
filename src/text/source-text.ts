import type { Source } from '../model/types.ts';
import type { Dictionary } from './en.ts';

/** Where a figure comes from, in words: its kind, unless the source says it itself, and what is not checked. */
export function sourceText(source: Source, words: Dictionary): string {
  const said = words.placeName(source.text);
  const kind = words.provenance[source.provenance];
  const doubt = source.unverified && !said.includes(words.unverified) ? ` (${words.unverified})` : '';
  return said.toLowerCase().startsWith(kind.toLowerCase()) ? `${said}${doubt}` : `${kind}${doubt} · ${said}`;
}
