/**
 * The one seam for reading built-in data.
 * @param file path relative to data/, such as 'provinces.csv' or 'policies/hunan-2020.json'
 * @returns the text of the file
 * @throws Error naming the file when it cannot be read
 */
export type ReadText = (file: string) => Promise<string>;
