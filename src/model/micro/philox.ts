/**
 * Four random words of 32 bits by Philox4x32-10, a counter-based generator: nothing is remembered between two calls, so a word
 * depends only on where it is used, not on what was drawn before it. Ten rounds; multipliers d2511f53 and cd9e8d57; steps of the
 * key 9e3779b9 and bb67ae85. High words of products are put together from halves of 16 bits. The constants stand in the loop
 * as numbers, because bundlers make variables of named ones, which engines then do not fold.
 * Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11 (2011).
 * @param key two words
 * @param counter four words; not changed
 * @param out receives the words at 0–3
 */
export function philox(key: Uint32Array, counter: Uint32Array, out: Uint32Array | Int32Array): void {
  let k0 = key[0]! | 0;
  let k1 = key[1]! | 0;
  let x0 = counter[0]! | 0;
  let x1 = counter[1]! | 0;
  let x2 = counter[2]! | 0;
  let x3 = counter[3]! | 0;
  for (let round = 0; round < 10; round++) {
    const low0 = x0 & 0xffff;
    const high0 = x0 >>> 16;
    const middle0 = (Math.imul(0xd251, low0) + (Math.imul(0x1f53, low0) >>> 16)) | 0;
    const carry0 = (Math.imul(0x1f53, high0) + (middle0 & 0xffff)) | 0;
    const top0 = (Math.imul(0xd251, high0) + (middle0 >>> 16) + (carry0 >>> 16)) | 0;
    const low2 = x2 & 0xffff;
    const high2 = x2 >>> 16;
    const middle2 = (Math.imul(0xcd9e, low2) + (Math.imul(0x8d57, low2) >>> 16)) | 0;
    const carry2 = (Math.imul(0x8d57, high2) + (middle2 & 0xffff)) | 0;
    const top2 = (Math.imul(0xcd9e, high2) + (middle2 >>> 16) + (carry2 >>> 16)) | 0;
    const bottom0 = Math.imul(0xd2511f53, x0);
    const bottom2 = Math.imul(0xcd9e8d57, x2);
    x0 = top2 ^ x1 ^ k0;
    x1 = bottom2;
    x2 = top0 ^ x3 ^ k1;
    x3 = bottom0;
    k0 = (k0 + 0x9e3779b9) | 0;
    k1 = (k1 + 0xbb67ae85) | 0;
  }
  out[0] = x0;
  out[1] = x1;
  out[2] = x2;
  out[3] = x3;
}
