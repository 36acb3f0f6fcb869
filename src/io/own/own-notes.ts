import type { AreaResidents, PlaceData, Text } from '../../model/types.ts';
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
}): PlaceData['notes'] {
  const { files, census, years, residents, lastObserved } = about;
  const notes: { text: Text; file: string }[] = [];
  const add = (file: string, zh: string, en: string) => notes.push({ file, text: { zh, en } });
  const types = new Set(whatsOf(census).map(({ type }) => type));
  const type = types.has('population')
    ? 'population'
    : types.has('registered_population')
      ? 'registered_population'
      : 'service_population';
  const other = TYPES[type];
  if (other) notes.push({ file: files.census, text: other });
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
  if (!stocks.some(({ eligible }) => eligible)) {
    add(
      files.staffing,
      '文件没有可转岗医师数，按 0 计：转岗培训没有来源，请补上这一项。',
      'The file has no eligible physicians; they are taken as 0, so transfer training has no one to draw on. Please add them.',
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
  return notes.map(({ text, file }) => ({
    text,
    source: { provenance: 'official', text: { zh: file, en: file } },
  }));
}
