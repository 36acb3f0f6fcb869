import type { PolicyPack, Text } from '../model/types.ts';
import type { ReadText } from './built-in.ts';
import { PLACES } from './places.ts';

/** The documents that come with the site, in the order of the picker. */
export const POLICY_IDS: readonly string[] = [
  'tongjiang-2020',
  'panzhihua-2019',
  'yuzhong-2018',
  'hunan-2020',
  'xx-district',
  'china-2018',
];

/** Those that any place can be held against: of the reader's own files. */
const ANYWHERE: readonly string[] = ['china-2018', 'tongjiang-2020', 'panzhihua-2019', 'hunan-2020'];

/** The documents of a place. */
export const policiesOf = (place: string): readonly string[] =>
  PLACES.find(({ id }) => id === place)?.policies ?? ANYWHERE;

/**
 * Reads a built-in document. That it is what it must be is tested (parse-policy.ts), not tried again in every browser.
 * @throws Error that names the file when it cannot be read
 */
export async function loadPolicy(id: string, read: ReadText): Promise<PolicyPack> {
  const file = `policies/${id}.json`;
  const text = await read(file);
  try {
    return JSON.parse(text) as PolicyPack;
  } catch (error) {
    throw new Error(`${file}: ${String(error)}`, { cause: error });
  }
}

/**
 * A document with the others of the same place beside it.
 * @param brought documents of the reader's own
 * @throws Error when a built-in file is wrong: it is ours
 */
export async function loadPolicyAt(
  place: string,
  id: string,
  read: ReadText,
  brought: readonly PolicyPack[] = [],
): Promise<PolicyPack> {
  const others = [...policiesOf(place), ...brought.map((one) => one.id)].filter((other) => other !== id);
  const load = (one: string) => brought.find((own) => own.id === one) ?? loadPolicy(one, read);
  const [pack, ...beside] = await Promise.all([id, ...others].map(load));
  return { ...pack!, others: beside };
}

/** Names of the built-in documents by id, in the order of `POLICY_IDS`. */
export async function loadPolicyNames(read: ReadText): Promise<Record<string, Text>> {
  const packs = await Promise.all(POLICY_IDS.map((id) => loadPolicy(id, read)));
  return Object.fromEntries(packs.map((pack) => [pack.id, pack.name]));
}
