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
  const [digits = '', exponent] = Math.abs(value).toExponential().replace('.', '').split('e');
  const kept = Number(exponent) + most + 1;
  const up = kept >= 0 && (digits[kept] ?? '0') >= '5';
  const scaled = BigInt(kept > 0 ? digits.slice(0, kept).padEnd(kept, '0') : 0) + BigInt(up);
  const text = String(scaled).padStart(most + 1, '0');
  const point = text.length - most;
  const whole = text.slice(0, point).replace(/\B(?=(\d{3})+$)/g, ',');
  let end = text.length;
  while (end > point + least && text[end - 1] === '0') end -= 1;
  return sign + whole + (end > point ? `.${text.slice(point, end)}` : '');
}
