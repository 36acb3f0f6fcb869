/**
 * Moves labels apart, as little as possible (least squares), keeping their order and staying within bounds.
 * Labels that do not all fit stand closer together.
 * @param wanted pixels, in any order
 * @param gap least distance between neighbours, pixels
 * @param low @param high bounds, pixels
 * @returns pixels, in the order of `wanted`
 */
export function spreadLabels(wanted: number[], gap: number, low: number, high: number): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
  const step = Math.min(gap, (high - low) / Math.max(1, wanted.length - 1));
  // With the steps taken off, "at least a step apart" reads "not falling": neighbours that fall are pooled at their mean.
  const blocks: { mean: number; size: number }[] = [];
  order.forEach((index, rank) => {
    let block = { mean: wanted[index]! - rank * step, size: 1 };
    for (let last = blocks.at(-1); last && last.mean > block.mean; last = blocks.at(-1)) {
      const size = last.size + block.size;
      block = { mean: (last.mean * last.size + block.mean * block.size) / size, size };
      blocks.pop();
    }
    blocks.push(block);
  });
  const highest = high - step * (wanted.length - 1);
  const placed = blocks.flatMap(({ mean, size }) => Array<number>(size).fill(Math.max(low, Math.min(highest, mean))));
  const result = Array<number>(wanted.length);
  order.forEach((index, rank) => (result[index] = placed[rank]! + rank * step));
  return result;
}
