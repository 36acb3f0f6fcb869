import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chineseText, foreignAddresses, impurities, readSources, wrongArrows } from './source-rules.ts';

const sources = readSources(join(import.meta.dirname, '..'));
const components = sources.filter((file) => file.path.endsWith('.svelte'));
const models = sources.filter((file) => file.path.startsWith('src/model/'));

describe('the source', () => {
  it('imports in one direction only', () => {
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.flatMap(wrongArrows)).toEqual([]);
  }, 30_000);

  it('has a model without browser, clock, chance or inexact functions', () => {
    expect(models.length).toBeGreaterThan(0);
    expect(models.flatMap(impurities)).toEqual([]);
  });

  it('has no Chinese text in components', () => {
    expect(components.length).toBeGreaterThan(0);
    expect(components.flatMap(chineseText)).toEqual([]);
  });

  it('names no other site', () => {
    expect(sources.flatMap(foreignAddresses)).toEqual([]);
  });
});

describe('a wrong import', () => {
  const wrong = [
    ['src/model/survival.ts', `import { tick } from 'svelte';`],
    ['src/model/survival.ts', `import { fields } from '../scenario/fields.ts';`],
    ['src/model/survival.ts', `export { fields } from '../scenario/fields.ts';`],
    ['src/model/survival.ts', `const text = import('../text/zh.ts');`],
    ['src/model/survival.ts', `export type Row = import('../io/census.ts').Row;`],
    ['src/chart/Bars.svelte', `<script lang="ts">import type { Area } from '../model/types.ts';</script><svg></svg>`],
    ['src/ui/App.svelte', `<script module lang="ts">import { read } from '../io/census.ts';</script><p>a</p>`],
    ['src/ui/App.svelte', `<script lang="ts">import { session } from '../state/session.svelte.ts';</script>`],
    ['src/io/census.ts', `import { proxy } from 'comlink';`],
    ['src/worker/client.ts', `import { run } from './model.worker.ts';`],
    ['src/worker/client.ts', `import { run, type Result } from '../model/cohort-engine.ts';`],
    ['src/state/session.svelte.ts', `import { zh } from '../text/zh.ts';`],
    ['src/io/built-in.ts', `import { readText } from './built-in-node.ts';`],
    ['src/text/zh.ts', `import { FLOWS } from '../model/types.ts';`],
    ['src/cli/simulate.ts', `import { draw } from '../chart/line-path.ts';`],
    ['src/helpers/misc.ts', ``],
  ] as const;
  it.each(wrong)('is found in %s: %s', (path, text) => {
    expect(wrongArrows({ path, text })).toHaveLength(1);
  });
});

describe('a right import', () => {
  const right = [
    ['src/main.ts', `import { session } from './state/session.svelte.ts'; import './ui/page.css';`],
    ['src/worker/client.ts', `import type { Api } from './model.worker.ts'; import { wrap } from 'comlink';`],
    ['src/worker/client.ts', `new Worker(new URL('./model.worker.ts', import.meta.url), { type: 'module' });`],
    ['src/io/built-in-web.ts', `import url from '../../data/places.json?url';`],
    ['src/ui/App.svelte', `<script lang="ts">import type { SessionView } from '../state/view.ts';</script>`],
  ] as const;
  it.each(right)('is let through in %s: %s', (path, text) => {
    expect(wrongArrows({ path, text })).toEqual([]);
  });
});

describe('an impure model', () => {
  const impure = ['Math.exp(1)', 'Math.random()', '2 ** 0.5', 'new Date()', 'document.title', 'let x = 2; x **= 2'];
  it.each(impure)('is found: %s', (text) => {
    expect(impurities({ path: 'src/model/survival.ts', text })).toHaveLength(1);
  });

  it('is not seen in exact functions, property names and comments', () => {
    const text = `// the document\nconst a = { document: Math.sqrt(2) * 2 ** 30 }; a.document; const rule = 'document';`;
    expect(impurities({ path: 'src/model/survival.ts', text })).toEqual([]);
  });
});

describe('a component', () => {
  const chinese = [
    '<p>缺口</p>',
    '<p title="缺口">a</p>',
    `<p>{'缺口'}</p>`,
    '<p>{`${1}缺口`}</p>',
    `<script lang="ts">const a = '缺口';</script>`,
    `<p>a</p><style>p::before { content: '缺'; }</style>`,
  ];
  it.each(chinese)('may not say %s', (text) => {
    expect(chineseText({ path: 'src/ui/A.svelte', text })).not.toEqual([]);
  });

  it('may explain itself in Chinese in comments', () => {
    const text = `<script lang="ts">\n// 缺口\nconst a = 1; /* 缺口 */\n</script><!-- 缺口 --><p>{a /* 缺口 */}</p><style>/* 缺口 */ p { margin: 0 }</style>`;
    expect(chineseText({ path: 'src/ui/A.svelte', text })).toEqual([]);
  });

  it('may not name another site, but an XML namespace', () => {
    const text = `<svg xmlns="http://www.w3.org/2000/svg"></svg><img src="https://example.org/a.png" alt="" />`;
    expect(foreignAddresses({ path: 'src/ui/A.svelte', text })).toHaveLength(1);
    expect(foreignAddresses({ path: 'src/io/a.ts', text: 'fetch(`https://example.org/${1}`)' })).toHaveLength(1);
  });
});
