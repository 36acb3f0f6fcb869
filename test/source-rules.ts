import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parse } from 'svelte/compiler';
import ts from 'typescript';

/** A source file; `path` is relative to the project, with forward slashes. */
export interface SourceFile {
  path: string;
  text: string;
}

/** An import as written. `type`: erased when built, so that nothing is loaded by it. */
interface Import {
  specifier: string;
  type: boolean;
}

/** Which layers (folders of src; `data`; packages) a layer may load, and from which it may take types only. */
interface Rule {
  values: string[];
  types: string[];
}

const LAW: Readonly<Record<string, Rule>> = {
  model: { values: ['model'], types: [] },
  chart: { values: ['chart', 'svelte', 'd3', 'uqr'], types: [] },
  scenario: { values: ['scenario', 'model'], types: [] },
  // Tables and files that leave the page or come back to it; knows neither GPs nor the page.
  sheet: { values: ['sheet', 'papaparse', 'read-excel-file', 'write-excel-file'], types: [] },
  io: {
    values: ['io', 'model', 'sheet', 'data', 'papaparse', 'valibot', 'read-excel-file', 'write-excel-file'],
    types: [],
  },
  // The headless run's way of reading the built-in data.
  'io/built-in-node': { values: ['io', 'model', 'node'], types: [] },
  text: { values: ['text'], types: ['model', 'scenario'] },
  'worker/model.worker': { values: ['worker', 'io', 'model', 'scenario', 'comlink'], types: [] },
  'worker/reader.worker': { values: ['worker', 'io', 'comlink'], types: [] },
  'worker/draw.worker': { values: ['worker', 'io', 'model', 'scenario', 'comlink'], types: [] },
  'worker/solver.worker': {
    values: ['worker', 'worker/highs', 'io', 'model', 'scenario', 'comlink', 'highs'],
    types: [],
  },
  // The solver behind the model's own interface, for the worker and the headless run.
  'worker/highs': { values: ['model', 'highs'], types: [] },
  // The page's side of the worker: of what runs in the worker it knows the types.
  worker: { values: ['worker', 'comlink'], types: ['worker/model.worker', 'io', 'model', 'scenario'] },
  state: {
    values: ['state', 'scenario', 'worker', 'svelte', 'idb-keyval', 'valibot'],
    types: ['worker/model.worker', 'io', 'model'],
  },
  ui: { values: ['ui', 'chart', 'sheet', 'text', 'scenario', 'model', 'svelte'], types: ['state'] },
  cli: {
    values: ['cli', 'io', 'io/built-in-node', 'model', 'scenario', 'text', 'worker', 'worker/highs', 'highs', 'node'],
    types: [],
  },
};

/** Functions whose results every engine computes alike, bit for bit. The others may round differently, and so may `**` but for powers of two. */
const EXACT_MATH = ['abs', 'ceil', 'clz32', 'floor', 'fround', 'imul', 'max', 'min', 'round', 'sign', 'sqrt', 'trunc'];
const OUTSIDE_WORLD = ['document', 'window', 'self', 'globalThis', 'navigator', 'localStorage', 'Date', 'performance'];

/** Every .ts and .svelte file of src. */
export function readSources(root: string): SourceFile[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|svelte)$/.test(name))
    .map((name) => posix.join('src', name.replaceAll('\\', '/')))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** Imports that point the wrong way (DESIGN §6), one line each. `main.ts` wires everything and is free. */
export function wrongArrows(file: SourceFile): string[] {
  if (file.path === 'src/main.ts') return [];
  const from = layerOf(file.path);
  const rule = LAW[from];
  if (!rule) return [`${file.path}: no rule for this place`];
  return importsOf(file).flatMap(({ specifier, type }) => {
    const to = target(file.path, specifier);
    const allowed = type ? [...rule.values, ...rule.types] : rule.values;
    return allowed.includes(to)
      ? []
      : [`${file.path} imports ${type ? 'types of ' : ''}${specifier} (${from} → ${to})`];
  });
}

/** Words of a model file that tie it to a browser, a clock, chance or an engine's own rounding. */
export function impurities(file: SourceFile): string[] {
  const found: string[] = [];
  walk(scriptsOf(file), (node) => {
    if (ts.isPropertyAccessExpression(node) && node.expression.getText() === 'Math') {
      if (!EXACT_MATH.includes(node.name.text)) found.push(node.getText());
    } else if (ts.isIdentifier(node) && OUTSIDE_WORLD.includes(node.text) && !isPropertyName(node)) {
      found.push(node.text);
    } else if (ts.isBinaryExpression(node) && isPower(node) && !/^2 \*\* \d+$/.test(node.getText())) {
      found.push(node.getText());
    }
  });
  return found.map((word) => `${file.path}: ${word}`);
}

/** Chinese characters of a component outside comments: they belong in the dictionary. */
export function chineseText(file: SourceFile): string[] {
  return stringsOf(file)
    .filter((text) => /\p{Script=Han}/u.test(text))
    .map((text) => `${file.path}: ${text.trim()}`);
}

/** Addresses of other sites outside comments. Names of XML namespaces are not fetched. */
export function foreignAddresses(file: SourceFile): string[] {
  return stringsOf(file)
    .filter((text) => /https?:\/\/(?!www\.w3\.org\/)/.test(text))
    .map((text) => `${file.path}: ${text.trim()}`);
}

function isPower(node: ts.BinaryExpression): boolean {
  const { AsteriskAsteriskToken, AsteriskAsteriskEqualsToken } = ts.SyntaxKind;
  return [AsteriskAsteriskToken, AsteriskAsteriskEqualsToken].some((kind) => kind === node.operatorToken.kind);
}

function layerOf(path: string): string {
  const inner = path.replace(/^src\//, '');
  const file = inner.replace(/\.ts$/, '');
  return file in LAW ? file : (inner.split('/')[0] ?? inner);
}

/** Layer or package that an import leads to. */
function target(path: string, specifier: string): string {
  if (specifier.startsWith('.')) {
    const resolved = posix.join(posix.dirname(path), specifier);
    return resolved.startsWith('src/') ? layerOf(resolved) : (resolved.split('/')[0] ?? resolved);
  }
  if (specifier.startsWith('node:')) return 'node';
  if (specifier.startsWith('d3-')) return 'd3';
  return specifier.split('/')[0] ?? specifier;
}

function importsOf(file: SourceFile): Import[] {
  const imports: Import[] = [];
  walk(scriptsOf(file), (node) => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const type = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
      imports.push({ specifier: node.moduleSpecifier.text, type });
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      imports.push({ specifier: node.moduleSpecifier.text, type: node.isTypeOnly });
    } else if (
      ts.isImportTypeNode(node) &&
      ts.isLiteralTypeNode(node.argument) &&
      ts.isStringLiteral(node.argument.literal)
    ) {
      imports.push({ specifier: node.argument.literal.text, type: true });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const argument = node.arguments[0];
      imports.push({ specifier: argument && ts.isStringLiteral(argument) ? argument.text : '(computed)', type: false });
    }
  });
  return imports;
}

/** The file's TypeScript: all of it, or what stands in the scripts of a component. */
function scriptsOf(file: SourceFile): ts.SourceFile {
  if (!file.path.endsWith('.svelte')) return scriptFile(file.text);
  const { instance, module } = parse(file.text, { modern: true });
  const scripts = [module, instance].map((script) => (script ? file.text.slice(...contentRange(script.content)) : ''));
  return scriptFile(scripts.join('\n'));
}

/** Svelte's nodes carry their place in the file, which the types of its syntax tree do not say. */
function contentRange(content: object): [number, number] {
  const { start, end } = content as { start: number; end: number };
  return [start, end];
}

function scriptFile(text: string): ts.SourceFile {
  return ts.createSourceFile('script.ts', text, ts.ScriptTarget.Latest, true);
}

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** `x.document` and `{ document: 1 }` name a property, not the browser's document. */
function isPropertyName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) &&
    parent.name === node
  );
}

/** Text that can reach the screen or the network: string literals, templates, markup and styles; not comments. */
function stringsOf(file: SourceFile): string[] {
  const strings = new Set<string>();
  if (!file.path.endsWith('.svelte')) {
    walk(scriptFile(file.text), (node) => {
      if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
        strings.add(node.text);
      }
    });
    return [...strings];
  }
  const { fragment, instance, module, css } = parse(file.text, { modern: true });
  JSON.stringify([fragment, instance, module], (key, value: unknown) => {
    if (key === 'comments' || key === 'leadingComments' || key === 'trailingComments') return undefined;
    if (typeof value === 'object' && value !== null && 'type' in value && value.type === 'Comment') return undefined;
    if (typeof value === 'string') strings.add(value);
    return value;
  });
  return css ? [...strings, css.content.styles.replace(/\/\*[\s\S]*?\*\//g, '')] : [...strings];
}
