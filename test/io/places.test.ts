import { describe, expect, it } from 'vitest';
import type { PlaceData, Source } from '../../src/model/types.ts';
import { readText } from '../../src/io/built-in-node.ts';
import { loadPlace, PLACES } from '../../src/io/places.ts';
import { readTable } from '../../src/io/table.ts';

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const at = (place: PlaceData, year: number) =>
  sum(place.residents.map((one) => one.observed.find((point) => point.year === year)?.persons ?? 0));
const startOf = (place: PlaceData, base: number, scope: 'all' | 'own' = 'all') => {
  const found = place.starts.find((start) => start.base === base && start.scope === scope);
  if (!found) throw new Error(`no start ${base} ${scope}`);
  return found;
};
const gps = (place: PlaceData, base: number, scope: 'all' | 'own' = 'all') =>
  sum(startOf(place, base, scope).stocks.map((one) => one.registered + one.assistant + one.unregistered));

/** Every source that a place shows, with a word on what it belongs to. */
function sourcesOf(place: PlaceData): [string, Source][] {
  return [
    ...place.starts.flatMap((start) =>
      start.stocks.map((one): [string, Source] => [`start ${start.base}`, one.source]),
    ),
    ...place.observed.map((one): [string, Source] => [`observed ${one.year}`, one.source]),
    ...Object.entries(place.intake).map(([path, one]): [string, Source] => [path, one.source]),
    ...place.facts.map((one): [string, Source] => [one.key, one.source]),
    ...place.notes.map((one): [string, Source] => ['note', one.source]),
    ...(place.documentResidents ? [['document', place.documentResidents.source] as [string, Source]] : []),
  ];
}

describe.each(PLACES)('$id', ({ id, policies }) => {
  it('loads with a stock and residents for every area, and nothing that is not a finite number', async () => {
    const place = await loadPlace(id, readText);
    expect(place.areas.length).toBeGreaterThan(0);
    expect(place.residents).toHaveLength(place.areas.length);
    for (const start of place.starts) expect(start.stocks).toHaveLength(place.areas.length);
    const figures = [
      ...place.starts.flatMap((start) =>
        start.stocks.flatMap((one) => [one.registered, one.assistant, one.unregistered, one.pool]),
      ),
      ...Object.values(place.intake).map((one) => one.value),
      ...place.residents.flatMap((one) => one.observed.map((point) => point.persons)),
      ...place.residents.flatMap((one) => one.ages.flatMap((ages) => ages.persons.flat())),
    ];
    expect(figures.filter((one) => !Number.isFinite(one) || one < 0)).toEqual([]);
    expect(place.policy).toBe(policies[0]);
  });

  it('gives a source in both languages for every figure and every note', async () => {
    const place = await loadPlace(id, readText);
    const sources = sourcesOf(place);
    expect(sources.length).toBeGreaterThan(6);
    expect(sources.filter(([, source]) => source.text.zh.length < 4 || source.text.en.length < 4)).toEqual([]);
    const names = [...place.areas, ...place.groups, ...place.starts].map((one) => one.name);
    expect(names.filter((one) => !one.zh || !/^[ -~–’]+$/.test(one.en))).toEqual([]);
    expect(place.notes.filter((one) => !one.text.zh || !one.text.en)).toEqual([]);
  });

  it('reads less than 150 kB', async () => {
    const read = new Map<string, number>();
    await loadPlace(id, async (file) => {
      const text = await readText(file);
      read.set(file, Buffer.byteLength(text));
      return text;
    });
    expect(sum([...read.values()])).toBeLessThan(150_000);
  });

  it('has starts in ascending order of their base year, ending with one of scope all', async () => {
    const place = await loadPlace(id, readText);
    const bases = place.starts.map((one) => one.base);
    expect(bases).toEqual([...bases].sort((a, b) => a - b));
    expect(place.starts.some((one) => one.scope === 'all' && one.base === bases.at(-1))).toBe(true);
  });
});

describe('places together', () => {
  it('refuses a place that nobody has prepared', async () => {
    await expect(loadPlace('atlantis', readText)).rejects.toThrow('atlantis');
  });

  it('names the file that is not delivered', async () => {
    const broken = (file: string) =>
      file === 'notes.csv' ? Promise.reject(new Error(`${file}: gone`)) : readText(file);
    await expect(loadPlace('yuzhong', broken)).rejects.toThrow('notes.csv');
  });

  it('gives different codes and names to the areas of a place', async () => {
    for (const { id } of PLACES) {
      const { areas } = await loadPlace(id, readText);
      expect(new Set(areas.map((one) => one.code)).size).toBe(areas.length);
      expect(new Set(areas.map((one) => one.name.en)).size).toBe(areas.length);
      expect(new Set(areas.map((one) => one.name.zh)).size).toBe(areas.length);
    }
  });

  it('calls a stock official only where a document counts it', async () => {
    for (const { id } of PLACES) {
      const place = await loadPlace(id, readText);
      const official = place.starts.filter((start) => start.stocks.some((one) => one.source.provenance === 'official'));
      expect(official.map((one) => one.base)).toEqual(id === 'yuzhong' ? [2018, 2018] : []);
    }
  });
});

describe('China', () => {
  it('adds up to both censuses and to the ages of the nation', async () => {
    const china = await loadPlace('china', readText);
    expect(china.areas).toHaveLength(31);
    expect(at(china, 2020)).toBe(1_409_778_724);
    expect(at(china, 2010)).toBe(1_332_810_869);
    const ages = china.residents.map((one) => sum(one.ages.flatMap((census) => census.persons.flat())));
    expect(sum(ages)).toBeCloseTo(1_409_778_724, 0);
    china.residents.forEach((one, index) => expect(Math.abs((ages[index] ?? 0) / at2020(one) - 1)).toBeLessThan(1e-9));
  });

  it('starts from the national totals of 2017 and 2024, registered as far as the nation is', async () => {
    const china = await loadPlace('china', readText);
    expect(gps(china, 2017)).toBeCloseTo(252_717, 6);
    expect(gps(china, 2024)).toBeCloseTo(639_359, 6);
    const registered = sum(startOf(china, 2017).stocks.map((one) => one.registered));
    expect(registered / 252_717).toBeCloseTo(0.3808, 3);
  });

  it('observes the national series from 2012 and leaves unknown registered counts empty', async () => {
    const { observed } = await loadPlace('china', readText);
    expect(observed.map((one) => one.year)).toEqual(Array.from({ length: 13 }, (_, index) => 2012 + index));
    expect(observed.find((one) => one.year === 2024)).toMatchObject({ certified: 639_359, registered: null });
  });
});

describe('Hunan', () => {
  it('has 137 units in 14 prefectures that add up to them in 2020', async () => {
    const hunan = await loadPlace('hunan', readText);
    expect([hunan.areas.length, hunan.groups.length]).toEqual([137, 14]);
    const rows = await readTable(readText, 'areas-hunan.csv');
    for (const group of hunan.groups) {
      const row = rows.find((one) => one.text('code') === group.code);
      const members = group.members.map((member) => at2020(hunan.residents[member]));
      expect(sum(members)).toBe(row?.number('census_2020'));
      const then = group.members.map((member) => tenYearsBefore(hunan.residents[member]));
      expect(sum(then)).toBeCloseTo(row?.number('census_2010') ?? 0, -1);
    }
    expect(at(hunan, 2020)).toBe(66_444_864);
  });

  it('has 1,522 established townships', async () => {
    const hunan = await loadPlace('hunan', readText);
    expect(sum(hunan.areas.map((one) => one.centres ?? 0))).toBe(1522);
  });

  it('moves every unit of a prefecture with zones as the prefecture moved', async () => {
    const hunan = await loadPlace('hunan', readText);
    const xiangtan = hunan.groups.find((one) => one.code === '430300');
    const factors = new Set(xiangtan?.members.map((member) => hunan.residents[member]?.trendFactor));
    expect([...factors]).toHaveLength(1);
    expect([...factors][0]).toBeCloseTo((2_726_181 / 2_752_171) ** 0.1, 12);
    const changsha = hunan.groups.find((one) => one.code === '430100');
    expect(changsha?.members.every((member) => hunan.residents[member]?.trendFactor === null)).toBe(true);
  });
});

describe('Panzhihua and Yanbian', () => {
  it('adds up to the prefecture in both censuses', async () => {
    const panzhihua = await loadPlace('panzhihua', readText);
    expect(panzhihua.areas.map((one) => one.centres)).toEqual([1, 1, 13, 11, 12]);
    expect([at(panzhihua, 2010), at(panzhihua, 2020)]).toEqual([1_214_121, 1_212_203]);
  });

  it('adds up to the county in both censuses, the four abolished townships included', async () => {
    const rows = await readTable(readText, 'townships-yanbian.csv');
    expect(sum(rows.map((row) => row.number('census_2010')))).toBe(207_717);
    expect(sum(rows.map((row) => row.optional('census_2020') ?? 0))).toBe(178_797);
    expect(rows.filter((row) => row.number('abolished') === 1)).toHaveLength(4);
  });

  it('moves the 12 townships together as the county moved', async () => {
    const yanbian = await loadPlace('yanbian', readText);
    expect(yanbian.areas.filter(({ institution }) => institution === undefined)).toHaveLength(12);
    expect(at(yanbian, 2020)).toBe(178_797);
    expect(sum(yanbian.residents.slice(0, 12).map(tenYearsBefore))).toBeCloseTo(207_717, 3);
  });

  it('leaves to the reader what nobody has counted', async () => {
    const { facts } = await loadPlace('yanbian', readText);
    expect(facts.map((one) => [one.key, one.value])).toEqual([
      ['primarydocs', null],
      ['trained', null],
      ['practised', null],
    ]);
  });
});

describe.each([
  ['yanbian', 2018, 12],
  ['yanbian', 2024, 12],
  ['xupu', 2019, 25],
  ['xupu', 2024, 25],
] as const)('%s as of %i', (id, base, townships) => {
  it('gives the county’s derived GPs to its centres and its hospital, and says that the split is made up', async () => {
    const place = await loadPlace(id, readText);
    const { stocks } = startOf(place, base);
    expect(stocks.every(({ source }) => source.provenance === 'illustrative')).toBe(true);
    expect(place.areas.map(({ institution, centres }) => institution ?? centres)).toEqual([
      ...Array.from({ length: townships }, () => 1),
      'hospital',
    ]);
    const observed = place.observed.find(({ year }) => year === base);
    expect(gps(place, base)).toBeCloseTo(observed?.certified ?? NaN, 6);
    expect(stocks.at(-1)!.registered).toBeCloseTo(0.3 * sum(stocks.map(({ registered }) => registered)), 6);
  });
});

describe('Xupu', () => {
  it('has the census of the county, in townships that have numbers and no names, a place on the map each', async () => {
    const xupu = await loadPlace('xupu', readText);
    expect(at(xupu, 2020)).toBe(757_797);
    expect(xupu.areas[3]!.name).toEqual({ zh: '第4卫生院', en: 'Centre 4' });
    const places = xupu.areas.map(({ position }) => `${position?.longitude} ${position?.latitude}`);
    expect(new Set(places.slice(0, 25)).size).toBe(25);
  });
});

describe('Yuzhong', () => {
  it('has the 133 and 67 GPs of its document and the 660,000 residents that it implies', async () => {
    const yuzhong = await loadPlace('yuzhong', readText);
    expect(gps(yuzhong, 2018)).toBeCloseTo(133, 9);
    expect(gps(yuzhong, 2018, 'own')).toBeCloseTo(67, 9);
    expect(yuzhong.observed.map((one) => [one.year, one.certified, one.source.provenance])).toEqual([
      [2018, 133, 'official'],
      [2018, 67, 'official'],
    ]);
    expect(yuzhong.documentResidents?.persons).toBe(660_000);
    expect([165 / 2.5, 330 / 5]).toEqual([66, 66]);
    expect(at(yuzhong, 2020)).toBe(588_717);
  });
});

describe('Tongjiang', () => {
  it('takes the density of Heilongjiang and says that it is derived', async () => {
    const tongjiang = await loadPlace('tongjiang', readText);
    // Heilongjiang 2017: 4,270 GPs, 33.99 million residents; nation 2024 4.54, 2017 1.805 per 10,000.
    const province = (await readTable(readText, 'provinces.csv')).find((row) => row.text('code') === '230000');
    const density = (4270 / (province?.number('residents_2017') ?? 0)) * 10_000 * (4.54 / (252_717 / 140_011));
    const residents = 176_112 * (176_112 / 179_791) ** 0.4;
    expect(gps(tongjiang, 2024)).toBeCloseTo((density * residents) / 10_000, 3);
    expect(tongjiang.observed.every((one) => one.source.provenance === 'derived')).toBe(true);
    expect(tongjiang.observed.at(-1)?.certified).toBeCloseTo(gps(tongjiang, 2024), 9);
    expect(tongjiang.areas[0]?.centres).toBe(10);
  });
});

describe('XX district', () => {
  it('is illustrative in stock and facts and needs five years of 5 % growth for 35 per 10,000', async () => {
    const xx = await loadPlace('xx-district', readText);
    expect(xx.workforce).toBe('staff');
    expect(xx.facts.map((one) => one.source.provenance)).toEqual(Array.from({ length: 5 }, () => 'illustrative'));
    expect((gps(xx, 2019) / 30) * 1.05 ** 5).toBeCloseTo(35, 1);
  });
});

function at2020(one: PlaceData['residents'][number] | undefined): number {
  return one?.observed.find((point) => point.year === 2020)?.persons ?? 0;
}

/** Counted in 2010 or, where boundaries changed, what the replacing trend says. */
function tenYearsBefore(one: PlaceData['residents'][number] | undefined): number {
  const counted = one?.observed.find((point) => point.year === 2010)?.persons;
  return counted ?? at2020(one) / (one?.trendFactor ?? 0) ** 10;
}
