/** Field values by key, as the scenario resolves them. */
export type Values = Readonly<Record<string, number | string>>;

/** @throws RangeError when the field is missing or not a number: our own mistake, not the reader's */
export function numberIn(values: Values, key: string): number {
  const value = values[key];
  if (typeof value !== 'number') throw new RangeError(`field ${key} must be a number`);
  return value;
}

/** @throws RangeError when the field is missing or not a word */
export function choiceIn(values: Values, key: string): string {
  const value = values[key];
  if (typeof value !== 'string') throw new RangeError(`field ${key} must be a word`);
  return value;
}
