/** Bytes up to which a text is put together sign by sign: a decoder takes longer to be asked. */
export const MOST_SHORT = 36;

/** Whether all signs of a text are ASCII, and so the same in every encoding of files. */
export function isAscii(bytes: Uint8Array, from: number, to: number): boolean {
  let signs = 0;
  for (let at = from; at < to; at++) signs |= bytes[at]!;
  return signs < 0x80;
}

/** A short text in UTF-8 that a strict decoder has let through. */
export function shortText(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  let at = from;
  /** The next byte of a sign, whose lower six bits count. */
  const more = (): number => bytes[at++]! & 0x3f;
  while (at < to) {
    const first = bytes[at++]!;
    if (first < 0x80) text += String.fromCharCode(first);
    else if (first < 0xe0) text += String.fromCharCode(((first & 0x1f) << 6) | more());
    else if (first < 0xf0) text += String.fromCharCode(((first & 0x0f) << 12) | (more() << 6) | more());
    else text += String.fromCodePoint(((first & 0x07) << 18) | (more() << 12) | (more() << 6) | more());
  }
  return text;
}
