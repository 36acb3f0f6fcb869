import { FLOWS, type Result, type Text } from '../../model/types.ts';
import type { Cell, Column, Table } from '../../sheet/table.ts';
import type { ExportDictionary } from '../../text/export-en.ts';
import { fieldName, fieldUnit } from '../../text/field-text.ts';
import type { PlacesWords } from '../../text/places-words.ts';
import { sourceText } from '../../text/source-text.ts';
import type { ChapterProps } from '../chapter-props.ts';
import { sourceOfStart } from '../place-start.ts';
import { densityByYear, sumByYear } from '../projection-series.ts';
import { costRows, equityRows, moveTable } from './chapter-tables.ts';
import type { TableId } from './table-ids.ts';

/** What tables are made of. */
export interface Exported extends Pick<ChapterProps, 'session' | 'result' | 'place' | 'pack' | 'start'> {
  words: PlacesWords;
  text: ExportDictionary;
}

/** One table of a result, for the years given; years other than these are left out of the tables by area. */
export function exportTable(id: TableId, given: Exported, years: readonly number[] = given.result.years): Table {
  const { columns, pieces } = exportPieces(id, given, years);
  return { id, name: given.text.name[id], columns, rows: [...pieces].flat() };
}

/** The same with its rows in pieces that are made when they are asked for: of 40,000 areas there can be 640,000 rows. */
export function exportPieces(id: TableId, given: Exported, years: readonly number[] = given.result.years): InPieces {
  if (id === 'areas') return areaRows(given, years);
  if (id === 'flows') return flowRows(given, years);
  const { columns, rows } = MADE[id](given, years);
  return { columns, pieces: [rows] };
}

export interface InPieces extends Pick<Table, 'columns'> {
  pieces: Iterable<Cell[][]>;
}
export type Made = Pick<Table, 'columns' | 'rows'>;
const MADE: Record<Exclude<TableId, 'areas' | 'flows'>, (given: Exported, years: readonly number[]) => Made> = {
  years: yearRows,
  targets: targetRows,
  fields: fieldRows,
  observed: observedRows,
  costs: costRows,
  equity: equityRows,
  moves: moveTable,
};

export const columnsOf = ({ text }: Exported, keys: readonly string[]): Column[] =>
  keys.map((key) => {
    const [title, unit, about] = text.column[key] ?? [key, '', ''];
    return { title, unit, about };
  });
const number = (value: number | null | undefined): Cell => (value === undefined ? null : value);

function yearRows(given: Exported): Made {
  const { plan, baseline, years, targetPath } = given.result;
  const source = sourceOfStart(given.start);
  const known = source ? given.words.provenance[source.provenance] : '';
  const residents = sumByYear(plan, plan.residents, null);
  const [gps, baseGps] = [plan, baseline].map((run) => sumByYear(run, run.gps, null));
  const [density, baseDensity] = [plan, baseline].map((run) => densityByYear(run, null));
  return {
    columns: columnsOf(given, [
      'year',
      'residents',
      'gps',
      'density',
      'baseGps',
      'baseDensity',
      'target',
      'lack',
      'provenance',
    ]),
    rows: years.map((year, at) => {
      const target = targetPath[at] ?? null;
      const lack = target === null ? null : Math.max(0, (target * residents[at]!) / 10_000 - gps![at]!);
      return [year, residents[at]!, gps![at]!, density![at]!, baseGps![at]!, baseDensity![at]!, target, lack, known];
    }),
  };
}

/** Areas whose rows are one piece: a few milliseconds. */
const AREAS = 25;

/** Rows of every area in pieces; each begins with its code, its name and the group that it belongs to. */
function* byArea({ place, words }: Exported, rowsOf: (area: number, named: Cell[]) => Cell[][]): Generator<Cell[][]> {
  const groups = new Map<number, Text>();
  for (const { name, members } of place.groups) for (const area of members) groups.set(area, name);
  const ofArea = (area: number): Cell[][] => {
    const { code, name } = place.areas[area]!;
    const group = groups.get(area);
    return rowsOf(area, [code, words.placeName(name), group ? words.placeName(group) : '']);
  };
  for (let first = 0; first < place.areas.length; first += AREAS) {
    const count = Math.min(AREAS, place.areas.length - first);
    yield Array.from({ length: count }, (_, index) => ofArea(first + index)).flat();
  }
}

function areaRows(given: Exported, years: readonly number[]): InPieces {
  const { result, start, words } = given;
  const { plan, baseline } = result;
  const count = result.years.length;
  const density = (run: Result['plan'], at: number): Cell =>
    run.residents[at]! > 0 ? (run.gps[at]! * 10_000) / run.residents[at]! : null;
  const keys = ['code', 'area', 'group', 'year', 'residents', 'gps', 'density', 'baseGps', 'baseDensity', 'provenance'];
  return {
    columns: columnsOf(given, keys),
    pieces: byArea(given, (area, named) => {
      const source = start.stocks[area]?.source;
      const known = source ? words.provenance[source.provenance] : '';
      return years.map((year): Cell[] => {
        const at = area * count + (year - plan.base);
        const figures = [
          plan.residents[at]!,
          plan.gps[at]!,
          density(plan, at),
          baseline.gps[at]!,
          density(baseline, at),
        ];
        return [...named, year, ...figures, known];
      });
    }),
  };
}

/** The ledger: no flows in the base year. */
function flowRows(given: Exported, years: readonly number[]): InPieces {
  const { result, start, words, text } = given;
  const count = result.years.length;
  const flows = FLOWS.map((flow) => ({ title: words.flow.columns[flow], ...text.flow }));
  return {
    columns: [...columnsOf(given, ['code', 'area', 'group', 'year']), ...flows, ...columnsOf(given, ['provenance'])],
    pieces: byArea(given, (area, named) =>
      years
        .filter((year) => year > result.plan.base)
        .map((year): Cell[] => {
          const at = area * count + (year - result.plan.base);
          const source = start.stocks[area]?.source;
          const known = source ? words.provenance[source.provenance] : '';
          return [...named, year, ...FLOWS.map((flow) => result.plan.flows[flow][at]!), known];
        }),
    ),
  };
}

function targetRows(given: Exported): Made {
  const { result, words, session } = given;
  const keys = [
    'targetName',
    'due',
    'asked',
    'askedHigh',
    'rule',
    'required',
    'projected',
    'gap',
    'status',
    'where',
    'clause',
  ];
  return {
    columns: columnsOf(given, keys),
    rows: result.targets.map(({ target, required, projected, gap, status }) => [
      words.placeName(target.name),
      words.target.by(target.year, target.month ?? null),
      target.value,
      number(target.high),
      words.countShort[target.count],
      required,
      projected,
      gap,
      words.target[status],
      words.placeName(target.clause.where),
      target.clause[session.lang],
    ]),
  };
}

function fieldRows(given: Exported): Made {
  const { session, place, words, text } = given;
  const keys = ['key', 'name', 'fieldKind', 'unit', 'usual', 'value', 'low', 'high', 'provenance', 'source'];
  return {
    columns: columnsOf(given, keys),
    rows: session.fields.map((field) => {
      const choice = (value: string | number): Cell =>
        typeof value === 'number' ? value : (words.choice[value] ?? value);
      return [
        field.key,
        fieldName(field.key, words, place.facts),
        text.kind[field.kind],
        field.type === 'number' ? fieldUnit(field, words, place.facts) : '',
        choice(field.default),
        choice(session.value(field.key)),
        field.low,
        field.high,
        words.provenance[field.source.provenance],
        sourceText(field.source, words),
      ];
    }),
  };
}

function observedRows(given: Exported): Made {
  const { result, words } = given;
  return {
    columns: columnsOf(given, ['year', 'gps', 'density', 'provenance', 'source']),
    rows: result.observed.map(({ year, gps, density, source }) => [
      year,
      gps,
      Number.isFinite(density) ? density : null,
      words.provenance[source.provenance],
      sourceText(source, words),
    ]),
  };
}
