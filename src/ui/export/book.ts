import { withTitles, type Cell, type Table } from '../../sheet/table.ts';
import type { Sheet } from '../../sheet/workbook.ts';
import { countingRule } from '../counting-rule.ts';
import { tableYears } from '../places/area-rows.ts';
import { tableIds } from './table-ids.ts';
import { exportTable, type Exported } from './tables.ts';

/** Rows by area and year beyond which the workbook holds only the years that matter: spreadsheets choke on more. */
const MOST_ROWS = 60_000;

/**
 * All tables as sheets of one workbook, with a data dictionary and a sheet that says what the figures rest on.
 * @param made the day on which it is made, written out
 */
export function sheetsOf(given: Exported, made: string, draws: number): Sheet[] {
  const { result, place, text } = given;
  const many = place.areas.length * result.years.length > MOST_ROWS;
  const years = many ? tableYears(result) : result.years;
  const tables = tableIds(given).map((id) => exportTable(id, given, years));
  const cut = many ? [text.cut(years.join(', '))] : [];
  return [
    ...tables.map((table) => ({ name: table.name, rows: withTitles(table) })),
    { name: text.name.dictionary, rows: dictionary(tables, given) },
    { name: text.name.about, rows: about(given, made, draws, cut) },
  ];
}

function dictionary(tables: readonly Table[], { text }: Exported): Cell[][] {
  return [
    [...text.dictionary],
    ...tables.flatMap(({ name, columns }) => columns.map(({ title, unit, about }) => [name, title, unit, about])),
  ];
}

function about(
  { session, place, pack, start, words, text }: Exported,
  made: string,
  draws: number,
  cut: string[],
): Cell[][] {
  const { about: says } = text;
  const document = [words.placeName(pack.name), pack.number, pack.issued ?? ''].filter(Boolean).join(' · ');
  return [
    [says.item, says.text],
    [says.made, made],
    [says.place, words.placeName(place.name)],
    [says.document, document],
    [says.rule, countingRule(session, words)],
    [says.start, words.placeName(start.name)],
    [says.link, session.link()],
    [says.seed, Number(session.value('seed'))],
    [says.draws, draws],
    ...[...cut, ...place.notes.map((note) => words.placeName(note.text)), says.illustrative].map((note): Cell[] => [
      says.note,
      note,
    ]),
  ];
}
