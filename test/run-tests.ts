/**
 * All tests: unit tests in Node, component tests and the shipped build in a real Chromium. Arguments go to Vitest
 * (`npm test -- test/model`). The last line is the count.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.ts';

/** The parts of Vitest's JSON report that are read here. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

try {
  const browser = findBrowser();
  process.stdout.write(`browser: ${browser.version} (${browser.where})\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'wanren-'));
const output = join(folder, 'report.json');
const vitest = join(import.meta.dirname, '..', 'node_modules', 'vitest', 'vitest.mjs');
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${output}`];
const run = spawnSync(process.execPath, [vitest, 'run', ...reporters, ...process.argv.slice(2)], { stdio: 'inherit' });

const { passed, failed } = count(existsSync(output) ? (JSON.parse(readFileSync(output, 'utf8')) as Report) : null);
rmSync(folder, { recursive: true });
process.stdout.write(`tests: ${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);

/** A file that cannot be loaded counts as one failed test, and so does a run that fails with all its tests passed. */
function count(report: Report | null): { passed: number; failed: number } {
  const broken =
    report?.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0) ?? [];
  const failed = (report?.numFailedTests ?? 0) + broken.length;
  return { passed: report?.numPassedTests ?? 0, failed: failed === 0 && run.status !== 0 ? 1 : failed };
}
