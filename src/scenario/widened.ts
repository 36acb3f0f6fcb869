import { NONE, ownTargetKeys } from '../model/documents/own-keys.ts';
import type { Setup } from '../model/frame.ts';
import type { Problem } from '../model/types.ts';
import type { Value } from './types.ts';

/**
 * The setup with the other documents and the reader's own targets that a scenario holds the place against. What makes them is loaded
 * only where there are any.
 * @param values what differs from the defaults
 * @returns the setup, and what must be told about them (with-documents.ts)
 */
export async function widened(
  setup: Setup,
  values: Readonly<Record<string, Value>>,
): Promise<{ setup: Setup; problems: Problem[] }> {
  const wide = ['docs', ...ownTargetKeys].some((key) => (values[key] ?? NONE) !== NONE && values[key] !== '');
  if (!wide) return { setup, problems: [] };
  const { withDocuments } = await import('../model/documents/with-documents.ts');
  const { pack, problems } = withDocuments(setup.pack, values);
  return { setup: { ...setup, pack }, problems };
}
