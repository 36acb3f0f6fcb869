import type { Problem } from '../model/types.ts';
import { findPlace, OWN } from './catalogue.ts';
import { shortened } from './clauses.ts';
import { readPlans, writePlans } from './plan-link.ts';
import type { RawPlans } from './plans.ts';
import { changedValues } from './resolve.ts';
import type { Field, Scenario } from './types.ts';
import { isView, USUAL_VIEW, type View } from './views.ts';

/** Version of the field table that links are written for. A changed meaning or default of a key needs the next one. */
export const LINK_VERSION = 1;

/** A link taken apart. The values are still text: which of them are possible depends on place and policy. */
export interface LinkParts {
  /** null: no link, or an unknown place (then named in `problems`, and its values are left out). */
  place: string | null;
  /** null: the place's own. */
  policy: string | null;
  /** null: the usual. */
  view: View | null;
  /** null: not said. */
  version: number | null;
  /** Of the plan on the screen. */
  raw: [key: string, value: string][];
  /** All plans; absent where there is one, without a name or a lock. */
  plans?: RawPlans;
  problems: Problem[];
  /** Own files that the link rests on: name~fingerprint. */
  data?: string;
}

/**
 * Takes a link apart (DESIGN §8): `#/tongjiang/v=1;transfer=20`. Up to four plans stand in one link; what is not said of a plan
 * is as in the first: `#/tongjiang/v=1;transfer=20;name=更多转岗;b.transfer=30;b.recruit=2;plans=2;lock=a;show=b`.
 * What chat apps and keyboards do to links is tolerated: percent-encoding, foreign parameters before the hash or
 * behind `&` and `?`, a second hash, white space, full-width characters, closing punctuation.
 * @param link the part after `#`, with or without it, or a whole address
 */
export function readLink(link: string): LinkParts {
  const parts: LinkParts = { place: null, policy: null, view: null, version: null, raw: [], problems: [] };
  const { text, cut } = plain(link);
  if (!text.startsWith('/')) return parts;
  const [id = '', ...rest] = text.slice(1).split('/');
  if (id === '') return parts;
  const place = findPlace(id);
  if (place === undefined) {
    parts.problems.push({ code: 'link.unknown-place', values: { value: id } });
    return parts;
  }
  parts.place = id;
  readPairs(rest.join(';'), cut, parts, place.policies);
  return parts;
}

/** Characters that a link stays under: chat apps cut longer ones. */
export const LONGEST_LINK = 1500;
/** Characters of a clause that a link carries, in the order in which they are tried. */
const CLAUSES = [60, 24, 8, 0];

/**
 * The link of a scenario: only what differs from the defaults, numbers in their shortest exact form, of long clauses the beginning. One
 * that holds more than fits all the same is longer: nothing else is left out.
 */
export function writeLink(scenario: Scenario, fields: readonly Field[]): string {
  let link = '';
  for (const most of CLAUSES) {
    link = linkWith(scenario, fields, most);
    if (link.length < LONGEST_LINK) break;
  }
  return link;
}

function linkWith(scenario: Scenario, fields: readonly Field[], clause: number): string {
  const pairs: [string, string][] = [['v', String(LINK_VERSION)]];
  if (scenario.policy !== undefined) pairs.push(['policy', scenario.policy]);
  if (scenario.data !== undefined) pairs.push(['data', scenario.data]);
  if (scenario.view !== undefined && scenario.view !== USUAL_VIEW) pairs.push(['view', scenario.view]);
  const first = scenario.plans?.list[0]?.values ?? scenario.values;
  for (const [key, value] of Object.entries(changedValues(fields, first))) {
    pairs.push([key, /^t\d$/.test(key) ? shortened(String(value), clause) : String(value)]);
  }
  if (scenario.plans) pairs.push(...writePlans(scenario.plans, fields));
  const written = pairs.map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`);
  return `#/${encodeURIComponent(scenario.place)}/${written.join(';')}`;
}

/** Reads `key=value;key=value`. A key that stands there twice counts as written last. */
function readPairs(text: string, cut: boolean, parts: LinkParts, policies: string[]): void {
  const pieces = text.split(';').filter((piece) => piece !== '');
  const pairs = new Map<string, string>();
  const last = pieces.at(-1);
  if (last !== undefined && (cut || !/=./.test(last))) {
    parts.problems.push({ code: 'link.truncated', values: { value: last } });
    pieces.pop();
  }
  for (const piece of pieces) {
    const equals = piece.indexOf('=');
    const key = equals < 0 ? piece : piece.slice(0, equals);
    if (pairs.delete(key)) parts.problems.push({ code: 'link.duplicate-key', values: { key } });
    pairs.set(key, equals < 0 ? '' : piece.slice(equals + 1));
  }
  const ofPlans: LinkParts['raw'] = [];
  for (const [key, value] of pairs) {
    if (key === 'v') readVersion(value, parts);
    else if (key === 'policy') readPolicy(value, parts, policies);
    else if (key === 'view') readView(value, parts);
    else if (key === 'data' && parts.place === OWN.id) parts.data = value;
    else ofPlans.push([key, value]);
  }
  Object.assign(parts, readPlans(ofPlans, parts.problems));
}

function readVersion(value: string, parts: LinkParts): void {
  if (/^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= LINK_VERSION) parts.version = Number(value);
  else parts.problems.push({ code: 'link.bad-version', values: { value } });
}

/** A document that the reader has brought, by name and fingerprint: whether it is here is known later. */
export const isOwnDocument = (id: string): boolean => /-[0-9a-f]{8}$/.test(id);

/** The place's own policy needs no naming, so it is not kept as a choice. */
function readPolicy(value: string, parts: LinkParts, policies: string[]): void {
  if (policies.includes(value) || isOwnDocument(value)) parts.policy = value === policies[0] ? null : value;
  else parts.problems.push({ code: 'link.unknown-policy', values: { value } });
}

function readView(value: string, parts: LinkParts): void {
  if (isView(value)) parts.view = value === USUAL_VIEW ? null : value;
  else parts.problems.push({ code: 'link.unknown-view', values: { value } });
}

/**
 * The link without what does not belong to it.
 * @returns the text after the hash; `cut` when the address ends in the middle of an encoded character
 */
function plain(link: string): { text: string; cut: boolean } {
  const wide = decodePercent(link)
    .normalize('NFKC')
    .replace(/[\s\u200B-\u200D\u2060\uFEFF]/g, '');
  const [text = ''] = wide.slice(wide.indexOf('#') + 1).split(/[#&?]/);
  const cut = /%[0-9a-f%]*$/i.test(text);
  return { text: text.replace(/[,、。!)\]}>"'”’」】》]+$/, ''), cut };
}

/** Percent-decodes what can be decoded; the rest stays as it is. */
function decodePercent(link: string): string {
  return link.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => {
    try {
      return decodeURIComponent(bytes);
    } catch {
      return bytes;
    }
  });
}
