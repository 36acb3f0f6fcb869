/**
 * A number in decimals, as `Intl.NumberFormat('en-US')` writes it: the shortest decimals that stand for the number, rounded half away
 * from zero, thousands grouped. The first formatter of a page costs a phone a tenth of a second before the first chart.
 * @param least decimals at least, zeros if need be
 * @param most decimals at most
 */
export function decimal(value: number, least: number, most: number): string {
  if (Number.isNaN(value)) return 'NaN';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  if (!Number.isFinite(value)) return `${sign}∞`;
  const text = rounded(Math.abs(value), most).padStart(most + 1, '0');
  const point = text.length - most;
  const whole = point > 3 ? text.slice(0, point).replace(/\B(?=(\d{3})+$)/g, ',') : text.slice(0, point);
  let end = text.length;
  while (end > point + least && text[end - 1] === '0') end -= 1;
  return sign + whole + (end > point ? `.${text.slice(point, end)}` : '');
}

/** Digits of the number times ten to the power of `decimals`, as a whole number. */
function rounded(value: number, decimals: number): string {
  const scaled = value * 10 ** decimals;
  const clear = Math.abs(scaled - Math.floor(scaled) - 0.5) > 1e-6;
  // So far from a half, and so small, the rounding of the product does not matter.
  if (clear && scaled < 1e9) return String(Math.round(scaled));
  const [digits = '', exponent] = value.toExponential().replace('.', '').split('e');
  const kept = Number(exponent) + decimals + 1;
  const up = kept >= 0 && (digits[kept] ?? '0') >= '5';
  return String(BigInt(kept > 0 ? digits.slice(0, kept).padEnd(kept, '0') : 0) + BigInt(up));
}
