/** A number stays a number, in full; null is an empty cell. */
export type Cell = string | number | null;

/** A column with what a reader of the file must know about it. */
export interface Column {
  title: string;
  unit: string;
  about: string;
}

/** A table that leaves the page. */
export interface Table {
  /** Part of the file's name. */
  id: string;
  name: string;
  columns: Column[];
  rows: Cell[][];
}

export const titlesOf = ({ columns }: Pick<Table, 'columns'>): Cell[] => columns.map(({ title }) => title);
/** The rows of a table with its titles above them. */
export const withTitles = (table: Table): Cell[][] => [titlesOf(table), ...table.rows];
