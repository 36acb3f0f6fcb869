import { ledgerHeads } from '../../text/format.ts';

/** A difference of densities with its sign, two decimals: per 10,000. */
export const signedDensity = (value: number): string => signed(value, twoDecimals);

/** A difference of heads with its sign, one decimal, as in a ledger. */
export const signedLedger = (value: number): string => signed(value, ledgerHeads);

/** A density with two decimals, where its changes are explained. */
export const twoDecimals = (value: number): string =>
  Number.isFinite(value) ? value.toFixed(2).replace('-', '−') : '—';

function signed(value: number, write: (value: number) => string): string {
  const text = write(Math.abs(value));
  if (/^[0.]+$/.test(text)) return '0';
  if (!Number.isFinite(value)) return text;
  return `${value < 0 ? '−' : '+'}${text}`;
}
