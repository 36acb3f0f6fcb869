import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import loadHighs from 'highs';
import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/universal';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FLOWS, type Result } from '../../../src/model/types.ts';
import { planScenario } from '../../../src/scenario/plan.ts';
import { runScenario } from '../../../src/scenario/run.ts';
import { gb18030 } from '../../../src/sheet/gb18030.ts';
import { harmless } from '../../../src/sheet/harmless.ts';
import { withTitles, type Cell, type Table } from '../../../src/sheet/table.ts';
import { workbook, type Sheet } from '../../../src/sheet/workbook.ts';
import { Session } from '../../../src/state/session.svelte.ts';
import { costWords } from '../../../src/text/cost-words.ts';
import { exportWords } from '../../../src/text/export-words.ts';
import { placesWords } from '../../../src/text/places-words.ts';

import { sheetsOf } from '../../../src/ui/export/book.ts';
import { tableIds } from '../../../src/ui/export/table-ids.ts';
import { csvSteps } from '../../../src/ui/export/csv-steps.ts';
import { exportPieces, exportTable, type Exported } from '../../../src/ui/export/tables.ts';
import { atOnce } from '../../../src/model/turns.ts';
import { currentStart } from '../../../src/ui/place-start.ts';
import { highsSolver } from '../../../src/worker/highs.ts';
import { builtIn } from '../../scenario/setups.ts';
import { office, throughOffice } from '../../sheet/office.ts';
import { FakeAddress, FakeClient, FakeLanguage } from '../../state/fakes.ts';

const folder = mkdtempSync(join(tmpdir(), 'wanren-book-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a spreadsheet would calculate, were it not kept as text. */
const FORMULAS = ['=1+1', '=HYPERLINK("http://x","y")', '@SUM(1+1)', '+1', '-1'];

/** What the page gives to its exports for a link, in Chinese. */
async function exported(link: string): Promise<Exported> {
  const client = new FakeClient();
  const session = new Session({ client, address: new FakeAddress(link), language: new FakeLanguage('zh') });
  await client.answerAll();
  const setup = await builtIn(session.scenario.place);
  const solver = highsSolver(await loadHighs());
  const moves = planScenario(setup, session.scenario.values, solver);
  const result = runScenario(setup, session.scenario.values, undefined, moves);
  const start = currentStart(setup.place, result.plan.base, session.value('scope'));
  return {
    session,
    result,
    place: setup.place,
    pack: setup.pack,
    start,
    words: placesWords('zh'),
    text: exportWords('zh'),
  };
}

/** Some areas with names that would run. */
function withFormulas(given: Exported): Exported {
  const areas = given.place.areas.map((area, index) => {
    const name = FORMULAS[index];
    return name === undefined ? area : { ...area, name: { zh: name, en: name } };
  });
  return { ...given, place: { ...given.place, areas } };
}

const CASES = ['tongjiang', 'xupu', 'formulas'] as const;
const cases = {} as Record<(typeof CASES)[number], Exported>;
const books = {} as Record<(typeof CASES)[number], Sheet[]>;
/** Every file as a spreadsheet reads it: workbooks by sheet, tables in both encodings. */
const read = new Map<string, string[][]>();

beforeAll(async () => {
  cases.tongjiang = await exported('#/tongjiang/v=1;transfer=8;rehire=0.3');
  cases.xupu = await exported('#/xupu/v=1;transfer=12;within=4;dispatch=4;costtransfer=15000;clinics=300;seed=3');
  cases.formulas = withFormulas(cases.xupu);
  const files = { book: {}, utf8: {}, gb18030: {} } as Record<string, Record<string, Uint8Array<ArrayBuffer>>>;
  for (const id of CASES) {
    books[id] = sheetsOf(cases[id], '2026-11-24', 200);
    files['book']![`${id}.xlsx`] = await workbook(books[id]);
    for (const table of tableIds(cases[id])) {
      const written = async (encode: Parameters<typeof csvSteps>[1]): Promise<Uint8Array<ArrayBuffer>> => {
        const parts = atOnce(csvSteps(exportPieces(table, cases[id]), encode));
        return new Uint8Array(await new Blob(parts).arrayBuffer());
      };
      files['utf8']![`${id}-${table}-u.csv`] = await written(null);
      files['gb18030']![`${id}-${table}-g.csv`] = await written(gb18030);
      expect(files['utf8']![`${id}-${table}-u.csv`]!.slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf));
    }
  }
  const put = (found: Map<string, string[][]>): void => found.forEach((rows, name) => read.set(name, rows));
  if (office) {
    put(throughOffice(folder, files['book']!));
    put(throughOffice(folder, files['utf8']!));
    put(throughOffice(folder, files['gb18030']!, 'gb18030'));
    return;
  }
  for (const [name, bytes] of Object.entries(files['book']!))
    for (const { sheet, data } of await readXlsxFile(bytes.buffer))
      read.set(
        `${name}/${sheet}`,
        data.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
      );
  for (const encoding of ['utf8', 'gb18030'] as const)
    for (const [name, bytes] of Object.entries(files[encoding]!))
      read.set(name, Papa.parse<string[]>(new TextDecoder(encoding).decode(bytes).trimEnd()).data);
}, 400_000);

/** Every cell as it was written: numbers to their last digits, text to the letter. */
function expectSame(found: string[][] | undefined, rows: readonly (readonly Cell[])[], name: string): void {
  expect(found?.length, name).toBe(rows.length);
  rows.forEach((row, at) =>
    row.forEach((cell, column) => {
      const there = found?.[at]?.[column] ?? '';
      const where = `${name}, row ${at + 1}, column ${column + 1}`;
      if (typeof cell === 'string') expect(there.replace(/\s+/g, ' '), where).toBe(harmless(cell).replace(/\s+/g, ' '));
      else if (cell === null || !Number.isFinite(cell)) expect(there, where).toBe('');
      else expect(Math.abs(Number(there) - cell), where).toBeLessThanOrEqual(Math.abs(cell) * 1e-14);
    }),
  );
}

describe.each(CASES)('what leaves the page for %s, opened in a spreadsheet', (id) => {
  it('is a workbook with every sheet as it was written', () => {
    for (const { name, rows } of books[id]) {
      expect(new Set(rows[0]).size, name).toBe(rows[0]?.length);
      expectSame(read.get(`${id}.xlsx/${name}`), rows, name);
    }
    const { name } = cases[id].text;
    const tables = tableIds(cases[id]).map((table) => name[table]);
    expect(books[id].map((sheet) => sheet.name)).toEqual([...tables, name.dictionary, name.about]);
    expect(tables).toEqual(
      id === 'tongjiang'
        ? expect.not.arrayContaining([name.moves])
        : expect.arrayContaining([name.moves, name.costs, name.equity]),
    );
  });

  it('is every table as CSV in UTF-8 with its mark and in GB18030', () => {
    for (const table of tableIds(cases[id])) {
      const rows = withTitles(exportTable(table, cases[id]));
      expectSame(read.get(`${id}-${table}-u.csv`), rows, `${table} in UTF-8`);
      expectSame(read.get(`${id}-${table}-g.csv`), rows, `${table} in GB18030`);
    }
  });

  it('has the figures of the result itself', () => {
    const { result, text } = cases[id];
    const cells = (name: string): Record<string, string>[] => {
      const [head = [], ...rows] = read.get(`${id}.xlsx/${name}`) ?? [];
      return rows.map((row) => Object.fromEntries(head.map((title, at) => [title, row[at] ?? ''])));
    };
    const span = result.years.length;
    const title = (key: string): string => text.column[key]![0];
    const near = (found: string | undefined, wanted: number): void =>
      expect(Math.abs(Number(found) - wanted)).toBeLessThanOrEqual(Math.abs(wanted) * 1e-14);
    const areas = cells(text.name.areas);
    expect(areas.length).toBe(result.plan.gps.length);
    areas.forEach((row, at) => {
      expect(Number(row[title('year')])).toBe(result.plan.base + (at % span));
      near(row[title('gps')], result.plan.gps[at]!);
      near(row[title('residents')], result.plan.residents[at]!);
      near(row[title('baseGps')], result.baseline.gps[at]!);
    });
    expectFlows(cells(text.name.flows), result);
    expect(cells(text.name.moves).map((row) => Number(row[title('persons')]))).toEqual(
      (result.moves?.moves ?? []).map(({ persons }) => persons),
    );
    const costs = cells(text.name.costs);
    const { payer } = costWords('zh');
    for (const row of costs) {
      const parts = Object.values(payer).reduce((sum, name) => sum + Number(row[name] ?? 0), 0);
      expect(parts).toBe(Number(row[title('yuan')]));
    }
    expect(costs.length).toBeGreaterThan(0);
    cells(text.name.targets).forEach((row, at) => {
      const { gap } = result.targets[at]!;
      if (gap === null) expect(row[title('gap')]).toBe('');
      else near(row[title('gap')], gap);
    });
  });
});

function expectFlows(rows: Record<string, string>[], { plan, years }: Result): void {
  const { flow } = placesWords('zh');
  expect(rows.length).toBe((plan.gps.length / years.length) * (years.length - 1));
  rows.forEach((row, at) => {
    const cell = Math.floor(at / (years.length - 1)) * years.length + 1 + (at % (years.length - 1));
    for (const name of FLOWS) expect(Number(row[flow.columns[name]])).toBeCloseTo(plan.flows[name][cell]!, 10);
  });
}

describe('cells that would run as formulas', () => {
  it('stay text in the workbook and in both encodings', () => {
    const names = FORMULAS.map(harmless);
    const { text } = cases.formulas;
    const column = (rows: string[][] | undefined): string[] => {
      const at = rows?.[0]?.indexOf(text.column['area']![0]) ?? -1;
      return [...new Set((rows ?? []).slice(1).map((row) => row[at] ?? ''))].slice(0, names.length);
    };
    for (const file of [`formulas.xlsx/${text.name.areas}`, 'formulas-areas-u.csv', 'formulas-areas-g.csv'])
      expect(column(read.get(file)), file).toEqual(names);
    const table: Table = exportTable('areas', cases.formulas);
    expect(table.rows[0]?.[1]).toBe('=1+1');
  });

  it('leave codes as text, in the workbook', async () => {
    const [, areas] = await readXlsxFile((await workbook(books.xupu)).buffer);
    expect(typeof areas?.data[1]?.[0]).toBe('string');
    expect(typeof areas?.data[1]?.[5]).toBe('number');
  });
});
