import { workbook } from '../../src/sheet/workbook.ts';
import { describe, expect, it } from 'vitest';
import { readText } from '../../src/io/built-in-node.ts';
import { createReader } from '../../src/io/own/reader.ts';
import { loadReference } from '../../src/io/reference.ts';
import { OwnDesk } from '../../src/state/own-desk.svelte.ts';
import { readKeptFile } from '../../src/state/kept-file.ts';
import { memoryKept, type KeptStore } from '../../src/state/kept-store.ts';
import { asKept, memoryMappings, type Kept } from '../../src/state/own-store.ts';
import type { KeptScenario } from '../../src/state/scenario-store.ts';
import { createPrecedence } from '../../src/worker/precedence.ts';
import type { ReaderClient } from '../../src/worker/reader-client.ts';
import { textOf, withBlobs } from '../../src/worker/reader-wire.ts';

const reference = await loadReference(readText);
const census = '区划代码,乡镇,2019年,2020年\n510422100,桐子林镇,27000,27522\n510422101,红格镇,30000,30501\n';
const staffing = '乡镇,年份,类别,人数\n桐子林镇,2020,已注册,7\n红格镇,2020,已注册,5\n';
const files = (staff = staffing): File[] => [new File([census], '人口.csv'), new File([staff], '人员.csv')];

/** Storage in memory, shared by the tabs of a browser; `fault` makes writing fail. */
function memory(kept = new Map<string, Kept>(), fault: Error | null = null): KeptStore<Kept> {
  const store = memoryKept(kept);
  const refuse = () => Promise.reject(fault ?? new Error('no fault'));
  return fault ? { ...store, put: refuse, change: refuse } : store;
}
/** A reader in the same thread; `stop` forgets its tables, as the end of a worker does. */
function reader(): ReaderClient & { stops: number; die: boolean } {
  let inner = withBlobs(createReader(async () => reference));
  return {
    stops: 0,
    die: false,
    ask(call) {
      return this.die ? Promise.reject(new Error('out of memory')) : call(inner);
    },
    rest() {
      this.stop();
    },
    stop() {
      this.stops++;
      inner = withBlobs(createReader(async () => reference));
    },
  };
}
/** Whose questions are left without an answer when it is stopped, as those to an ended worker are. */
function stoppable(): ReaderClient {
  const client = reader();
  let end: (why: Error) => void = () => undefined;
  return {
    ...client,
    ask: (call) => {
      const stopped = new Promise<never>((_, reject) => (end = reject));
      return Promise.race([client.ask(call), stopped]);
    },
    stop() {
      client.stop();
      end(new Error('stopped'));
    },
  };
}
let clock = 0;
function desk(
  store: KeptStore<Kept>,
  client: ReaderClient = reader(),
  mappings = memoryMappings(),
  scenarios: KeptStore<KeptScenario> = memoryKept(),
) {
  const made = new OwnDesk({
    reader: client,
    store,
    scenarios,
    mappings,
    now: () => `2026-01-01T00:00:${String(clock++).padStart(2, '0')}Z`,
  });
  /** Names of the data that were opened, and whole links of scenarios. */
  const used: string[] = [];
  made.onOpen = async (link) =>
    void used.push(/^#\/own\/data=([^;]+)$/.test(link) ? decodeURIComponent(RegExp.$1) : link);
  return { desk: made, used };
}

describe('the desk for own files', () => {
  it('gives what is loaded as workbooks, which read again give the same data to the last figure', async () => {
    const distances = '起点代码,终点代码,公里\n510422100,510422101,12.5\n';
    const roster =
      '姓名,身份证号,乡镇,执业范围,职称\n=王,11010119800307123X,桐子林镇,全科医学专业,执业医师\n李,110101197003071221,红格镇,内科专业,执业医师\n';
    for (const staff of [staffing, roster]) {
      const { desk: own, used } = desk(memory());
      await own.add([...files(), new File([staff], '2020年人员.csv'), new File([distances], '里程.csv')]);
      expect(await own.use()).toBe(true);
      const print = own.datasets.lines[0]?.print ?? '';
      const books = await own.tablesOf(print, 'xlsx');
      expect(books.map(({ name }) => name.replace(/^.*-/, ''))).toEqual([
        'census.xlsx',
        'staffing.xlsx',
        'distances.xlsx',
      ]);
      const other = desk(memory());
      await other.desk.add(books.map(({ name, parts }) => new File(parts, name)));
      expect(other.desk.files.problems.filter(({ code }) => !code.startsWith('check.'))).toEqual([]);
      expect(await other.desk.use()).toBe(true);
      const texts = async (tab: OwnDesk) =>
        Promise.all(
          (await tab.tablesOf(tab.datasets.lines[0]?.print ?? '', 'csv')).map(({ parts }) => new Blob(parts).text()),
        );
      expect(await texts(other.desk)).toEqual(await texts(own));
      expect(other.desk.datasets.lines[0]?.print).toBe(print);
      const placeOf = async (tab: OwnDesk) => (await tab.find(null))?.place;
      const named = (place: unknown) =>
        JSON.parse(JSON.stringify(place).replaceAll(/"[^"]*\.(csv|xlsx[^"]*)"/g, '"file"'));
      expect(named(await placeOf(other.desk))).toEqual(named(await placeOf(own)));
      expect(used).toHaveLength(1);
    }
  });

  it('guesses what each file is, checks them, and hands them over only when told', async () => {
    const { desk: own, used } = desk(memory());
    await own.add(files());
    expect(own.files.sheets.map(({ kind }) => kind)).toEqual(['census', 'staffing']);
    expect(own.files.checked?.summary).toMatchObject({ areas: 2, years: [2020], residents: 58023, unmatched: 0 });
    expect(used).toEqual([]);
    expect(await own.use()).toBe(true);
    expect(used).toHaveLength(1);
    expect((await own.find(used[0] ?? ''))?.place.areas).toHaveLength(2);
    expect(own.files.sheets).toEqual([]);
  });

  it('takes a corrected file in place of the old one', async () => {
    const { desk: own } = desk(memory());
    await own.add(files(staffing.replace(',5', ',五')));
    expect(own.files.problems.map(({ code }) => code)).toContain('cell.number');
    await own.add([new File([staffing], '人员.csv')]);
    expect(own.files.sheets).toHaveLength(2);
    expect(own.files.problems).toEqual([]);
  });

  it('keeps the columns that were chosen by hand for a corrected file, and not for one with another header', async () => {
    const { desk: own } = desk(memory());
    const meanings = () => own.files.checked?.tables.census?.columns.map(({ meaning }) => meaning);
    const population = (text: string): File => new File([text], '人口.csv');
    await own.add(files());
    await own.files.setMeaning('census', 2, null);
    const chosen = meanings();
    expect(chosen?.[2]).toBe(null);
    await own.add([population(census.replace('27522', '27523'))]);
    expect(meanings()).toEqual(chosen);
    expect(own.files.checked?.summary?.residents).toBe(58024);
    await own.add([population(census.replace('2019年', '2018年'))]);
    expect(own.files.checked?.summary?.residents).toBe(58023);
    expect(meanings()?.[2]).not.toBe(null);
    expect(own.files.byHand).toBe(false);
  });

  it('takes columns and kinds as the reader says', async () => {
    const { desk: own } = desk(memory());
    await own.add(files());
    await own.files.setMeaning('census', 2, null);
    await own.files.setMeaning('census', 3, null);
    expect(own.files.checked?.summary).toBe(null);
    await own.files.setMeaning('census', 3, 'population');
    expect(own.files.checked?.summary).not.toBe(null);
    const [first, second] = own.files.sheets;
    await own.files.setKind(first?.id ?? 0, 'staffing');
    expect(own.files.sheets.find(({ id }) => id === second?.id)?.kind).toBe(null);
  });

  it('offers what was decided by hand once a sheet was chosen, though nothing else was', async () => {
    const { desk: own } = desk(memory());
    const rows = (persons: string) => [
      ['区划代码', '乡镇', '2020年'],
      ['510422100', '桐子林镇', persons],
    ];
    const book = await workbook([
      { name: '甲', rows: rows('27522') },
      { name: '乙', rows: rows('30501') },
    ]);
    await own.add([new File([book], '人口.xlsx')]);
    expect(own.files.sheets.map(({ kind }) => kind)).toEqual(['census', null]);
    expect(own.files.byHand).toBe(false);
    await own.files.setKind(own.files.sheets[1]?.id ?? 0, 'census');
    expect(own.files.byHand).toBe(true);
    await own.files.setKind(own.files.sheets[0]?.id ?? 0, 'census');
    expect(own.files.byHand).toBe(false);
    // That another file takes its place is not decided by hand.
    await own.add([new File([book], '新人口.xlsx')]);
    expect(own.files.sheets.map(({ kind }) => kind)).toEqual([null, null, 'census', null]);
    expect(own.files.byHand).toBe(false);
  });

  it('finds kept data again in another visit, the newest first, and none by a strange name', async () => {
    const kept = new Map<string, Kept>();
    const { desk: first, used } = desk(memory(kept));
    await first.add(files());
    await first.use();
    await first.add(files(staffing.replace(',7', ',8')));
    await first.use();
    expect(new Set(used).size).toBe(2);
    const { desk: later } = desk(memory(kept));
    expect((await later.find(null))?.data).toBe(used[1]);
    expect((await later.find(used[0] ?? ''))?.data).toBe(used[0]);
    expect(await later.find('x~00000000')).toBe(null);
  });

  it('calls the sources by the names of the files after a reload too', async () => {
    const kept = new Map<string, Kept>();
    const { desk: own } = desk(memory(kept));
    await own.add(files());
    await own.use();
    const [before, after] = [await own.find(null), await desk(memory(kept)).desk.find(null)];
    expect(after?.place).toEqual(before?.place);
    expect(after?.place.observed.at(-1)?.source.text.zh).toBe('人员.csv');
  });

  it('says so of a file that has gone or is locked, and keeps the others', async () => {
    const { desk: own } = desk(memory());
    const gone = new File(['x'], '锁定.csv');
    Object.assign(gone, { arrayBuffer: () => Promise.reject(new DOMException('locked', 'NotReadableError')) });
    await own.add([...files(), gone]);
    expect(own.files.sheets.map(({ file }) => file)).toEqual(['人口.csv', '人员.csv']);
    expect(own.files.problems.map(({ code, values }) => [code, values['file']])).toContainEqual([
      'file.unreadable',
      '锁定.csv',
    ]);
    expect(await own.use()).toBe(true);
  });

  it('in two tabs keeps the data of both', async () => {
    const kept = new Map<string, Kept>();
    const [one, two] = [desk(memory(kept)).desk, desk(memory(kept)).desk];
    await one.add(files());
    await two.add(files(staffing.replace(',7', ',8')));
    await Promise.all([one.use(), two.use()]);
    expect(kept.size).toBe(2);
  });

  it('uses data that the browser does not keep, says so, and lets them be downloaded', async () => {
    for (const [fault, code] of [
      [new DOMException('no room', 'QuotaExceededError'), 'full'],
      [new Error('forbidden'), 'refused'],
    ] as const) {
      const { desk: own, used } = desk(memory(new Map(), fault));
      await own.add(files());
      expect(await own.use()).toBe(true);
      expect(own.note?.code).toBe(code);
      expect((await own.find(used[0] ?? ''))?.place.areas).toHaveLength(2);
      const [line] = own.datasets.lines;
      const tables = await own.tablesOf(line?.print ?? '', 'csv');
      expect(tables.map(({ name }) => name.replace(/^.*-/, ''))).toEqual(['census.csv', 'staffing.csv']);
    }
  });

  it('exports all and imports it again; another file changes nothing', async () => {
    const { desk: own, used } = desk(memory());
    await own.add(files());
    await own.use();
    await own.datasets.rename(used[0]?.slice(-8) ?? '', '草案');
    const exported = (await own.exportAll())!;
    const { desk: other } = desk(memory());
    await other.importAll(new File(['{"datasets":[{"print":"x"}]}'], 'a.json'));
    expect([other.note?.code, other.datasets.lines]).toEqual(['import', []]);
    await other.importAll(new File(exported.parts, exported.name));
    expect(other.note).toEqual({ code: 'imported', count: 1 });
    expect((await other.find(null))?.place.name).toEqual({ zh: '草案', en: '草案' });
  });

  it('says so when a file cannot be made, and keeps what was read', async () => {
    const client = reader();
    const { desk: own } = desk(memory(), client);
    await own.add(files());
    const { sheets, checked } = own.files;
    client.die = true;
    for (const made of [() => own.template('census', 'xlsx'), () => own.choices()]) {
      expect(await made()).toBe(null);
      expect(own.note).toEqual({ code: 'unmade', count: 0 });
    }
    expect([own.files.sheets, own.files.checked]).toEqual([sheets, checked]);
    client.die = false;
    expect((await own.template('census', 'xlsx'))?.name).toBe('census.xlsx');
    expect(own.note).toBe(null);
    expect(await own.use()).toBe(true);
    client.die = true;
    expect(await own.tablesOf(own.datasets.lines[0]?.print ?? '', 'xlsx')).toEqual([]);
    expect(own.note?.code).toBe('unmade');
  });

  it('says so when the reader dies, and goes on with what was in use', async () => {
    const client = reader();
    const { desk: own, used } = desk(memory(), client);
    await own.add(files());
    await own.use();
    client.die = true;
    await own.add(files());
    expect(own.note?.code).toBe('failed');
    expect(own.files.busy).toBe(null);
    expect((await own.find(used[0] ?? ''))?.data).toBe(used[0]);
    client.die = false;
    await own.add(files());
    expect(own.files.checked?.summary).not.toBe(null);
  });
});

describe('files that come one after the other', () => {
  it('while others are read or checked are read after them', async () => {
    const { desk: own } = desk(memory());
    const [people, staff] = files();
    const adding = [own.add([people!]), own.add([staff!])];
    await Promise.all(adding);
    expect(own.files.sheets.map(({ file }) => file)).toEqual(['人口.csv', '人员.csv']);
    const changing = own.files.setMeaning('census', 2, null);
    await Promise.all([changing, own.add([new File([staffing.replace(',7', ',8')], '新人员.csv')])]);
    expect(own.files.sheets.map(({ file }) => file)).toEqual(['人口.csv', '人员.csv', '新人员.csv']);
    expect(own.files.checked?.tables.census?.columns[2]?.meaning).toBe(null);
  });

  it('are told of no more, where nothing could be read of them, once others come or the screen closes', async () => {
    const { desk: own } = desk(memory());
    const told = () => own.files.problems.map(({ values }) => values['file']);
    await own.add([new File(['%PDF-1.7'], '名册.csv'), new File([''], '空.csv')]);
    expect(told()).toEqual(['名册.csv', '空.csv']);
    await own.add(files(staffing.replace(',5', ',五')));
    expect(told()).toEqual(['人员.csv', '人员.csv']);
    await own.add([new File([''], '空.csv')]);
    expect(told()).toContain('空.csv');
    own.files.expect()();
    expect(told()).toEqual(['人员.csv', '人员.csv']);
  });
});

describe('a desk that is told to stop', () => {
  /** So large that it is read in several pieces. */
  const large = () => new File([`${census}${'510422102,渔门镇,24000,24821\n'.repeat(100_000)}`], '大.csv');
  const until = async (test: () => boolean): Promise<void> => {
    while (!test()) await new Promise((resolve) => setTimeout(resolve, 1));
  };

  it('tells how far it has read, and keeps what was there and the files after the one that was stopped', async () => {
    const { desk: own } = desk(memory());
    await own.add(files());
    const before = own.files.checked;
    const [, staff] = files(staffing.replace(',7', ',8'));
    const adding = own.add([large(), ...(staff ? [staff] : [])]);
    await until(() => (own.files.busy?.share ?? 0) > 0);
    expect(own.files.busy?.file).toBe('大.csv');
    expect(own.files.busy?.share).toBeLessThan(1);
    own.files.cancel();
    await adding;
    expect(own.files.sheets.map(({ file }) => file)).toEqual(['人口.csv', '人员.csv']);
    expect(own.files.checked?.summary).toEqual(before?.summary);
    expect(own.files.busy).toBe(null);
    expect(await own.use()).toBe(true);
  });

  it('and again of the same file keeps what was there before it', async () => {
    const { desk: own } = desk(memory());
    await own.add(files());
    const before = own.files.checked;
    for (let time = 0; time < 2; time++) {
      const adding = own.add([large()]);
      await until(() => (own.files.busy?.share ?? 0) > 0);
      own.files.cancel();
      await adding;
      expect(own.files.sheets.map(({ file }) => file)).toEqual(['人口.csv', '人员.csv']);
      expect(own.files.checked).toBe(before);
    }
  });

  it('twice ends what is being read, and begins with what came meanwhile', async () => {
    const { desk: own } = desk(memory(), stoppable());
    const adding = own.add([large()]);
    await until(() => (own.files.busy?.share ?? 0) > 0);
    const next = own.add(files());
    own.files.cancel();
    own.files.cancel();
    await Promise.all([adding, next]);
    expect(own.files.sheets.map(({ file }) => file)).toEqual(['人口.csv', '人员.csv']);
    expect([own.note, own.files.busy]).toEqual([null, null]);
  });

  it('while it checks goes back to what was checked before', async () => {
    const { desk: own } = desk(memory());
    await own.add(files());
    const { sheets, checked } = own.files;
    const changing = own.files.setMeaning('census', 3, null);
    own.files.cancel();
    await changing;
    expect([own.files.sheets, own.files.checked, own.files.busy]).toEqual([sheets, checked, null]);
    await own.files.setMeaning('census', 3, null);
    expect(own.files.checked?.summary).not.toEqual(checked?.summary);
  });
});

describe('what goes on behind', () => {
  function holding(client = reader()) {
    const precedence = createPrecedence();
    const own = new OwnDesk({ reader: client, precedence, store: memory(), now: () => '2026-01-01T00:00:00Z' });
    return { own, precedence };
  }

  it('rests from the first file until all are checked, and goes on then', async () => {
    const { own, precedence } = holding();
    expect(precedence.over).toBe(null);
    const adding = own.add(files());
    const { over } = precedence;
    expect(over).not.toBe(null);
    let again = 0;
    void over?.then(() => void again++);
    let busy = true;
    void adding.then(() => (busy = false));
    while (busy) {
      expect([precedence.over, again]).toEqual([over, 0]);
      await new Promise((resolve) => setTimeout(resolve));
    }
    await over;
    expect(own.files.checked?.summary).not.toBe(null);
    expect(precedence.over).toBe(null);
    const changing = own.files.setMeaning('census', 3, null);
    expect(precedence.over).not.toBe(null);
    await changing;
    expect(precedence.over).toBe(null);
  });

  it('rests from the word to use what was read until its place stands', async () => {
    const { own, precedence } = holding();
    await own.add(files());
    let stands = (): void => undefined;
    own.onOpen = () => new Promise((resolve) => (stands = resolve));
    const using = own.use();
    const { over } = precedence;
    expect(over).not.toBe(null);
    expect(await using).toBe(true);
    expect(precedence.over).toBe(over);
    stands();
    await over;
    expect(precedence.over).toBe(null);
  });

  it('goes on too when reading was stopped, when it failed, and when there was nothing to read', async () => {
    const client = reader();
    const { own, precedence } = holding(client);
    const adding = own.add(files());
    own.files.cancel();
    await adding;
    expect(precedence.over).toBe(null);
    client.die = true;
    await own.add(files());
    expect(own.note?.code).toBe('failed');
    expect(precedence.over).toBe(null);
    await own.add([]);
    expect(precedence.over).toBe(null);
  });
});

describe('areas that were merged', () => {
  const before = `${census}510422109,旧镇,1000,\n`;
  const given = () => [
    new File([before], '人口.csv'),
    new File([`${staffing}桐子林镇,2019,已注册,6\n旧镇,2019,已注册,1\n`], '人员.csv'),
  ];

  it('are remembered for the next files, as what was told before, and can be told otherwise', async () => {
    const mappings = memoryMappings();
    const { desk: own } = desk(memory(), reader(), mappings);
    await own.add(given());
    expect(own.files.checked?.gone).toEqual([{ key: '510422109', name: '旧镇' }]);
    await own.files.setMerged('510422109', '510422101');
    expect(own.files.problems).toEqual([]);
    await own.use();
    const { desk: later } = desk(memory(), reader(), mappings);
    await later.add(given());
    expect(later.files.merged).toEqual({ 510422109: '510422101' });
    expect(later.files.remembered).toEqual(['510422109']);
    expect(later.files.checked?.gone).toEqual([]);
    expect(later.files.problems).toEqual([]);
    await later.files.setMerged('510422109', null);
    expect([later.files.merged, later.files.remembered]).toEqual([{}, []]);
    expect(later.files.checked?.gone).toHaveLength(1);
  });

  it('in one population file are not in another where the area is still there, and are again where it is gone', async () => {
    const { desk: own } = desk(memory());
    await own.add(given());
    await own.files.setMerged('510422109', '510422101');
    const merged = own.files.checked?.summary;
    await own.add([new File([before.replace('旧镇,1000,', '旧镇,1000,900')], '人口.csv')]);
    expect(own.files.merged).toEqual({});
    expect(own.files.checked?.summary).toMatchObject({ areas: 3, residents: 58923 });
    await own.add(given());
    expect(own.files.merged).toEqual({ 510422109: '510422101' });
    expect(own.files.checked?.summary).toEqual(merged);
    await own.files.setMerged('510422109', null);
    await own.add(given());
    expect(own.files.merged).toEqual({});
    await own.files.setMerged('510422109', '510422100');
    for (const { id } of own.files.sheets) await own.files.remove(id);
    expect([own.files.merged, own.files.byHand]).toEqual([{}, false]);
  });

  it('are not taken up where the area is still there', async () => {
    const mappings = memoryMappings();
    await mappings.add({ 510422101: '510422100' });
    const { desk: own } = desk(memory(), reader(), mappings);
    await own.add(files());
    expect(own.files.merged).toEqual({});
  });
});

describe('two tabs', () => {
  it('do not bring back what the other has deleted, and say so', async () => {
    const kept = new Map<string, Kept>();
    const [one, two] = [desk(memory(kept)).desk, desk(memory(kept)).desk];
    await one.add(files());
    await one.use();
    await two.refresh();
    const print = two.datasets.lines[0]?.print ?? '';
    await one.datasets.discard(print);
    await two.datasets.rename(print, '新名');
    expect(kept.size).toBe(0);
    expect(two.note?.code).toBe('gone');
    expect(two.datasets.lines).toEqual([]);
    await one.refresh();
    expect(one.datasets.lines).toEqual([]);
  });

  it('that have data in use which were cleared still offer them, as not kept', async () => {
    const kept = new Map<string, Kept>();
    const { desk: own } = desk(memory(kept));
    await own.add(files());
    await own.use();
    kept.clear();
    await own.refresh();
    expect(own.datasets.lines.map(({ stored }) => stored)).toEqual([false]);
    expect(await own.tablesOf(own.datasets.lines[0]?.print ?? '', 'csv')).toHaveLength(2);
    expect(kept.size).toBe(0);
  });
});

describe('scenarios', () => {
  const LINK = '#/tongjiang/v=1;transfer=20';

  it('are saved, opened, renamed, copied and deleted, in both tabs alike', async () => {
    const shared = new Map<string, KeptScenario>();
    const tab = () => desk(memory(), reader(), memoryMappings(), memoryKept(shared));
    const { desk: own, used } = tab();
    expect(await own.scenarios.save('  多培训 ', LINK)).toBe(true);
    const id = own.scenarios.lines[0]?.id ?? '';
    expect(own.scenarios.lines[0]).toMatchObject({ name: '多培训', place: 'tongjiang', data: null, stored: true });
    own.scenarios.open(id);
    expect(used).toEqual([LINK]);
    await own.scenarios.duplicate(id, '多培训 2');
    await own.scenarios.rename(id, '少培训');
    const { desk: other } = tab();
    await other.refresh();
    expect(other.scenarios.lines.map(({ name }) => name).sort()).toEqual(['多培训 2', '少培训']);
    await other.scenarios.discard(id);
    await own.scenarios.rename(id, '又来了');
    expect(own.scenarios.note).toBe('gone');
    await own.refresh();
    expect(own.scenarios.note).toBe(null);
    expect(own.scenarios.lines.map(({ name }) => name)).toEqual(['多培训 2']);
  });

  it('that the browser does not keep are here as long as the page is, and come as a file', async () => {
    const refusing = {
      ...memoryKept<KeptScenario>(),
      put: () => Promise.reject(new DOMException('', 'QuotaExceededError')),
    };
    const { desk: own } = desk(memory(), reader(), memoryMappings(), refusing);
    expect(await own.scenarios.save('甲', LINK)).toBe(false);
    expect(own.scenarios.note).toBe('full');
    expect(own.scenarios.lines).toMatchObject([{ name: '甲', stored: false }]);
    const file = (await own.scenarioFile(own.scenarios.lines[0]?.id ?? ''))!;
    expect(file.name).toBe('甲.wanren.json');
    expect(readKeptFile(await new Blob(file.parts).text())).toMatchObject({ scenarios: [{ link: LINK }] });
  });

  it('with own data travel in one file, which opens elsewhere with the same data and figures', async () => {
    const { desk: own, used } = desk(memory());
    await own.add(files());
    await own.use();
    const link = `#/own/v=1;data=${encodeURIComponent(used[0] ?? '')};recruit=3`;
    const file = (await own.scenarioFile({ name: '招聘', link }))!;
    const kept = new Map<string, Kept>();
    const { desk: other, used: opened } = desk(memory(kept));
    await other.add([new File(file.parts, file.name)]);
    expect(other.note).toEqual({ code: 'opened', count: 2 });
    expect(opened).toEqual([link]);
    // But for the names of the files, which the tables go by when they come back.
    const placeIn = async (tab: typeof own) =>
      JSON.stringify((await tab.find(used[0] ?? ''))?.place)
        .replaceAll(/人口|census/g, '')
        .replaceAll(/人员|staffing/g, '');
    expect(await placeIn(other)).toBe(await placeIn(own));
    expect(other.scenarios.lines).toMatchObject([{ name: '招聘', place: 'own' }]);
    const [[print, there] = []] = kept;
    expect(print).toBe(own.datasets.lines[0]?.print);
    for (const kind of ['census', 'staffing'] as const) {
      const [one, two] = [own, other].map((tab) => tab.tablesOf(print ?? '', 'csv'));
      const texts = await Promise.all(
        [one, two].map(async (tables) =>
          textOf(new Blob((await tables)?.find(({ name }) => name.endsWith(`${kind}.csv`))?.parts)),
        ),
      );
      expect(texts[0]).toBe(texts[1]);
      expect(texts[0]).toBe(await textOf(there?.tables[kind] ?? new Blob()));
    }
  });
});

describe('a file of what is kept', () => {
  const dataset = {
    print: '0badc0de',
    name: 'a',
    files: [],
    created: '',
    changed: '',
    texts: { census: 'x' },
    merged: {},
  };

  it('of the first version is read', () => {
    expect(readKeptFile(JSON.stringify({ wanren: 1, datasets: [{ version: 1, ...dataset }] }))).toMatchObject({
      datasets: [{ version: 2, print: '0badc0de' }],
      scenarios: [],
      open: null,
    });
  });

  it('of a later version, of something else, or damaged is refused', () => {
    expect(readKeptFile('{"wanren":3,"things":[]}')).toBe('newer');
    for (const text of [
      '',
      '{"wanren":1}',
      '{"datasets":[]}',
      '{"wanren":1,"years":[2018],"areas":[]}',
      JSON.stringify({ wanren: 2, datasets: [{ ...dataset, texts: { census: 3 } }] }),
      JSON.stringify({
        wanren: 2,
        datasets: [],
        scenarios: [{ id: 'a', name: 'b', link: 'javascript:1', created: '', changed: '' }],
      }),
      JSON.stringify({
        wanren: 2,
        datasets: [],
        scenarios: [{ id: 'a', name: 'b', link: '#/nowhere/v=1', created: '', changed: '' }],
      }),
      JSON.stringify({ wanren: 2, datasets: [dataset] }).slice(0, -9),
    ]) {
      expect(readKeptFile(text)).toBe('foreign');
    }
  });
});

describe('a kept value', () => {
  const first = {
    version: 1,
    print: '0badc0de',
    name: 'a',
    files: [],
    created: '',
    changed: '',
    texts: { census: '\ufeff区划' },
    merged: {},
  };

  it('of the first version is read as one of today', async () => {
    const read = asKept(first);
    expect(read).toMatchObject({ version: 2, print: '0badc0de', name: 'a' });
    expect(await textOf(read?.tables.census ?? new Blob())).toBe('\ufeff区划');
    expect(asKept(read)).toEqual(read);
  });

  it('that is half written or of another version is not read', () => {
    for (const key of Object.keys(first)) expect(asKept({ ...first, [key]: undefined })).toBe(null);
    expect(asKept({ ...first, version: 3 })).toBe(null);
    expect(asKept({ ...first, version: 2 })).toBe(null);
    expect(asKept({ ...first, texts: { census: 3 } })).toBe(null);
  });

  it('whose tables are not those that its fingerprint is of is not used', async () => {
    const kept = new Map<string, Kept>();
    const { desk: own, used } = desk(memory(kept));
    await own.add(files());
    await own.use();
    const [[print, whole] = []] = kept;
    if (!print || !whole) throw new Error('nothing kept');
    const half = (await textOf(whole.tables.staffing ?? new Blob())).slice(0, -12);
    kept.set(print, { ...whole, tables: { ...whole.tables, staffing: new Blob([half]) } });
    expect(await desk(memory(kept)).desk.find(used[0] ?? '')).toBe(null);
  });
});
