import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preview } from 'vite';

/** The shipped build, served. */
export interface Site {
  /** Address of the first page, ending in a slash. */
  url: string;
  close(): Promise<void>;
}

const ROOT = join(import.meta.dirname, '..', '..');

/**
 * Builds into a new temporary folder.
 * @param mode what is built: the site, or the page that is one file
 * @throws Error with the build's output when it fails
 */
export function buildInto(mode: 'production' | 'file'): string {
  const outDir = mkdtempSync(join(tmpdir(), 'wanren-'));
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  // A process of its own: Vitest sets NODE_ENV=test and VITEST, which would change what is built.
  const env = { ...process.env, NODE_ENV: 'production', VITEST: '' };
  const build = spawnSync(process.execPath, [vite, 'build', '--mode', mode, '--outDir', outDir, '--emptyOutDir'], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  });
  if (build.status !== 0) {
    rmSync(outDir, { recursive: true });
    throw new Error(`the build failed:\n${build.stdout}\n${build.stderr}`);
  }
  return outDir;
}

/**
 * Builds the site as it is published and serves it under a sub-path, as GitHub Pages does.
 * @throws Error with the build's output when it fails
 */
export async function serveBuild(): Promise<Site> {
  const outDir = buildInto('production');
  const server = await preview({
    configFile: false,
    root: ROOT,
    base: '/wanren/',
    // A missing file is an error, not the first page again.
    appType: 'mpa',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
    logLevel: 'silent',
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('the preview server has no port');
  return {
    url: `http://127.0.0.1:${address.port}/wanren/`,
    async close() {
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}
