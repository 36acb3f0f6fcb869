import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type LaunchOptions } from 'playwright';

/** A Chromium that starts on this machine. */
export interface FoundBrowser {
  /** Where it was found, for the reader of the test run. */
  where: string;
  version: string;
  launch: LaunchOptions;
}

/** Quiet enough for a test: no sandbox (root), no graphics card, no requests of its own. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const CACHE = join(import.meta.dirname, '..', 'node_modules', '.cache');

/**
 * The Chromium for tests and benchmarks: CHROMIUM_PATH, else Playwright's own, else the system's, else (Linux x64) the one that
 * the npm package @sparticuz/chromium brings, unpacked once into node_modules/.cache.
 * @throws Error that says what to do when there is none, or when CHROMIUM_PATH names something that does not start
 */
export function findBrowser(): FoundBrowser {
  const wanted = process.env['CHROMIUM_PATH'];
  if (wanted) {
    const found = tried('CHROMIUM_PATH', wanted);
    if (!found) throw new Error(`CHROMIUM_PATH does not start: ${wanted}`);
    return found;
  }
  const found = tried("Playwright's own", chromium.executablePath()) ?? onSystem() ?? fromPackage();
  if (!found) throw new Error('No Chromium found. Run: npx playwright install chromium (or set CHROMIUM_PATH)');
  return found;
}

/** The browser if the file is there and starts: a distribution's stub, or one that lacks a library, does not. */
function tried(where: string, executablePath: string, environment: Record<string, string> = {}): FoundBrowser | null {
  if (!existsSync(executablePath)) return null;
  const env = { ...process.env, ...environment };
  const launch: LaunchOptions = { executablePath, args: ARGS, headless: true, env };
  // On Windows, chrome.exe opens a window when asked for its version.
  if (process.platform === 'win32') return { where: `${where}: ${executablePath}`, version: 'version unknown', launch };
  const run = spawnSync(executablePath, ['--version'], { env, encoding: 'utf8', timeout: 30_000 });
  return run.status === 0 ? { where: `${where}: ${executablePath}`, version: run.stdout.trim(), launch } : null;
}

function onSystem(): FoundBrowser | null {
  const places: Partial<Record<NodeJS.Platform, string[]>> = {
    darwin: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
    win32: ['ProgramFiles', 'ProgramFiles(x86)'].flatMap((variable) => {
      const folder = process.env[variable] ?? 'C:\\Program Files';
      return [
        `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
        `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
      ];
    }),
  };
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) =>
      ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'].map((name) => join(folder, name)),
    );
  for (const path of places[process.platform] ?? onPath) {
    const found = tried('system', path);
    if (found) return found;
  }
  return null;
}

/** The package's own default flags are not used: they switch web security off. */
function fromPackage(): FoundBrowser | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const home = join(CACHE, 'chromium');
  if (!existsSync(home)) unpack(home);
  const env: Record<string, string> = {
    LD_LIBRARY_PATH: [join(home, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(delimiter),
  };
  // A machine without any font configuration gets the package's font, or text has no width.
  if (!existsSync('/etc/fonts')) env['FONTCONFIG_FILE'] = fontConfiguration(home);
  return tried('npm package @sparticuz/chromium', join(home, 'chromium'), env);
}

/** The package's own configuration names folders of Amazon's machines only. */
function fontConfiguration(home: string): string {
  const file = join(home, 'fonts.conf');
  const folders = `<dir>${join(home, 'fonts')}</dir><dir>/usr/share/fonts</dir><cachedir>${join(home, 'font-cache')}</cachedir>`;
  writeFileSync(file, `<?xml version="1.0"?><fontconfig>${folders}</fontconfig>`);
  return file;
}

/**
 * Unpacks browser, libraries and fonts. The package unpacks into the temporary folder, its libraries only on a machine that
 * says it is Amazon's, so it runs in a child process with both set; the rename makes a broken-off unpacking invisible.
 */
function unpack(home: string): void {
  mkdirSync(CACHE, { recursive: true });
  const unfinished = mkdtempSync(join(CACHE, 'chromium-'));
  const program = "import('@sparticuz/chromium').then((package_) => package_.default.executablePath())";
  const env = { ...process.env, TMPDIR: unfinished, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  try {
    execFileSync(process.execPath, ['--eval', program], { cwd: join(CACHE, '..', '..'), env, stdio: 'inherit' });
    if (!existsSync(home)) renameSync(unfinished, home);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}
