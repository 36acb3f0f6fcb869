import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Papa from 'papaparse';

/** LibreOffice is installed. */
export const office = !spawnSync('soffice', ['--version']).error;

/** Numbers of encodings in LibreOffice's list. */
export const CHARSET = { utf8: 76, gb18030: 85 } as const;

/**
 * Files as LibreOffice reads them: its cells by file and, of a workbook, by sheet (`book.xlsx/区域`). One start for all of them.
 * @param folder of this test's own
 * @param charset of the CSV files among them
 */
export function throughOffice(
  folder: string,
  files: Readonly<Record<string, Uint8Array>>,
  charset: keyof typeof CHARSET = 'utf8',
): Map<string, string[][]> {
  const [given, made] = [join(folder, 'in'), join(folder, `out-${charset}-${Object.keys(files)[0]}`)];
  mkdirSync(given, { recursive: true });
  const paths = Object.entries(files).map(([name, bytes]) => {
    writeFileSync(join(given, name), bytes);
    return join(given, name);
  });
  execFileSync(
    'soffice',
    [
      '--headless',
      `-env:UserInstallation=file://${folder}/profile`,
      ...(paths[0]?.endsWith('.csv') ? [`--infilter=CSV:44,34,${CHARSET[charset]},1,2/2`] : []),
      '--convert-to',
      // UTF-8, cells in full and not as shown, every sheet a file.
      'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1',
      '--outdir',
      made,
      ...paths,
    ],
    { stdio: 'ignore', timeout: 300_000 },
  );
  const stems = Object.keys(files).map((name) => [name, basename(name).replace(/\.\w+$/, '')] as const);
  return new Map(
    readdirSync(made).flatMap((found): [string, string[][]][] => {
      const text = readFileSync(join(made, found), 'utf8').replace(/^\ufeff/, '');
      const rows = Papa.parse<string[]>(text.replace(/\r?\n$/, '')).data;
      const of = stems.find(([, stem]) => found.startsWith(`${stem}-`) || found === `${stem}.csv`);
      if (!of) return [];
      const [name, stem] = of;
      return [[name.endsWith('.csv') ? name : `${name}/${found.slice(stem.length + 1, -4)}`, rows]];
    }),
  );
}
