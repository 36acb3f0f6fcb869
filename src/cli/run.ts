import type { ReadText } from '../io/built-in.ts';
import { loadPlace } from '../io/places.ts';
import { loadPolicy, parsePolicy } from '../io/policies.ts';
import { loadReference } from '../io/reference.ts';
import type { PolicyPack, Problem } from '../model/types.ts';
import { DEFAULT_PLACE, ownPolicy } from '../scenario/catalogue.ts';
import { readLink, writeLink } from '../scenario/link.ts';
import { openValues } from '../scenario/open.ts';
import { runScenario } from '../scenario/run.ts';
import { problemText } from '../text/problem-text.ts';
import { toCsv } from './csv.ts';
import { listFields } from './field-list.ts';
import { readOptions, USAGE, type Options } from './options.ts';
import { report } from './report.ts';

/** The world around the headless run. */
export interface Surroundings {
  /** Built-in data. */
  read: ReadText;
  /** A file of the user. */
  readFile(path: string): Promise<string>;
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
  if (options.census ?? options.staffing ?? options.distances) {
    throw new Unusable(['--census, --staffing and --distances: own files cannot be read by this version']);
  }
  const link = readLink(options.link ?? '');
  if (options.link !== null && link.place === null) {
    throw new Unusable(link.problems.length > 0 ? link.problems.map(fact) : [`not a link: ${options.link}`]);
  }
  const id = link.place ?? DEFAULT_PLACE;
  const [place, reference, pack] = await Promise.all([
    loadPlace(id, read),
    loadReference(read),
    options.policy === null ? loadPolicy(link.policy ?? ownPolicy(id), read) : ownPack(options.policy, readFile),
  ]);
  if (pack.workforce !== place.workforce) {
    throw new Unusable([
      `${pack.id} is about other staff (${pack.workforce}) than the data of ${id} (${place.workforce})`,
    ]);
  }
  const setup = { place, pack, reference };
  const { values, fields, problems } = openValues(setup, [...link.raw, ...overrides(options)]);
  const found = [...link.problems, ...problems];
  if (options.fields) {
    found.map(inWords).forEach(err);
    return JSON.stringify(listFields(fields, place), null, 2);
  }
  const result = runScenario(setup, values);
  found.push(...result.problems);
  found.map(inWords).forEach(err);
  if (options.draws !== null && options.draws > 0) err('draws are not available yet: expected values only');

  const policy = link.policy === null ? {} : { policy: link.policy };
  const outcome = report(place, writeLink({ place: id, ...policy, values }, fields), result, found);
  return options.format === 'csv' ? toCsv(outcome) : JSON.stringify(outcome, null, 2);
}

/** Options that stand for a part of the link. */
function overrides({ seed, draws }: Options): [string, string][] {
  return Object.entries({ seed, draws }).flatMap(([key, value]): [string, string][] =>
    value === null ? [] : [[key, String(value)]],
  );
}

/** @throws Unusable when the file cannot be read or is no policy document */
async function ownPack(path: string, readFile: Surroundings['readFile']): Promise<PolicyPack> {
  const text = await readFile(path).catch((error: unknown) => {
    throw new Unusable([`${path}: cannot be read (${error instanceof Error ? error.message : String(error)})`]);
  });
  const { pack, problems } = parsePolicy(text);
  if (pack === null) throw new Unusable(problems.map((problem) => `${path}: ${fact(problem)}`));
  return pack;
}

/** What is wrong, in English, with code and values for those who search for them. */
function fact(problem: Problem): string {
  const values = Object.entries(problem.values).map(([key, value]) => `${key}=${value}`);
  return `${problemText(problem, 'en').fact} [${[problem.code, ...values].join(' ')}]`;
}

/** The same with what was done instead. */
function inWords(problem: Problem): string {
  return `${fact(problem)} ${problemText(problem, 'en').kept}`;
}
