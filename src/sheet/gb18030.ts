/** Browsers read GB18030 but do not write it: what their decoder makes of every code, turned round. */
type Codes = ReadonlyMap<string, readonly number[]>;

const LINE_FEED = 10;
/** Place of U+10000 among the codes of four bytes; from there on they follow one another. */
const SUPPLEMENTARY = 189_000;
/** Codes of four bytes for the basic plane. */
const FOUR_BYTE_CODES = 39_420;
/** Place of U+FFFD among them: a decoder answers with the same sign where it can read nothing. */
const REPLACEMENT = 39_417;

let known: Codes | null = null;

/**
 * Text in GB18030 (GB 18030-2005 as browsers read it). The table is made at the first call, from the decoder itself: some milliseconds.
 * A half of a surrogate pair becomes a question mark.
 */
export function gb18030(text: string): Uint8Array<ArrayBuffer> {
  known ??= allCodes();
  const bytes: number[] = [];
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code >= 0x10000) bytes.push(...fourBytes(SUPPLEMENTARY + code - 0x10000));
    else bytes.push(...(known.get(sign) ?? [0x3f]));
  }
  return Uint8Array.from(bytes);
}

/** All codes of two and four bytes, each decoded on a line of its own. The shorter code of a character wins. */
function allCodes(): Codes {
  const codes: number[][] = [];
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++) if (second !== 0x7f) codes.push([first, second]);
  for (let index = 0; index < FOUR_BYTE_CODES; index++) codes.push(fourBytes(index));
  const lines = new TextDecoder('gb18030')
    .decode(Uint8Array.from(codes.flatMap((code) => [...code, LINE_FEED])))
    .split('\n');
  const found = new Map<string, number[]>();
  codes.forEach((code, index) => {
    const line = lines[index] ?? '';
    if (line.length === 1 && line !== '\ufffd' && !found.has(line)) found.set(line, code);
  });
  return found.set('\ufffd', fourBytes(REPLACEMENT));
}

/** The code of four bytes with this number: their digits run over 126, 10, 126 and 10 values. */
function fourBytes(index: number): number[] {
  return [
    0x81 + Math.floor(index / 12_600),
    0x30 + (Math.floor(index / 1260) % 10),
    0x81 + (Math.floor(index / 10) % 126),
    0x30 + (index % 10),
  ];
}
