import { PAYERS, type Payer, type Sharing } from '../types.ts';

/**
 * Whole yuan among the payers by their parts. Each gets its parts rounded down; the yuan that are then left over (fewer than there are
 * payers) go one by one to the payers in the order of `PAYERS`, from the centre down. The result adds up to the amount.
 * @param yuan whole, not negative
 */
export function splitYuan(yuan: number, sharing: Sharing): Partial<Record<Payer, number>> {
  const payers = PAYERS.filter((payer) => (sharing[payer] ?? 0) > 0);
  const parts = payers.reduce((sum, payer) => sum + sharing[payer]!, 0);
  const split: Partial<Record<Payer, number>> = {};
  let left = yuan;
  for (const payer of payers) {
    split[payer] = Math.floor((yuan * sharing[payer]!) / parts);
    left -= split[payer];
  }
  for (const payer of payers) {
    if (left === 0) break;
    split[payer]! += 1;
    left -= 1;
  }
  return split;
}
