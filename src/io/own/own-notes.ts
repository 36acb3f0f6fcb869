import type { AreaResidents, PlaceData, Provenance, Text } from '../../model/types.ts';
import type { CensusFigures, PopulationType } from './census.ts';
import { whatsOf } from './figure-list.ts';
import type { StaffYear } from './staff-years.ts';

const TYPES: Record<PopulationType, Text | null> = {
  population: null,
  registered_population: {
    zh: '文件没有常住人口，分母用的是户籍人口。',
    en: 'The file has no resident population: densities are per registered (hukou) population.',
  },
  service_population: {
    zh: '文件没有常住人口，分母用的是服务人口。',
    en: 'The file has no resident population: densities are per population served.',
  },
};

/** What a reader of the results must know about how the files were taken. */
export function ownNotes(about: {
  files: { census: string; staffing: string };
  census: CensusFigures;
  years: readonly StaffYear[];
  residents: readonly AreaResidents[];
  lastObserved: number;
  /** Eligible physicians are estimated. */
  estimated: boolean;
  /** Township health centres are known. */
  centres: boolean;
  /** County hospitals stand as areas of their own. */
  hospitals: boolean;
}): PlaceData['notes'] {
  const { files, census, years, residents, lastObserved } = about;
  const notes: PlaceData['notes'] = [];
  const add = (file: string, zh: string, en: string, provenance: Provenance = 'official') =>
    notes.push({ text: { zh, en }, source: { provenance, text: { zh: file, en: file } } });
  const types = new Set(whatsOf(census).map(({ type }) => type));
  const type = types.has('population')
    ? 'population'
    : types.has('registered_population')
      ? 'registered_population'
      : 'service_population';
  const other = TYPES[type];
  if (other) add(files.census, other.zh, other.en);
  if (residents.some(({ projected }) => projected.length > 0)) {
    add(
      files.census,
      `注明“预测”的年份和 ${lastObserved} 年以后的人口当作文件自带的预测，不当作实数。`,
      `Population marked as projected, and that after ${lastObserved}, is taken as the file's own projection, not as counted.`,
    );
  }
  const undivided = years.filter(({ stocks }) => stocks.some((one) => one.undivided)).map(({ year }) => year);
  if (undivided.length > 0) {
    add(
      files.staffing,
      `${undivided.join('、')} 年有区域只有全科医生总数、不分是否注册，都当作已注册。`,
      `${undivided.join(', ')}: some areas give only all GPs, whether registered or not; all are taken as registered.`,
    );
  }
  const stocks = years.flatMap((year) => year.stocks);
  if (about.estimated) {
    add(
      files.staffing,
      '文件没有可转岗医师数。按全国 2018 年每名居民的执业（助理）医师数 × 常住人口 − 全科医生数推算，含各专科和医院，是上限；请补上实数。',
      'The file has no eligible physicians. They are derived: licensed (assistant) physicians per resident of the nation in 2018 × residents − GPs, all specialties and hospitals included, an upper bound. Please add the local figure.',
      'derived',
    );
  }
  if (about.centres) {
    add(
      files.staffing,
      '乡镇卫生院数：人员文件列了机构的按机构数；没有列的，乡、镇各按一所推算，街道没有。',
      'Township health centres: as many as the staffing file names; a township for which it names none is taken to have one, a street none.',
      'derived',
    );
  }
  if (about.hospitals) {
    add(
      files.staffing,
      '县级医院的全科医生单列，不算进所在乡镇；每万人口数按全部机构计时含他们。',
      'GPs of county hospitals stand apart and not in the township of the hospital; densities over all institutions include them.',
      'derived',
    );
  }
  if (!stocks.some(({ stock }) => stock.ageShares !== null)) {
    add(
      files.staffing,
      '文件没有全科医生的年龄，用默认的年龄结构。',
      'The file has no ages of GPs; the default age structure is used.',
    );
  }
  if (!stocks.some(({ stock }) => stock.training !== null)) {
    add(
      files.staffing,
      '文件没有在培人员，起点年以前按默认的招收数推算。',
      'The file lists nobody in training; before the base year the default intakes are taken to have run.',
    );
  }
  return notes;
}
