import type { Texts } from './reader.ts';

/** Eight hexadecimal digits (FNV-1a, 32 bits) that tell one set of data from another; it is no protection against forgery. */
export function fingerprint(texts: Texts, merged: Readonly<Record<string, string>>): string {
  let hash = 0x811c9dc5;
  const mapping = JSON.stringify(Object.entries(merged).sort(([a], [b]) => (a < b ? -1 : 1)));
  for (const text of [texts.census ?? '', texts.staffing ?? '', texts.distances ?? '', mapping]) {
    for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
    hash = Math.imul(hash ^ 0xffff, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
