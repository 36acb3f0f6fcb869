import { AGES, MIN_AGE } from '../model/cohort-input.ts';
import type { Parameter, Reference } from '../model/reference.ts';
import type { ReadText } from './built-in.ts';
import { loadAges } from './ages.ts';
import { loadCalibration } from './calibration.ts';
import { loadNational, loadNationalIntake } from './national.ts';
import { loadSources, type SourceOf } from './sources.ts';
import { loadProvinces } from './provinces.ts';
import { readTable, type Row } from './table.ts';

const LAST_AGE = 100;
const BANDS = ['under30', '30_39', '40_49', '50plus'];

async function loadParameters(read: ReadText, sourceOf: SourceOf): Promise<Record<string, Parameter>> {
  const parameters: Record<string, Parameter> = {};
  for (const row of await readTable(read, 'parameters.csv')) {
    parameters[row.text('key')] = {
      low: row.number('low'),
      mode: row.number('mode'),
      high: row.number('high'),
      unit: row.text('unit'),
      source: sourceOf(row.text('source')),
    };
  }
  return parameters;
}

/**
 * Shares by [sex][age 20–79] from four age bands, evenly over the ages of a band and with the same share of women in each.
 * The youngest are 25–29; those of 50 and over end where retirement begins, at 59 (men) and 54 (women).
 */
function sharesByAge(bands: readonly number[], femaleShare: number): [number[], number[]] {
  const total = bands.reduce((sum, share) => sum + share, 0);
  const ofSex = (sexShare: number, retirement: number) => {
    const limits = [25, 30, 40, 50, retirement];
    const shares = Array.from({ length: AGES }, () => 0);
    bands.forEach((share, band) => {
      const [from = 0, to = 0] = [limits[band], limits[band + 1]];
      shares.fill((sexShare * share) / total / (to - from), from - MIN_AGE, to - MIN_AGE);
    });
    return shares;
  };
  return [ofSex(1 - femaleShare, 60), ofSex(femaleShare, 55)];
}

/** The death rate of an age band holds for each of its single ages. */
function loadMortality(rows: Row[], sourceOf: SourceOf): Reference['mortality'] {
  const periods = [2010, 2015, 2020, 2025, 2030];
  const ofSex = (sex: string, period: number) => {
    const mx = Array.from({ length: LAST_AGE + 1 }, () => 0);
    // Ascending bands: each overwrites the ages from its own first one on.
    for (const row of rows.filter((one) => one.text('sex') === sex))
      mx.fill(row.number(`from_${period}`), row.number('age'));
    return mx;
  };
  return {
    periods,
    mx: periods.map((period) => [ofSex('M', period), ofSex('F', period)]),
    source: sourceOf('wpp-2024'),
  };
}

/** Straight lines between the years of the table, for every year from the first to the last of them. */
function loadFertility(rows: Row[], sourceOf: SourceOf): Reference['fertility'] {
  const years = [2010, 2015, 2018, 2020, 2021, 2022, 2023, 2024, 2025, 2030, 2035];
  const [first, last] = [2010, 2035];
  const rates = Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index;
    const from = years.findLast((one) => one <= year) ?? first;
    const to = years.find((one) => one >= year) ?? last;
    const weight = to === from ? 0 : (year - from) / (to - from);
    return rows.map((row) => (row.number(`y${from}`) * (1 - weight) + row.number(`y${to}`) * weight) / 1000);
  });
  return { first, rates, source: sourceOf('wpp-2024-asfr') };
}

/** Reads everything that holds for every place. @throws Error naming the file that is missing or wrong */
export async function loadReference(read: ReadText): Promise<Reference> {
  const sourceOf = await loadSources(read);
  const [calibration, parameters, nationalIntake, mortality, fertility, vital, agesOf, provinces] = await Promise.all([
    loadCalibration(read, sourceOf),
    loadParameters(read, sourceOf),
    loadNationalIntake(read, sourceOf),
    readTable(read, 'mortality.csv'),
    readTable(read, 'fertility.csv'),
    readTable(read, 'vital.csv'),
    loadAges(read, 'ages-china.csv'),
    loadProvinces(read),
  ]);
  const nationalAges = agesOf('CN')[0];
  if (!nationalAges) throw new Error('ages-china.csv: no row CN');
  const [boys = 0, girls = 0] = nationalAges.persons.map((bands) => bands[0]);
  const national = await loadNational(read, sourceOf, calibration);
  const { value, low, high } = calibration.drive;
  parameters['drive'] = { low, mode: value, high, unit: 'share/year', source: calibration.source };
  const parameter = (key: string) => {
    const found = parameters[key];
    if (!found) throw new Error(`parameters.csv: no ${key}`);
    return found;
  };
  const femaleShare = parameter('femaleshare').mode;
  const shares = (prefix: string) =>
    sharesByAge(
      BANDS.map((band) => parameter(prefix + band).mode),
      femaleShare,
    );
  return {
    nationalSeries: national.series,
    nationalResidents: national.residents,
    nationalIntake,
    physicians2018: provinces.reduce((sum, province) => sum + province.physicians2018, 0),
    nationalAges,
    maleShareAtBirth: boys / (boys + girls),
    parameters,
    calibration,
    ageShares: shares('gpage_'),
    poolShares: shares('transferage_'),
    ageSource: parameter('gpage_under30').source,
    poolAgeSource: parameter('transferage_under30').source,
    femaleShare,
    mortality: loadMortality(mortality, sourceOf),
    fertility: loadFertility(fertility, sourceOf),
    vital: vital.map((row) => ({
      year: row.number('year'),
      births: row.number('births_thousand') * 1000,
      deaths: row.number('deaths_thousand') * 1000,
      netMigration: row.number('net_migration_thousand') * 1000,
      fertility: row.number('tfr'),
      lifeExpectancy: [row.number('e0_male'), row.number('e0_female')],
    })),
    vitalSource: sourceOf('wpp-2024'),
  };
}
