import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/io/built-in-node.ts';
import { ownPlace, type OwnChoices } from '../../../src/io/own/own-place.ts';
import { ownTexts } from '../../../src/io/own/own-table.ts';
import { loadPolicy } from '../../../src/io/policies.ts';
import { loadReference } from '../../../src/io/reference.ts';
import { simulate } from '../../../src/model/simulate.ts';
import { fieldsOf } from '../../../src/scenario/fields.ts';
import { utf8 } from '../../fixtures/own/gb18030.ts';

const reference = await loadReference(readText);

const census = `区划代码,名称,2019年,2020年
510422,盐边县,,82844
510422100,桐子林镇,27000,27522
510422101,红格镇,30000,30501
510422102,渔门镇,24000,24821
`;
const staffing = `乡镇,年份,类别,人数
桐子林,2019,已注册,5
桐子林,2019,未注册,2
红格镇,2019,已注册,6
渔门镇,2019,已注册,3
桐子林,2020,已注册,7
红格镇,2020,已注册,6
红格镇,2020,可转岗,9
渔门镇,2020,已注册,4
`;
const build = (files: { census?: string; staffing?: string; distances?: string }, choices?: OwnChoices) =>
  ownPlace(
    Object.fromEntries(Object.entries(files).map(([kind, text]) => [kind, { name: `${kind}.csv`, bytes: utf8(text) }])),
    reference,
    choices,
  );
const codes = (built: ReturnType<typeof build>) => [...new Set(built.problems.map(({ code }) => code))];
const placeOf = (built: ReturnType<typeof build>) => {
  if (!built.place) throw new Error(JSON.stringify(built.problems));
  return built.place;
};

describe('a place from own files', () => {
  it('has the lowest areas, their residents and a start for every year with staff', () => {
    const built = build({ census, staffing });
    expect(built.problems).toEqual([]);
    const place = placeOf(built);
    expect(place).toMatchObject({
      id: 'own',
      name: { zh: '盐边县' },
      level: 'county',
      policy: 'china-2018',
      groups: [],
    });
    expect(place.areas.map(({ code, parent, level }) => [code, parent, level])).toEqual([
      ['510422100', '510422', 'township'],
      ['510422101', '510422', 'township'],
      ['510422102', '510422', 'township'],
    ]);
    expect(place.residents[0]?.observed).toEqual([
      { year: 2019, persons: 27000 },
      { year: 2020, persons: 27522 },
    ]);
    expect(place.starts.map(({ base }) => base)).toEqual([2019, 2020]);
    expect(place.starts[0]?.stocks[0]).toMatchObject({
      registered: 5,
      assistant: 0,
      unregistered: 2,
      pool: 0,
      training: null,
    });
    expect(place.starts[1]?.stocks[1]).toMatchObject({ registered: 6, pool: 9 });
    expect(place.observed).toMatchObject([
      { year: 2019, certified: 16, registered: 14 },
      { year: 2020, certified: 17, registered: 17 },
    ]);
    expect(place.starts[0]?.stocks[0]?.source).toEqual({
      provenance: 'official',
      text: { zh: 'staffing.csv', en: 'staffing.csv' },
    });
  });

  it('takes the share of the nation’s residents as its share of the intakes', () => {
    const { intake } = placeOf(build({ census, staffing }));
    const nation = reference.nationalResidents.find(({ year }) => year === 2020)?.persons ?? 0;
    expect(intake.transfer.value).toBeCloseTo((reference.calibration.transfer.value * 82844) / nation, 10);
    expect(intake.transfer.source.provenance).toBe('derived');
  });

  it('can be projected like a prepared place', async () => {
    const place = placeOf(build({ census, staffing }));
    const pack = await loadPolicy('china-2018', readText);
    const setup = { place, pack, reference };
    const defaults = Object.fromEntries(fieldsOf(setup, {}).map(({ key, default: value }) => [key, value]));
    const result = simulate(setup, defaults, defaults);
    expect(result.plan.gps.every((heads) => Number.isFinite(heads) && heads >= 0)).toBe(true);
    expect(result.plan.residents[0]).toBeCloseTo(27522, 6);
    expect(result.answer).not.toBeNull();
  });

  it('needs a census and a staffing file', () => {
    expect(codes(build({}))).toEqual(['own.no-census', 'own.no-staffing']);
    expect(codes(build({ census }))).toEqual(['own.no-staffing']);
    expect(build({ census: '', staffing })).toMatchObject({ place: null });
    expect(codes(build({ census: '%PDF-', staffing }))).toEqual(['file.not-text', 'own.no-census']);
  });

  it('uses sound rows although others are bad', () => {
    const built = build({ census, staffing: `${staffing}月亮镇,2020,已注册,3\n红格镇,2021,已注册,-1\n` });
    expect(codes(built)).toEqual(['cell.negative', 'staffing.unknown-area']);
    expect(placeOf(built).starts).toHaveLength(2);
  });

  it('keeps the file’s own projection apart, with a note', () => {
    const place = placeOf(build({ census: '名称,2020年,2035年,2030年（预测）\n红格镇,30501,32000,31000\n', staffing }));
    expect(place.residents[0]).toMatchObject({
      observed: [{ year: 2020, persons: 30501 }],
      projected: [
        { year: 2030, persons: 31000 },
        { year: 2035, persons: 32000 },
      ],
    });
    expect(place.notes.some(({ text }) => text.en.includes('own projection'))).toBe(true);
  });

  it('reads census ages by sex onto the nineteen bands', () => {
    const bands = ['0-4', ...Array.from({ length: 16 }, (_, i) => `${5 * i + 5}-${5 * i + 9}`), '85岁及以上'];
    const lines = ['男', '女'].flatMap((sex) => bands.map((band) => `红格镇,2020,${sex},${band},100`));
    const place = placeOf(build({ census: `名称,年份,性别,年龄组,人口\n${lines.join('\n')}\n`, staffing }));
    const [ages] = place.residents[0]?.ages ?? [];
    expect(ages?.persons[0]).toHaveLength(19);
    expect(ages?.persons[1].slice(2)).toEqual(Array.from({ length: 17 }, () => 100));
    expect((ages?.persons[0][0] ?? 0) + (ages?.persons[0][1] ?? 0)).toBeCloseTo(100, 9);
    expect(place.residents[0]?.observed).toEqual([{ year: 2020, persons: 3600 }]);
  });

  it('counts nobody twice where age groups lie in each other', () => {
    const residents = (lines: readonly string[]) =>
      placeOf(
        build({ census: `名称,年份,年龄组,人口\n${lines.map((one) => `红格镇,2020,${one}`).join('\n')}\n`, staffing }),
      ).residents[0]?.observed;
    expect(residents(['0-14岁,20', '15-59岁,60', '60岁及以上,20', '65岁及以上,15'])).toEqual([
      { year: 2020, persons: 100 },
    ]);
    expect(residents(['0-14岁,20', '15-64岁,65', '65岁及以上,15', '60岁及以上,20'])).toEqual([
      { year: 2020, persons: 100 },
    ]);
    expect(residents(['0-4岁,10', '0,2', '1,2', '2,2', '3,2', '4,2', '5岁以上,90'])).toEqual([
      { year: 2020, persons: 100 },
    ]);
    // Groups that meet in a bound follow each other.
    expect(residents(['35岁以下,20', '35-45,30', '45-55,40', '55岁以上,10'])).toEqual([{ year: 2020, persons: 100 }]);
  });

  it('reads five-year groups once where their single years stand below them', () => {
    const bands = Array.from({ length: 17 }, (_, i) => `${5 * i}-${5 * i + 4}岁`);
    const rows = [...bands, '85岁及以上', '80岁及以上', '0', '1', '2', '3', '4'];
    const lines = ['男', '女'].flatMap((sex) =>
      rows.map((one) => `红格镇,2020,${sex},${one},${/^\d$/.test(one) ? 20 : 100}`),
    );
    const place = placeOf(build({ census: `名称,年份,性别,年龄组,人口\n${lines.join('\n')}\n`, staffing }));
    const [ages] = place.residents[0]?.ages ?? [];
    expect(ages?.persons[0].slice(0, 3).reduce((a, b) => a + b)).toBeCloseTo(200, 9);
  });

  it('asks about census ages with gaps, too wide groups and parts that do not add up', () => {
    const ages =
      '名称,年份,性别,年龄组,人口\n红格镇,2020,,合计,30501\n红格镇,2020,男,0-14,5000\n红格镇,2020,女,0-4,900\n';
    expect(codes(build({ census: ages, staffing }))).toEqual([
      'check.parts',
      'census.age-wide',
      'census.ages-gap',
      'staffing.unknown-area',
    ]);
  });

  it('spreads ages of staff over single years, summing to one', () => {
    const list = '姓名,乡镇,年份,年龄,性别,类别\n张三,红格镇,2020,38,男,注册\n李四,红格镇,2020,52,女,注册\n';
    const shares = placeOf(build({ census, staffing: list })).starts[0]?.stocks[1]?.ageShares;
    expect(shares?.[0][18]).toBe(0.5);
    expect(shares?.[1][32]).toBe(0.5);
    expect(shares?.flat().reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it('lists people in training with the year in which they qualify', () => {
    const more =
      '乡镇,年份,类别,人数,途径,预计结业年份\n红格镇,2020,注册,5,,\n红格镇,2020,在培,2,规培,2022\n红格镇,2020,在培,1,转岗,2019\n';
    const built = build({ census, staffing: more });
    expect(codes(built)).toEqual(['check.only-census', 'staffing.trained-already']);
    expect(placeOf(built).starts[0]?.stocks.map(({ training }) => training)).toEqual([
      [],
      [{ path: 'residency', qualifies: 2022, persons: 2 }],
      [],
    ]);
  });

  it('groups areas by what they belong to', () => {
    const two =
      '区划代码,名称,2020年\n510422,盐边县,10000\n510411,仁和区,20000\n510422100,桐子林镇,10000\n510411100,仁和镇,12000\n510411101,平地镇,8000\n';
    const place = placeOf(
      build({ census: two, staffing: '区划代码,年份,人数\n510422100,2020,3\n510411100001,2020,4\n510411101,2020,4\n' }),
    );
    expect(place.level).toBe('prefecture');
    expect(place.groups).toEqual([
      { code: '510422', level: 'county', name: { zh: '盐边县', en: '盐边县' }, members: [0] },
      { code: '510411', level: 'county', name: { zh: '仁和区', en: '仁和区' }, members: [1, 2] },
    ]);
    expect(place.starts[0]?.stocks[1]?.registered).toBe(4);
    expect(place.observed[0]?.registered).toBeNull();
  });

  describe('of several counties, without codes', () => {
    const people =
      '县区,乡镇,2020年\n盐边县,城关镇,20000\n盐边县,河口镇,10000\n米易县,城关镇,30000\n米易县,太平乡,5000\n';
    const heads =
      '县区,乡镇,年份,类别,人数\n盐边县,城关镇,2020,注册,3\n盐边县,河口镇,2020,注册,1\n米易县,城关镇,2020,注册,5\n米易县,太平乡,2020,注册,2\n';
    const inside = (built: ReturnType<typeof build>) => {
      const { areas, residents, starts } = placeOf(built);
      return areas.map(({ name, parent }, index) => [
        `${parent} ${name.zh}`,
        residents[index]?.observed.at(-1)?.persons,
        starts[0]?.stocks[index]?.registered,
      ]);
    };
    const all = [
      ['盐边县 城关镇', 20000, 3],
      ['盐边县 河口镇', 10000, 1],
      ['米易县 城关镇', 30000, 5],
      ['米易县 太平乡', 5000, 2],
    ];

    it('tells towns of one name apart by their county, in lists of persons and by institutions too', () => {
      const built = build({ census: people, staffing: heads });
      expect(built.problems).toEqual([]);
      expect(inside(built)).toEqual(all);
      const short = build({ census: people, staffing: heads.replaceAll('县,', ',').replace('县区', '县') });
      expect(inside(short)).toEqual(all);
      const institutions = build({
        census: people,
        staffing: heads.replace('乡镇', '机构').replaceAll('镇,', '镇卫生院,'),
      });
      expect(inside(institutions)).toEqual(all);
      const persons =
        '县区,乡镇,年份,执业范围\n盐边县,城关镇,2020,全科\n米易县,城关镇,2020,全科\n米易县,城关镇,2020,全科\n';
      expect(inside(build({ census: people, staffing: persons })).map(([, , gps]) => gps)).toEqual([1, 0, 2, 0]);
      expect(placeOf(built).groups.map(({ name, members }) => [name.zh, members])).toEqual([
        ['盐边县', [0, 1]],
        ['米易县', [2, 3]],
      ]);
    });

    it('does not count the staff of a county that the population file does not have', () => {
      const one = people.replaceAll(/米易县.*\n/g, '');
      const built = build({ census: one, staffing: heads });
      expect(inside(built)).toEqual(all.slice(0, 2));
      expect(built.problems).toMatchObject([
        { code: 'staffing.unknown-area', values: { row: 4, value: '米易县城关镇' } },
        { code: 'staffing.unknown-area', values: { row: 5, value: '米易县太平乡' } },
      ]);
      // What stands above the towns is of another level than in the population file: it tells nothing.
      expect(
        inside(build({ census: one, staffing: heads.replaceAll(/(盐边|米易)县/g, '丙市').replace(/丙市,太.*\n/, '') })),
      ).toHaveLength(2);
    });

    it('reads merged cells of counties', () => {
      const merged = (text: string) => text.replace('盐边县,河', ',河').replace('米易县,太', ',太');
      const built = build({ census: merged(people), staffing: merged(heads) });
      expect(built.problems).toEqual([]);
      expect(inside(built)).toEqual(all);
    });

    it('takes a row with a county alone for the county itself', () => {
      const census = people
        .replace('盐边县,城', '盐边县,,30000\n盐边县,城')
        .replace('米易县,城', '米易县,,36000\n米易县,城');
      const staffing = heads
        .replace('盐边县,城', '盐边县,,2020,注册,4\n盐边县,城')
        .replace('米易县,城', '米易县,,2020,注册,6\n米易县,城');
      const built = build({ census, staffing });
      expect(inside(built)).toEqual(all);
      expect(built.problems).toMatchObject([
        { code: 'check.parent-sum', values: { area: '米易县', value: 36000, sum: 35000 } },
        { code: 'check.staff-total', values: { area: '米易县', total: 6, parts: 7 } },
      ]);
    });

    it('carries on the staff of an area that was merged, and not those of its namesake', () => {
      const census = '县区,乡镇,2019年,2020年\n盐边县,新镇,9000,20000\n盐边县,旧镇,9000,\n米易县,旧镇,5000,5000\n';
      const staff = '县区,乡镇,年份,人数\n盐边县,旧镇,2019,2\n盐边县,新镇,2019,3\n米易县,旧镇,2019,4\n';
      const merged = { '盐边县/旧镇': '盐边县/新镇' };
      const of = (built: ReturnType<typeof build>) => inside(built).map(([name, , gps]) => [name, gps]);
      const built = build({ census, staffing: staff }, { merged });
      expect(built.problems.filter(({ code }) => code !== 'check.population-jump')).toEqual([]);
      expect(of(built)).toEqual([
        ['盐边县 新镇', 5],
        ['米易县 旧镇', 4],
      ]);
      const alone = (text: string) => text.replaceAll(/米易.*\n/g, '');
      const unparted = alone(staff).replaceAll(/^.*?,/gm, '');
      expect(of(build({ census: alone(census), staffing: unparted }, { merged }))).toEqual([['盐边县 新镇', 5]]);
    });

    it('gives the same when what was read is kept and read again', () => {
      const first = build({ census: people, staffing: heads });
      const texts = ownTexts(first.read);
      const again = build({ census: texts.census!, staffing: texts.staffing! });
      expect(again.problems).toEqual([]);
      expect(placeOf(again)).toEqual(placeOf(first));
    });
  });

  it('runs on counties where staff are counted by county', () => {
    const built = build({ census, staffing: '名称,年份,类别,人数\n盐边县,2020,注册,20\n' });
    expect(codes(built)).toEqual(['check.level']);
    expect(placeOf(built).areas.map(({ code }) => code)).toEqual(['510422']);
  });
});

describe('implausible own files', () => {
  const asks = (files: { census?: string; staffing?: string }) => codes(build({ census, staffing, ...files }));

  it('ask about a density above 20', () => {
    expect(asks({ staffing: staffing.replace('红格镇,2020,已注册,6', '红格镇,2020,已注册,600') })).toEqual([
      'check.density',
    ]);
  });

  it('ask about residents that change by more than 30 % in a year', () => {
    expect(asks({ census: census.replace('30000', '20000') })).toEqual(['check.population-jump']);
    expect(asks({ census: census.replace('24000', '40000') })).toEqual(['check.population-jump']);
  });

  it('ask about areas that are in one file only', () => {
    expect(asks({ staffing: staffing.replaceAll(/渔门镇.*\n/g, '') })).toEqual(['check.only-census']);
    expect(asks({ staffing: `${staffing}永兴镇,2020,已注册,4\n` })).toEqual(['staffing.unknown-area']);
  });

  it('ask about a total of staff below its parts', () => {
    expect(asks({ staffing: `${staffing}盐边县,2020,已注册,10\n` })).toEqual(['check.staff-total']);
    expect(asks({ staffing: `${staffing}红格镇,2020,全科医生,3\n` })).toEqual(['check.staff-total']);
  });

  it('ask about a county that differs from its townships', () => {
    expect(asks({ census: census.replace('82844', '90000') })).toEqual(['check.parent-sum']);
  });

  it('ask about areas and staff that are given twice, and take the first', () => {
    const built = build({
      census: `${census}510422101,红格镇,30000,40000\n`,
      staffing: `${staffing}红格镇,2020,已注册,60\n`,
    });
    expect(codes(built)).toEqual(['census.duplicate', 'staffing.duplicate']);
    expect(placeOf(built).residents[1]?.observed.at(-1)?.persons).toBe(30501);
  });

  it('ask about areas that have vanished, and carry their residents and staff on when told into which they were merged', () => {
    const before = `${census}510422202,益民乡,5000,\n`;
    const staff = `${staffing}益民乡,2019,已注册,2\n`;
    const asked = build({ census: before, staffing: staff });
    expect(codes(asked)).toEqual(['check.vanished', 'staffing.unknown-area']);
    expect(asked.problems[0]?.values).toMatchObject({ areas: '益民乡', last: 2020 });
    const told = build(
      { census: before, staffing: staff },
      { merged: { '510422202': '510422101', 益民乡: '510422101' } },
    );
    expect(codes(told)).toEqual([]);
    expect(placeOf(told).residents[1]?.observed[0]).toEqual({ year: 2019, persons: 35000 });
    expect(placeOf(told).starts[0]?.stocks[1]?.registered).toBe(8);
  });

  it('ask about names that fit several areas', () => {
    const twins = '区划代码,名称,2020年\n510422101,红格镇,100\n510422201,红格乡,200\n';
    expect(asks({ census: twins, staffing: '乡镇,年份,人数\n红格,2020,1\n红格乡,2020,2\n' })).toEqual([
      'staffing.ambiguous-area',
      'check.only-census',
      'check.density',
    ]);
  });

  it('ask about distances to areas that are not there', () => {
    expect(codes(build({ census, staffing, distances: '起点,终点,公里\n红格,渔门,30\n红格,月亮,9\n' }))).toEqual([
      'distances.unknown-area',
      'check.distances',
    ]);
  });
});

describe('own files with distances', () => {
  it('give each pair once, whichever way it stands, and name the pairs without one', () => {
    const built = build({
      census,
      staffing,
      distances: '起点,终点,公里\n红格,渔门,30\n渔门,红格,31\n510422100,红格,12.5\n',
    });
    // A code in the column of names is read as a name and found by none.
    expect(codes(built)).toEqual(['distances.unknown-area', 'check.distances']);
    expect(placeOf(built).distances).toEqual([{ from: 1, to: 2, km: 30 }]);
    const asked = built.problems.find(({ code }) => code === 'check.distances');
    expect(asked?.values).toEqual({ file: 'distances.csv', count: 2, areas: '桐子林镇—红格镇、桐子林镇—渔门镇' });
    const whole = 'from_code,to_code,km\n510422100,510422101,12.5\n510422101,510422102,30\n510422102,510422100,20\n';
    expect(build({ census, staffing, distances: whole }).problems).toEqual([]);
    expect(placeOf(build({ census, staffing })).distances).toBeUndefined();
  });
});

describe('own files with institutions', () => {
  const listed = (rows: string) => `区划代码,机构,机构类型,年份,类别,人数\n${rows}`;
  const centresOf = (files: { census?: string; staffing?: string }) =>
    placeOf(build({ census, staffing, ...files })).areas.map(({ centres }) => centres);

  it('have as many township centres as they name, else one a township and none in a street', () => {
    expect(centresOf({})).toEqual([1, 1, 1]);
    const two = '510422100,桐子林镇卫生院,乡镇卫生院,2020,注册,3\n510422100,益民卫生院,乡镇卫生院,2020,注册,1\n';
    const others =
      '510422101,红格社区卫生服务中心,社区卫生服务中心,2020,注册,3\n510422102,渔门镇中心卫生院,,2020,注册,3\n';
    expect(centresOf({ staffing: listed(two + others) })).toEqual([2, 1, 1]);
    const street = census.replace('渔门镇', '城关街道');
    expect(centresOf({ census: street, staffing: staffing.replaceAll('渔门镇', '城关街道') })).toEqual([1, 1, 0]);
    expect(centresOf({ staffing: '名称,年份,类别,人数\n盐边县,2020,注册,20\n' })).toEqual([3]);
    const { notes } = placeOf(build({ census, staffing }));
    const note = notes.find(({ text }) => text.en.includes('Township health centres'));
    expect(note?.source.provenance).toBe('derived');
  });

  it('have the GPs of county hospitals in an area of their own, where nobody lives', async () => {
    const hospital = '510422,盐边县人民医院,县级医院,2020,注册,12\n510422100,盐边县中医医院,县级医院,2020,未注册,2\n';
    const rows = '510422100,桐子林镇卫生院,乡镇卫生院,2020,注册,3\n510422,红格镇卫生院,乡镇卫生院,2020,注册,4\n';
    const built = build({ census, staffing: listed(hospital + rows) });
    expect(codes(built)).toEqual(['check.only-census']);
    const place = placeOf(built);
    expect(place.areas.at(-1)).toMatchObject({
      code: '510422-H',
      parent: '510422',
      level: 'township',
      name: { zh: '县级医院' },
      centres: 0,
      institution: 'hospital',
    });
    expect(place.residents).toHaveLength(4);
    expect(place.starts[0]?.stocks.map(({ registered, unregistered }) => [registered, unregistered])).toEqual([
      [3, 0],
      [4, 0],
      [0, 0],
      [12, 2],
    ]);
    expect(place.observed[0]).toMatchObject({ registered: 19, certified: 21 });
    const pack = await loadPolicy('china-2018', readText);
    const setup = { place, pack, reference };
    const defaults = Object.fromEntries(fieldsOf(setup, {}).map(({ key, default: value }) => [key, value]));
    const { plan } = simulate(setup, defaults, defaults);
    const span = plan.residents.length / 4;
    expect([...plan.residents.subarray(3 * span)].every((persons) => persons === 0)).toBe(true);
    expect(plan.gps[3 * span]).toBeGreaterThan(0);
    expect(plan.gps.every((heads) => Number.isFinite(heads) && heads >= 0)).toBe(true);
  });

  it('leave hospitals where counties are the areas', () => {
    const place = placeOf(
      build({
        census: '区划代码,名称,2020年\n510422,盐边县,82844\n510411,仁和区,90000\n',
        staffing: listed('510422,盐边县人民医院,县级医院,2020,注册,12\n510411,仁和镇卫生院,,2020,注册,4\n'),
      }),
    );
    expect(place.areas.map(({ institution }) => institution)).toEqual([undefined, undefined]);
    expect(place.starts[0]?.stocks.map(({ registered }) => registered)).toEqual([12, 4]);
  });
});

describe('own files without eligible physicians', () => {
  const none = staffing.replace('红格镇,2020,可转岗,9\n', '');

  it('have as many as the nation’s physicians per resident leave over, marked as derived', () => {
    const place = placeOf(build({ census, staffing: none }));
    const nation = reference.nationalResidents.find(({ year }) => year === 2018)?.persons ?? 0;
    const pool = (reference.physicians2018 * 30501) / nation - 6;
    expect(place.starts[1]?.stocks[1]?.pool).toBeCloseTo(pool, 6);
    expect(pool).toBeGreaterThan(0);
    const note = place.notes.find(({ text }) => text.en.includes('eligible physicians'));
    expect(note?.source.provenance).toBe('derived');
    expect(note?.text.zh).toContain('推算');
  });

  it('are taken at their word where they list some', () => {
    const place = placeOf(build({ census, staffing }));
    expect(place.starts.flatMap(({ stocks }) => stocks.map(({ pool }) => pool))).toEqual([0, 0, 0, 0, 9, 0]);
    expect(place.notes.some(({ text }) => text.en.includes('eligible physicians'))).toBe(false);
  });
});
