import { asOwnPack } from '../model/documents/own-pack.ts';
import type { PolicyPack, Problem } from '../model/types.ts';
import { parsePolicy } from './parse-policy.ts';

/** A document of the reader's own, from JSON, with or without a byte order mark. @returns see `parsePolicy` */
export function readOwnPolicy(text: string): { pack: PolicyPack | null; problems: Problem[] } {
  const { pack, problems } = parsePolicy(text.replace(/^\ufeff/, ''));
  return { pack: pack && asOwnPack(pack), problems };
}
