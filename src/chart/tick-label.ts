const plain = new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 });

/** A tick's number with thousands separators; the grouping is the same in Chinese and in English. */
export const tickLabel = (value: number): string => plain.format(value);

/** A tick's number with its sign, the minus as a true minus. */
export const signedTickLabel = (value: number): string =>
  value === 0 ? '0' : (value > 0 ? '+' : '−') + plain.format(Math.abs(value));
