/** The cell, or with an apostrophe before it where a spreadsheet would calculate it. Our own reader takes it off. */
export const harmless = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
