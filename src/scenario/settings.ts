import type { CountingRule, Source, Start } from '../model/types.ts';
import { choiceField, numberField } from './number-field.ts';
import { moveConditions } from './reassign-fields.ts';
import type { FieldSetup } from './setup.ts';
import { SETTING } from './source.ts';
import type { Field, Value } from './types.ts';

const RULES: readonly CountingRule[] = [
  'certified',
  'certified-no-assistants',
  'registered',
  'registered-no-assistants',
];
/** What is drawn: the parameters in doubt, chance, or both together. */
const DOUBTS = ['both', 'parameters', 'chance'];
/** Last year that may be projected, and the last one by default. */
const LAST_YEAR = 2050;
const USUAL_LAST_YEAR = 2040;
/** From today's starting point, changed levers apply from this year on. */
const USUAL_FROM = 2026;
const TODAY_BASE = 2024;
/** Draws by default, and in places of more areas than so many. */
const USUAL_DRAWS = 1000;
const MANY_AREAS = 200;
const FEWER_DRAWS = 200;

/** Fields on which defaults and ranges of others depend, in the order in which they must be known. */
export const FIRST = ['scope', 'base', 'horizon'];

/**
 * What is shown and from where: the starting point, the years, the counting rule.
 * @param values those of `FIRST` are looked at
 */
export function settings({ place, pack }: FieldSetup, values: Readonly<Record<string, Value>>): Field[] {
  const scopes = [...new Set(place.starts.map((start) => start.scope))].sort();
  const scope = choiceField('scope', 'setting', scopes, scopes.includes('all') ? 'all' : 'own', SETTING);
  const base = baseYear(place.starts.filter((start) => start.scope === (values['scope'] ?? scope.default)));
  const first = yearOf(values['base'], base);
  const horizon = year('horizon', first + 1, LAST_YEAR, USUAL_LAST_YEAR);
  const last = yearOf(values['horizon'], horizon);
  return [
    scope,
    base,
    horizon,
    year('from', first + 1, last, first >= TODAY_BASE ? USUAL_FROM : first + 1),
    choiceField('count', 'setting', RULES, pack.count, { provenance: 'official', text: pack.countNote }),
    denominator(place.documentResidents?.source ?? null),
    ...moveConditions(),
    whole('seed', 0, 2 ** 32 - 1, 7),
    whole('draws', 1, 100_000, place.areas.length > MANY_AREAS ? FEWER_DRAWS : USUAL_DRAWS),
    choiceField('doubt', 'setting', DOUBTS, 'both', SETTING),
  ];
}

/** Only years with a prepared stock can be a base year. */
function baseYear(starts: Start[]): Field {
  const years = starts.map((start) => start.base);
  const min = Math.min(...years);
  const max = Math.max(...years);
  const source = starts.at(-1)?.stocks[0]?.source ?? SETTING;
  const field = numberField({ key: 'base', kind: 'setting', unit: 'year', value: max, source, min, max, step: 1 });
  return { ...field, choices: years.map(String) };
}

function year(key: string, min: number, max: number, usual: number): Field {
  const value = Math.min(max, Math.max(min, usual));
  return numberField({ key, kind: 'setting', unit: 'year', value, source: SETTING, min, max, step: 1 });
}

function yearOf(value: Value | undefined, field: Field): number {
  return Number(value ?? field.default);
}

/** Residents as counted, or those that the document itself divides by, where it can be told. */
function denominator(source: Source | null): Field {
  const choices = source === null ? ['resident'] : ['resident', 'document'];
  return choiceField('denominator', 'setting', choices, 'resident', source ?? SETTING);
}

function whole(key: string, min: number, max: number, value: number): Field {
  return numberField({ key, kind: 'setting', unit: 'none', value, source: SETTING, min, max, step: 1 });
}
