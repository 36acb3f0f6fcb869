/** Bytes as readers know them from their file lists. */
export function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Whole numbers with thousands separators. (Sharing the page's formatters would split them off from its first script.) */
export function countText(count: number): string {
  return Math.round(count).toLocaleString('en-US');
}
