const [ZERO, NINE] = [48, 57];
const MOST_DIGITS = 9;

/** Whether a text is one to nine digits and nothing else: so are nearly all cells of a large file. */
export function isPlainNumber(text: string): boolean {
  if (text.length === 0 || text.length > MOST_DIGITS) return false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign < ZERO || sign > NINE) return false;
  }
  return true;
}
