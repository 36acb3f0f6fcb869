import { describe, expect, it } from 'vitest';
import { readText } from '../../src/io/built-in-node.ts';
import { readOwnPolicy } from '../../src/io/own-policy.ts';
import { loadPlace } from '../../src/io/places.ts';
import { POLICY_IDS } from '../../src/io/policies.ts';
import { withOwnFacts } from '../../src/model/documents/own-pack.ts';
import { isOwnDocument } from '../../src/scenario/link.ts';

const text = await readText('policies/xx-district.json');
const read = (json: string) => readOwnPolicy(json).pack!;
/** The same object with its fields the other way round. */
const turned = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(turned)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, one]) => [key, turned(one)]),
        )
      : value;

describe('the id of a document of the reader’s own', () => {
  it('is the same for the same document, however it is written', () => {
    const { id } = read(text);
    expect(id).toMatch(/^XX区卫生人才强基工-[0-9a-f]{8}$/);
    expect(read(JSON.stringify(JSON.parse(text)))).toMatchObject({ id, own: true });
    expect(read(JSON.stringify(turned(JSON.parse(text)))).id).toBe(id);
    expect(read(`\ufeff${text}`).id).toBe(id);
  });

  it('is another for another document, and never that of a built-in one', () => {
    expect(read(text.replace('0.05', '0.06')).id).not.toBe(read(text).id);
    expect(isOwnDocument(read(text).id)).toBe(true);
    expect(POLICY_IDS.filter(isOwnDocument)).toEqual([]);
  });
});

describe('what a document of the reader’s own rests on', () => {
  it('is asked for where the place does not know it, under a key that is no other field', async () => {
    const place = await loadPlace('tongjiang', readText);
    const own = read(text);
    const { place: asked, pack } = withOwnFacts(place, own);
    const facts = asked.facts.slice(place.facts.length);
    expect(facts.map(({ key, value }) => [key, value])).toEqual(
      own.targets.flatMap(({ fact }) => (fact === undefined ? [] : [[`own-${fact}`, null]])),
    );
    expect(pack.targets.flatMap(({ fact }) => fact ?? [])).toEqual(facts.map(({ key }) => key));
  });

  it('is the figure of the place where it knows it, and then nothing is changed', async () => {
    const place = await loadPlace('xx-district', readText);
    const own = read(text);
    const joined = withOwnFacts(place, own);
    expect(joined.place).toBe(place);
    expect(joined.pack).toBe(own);
  });
});
