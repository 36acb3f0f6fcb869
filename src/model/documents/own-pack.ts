import type { Fact, PlaceData, PolicyPack, Source, Target } from '../types.ts';
import { printOf } from './print.ts';

/** Characters of a document's name that a link carries. */
const NAME = 10;

/**
 * A document that the reader has brought, under an id that names it in links: by the beginning of its name and the fingerprint of all
 * that it says. The same document has the same id on every machine.
 */
export function asOwnPack(pack: PolicyPack): PolicyPack {
  const name = [...pack.name.zh.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')].slice(0, NAME).join('');
  return { ...pack, own: true, id: `${name}-${printOf(JSON.stringify(pack))}` };
}

/**
 * A place with the facts that documents of the reader's own rest on and that it does not know: each is asked for. Their keys begin with
 * `own-`, so that none is taken for another field.
 * @param pack with the other documents beside it
 * @returns both as they are where nothing is lacking
 */
export function withOwnFacts(place: PlaceData, pack: PolicyPack): { place: PlaceData; pack: PolicyPack } {
  const all = [pack, ...(pack.others ?? [])];
  const lacking = all.flatMap((one) => (one.own ? one.targets.filter((target) => isLacking(target, place)) : []));
  if (lacking.length === 0) return { place, pack };
  const facts = new Map(lacking.map((target): [string, Fact] => [keyOf(target), asked(target)]));
  const renamed = (one: PolicyPack): PolicyPack =>
    one.own
      ? {
          ...one,
          targets: one.targets.map((target) =>
            isLacking(target, place) ? { ...target, fact: keyOf(target) } : target,
          ),
        }
      : one;
  return {
    place: { ...place, facts: [...place.facts, ...facts.values()] },
    pack: { ...renamed(pack), ...(pack.others ? { others: pack.others.map(renamed) } : {}) },
  };
}

const isLacking = ({ fact }: Target, { facts }: PlaceData): boolean =>
  fact !== undefined && facts.every(({ key }) => key !== fact);
const keyOf = ({ fact }: Target): string => `own-${fact}`;

const ASKED: Source = {
  provenance: 'judgement',
  text: { zh: '文件没有给出这个数，请填写。', en: 'The document does not give this figure: please supply it.' },
};

/** What a target rests on: physicians in post of a coverage, else the very thing that it is about. */
function asked(target: Target): Fact {
  const { kind, name } = target;
  const of = kind === 'coverage' ? { zh: `${name.zh}：在岗医师总数`, en: `${name.en}: physicians in post` } : name;
  const share = kind === 'share';
  return {
    key: keyOf(target),
    name: of,
    unit: share ? { zh: '比例', en: 'share' } : { zh: '人', en: 'persons' },
    value: null,
    low: 0,
    high: share ? 1 : 100_000,
    source: ASKED,
  };
}
