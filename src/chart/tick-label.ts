/** A tick's number, at most three decimals, with thousands separators; the grouping is the same in Chinese and in English. */
export function tickLabel(value: number): string {
  const [whole = '', decimals] = String(Math.round(value * 1000) / 1000).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** A tick's number with its sign, the minus as a true minus. */
export const signedTickLabel = (value: number): string =>
  value === 0 ? '0' : (value > 0 ? '+' : '−') + tickLabel(Math.abs(value));
