/**
 * Columns of a table that keep their widths while its figures change: to fit them anew, every cell has to be laid out, which takes
 * longer than all else of a redrawn page.
 */
export function holdColumns(table: HTMLTableElement): void {
  const heads = headsOf(table);
  const widths = heads.map((head) => head.getBoundingClientRect().width);
  heads.forEach((head, column) => (head.style.width = `${widths[column]}px`));
  table.style.tableLayout = 'fixed';
}

/** The columns fit what is in them again. */
export function releaseColumns(table: HTMLTableElement): void {
  for (const head of headsOf(table)) head.style.width = '';
  table.style.tableLayout = '';
}

const headsOf = (table: HTMLTableElement): HTMLTableCellElement[] => [...(table.tHead?.rows[0]?.cells ?? [])];
