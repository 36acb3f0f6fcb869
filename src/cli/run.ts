import type { ReadText } from '../io/built-in.ts';
import { readChoices, sheetOf, type HandChoices } from '../io/own/hand-choices.ts';
import { placeOfTables } from '../io/own/own-place.ts';
import { bestSheet, KINDS, readFile as readOwnFile } from '../io/own/read-file.ts';
import type { FileKind } from '../io/own/synonyms.ts';
import type { OwnTable } from '../io/own/table.ts';
import { loadPlace } from '../io/places.ts';
import { readOwnPolicy } from '../io/own-policy.ts';
import { loadPolicyAt } from '../io/policies.ts';
import { loadReference } from '../io/reference.ts';
import { withOwnFacts } from '../model/documents/own-pack.ts';
import type { Setup } from '../model/frame.ts';
import type { PlanProgress } from '../model/reassign/plan.ts';
import type { Reference } from '../model/reference.ts';
import type { PlaceData, PolicyPack, Problem } from '../model/types.ts';
import { DEFAULT_PLACE, OWN, ownPolicy } from '../scenario/catalogue.ts';
import { isOwnDocument, readLink, writeLink, type LinkParts } from '../scenario/link.ts';
import { planScenario } from '../scenario/plan.ts';
import { openPlans } from '../scenario/plans.ts';
import { asksForMoves } from '../scenario/reassign-fields.ts';
import { resolve } from '../scenario/resolve.ts';
import { runScenario } from '../scenario/run.ts';
import type { Field, Value } from '../scenario/types.ts';
import { widened } from '../scenario/widened.ts';
import { drawProblemText } from '../text/draw-problem.ts';
import { moveProblemText } from '../text/move-problem.ts';
import { ownProblemText } from '../text/own-words.ts';
import { problemText } from '../text/problem-text.ts';
import { loadWords } from '../text/words.ts';
import { highsSolver } from '../worker/highs.ts';
import { toCsv } from './csv.ts';
import { drawAll, withDraws } from './draws.ts';
import { listFields } from './field-list.ts';
import { readOptions, USAGE, type Options } from './options.ts';
import { report } from './report.ts';

/** The world around the headless run. */
export interface Surroundings {
  /** Built-in data. */
  read: ReadText;
  /** A file of the user. */
  readFile(path: string): Promise<Uint8Array>;
  out(text: string): void;
  err(line: string): void;
}

/** Input that cannot be used, with everything that is wrong with it. */
class Unusable extends Error {
  lines: string[];
  constructor(lines: string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

/**
 * The headless run (DESIGN §9).
 * @returns the exit code: 0 with results, 2 for input that cannot be used
 */
export async function run(args: string[], { read, readFile, out, err }: Surroundings): Promise<0 | 2> {
  await loadWords('en');
  const options = readOptions(args);
  if ('error' in options) {
    err(options.error);
    err(USAGE);
    return 2;
  }
  try {
    out(await answer(options, read, readFile, err));
    return 0;
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    error.lines.forEach(err);
    return 2;
  }
}

async function answer(
  options: Options,
  read: ReadText,
  readFile: Surroundings['readFile'],
  err: Surroundings['err'],
): Promise<string> {
  const link = readLink(options.link ?? '');
  if (options.link !== null && link.place === null) {
    throw new Unusable(link.problems.length > 0 ? link.problems.map(fact) : [`not a link: ${options.link}`]);
  }
  const own = KINDS.some((kind) => options[kind] !== null);
  if (own && link.place !== null && link.place !== OWN.id) {
    throw new Unusable([`own files make a place of their own: the link must be #/${OWN.id}/…, found ${link.place}`]);
  }
  const id = own ? OWN.id : (link.place ?? DEFAULT_PLACE);
  if (id === OWN.id && !own) throw new Unusable(['a link on own files needs --census FILE and --staffing FILE']);
  const reference = await loadReference(read);
  const [{ place: alone, found: ofFiles }, brought] = await Promise.all([
    own ? ownFiles(options, reference, readFile) : { place: await loadPlace(id, read), found: [] },
    Promise.all(options.policy.map((path) => ownPack(path, readFile))),
  ]);
  const policy = openDocument(link, brought);
  const document = await loadPolicyAt(id, policy ?? ownPolicy(id), read, brought);
  const { place, pack } = withOwnFacts(alone, document);
  if (pack.workforce !== place.workforce) {
    throw new Unusable([
      `${pack.own ? pack.name.en : pack.id} is about other staff (${pack.workforce}) than the data of ${id} (${place.workforce})`,
    ]);
  }
  const bare = { place, pack, reference };
  const { opening, plans } = openPlans(bare, overridden(link, options));
  const { values, fields, problems } = opening;
  const { setup, problems: impossible } = await widened(bare, values);
  const lacking = policy === null && link.policy !== null;
  const missing: Problem[] = lacking ? [{ code: 'document.not-here', values: { value: link.policy! } }] : [];
  const found = [...ofFiles, ...link.problems, ...missing, ...problems, ...impossible];
  if (options.fields) {
    found.map((problem) => inWords(problem, fields, place)).forEach(err);
    return JSON.stringify(listFields(fields, place), null, 2);
  }
  const moves = asksForMoves(fields, values) ? await planOf(setup, values, err) : null;
  const result = runScenario(setup, values, undefined, moves);
  const draws = options.draws ?? Number(values['draws'] ?? 0);
  const { seed, doubt } = resolve(fields, values);
  const ask = {
    seed: Number(seed),
    draws,
    doubt: doubt ?? 'both',
    workers: options.workers,
    moves: moves?.moves ?? [],
  };
  const drawn = draws > 0 ? await drawAll(setup, values, ask, (done) => err(`${done} of ${draws} draws`)) : null;
  found.push(...result.problems, ...(moves?.problems ?? []), ...(drawn && 'problem' in drawn ? [drawn.problem] : []));
  found.map((problem) => inWords(problem, fields, place)).forEach(err);
  const named = {
    ...(policy === null ? {} : { policy }),
    ...(link.data ? { data: link.data } : {}),
    ...(plans === undefined ? {} : { plans }),
  };
  const expected = report(place, writeLink({ place: id, ...named, values }, fields), result, found);
  const outcome = drawn && 'draws' in drawn ? withDraws(expected, drawn.draws) : expected;
  return options.format === 'csv' ? toCsv(outcome) : JSON.stringify(outcome, null, 2);
}

/**
 * The document that is open: of the user's own the one that the link names, or the first that it does not take beside another; else what
 * the link says.
 * @returns null: the place's own
 */
function openDocument({ policy, raw, plans }: LinkParts, brought: readonly PolicyPack[]): string | null {
  const pairs = [...raw, ...(plans?.list ?? []).flatMap((plan) => plan.raw)];
  const beside = pairs.flatMap(([key, value]) => (key === 'docs' ? value.split('~') : []));
  const own = brought.find(({ id }) => id === policy) ?? brought.find(({ id }) => !beside.includes(id));
  return own?.id ?? (policy !== null && isOwnDocument(policy) ? null : policy);
}

/** The plan of reassignment; the solver is loaded for it. */
async function planOf(setup: Setup, values: Readonly<Record<string, Value>>, err: Surroundings['err']) {
  const { default: loadHighs } = await import('highs');
  const highs = await loadHighs();
  const tell = ({ goal, county, counties }: PlanProgress): void =>
    err(`plan: ${goal}, county ${county + 1} of ${counties}`);
  return planScenario(setup, values, highsSolver(highs), tell);
}

/** The link with the options that stand for a part of it, in each of its plans. */
function overridden(link: LinkParts, { seed, draws }: Options): Pick<LinkParts, 'raw' | 'plans'> {
  const pairs = Object.entries({ seed, draws }).flatMap(([key, value]): [string, string][] =>
    value === null ? [] : [[key, String(value)]],
  );
  const raw = [...link.raw, ...pairs];
  if (!link.plans) return { raw };
  const list = link.plans.list.map((plan) => ({ ...plan, raw: [...plan.raw, ...pairs] }));
  return { raw, plans: { ...link.plans, list } };
}

/** The place of the user's files and what is wrong with them. @throws Unusable with all of it when they make no place */
async function ownFiles(
  options: Options,
  reference: Reference,
  readFile: Surroundings['readFile'],
): Promise<{ place: PlaceData; found: Problem[] }> {
  const { sheets, columns, merged } = await byHand(options.choices, readFile);
  const tables: Partial<Record<FileKind, OwnTable>> = {};
  const found: Problem[] = [];
  for (const kind of KINDS) {
    const path = options[kind];
    if (path === null) continue;
    const name = path.replace(/^.*[/\\]/, '');
    const read = await readOwnFile({ name, bytes: await bytesOf(path, readFile) });
    found.push(...read.problems);
    const wanted = sheets[kind];
    const named = read.tables.filter(({ file }) => wanted === undefined || sheetOf(file) === wanted);
    if (named.length === 0 && read.tables.length > 0) {
      const there = read.tables.map(({ file }) => sheetOf(file) ?? 'a text file').join(', ');
      throw new Unusable([`${path}: there is no sheet ${wanted}, but ${there}`]);
    }
    const { table, problems } = bestSheet(named, kind);
    found.push(...problems);
    if (table) tables[kind] = table;
  }
  const { place, problems } = placeOfTables(tables, reference, { columns, merged });
  found.push(...problems);
  if (place === null) throw new Unusable(found.map(fact));
  return { place, found };
}

/** What was decided by hand. @throws Unusable when the file cannot be read or says something else */
async function byHand(path: string | null, readFile: Surroundings['readFile']): Promise<HandChoices> {
  if (path === null) return { sheets: {}, columns: {}, merged: {} };
  const read = readChoices(new TextDecoder().decode(await bytesOf(path, readFile)));
  if ('faults' in read) throw new Unusable(read.faults.map((fault) => `${path}: ${fault}`));
  return read;
}

/** @throws Unusable when the file cannot be read */
function bytesOf(path: string, readFile: Surroundings['readFile']): Promise<Uint8Array> {
  return readFile(path).catch((error: unknown) => {
    throw new Unusable([`${path}: cannot be read (${error instanceof Error ? error.message : String(error)})`]);
  });
}

/** @throws Unusable when the file cannot be read or is no policy document */
async function ownPack(path: string, readFile: Surroundings['readFile']): Promise<PolicyPack> {
  const text = new TextDecoder().decode(await bytesOf(path, readFile));
  const { pack, problems } = readOwnPolicy(text);
  if (pack === null) throw new Unusable(problems.map((problem) => `${path}: ${fact(problem)}`));
  return pack;
}

/** What is wrong, in English, with code and values for those who search for them. */
function fact(problem: Problem): string {
  return coded(problem, ownProblemText(problem, 'en') ?? problemText(problem, 'en').fact);
}

function coded({ code, values }: Problem, said: string): string {
  return `${said} [${[code, ...Object.entries(values).map(([key, value]) => `${key}=${value}`)].join(' ')}]`;
}

/** The same with what was done instead, of a place that is open. */
function inWords(problem: Problem, fields: readonly Field[], { facts }: PlaceData): string {
  if (ownProblemText(problem, 'en') !== null) return fact(problem);
  const said =
    drawProblemText(problem, 'en', fields, facts) ?? moveProblemText(problem, 'en') ?? problemText(problem, 'en');
  return `${coded(problem, said.fact)} ${said.kept}`;
}
