import type { Fill, FormId } from '../model/forms/form.ts';
import { MONTHS } from './months-en.ts';

/** Default columns of a form: id, title, what fills it. */
type Columns = readonly (readonly [id: string, title: string, fill: Fill])[];

/** The words of the chapter on monthly forms; loaded with it. The shape that the Chinese part must have. */
export const formsEn = {
  title: 'Monthly forms',
  form: {
    clinics: 'Annex 1: conditions of village clinics',
    centres: 'Annex 2: two GPs in every established township health centre',
    summary: 'Annex 3: two GPs in primary-care institutions, summary',
  } as Record<FormId, string>,
  who: 'County health authorities check the forms and report to the prefecture before the 20th of each month; the prefecture checks them and reports to the Provincial Health Commission before the 22nd, which passes them on to Finance and to Human Resources from time to time.',
  where: 'Hunan 2020, section 5(3)',
  namesOnly:
    'The notice gives only the names of the three forms, not their columns. These columns are a template: change them to those of the form that you were given.',
  ended: 'The notice was valid for five years, until 1 June 2025. If reporting goes on, it is under another document.',
  whom: 'These forms are those of Hunan’s notice of 2020: for health authorities of its counties, prefectures and the province. For this place nothing asks for them. Open Hunan, or load your own files.',
  derived:
    'GPs and served centres are derived: the projection at the end of the month, spread as well as can be within an area (at most so many). Rounded before they are added up. Overwrite them with counts; what you put in is bold and stays in this browser.',
  clinicYuan: (yuan: string) =>
    `Running costs = village clinics × ${yuan} yuan a year each (to be changed in the chapter on costs).`,
  noClinicYuan: (document: string) => `${document} sets no rate for village clinics: enter the running costs yourself.`,
  year: 'Year',
  month: 'Month',
  monthName: (month: number) => MONTHS[month - 1] ?? '',
  columns: {
    clinics: [
      ['clinics', 'Village clinics', 'given'],
      ['doctors', 'Village doctors', 'given'],
      ['insured', 'of them in pension insurance', 'given'],
      ['cost', 'Running costs due, yuan a year', 'cost'],
      ['paid', 'paid out, yuan', 'given'],
    ],
    centres: [
      ['centres', 'Established township health centres', 'centres'],
      ['gps', 'Registered GPs in them', 'centreGps'],
      ['served', 'Centres with two GPs', 'served'],
      ['short', 'Centres below two', 'short'],
      ['lack', 'GPs lacking', 'lack'],
    ],
    summary: [
      ['centres', 'Established township health centres', 'centres'],
      ['served', 'of them with two GPs', 'served'],
      ['community', 'Community health centres', 'given'],
      ['communityServed', 'of them with two GPs', 'given'],
      ['gps', 'Registered GPs in all', 'gps'],
    ],
  } as Record<FormId, Columns>,
  area: 'Area',
  code: 'Code',
  total: 'Total',
  belongs: 'Belongs to',
  put: (area: string, column: string) => `${area}, ${column}`,
  notNumber: (value: string) => `“${value}” is not a whole number from 0 on and was not taken.`,
  template: {
    title: 'Change the columns',
    titleOf: (at: number) => `Title of column ${at}`,
    remove: (title: string) => `Remove ${title}`,
    earlier: (title: string) => `Move ${title} to the left`,
    add: 'Add a column that you fill in',
    fresh: 'New column',
    restore: 'Back to the template',
    hint: 'Columns keep what fills them; a new one is yours to fill in.',
    same: (title: string) => `Two columns are called “${title}”; last month’s figures are matched by title.`,
  },
  checks: {
    title: 'Checks',
    good: 'Sums agree, no area stands there twice, and no more centres are served than are established.',
    'forms.twice': '{name} ({area}) stands there twice.',
    'forms.negative': '{name}, {column}: {value} is below zero.',
    'forms.not-whole': '{name}, {column}: {value} is not a whole number.',
    'forms.too-many': '{name}: {value} centres served, but only {centres} established.',
    'forms.sum': '{name}, {column}: {found}, but the lines add up to {expected}.',
    'forms.unreadable':
      'This file is no form: a first line with the titles and a column of area codes are needed. Nothing was changed.',
  } as Record<string, string>,
  changes: {
    title: 'What has changed since last month',
    load: 'Load last month’s form (CSV, XLSX)',
    keep: 'Keep this month as reported',
    kept: (month: string) => `${month} is kept as reported.`,
    since: (source: string) => `against ${source}`,
    none: (source: string) => `Nothing has changed against ${source}.`,
    nothing: 'Nothing to compare with: load last month’s form, or keep a month as reported.',
    earlier: 'In the form of last month:',
    columns: ['Area', 'Column', 'before', 'now', 'change'],
  },
  export: {
    xlsx: 'Form as XLSX',
    csv: 'Form as CSV (UTF-8)',
    gb18030: 'Form as CSV (GB18030)',
    failed: 'The file could not be made.',
  },
  unkept: 'This browser keeps nothing: what you put in is lost when the page is closed.',
  openGroup: (name: string) => `Show the lines of ${name}`,
};

export type FormsDictionary = typeof formsEn;
