/** Most room that a plan's name takes, counted in half-width characters: twelve Chinese characters. */
const ROOM = 24;

/** A name as it is kept: one line, without control characters, not longer than there is room for. */
export function cleanName(typed: string): string {
  const line = typed
    .normalize('NFC')
    .replace(/[\p{C}\p{Z}\s]+/gu, ' ')
    .trim();
  let room = ROOM;
  let kept = '';
  for (const character of line) {
    room -= character.codePointAt(0)! < 0x2e80 ? 1 : 2;
    if (room < 0) break;
    kept += character;
  }
  return kept.trim();
}

/**
 * A name as a link carries it. Letters and digits stand as they are, a space as `_`, everything else that a chat app or the
 * link itself might take for its own as `~` with its code and another `~`.
 */
export function writeName(name: string): string {
  return [...name]
    .map((character) => {
      if (character === ' ') return '_';
      const plain = /^[\p{L}\p{N}-]$/u.test(character) && character.normalize('NFKC') === character;
      return plain ? character : `~${character.codePointAt(0)!.toString(16)}~`;
    })
    .join('');
}

/** The name that a link carries, and whether it had to be shortened. */
export function readName(written: string): { name: string; shortened: boolean } {
  const whole = written
    .replaceAll('_', ' ')
    .replace(/~([0-9a-f]{1,6})~/g, (_, code: string) => {
      const point = Number.parseInt(code, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : '';
    })
    .trim();
  const name = cleanName(whole);
  return { name, shortened: [...name].length < [...whole.replace(/\s+/g, ' ')].length };
}
