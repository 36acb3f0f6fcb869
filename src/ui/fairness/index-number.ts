const three = new Intl.NumberFormat('en-US', { minimumFractionDigits: 3, maximumFractionDigits: 3 });

/** An index of inequality, three decimals; a dash where there is none. */
export const index = (value: number | null | undefined): string =>
  typeof value === 'number' ? three.format(value) : '—';
