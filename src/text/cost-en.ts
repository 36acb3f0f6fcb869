import type { CostUnit, Payer } from '../model/types.ts';

/** The English words of the chapter on costs. */
export const costEn = {
  title: 'What it costs',
  none: 'This document has no rules of cost: who pays what for what is part of a document’s data file, and none was given.',
  /** Amounts of sentences and charts. */
  amount: (thousands: string) => `${thousands} thousand yuan`,
  unit: 'thousand yuan',
  tableUnit: 'yuan',
  perAmount: 1000,
  until: 'Up to',
  worth: 'Count as',
  spent: 'spent',
  present: (rate: string, year: number) => `present value, ${rate} a year, end of ${year}`,
  presentShort: 'present value',
  total: ({ from, to, amount, present }: { from: number; to: number; amount: string; present: string }) =>
    `By ${to} the plan costs ${amount} (${from}–${to}, ${present === '' ? 'not discounted' : present})`,
  ofIt: (parts: string[]) => `, of it ${parts.join(', ')}.`,
  nothing: (to: number) => `No cost is known up to ${to}.`,
  part: (payer: string, amount: string) => `${payer} ${amount}`,
  more: (amount: string) => `That is ${amount} more than without the plan`,
  less: (amount: string) => `That is ${amount} less than without the plan`,
  same: (lacking: boolean): string =>
    lacking
      ? 'Of the items that have a figure, none costs more than without the plan.'
      : 'That is as much as without the plan: nothing that costs anything has been changed.',
  perGp: (gps: string, each: string) => ` and brings ${gps} more GPs: ${each} for each.`,
  noGps: (gps: string) => `, and brings no more GPs (${gps}).`,
  perCentre: (centres: string, each: string) =>
    `It brings ${centres} more centres to two GPs: ${each} for each, if all of it is put down to that.`,
  noCentres: 'It brings no more centres to two GPs.',
  missing: (items: string[]) => `Not in these sums, because no figure is known: ${items.join('; ')}.`,
  enterBelow: 'Enter them below.',
  complete: 'Every item that the plan needs has a figure.',
  baseline: 'Without the plan',
  chart: 'Cost by year and payer',
  describe: ({
    place,
    from,
    to,
    first,
    last,
  }: {
    place: string;
    from: number;
    to: number;
    first: string;
    last: string;
  }) => `${place}: cost of the plan by payer, ${from} to ${to}; ${first} in ${from}, ${last} in ${to}.`,
  table: 'table',
  byYear: 'Yuan by year and payer',
  byItem: 'By item and payer',
  columns: { item: 'Item', quantity: 'Number', all: 'All', year: 'Year', baseline: 'Without the plan' },
  all: 'All',
  payer: {
    central: 'central budget',
    province: 'province',
    prefecture: 'prefecture',
    county: 'county',
    institution: 'institution',
    unstated: 'payer not named',
  } as Record<Payer, string>,
  perUnit: {
    'transfer-trainee': 'trainees',
    'residency-year': 'trainee-years',
    'assistant-year': 'trainee-years',
    'rural-year': 'student-years',
    recruit: 'recruits',
    'gp-month': 'GP-months',
    'dispatch-month': 'months away',
    'clinic-year': 'clinic-years',
  } as Record<CostUnit, string>,
  unfilled: 'not filled in',
  partly: 'in part',
  figures: 'What the sums rest on',
  figureColumns: { figure: 'Figure', value: 'Value', source: 'Source' },
  clinics: 'Village clinics',
  clinicsIn: (area: string) => `Village clinics, ${area}`,
  clinicsAsked: 'The document does not say how many: enter the local number',
  unitClinics: 'clinics',
  unitYuan: 'yuan',
  unitShare: 'share',
  paidShare: 'Share of registered GPs who get the allowance',
  discount: 'Discount rate a year',
  allowance: (yuan: string) => `The allowance is set by the plan: ${yuan} yuan a month.`,
  below: (yuan: string) => `The document asks for at least ${yuan} yuan a month.`,
  notes: [
    'Pay and what is spent beyond the listed items are not included. Everyone who began a course is paid for until its end.',
    'Each item of a year is rounded once, to the yuan. Yuan that do not divide go one by one to the payers in the order central, province, prefecture, county, institution, so all sums agree to the yuan.',
  ],
};

export type CostDictionary = typeof costEn;
