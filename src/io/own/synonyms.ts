import words from '../../../data/header-synonyms.json' with { type: 'json' };

/** The three kinds of file (DESIGN §4). */
export type FileKind = 'census' | 'staffing' | 'distances';
export type Meaning =
  | keyof (typeof words)['columns']['census']
  | keyof (typeof words)['columns']['staffing']
  | keyof (typeof words)['columns']['distances'];
type Values = (typeof words)['values'];

/** Columns that name a person. Their cells are not shown, kept or told in problems. */
export const PRIVATE_MEANINGS: readonly Meaning[] = ['person_name', 'id_number'];

/** Text as words are compared: half-width, lower case, without spaces, brackets and marks; a 医师 is a 医生. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\u200b\ufeff:*#'"“”、,;/·.()[\]【】]+/g, '')
    .replaceAll('医师', '医生');
}

function lookup<Key extends string>(groups: Record<Key, readonly string[]>): ReadonlyMap<string, Key> {
  const found = new Map<string, Key>();
  for (const key of Object.keys(groups) as Key[]) for (const word of groups[key]) found.set(plain(word), key);
  return found;
}

const COLUMNS: Record<FileKind, ReadonlyMap<string, Meaning>> = {
  census: lookup(words.columns.census),
  staffing: lookup(words.columns.staffing),
  distances: lookup(words.columns.distances),
};
const VALUES = {
  sex: lookup(words.values.sex),
  category: lookup(words.values.category),
  path: lookup(words.values.path),
  level: lookup(words.values.level),
  population_type: lookup(words.values.population_type),
};
const MISSING = new Set(words.missing.map((word) => word.normalize('NFKC').toLowerCase()));
const UNITS: readonly [word: string, factor: number][] = Object.entries(words.units).flatMap(([factor, list]) =>
  list.map((word): [string, number] => [plain(word), Number(factor)]),
);
const PROJECTED = words.projected.map(plain);
const PROJECTION = new RegExp(`\\(?(${words.projected.join('|')})(数|值)?\\)?`, 'gi');
/** Longest first, so that 自治县 is taken off before 县. */
export const SUFFIXES: readonly string[] = [...words.suffixes].sort((a, b) => b.length - a.length);

/** What a column header means in this kind of file; null where the table of synonyms does not say. */
export const meaningOf = (kind: FileKind, header: string): Meaning | null => COLUMNS[kind].get(plain(header)) ?? null;

const IGNORED = new Set(words.ignored.map(plain));
/** A column that is never used and need not be told of: running numbers, remarks. */
export const isIgnored = (header: string): boolean => IGNORED.has(plain(header)) || plain(header) === '';

/** Meanings that a column of this kind of file can have, for choosing by hand. */
export const meaningsOf = (kind: FileKind): Meaning[] => [...new Set(COLUMNS[kind].values())];

/**
 * Words that were found before: a roster of 500,000 persons has the same few in every row. What was not found is not kept: it
 * may be a name in the wrong column.
 */
const looked = new Map<string, string>();
const MOST_LOOKED = 10_000;

/** The value that a word stands for in a column of fixed values; null where the table of synonyms does not say. */
export function valueOf<Key extends keyof Values>(of: Key, text: string): keyof Values[Key] | null {
  const key = `${of} ${text}`;
  let found = looked.get(key) ?? null;
  if (found === null) {
    const table: ReadonlyMap<string, string> = VALUES[of];
    found = table.get(plain(text)) ?? null;
    if (found !== null && looked.size < MOST_LOOKED) looked.set(key, found);
  }
  return found as keyof Values[Key] | null;
}

/** A cell that says that nothing is known. */
export const isMissing = (text: string): boolean => {
  if (text === '') return true;
  if (/^\d+$/.test(text)) return false;
  const word = text.normalize('NFKC').trim().toLowerCase();
  return word === '' || MISSING.has(word);
};

/** By how much a number in this unit is multiplied to be persons; null where it is no unit. */
export const unitFactor = (text: string): number | null => {
  const word = plain(text);
  return UNITS.find(([unit]) => unit === word)?.[1] ?? null;
};

/** A header or value that speaks of years to come. */
export const isProjection = (text: string): boolean =>
  !/^[\d.]*$/.test(text) && PROJECTED.some((word) => plain(text).includes(word));

/** The text without these words and the brackets around them. */
export const withoutProjection = (text: string): string =>
  isProjection(text) ? text.normalize('NFKC').replace(PROJECTION, '').trim() : text;
