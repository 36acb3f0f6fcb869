import type { Text } from '../model/types.ts';

/** A name without the remark in brackets behind it, for use inside a sentence. */
export function bareName(name: Text): Text {
  const bare = (text: string): string => text.replace(/\s*[（(][^（()）]*[）)]\s*$/, '');
  return { zh: bare(name.zh), en: bare(name.en) };
}
