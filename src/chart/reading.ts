/**
 * The year whose mark is nearest to a pointer.
 * @param years ascending, at equal distances
 * @param position pixels from the first year's mark
 * @param span pixels from the first to the last year's mark
 */
export function yearAtPosition(years: number[], position: number, span: number): number {
  const share = span > 0 ? Math.max(0, Math.min(1, position / span)) : 0;
  return years[Math.round(share * (years.length - 1))]!;
}

/** The year to which a key moves the reading, or null where the key has no meaning. */
export function yearAfterKey(years: number[], year: number, key: string): number | null {
  const first = years[0]!;
  const last = years.at(-1)!;
  const within = (next: number): number => Math.max(first, Math.min(last, next));
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return within(year - 1);
    case 'ArrowRight':
    case 'ArrowUp':
      return within(year + 1);
    case 'PageDown':
      return within(year - 5);
    case 'PageUp':
      return within(year + 5);
    case 'Home':
      return first;
    case 'End':
      return last;
    default:
      return null;
  }
}
