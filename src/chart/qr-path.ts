import { encode } from 'uqr';

/** The QR code of a text as one SVG path over a square of so many units, quiet zone included. */
export function qrPath(text: string): { path: string; side: number } {
  const code = encode(text, { ecc: 'L', border: 2 });
  const dark = code.data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { path: dark.join(''), side: code.size };
}
