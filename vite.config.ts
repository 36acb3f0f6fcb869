import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { parseAst, type Plugin, type UserConfig } from 'vite';
import { defineConfig } from 'vitest/config';
import { findBrowser } from './test/browser.ts';

/** Set by Vitest before it reads this file. */
const testing = Boolean(process.env['VITEST']);

/** Nothing but the site's own files runs, loads or is sent; data: and blob: pictures serve downloads. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // The library that packs workbooks starts a worker of its own for large ones, from a blob.
  "worker-src 'self' blob:",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** The content security policy, as a meta tag. In the build only: the development server injects its styles. */
function securityPolicy(): Plugin {
  return {
    name: 'wanren:security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY.join('; ') },
        injectTo: 'head-prepend',
      },
    ],
  };
}

/** JavaScript and CSS before the first chart, bytes after gzip (DESIGN §7). */
const SIZE_BUDGET = 120_000;

/**
 * Fails the build when what the first chart needs is over the budget: the page's entry, the model worker and one language,
 * each with all that they import statically, and their styles.
 */
function sizeBudget(): Plugin {
  return {
    name: 'wanren:size-budget',
    apply: 'build',
    writeBundle: {
      order: 'post',
      handler(_options, bundle) {
        const needed = new Set<string>();
        const need = (file: string): void => {
          if (needed.has(file)) return;
          needed.add(file);
          const part = bundle[file];
          if (part?.type === 'chunk') [...part.imports, ...(part.viteMetadata?.importedCss ?? [])].forEach(need);
          else if (part && file.endsWith('.js')) importsOf(file, String(part.source)).forEach(need);
        };
        const entries = Object.values(bundle).filter((part) => part.type === 'chunk' && part.isEntry);
        // Vite builds workers apart and adds them to the bundle as assets.
        const workers = Object.keys(bundle).filter((file) => /\bmodel\.worker-[^/]*\.js$/.test(file));
        if (workers.length !== 1) this.error(`size budget: expected one model worker, found ${workers.length}`);
        // One language is loaded before the first chart: the larger one counts.
        const languages = Object.values(bundle)
          .filter((part) => part.type === 'chunk' && /\/src\/text\/(zh|en)\.ts$/.test(part.facadeModuleId ?? ''))
          .map((part) => ({ file: part.fileName, bytes: part.type === 'chunk' ? gzipSync(part.code).length : 0 }))
          .sort((one, other) => other.bytes - one.bytes);
        if (languages.length !== 2) this.error(`size budget: expected two languages, found ${languages.length}`);
        [...entries.map((part) => part.fileName), ...workers, languages[0]!.file].forEach(need);

        let total = 0;
        for (const file of needed) {
          const part = bundle[file];
          if (!part) continue;
          const bytes = gzipSync(part.type === 'chunk' ? part.code : part.source).length;
          total += bytes;
          this.info(`${kilobytes(bytes).padStart(9)} gzip  ${file}`);
        }
        const line = `${kilobytes(total)} of ${kilobytes(SIZE_BUDGET)} gzip before the first chart`;
        if (total > SIZE_BUDGET) this.error(`size budget exceeded: ${line}`);
        this.info(line);
      },
    },
  };
}

/** Files that a built module imports statically, as names in the bundle. */
function importsOf(file: string, code: string): string[] {
  return parseAst(code).body.flatMap((statement) =>
    'source' in statement && statement.source
      ? [new URL(String(statement.source.value), `file:///${file}`).pathname.slice(1)]
      : [],
  );
}

/** Folders of the npm packages whose modules are in the page or in a worker. */
const packages = new Set<string>();

function collectPackages(): Plugin {
  return {
    name: 'wanren:collect-packages',
    apply: 'build',
    buildEnd() {
      for (const id of this.getModuleIds()) {
        const folder = /^[^\0].*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0];
        if (folder) packages.add(folder);
      }
    },
  };
}

const licenceTexts = (): string =>
  [...packages]
    .sort()
    .map((folder) => {
      const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;
      const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
      if (!file) throw new Error(`no licence file in ${folder}`);
      return `${about['name']} ${about['version']} (${about['license']})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);

/** licenses.txt beside the page: their licences. (Vite's own `build.license` leaves out what only workers use.) */
function licenses(): Plugin {
  return {
    name: 'wanren:licenses',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'licenses.txt', source: licenceTexts() });
    },
  };
}

/** service-worker.js beside the page: it names every file of the build, and changes whenever one of them does. */
function offline(): Plugin {
  return {
    name: 'wanren:offline',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const files = ['./', 'icon.svg', ...Object.keys(bundle).filter((file) => file.startsWith('assets/'))].sort();
        const page = bundle['index.html'];
        const version = createHash('sha256')
          .update(JSON.stringify([files, page?.type === 'asset' ? String(page.source) : '']))
          .digest('hex')
          .slice(0, 16);
        const code = readFileSync(join(import.meta.dirname, 'src/service-worker.js'), 'utf8');
        const source = `const VERSION = '${version}';\nconst FILES = ${JSON.stringify(files)};\n${code}`;
        this.emitFile({ type: 'asset', fileName: 'service-worker.js', source });
      },
    },
  };
}

/** Modules that reach beyond the page, and what stands for them where the page is one file. */
const SEAMS: readonly (readonly [module: string, instead: string])[] = [
  ['src/worker/start.ts', 'src/worker/start-inline.ts'],
  ['src/io/built-in-web.ts', 'src/io/built-in-inline.ts'],
];

function seams(): Plugin {
  const full = (file: string): string => join(import.meta.dirname, file);
  const instead = new Map(SEAMS.map(([module, other]) => [full(module), full(other)]));
  return {
    name: 'wanren:seams',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!importer || !source.startsWith('.')) return null;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      return (resolved && instead.get(resolved.id)) ?? null;
    },
    transform(code, id) {
      if (!id.endsWith('/highs.mjs')) return null;
      // The solver's own guess where its program lies would put the program into the page a second time.
      const lean = code.replace(/new URL\(\s*["']highs\.wasm["'],\s*import\.meta\.url,?\s*\)/, 'new URL("data:,")');
      if (lean === code) this.error('highs no longer looks for highs.wasm beside itself');
      return { code: lean, map: null };
    },
  };
}

/** Tables that few places need are read by themselves. */
const TABLES_OF_FEW = /hunan|townships/;

/** One file with the tables that every place needs; src/io/tables-web.ts is told where it lies. */
function tables(): Plugin {
  const module = join(import.meta.dirname, 'src/io/tables-web.ts');
  const data = join(import.meta.dirname, 'data');
  return {
    name: 'wanren:tables',
    apply: 'build',
    load(id) {
      if (id !== module) return null;
      const files = readdirSync(data).filter((file) => /\.csv$|^calibration/.test(file) && !TABLES_OF_FEW.test(file));
      const texts = files.map((file) => [file, readFileSync(join(data, file), 'utf8')]);
      const source = JSON.stringify(Object.fromEntries(texts));
      const reference = this.emitFile({ type: 'asset', name: 'tables.json', source });
      return `export const TOGETHER = { url: import.meta.ROLLUP_FILE_URL_${reference}, files: ${JSON.stringify(files)} };`;
    },
  };
}

/** Puts script, style, icon and licences into the page. The policy names script and style by their digests; workers are blobs of the page. */
function oneFile(): Plugin {
  const digest = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return {
    name: 'wanren:one-file',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html'];
        const parts = Object.values(bundle);
        const chunks = parts.filter((part) => part.type === 'chunk');
        const styles = parts
          .filter((part) => part.type === 'asset')
          .filter(({ fileName }) => fileName.endsWith('.css'));
        if (page?.type !== 'asset' || chunks.length !== 1 || parts.length !== chunks.length + styles.length + 1) {
          this.error(`one file: the bundle has other parts: ${Object.keys(bundle).join(', ')}`);
        }
        const script = chunks[0]!.code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
        const style = styles.map(({ source }) => String(source)).join('\n');
        const icon = readFileSync(join(import.meta.dirname, 'public/icon.svg')).toString('base64');
        const policy = [
          "default-src 'none'",
          `script-src ${digest(script)} 'wasm-unsafe-eval'`,
          'worker-src blob:',
          `style-src ${digest(style)}`,
          'img-src data: blob:',
          // The solver, which is in the page too.
          'connect-src data:',
          "base-uri 'none'",
          "form-action 'none'",
        ].join('; ');
        const licences = licenceTexts().replaceAll('</', '<\\/');
        page.source = String(page.source)
          .replace(/<script type="module"[^>]*><\/script>\s*/, '')
          .replace(/<link rel="stylesheet"[^>]*>\s*/g, '')
          .replace('./icon.svg', `data:image/svg+xml;base64,${icon}`)
          .replace('<head>', () => `<head>\n<meta http-equiv="Content-Security-Policy" content="${policy}">`)
          .replace('</head>', () => `<style>${style}</style>\n</head>`)
          .replace(
            '</body>',
            () =>
              `<script type="module">${script}</script>\n<script type="text/plain" id="licences">${licences}</script>\n</body>`,
          );
        for (const part of [...chunks, ...styles]) delete bundle[part.fileName];
        page.fileName = 'wanren.html';
      },
    },
  };
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

/** `vite build --mode file`: the site as one HTML file, which opens from a USB stick. */
const FILE = 'file';
const whole = { output: { codeSplitting: false } };

const site = {
  plugins: [svelte({ configFile: false }), securityPolicy(), sizeBudget(), collectPackages(), licenses(), offline()],
  worker: { format: 'es', plugins: () => [tables(), collectPackages()] },
  build: {
    target: 'chrome109',
    assetsInlineLimit: 0,
    // All that the first chart needs of the page comes in one piece, also where later parts share it: 40 requests take longer than their bytes.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
  },
} satisfies UserConfig;

const file = {
  plugins: [seams(), svelte({ configFile: false }), collectPackages(), oneFile()],
  // A worker of a page that is a file may be no module.
  worker: { format: 'iife', plugins: () => [seams(), collectPackages()], rolldownOptions: whole },
  publicDir: false,
  build: {
    target: 'chrome109',
    outDir: 'dist-file',
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    cssCodeSplit: false,
    modulePreload: false,
    chunkSizeWarningLimit: Infinity,
    rolldownOptions: whole,
  },
} satisfies UserConfig;

export default defineConfig(({ mode }) => ({
  // Relative, so that one build works at any address: a domain, a sub-path of GitHub Pages, a folder of an intranet server.
  base: './',
  ...(mode === FILE ? file : site),
  // Without the condition, tests would get Svelte's server build, in which runes do not react.
  resolve: testing ? { conditions: ['browser'] } : {},
  test: {
    // A busy machine takes several times as long as a quiet one: what is waited for is given that long before it counts as missing.
    testTimeout: 180_000,
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          setupFiles: ['test/both-languages.ts'],
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/**/*.svelte.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          setupFiles: ['test/both-languages.ts'],
          include: ['test/**/*.svelte.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright(testing ? { launchOptions: findBrowser().launch } : {}),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/*.test.ts'],
          globalSetup: 'test/e2e/global-setup.ts',
          fileParallelism: false,
          hookTimeout: 120_000,
        },
      },
    ],
  },
}));
