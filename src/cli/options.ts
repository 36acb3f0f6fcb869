import { parseArgs } from 'node:util';
import { MOST_DRAWS } from '../model/micro/ensemble.ts';

/** What the headless run was asked for. */
export interface Options {
  /** With its hash, or null for the default place. */
  link: string | null;
  /** Documents of the user: the first that the link does not take beside another is the open one. */
  policy: string[];
  census: string | null;
  staffing: string | null;
  distances: string | null;
  /** What was decided by hand about these files. */
  choices: string | null;
  /** null: those that the link asks for, and none where it says nothing. */
  draws: number | null;
  seed: number | null;
  /** Threads that share the draws; their number changes no figure. */
  workers: number;
  format: 'json' | 'csv';
  fields: boolean;
}

const MOST_WORKERS = 64;

export const USAGE = `usage: npm run --silent simulate -- [LINK] [--census FILE] [--staffing FILE] [--distances FILE] [--choices FILE]
                                     [--policy FILE …] [--draws N] [--seed N] [--workers N] [--format json|csv] [--fields]`;

/**
 * Reads the command line.
 * @returns the options, or why they cannot be used
 */
export function readOptions(args: string[]): Options | { error: string } {
  const file = { type: 'string' } as const;
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        census: file,
        staffing: file,
        distances: file,
        choices: file,
        policy: { type: 'string', multiple: true },
        draws: { type: 'string' },
        seed: { type: 'string' },
        workers: { type: 'string' },
        format: { type: 'string', default: 'json' },
        fields: { type: 'boolean', default: false },
      },
    });
    if (positionals.length > 1) return { error: `one link was expected, found ${positionals.length}: quote it` };
    if (values.format !== 'json' && values.format !== 'csv') {
      return { error: `--format must be json or csv, found ${values.format}` };
    }
    return {
      link: positionals[0] === undefined ? null : asHash(positionals[0]),
      policy: values.policy ?? [],
      census: values.census ?? null,
      staffing: values.staffing ?? null,
      distances: values.distances ?? null,
      choices: values.choices ?? null,
      draws: whole('draws', values.draws, 1, MOST_DRAWS),
      seed: whole('seed', values.seed, 0, 2 ** 32 - 1),
      workers: whole('workers', values.workers, 1, MOST_WORKERS) ?? 1,
      format: values.format,
      fields: values.fields,
    };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/** `tongjiang/v=1` and `/tongjiang/v=1` are the part of a link after `#`. */
function asHash(link: string): string {
  return /[#＃]|%23/.test(link) ? link : `#/${link.replace(/^\/+/, '')}`;
}

/** @throws RangeError for anything but a whole number in range */
function whole(name: string, text: string | undefined, min: number, max: number): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < min || value > max) {
    throw new RangeError(`--${name} must be a whole number from ${min} to ${max}, found ${text}`);
  }
  return value;
}
