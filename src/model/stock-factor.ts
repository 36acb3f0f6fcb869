/** Key under which a draw says by what factor the GPs of the base year are more or fewer than the starting point has them. */
export const STOCK = 'stock';

/**
 * The opening with more or fewer GPs of every status, all areas alike: an estimate that is wrong is wrong in the same direction everywhere.
 * @param factor 1: as it is, the same object
 */
export function withStockFactor<Opening extends { registered: number; assistant: number; unregistered: number }>(
  opening: Opening,
  factor: number,
): Opening {
  if (factor === 1) return opening;
  return {
    ...opening,
    registered: opening.registered * factor,
    assistant: opening.assistant * factor,
    unregistered: opening.unregistered * factor,
  };
}
