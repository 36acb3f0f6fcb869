import type { FlowRow } from './flow-rows.ts';
import type { Report } from './report.ts';

type Cell = string | number | null;

/** Columns of the ledger; empty in the base year. */
const FLOW_COLUMNS: readonly [name: string, of: (row: FlowRow) => number][] = [
  ['opening', (row) => row.opening],
  ['deaths', (row) => row.deaths],
  ['retired', (row) => row.retired],
  ['left', (row) => row.left],
  ['of_which_left_after_obligation', (row) => row.ofWhichLeftAfterObligation],
  ['breached', (row) => row.breached],
  ['lapsed', (row) => row.lapsed],
  ['transfer', (row) => row.qualified.transfer],
  ['residency', (row) => row.qualified.residency],
  ['assistant', (row) => row.qualified.assistant],
  ['rural_oriented', (row) => row.qualified.ruralOriented],
  ['registered', (row) => row.registered],
  ['recruited', (row) => row.recruited],
  ['rehired', (row) => row.rehired],
  ['moved_in', (row) => row.movedIn],
  ['moved_out', (row) => row.movedOut],
  ['closing', (row) => row.closing],
];

/** The report as a table: one row per area and year. */
export function toCsv({ areas, years, flows }: Report): string {
  const ledger = new Map(flows.map((row) => [`${row.area} ${row.year}`, row]));
  const header = [
    'area_code',
    'area_name',
    'year',
    'population',
    'gps',
    'density',
    ...FLOW_COLUMNS.map(([name]) => name),
  ];
  const rows = areas.flatMap(({ code, name, population, gps, density }) =>
    years.map((year, index): Cell[] => {
      const row = ledger.get(`${code} ${year}`);
      const figures = [population[index] ?? null, gps[index] ?? null, density[index] ?? null];
      return [code, name, year, ...figures, ...FLOW_COLUMNS.map(([, of]) => (row ? of(row) : null))];
    }),
  );
  return [header, ...rows].map((row) => row.map(cell).join(',')).join('\n');
}

function cell(value: Cell): string {
  const text = String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
