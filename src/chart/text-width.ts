/** Width of one character as a share of the font size; a little generous, since system fonts differ. */
function characterWidth(character: string): number {
  const code = character.codePointAt(0)!;
  if (code >= 0x2e80) return 1;
  if (code === 0x2026 || code === 0x2014) return 1;
  if (" .,:;|!'ijl()[]".includes(character)) return 0.32;
  if (character >= '0' && character <= '9') return 0.57;
  if ('mwMW%'.includes(character)) return 0.88;
  if (character >= 'A' && character <= 'Z') return 0.67;
  return 0.56;
}

/** Estimated width of a text in pixels. */
export function textWidth(text: string, size: number, bold = false): number {
  let ems = 0;
  for (const character of text) ems += characterWidth(character);
  return ems * size * (bold ? 1.05 : 1);
}

/** Breaks a text into rows that are not wider than `width` pixels; a word that is too wide keeps its own row. */
export function wrapText(text: string, size: number, width: number): string[] {
  // A break may stand after a space and on either side of a Chinese character, but not before closing
  // or after opening punctuation.
  const parts = text.match(/[（“《]*[\u2e80-\uffef][，。、；：）”》]*|[^\s\u2e80-\uffef]+\s*|\s+/gu) ?? [];
  const rows: string[] = [];
  let row = '';
  for (const part of parts) {
    if (row && textWidth((row + part).trimEnd(), size) > width) {
      rows.push(row.trimEnd());
      row = part.trimStart();
    } else row += part;
  }
  if (row.trim()) rows.push(row.trimEnd());
  return rows;
}

/** The text, or as much of its beginning as fits into `width` pixels, with an ellipsis. */
export function shorten(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (textWidth(`${kept}${character}…`, size) > width) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
