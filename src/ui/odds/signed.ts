import { plainNumber } from '../../text/format.ts';

/** A difference of densities with its sign; 0 where it is none as far as it is shown. */
export function signed(value: number): string {
  const text = plainNumber(Math.abs(value));
  return text === '0' ? text : `${value < 0 ? '−' : '+'}${text}`;
}
