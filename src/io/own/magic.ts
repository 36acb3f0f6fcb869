/** Beginnings of files that are no text, and what a reader calls such a file. */
const BEGINNINGS: readonly [kind: string, bytes: readonly number[]][] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['ZIP', [0x50, 0x4b, 0x03, 0x04]],
  ['ZIP', [0x50, 0x4b, 0x05, 0x06]],
  ['XLS', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['GZIP', [0x1f, 0x8b]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
  ['7Z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

/**
 * What a file is by its first bytes, whatever its name says: null for what may be text. `XLSX` is a workbook; `XLSX-LOCKED`
 * one behind a password; `HTML` a web page (old systems export tables as pages named .xls).
 */
export function kindOfBytes(bytes: Uint8Array): string | null {
  const kind = BEGINNINGS.find(([, start]) => start.every((byte, index) => bytes[index] === byte))?.[0];
  if (kind === 'ZIP') return contains(bytes, latin('xl/workbook')) ? 'XLSX' : 'ZIP';
  if (kind === 'XLS') return contains(bytes, wide('EncryptedPackage')) ? 'XLSX-LOCKED' : 'XLS';
  if (kind !== undefined) return kind;
  const start = String.fromCharCode(...bytes.subarray(0, 200)).toLowerCase();
  return /^(ï»¿)?\s*<(!doctype html|html|\?xml|table|meta)/.test(start) ? 'HTML' : null;
}

const latin = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
/** As UTF-16, little end first: the names inside old Office files. */
const wide = (text: string): number[] => latin(text).flatMap((code) => [code, 0]);

function contains(bytes: Uint8Array, part: number[]): boolean {
  const [first = 0] = part;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (part.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
