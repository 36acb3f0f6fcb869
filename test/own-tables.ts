/**
 * Large files of own data for benches, the same at every run: what a bureau of all of China would load. Codes are real in form
 * (provinces of GB/T 2260), names and figures are made up.
 */

export interface Size {
  townships: number;
  years: number;
}

const PROVINCES = '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65'.split(
  ' ',
);
const SIGNS = '红格渔门永兴桐子林新九益民城关太平安宁和顺青龙石桥大河';
const LAST_YEAR = 2024;

/** Township by its number: fourteen to a county, ninety-three counties to a province. */
export function township(index: number): { code: string; name: string; persons: number } {
  const county = Math.floor(index / 14);
  const province = PROVINCES[Math.floor(county / 93) % PROVINCES.length] ?? '11';
  const within = county % 93;
  const code = `${province}${two(1 + Math.floor(within / 9))}${two(21 + (within % 9))}${100 + (index % 14)}`;
  const sign = (step: number): string => SIGNS[Math.floor(index / step) % SIGNS.length] ?? '';
  return {
    code,
    name: `${sign(1)}${sign(7)}${sign(31)}${index % 3 === 0 ? '乡' : '镇'}`,
    persons: 8000 + ((index * 7919) % 40_000),
  };
}

const two = (number: number): string => String(number).padStart(2, '0');
const yearsOf = ({ years }: Size): number[] => Array.from({ length: years }, (_, at) => LAST_YEAR - years + 1 + at);
const personsIn = (persons: number, year: number): number => Math.round(persons * (1 + (year - LAST_YEAR) / 200));
const table = (header: string, rows: Iterable<string>): string => `${[header, ...rows].join('\r\n')}\r\n`;

/** A row for each township and year. */
export function longCensus(size: Size): string {
  function* rows(): Generator<string> {
    for (let index = 0; index < size.townships; index++) {
      const { code, name, persons } = township(index);
      for (const year of yearsOf(size)) yield `${code},${name},${year},${personsIn(persons, year)}`;
    }
  }
  return table('区划代码,名称,年份,常住人口', rows());
}

/** A row for each township, a column for each year. */
export function wideCensus(size: Size): string {
  function* rows(): Generator<string> {
    for (let index = 0; index < size.townships; index++) {
      const { code, name, persons } = township(index);
      yield [code, name, ...yearsOf(size).map((year) => personsIn(persons, year))].join(',');
    }
  }
  return table(['区划代码', '名称', ...yearsOf(size).map((year) => `${year}年常住人口`)].join(','), rows());
}

/** GPs and eligible physicians of every township at the end of the last year. */
export function staffing({ townships }: Size): string {
  function* rows(): Generator<string> {
    for (let index = 0; index < townships; index++) {
      const { code, name } = township(index);
      yield `${code},${name},${LAST_YEAR},已注册,${index % 7}`;
      yield `${code},${name},${LAST_YEAR},未注册,${index % 3}`;
      yield `${code},${name},${LAST_YEAR},可转岗,${index % 11}`;
    }
  }
  return table('区划代码,名称,年份,类别,人数', rows());
}

/** One row a person; every name and number is made up. */
export function roster(persons: number, townships: number): string {
  const scopes = ['全科医学专业', '全科医学专业', '内科专业', '外科专业', ''];
  const paths = ['转岗', '', '规培', '', '助理全科'];
  function* rows(): Generator<string> {
    for (let index = 0; index < persons; index++) {
      const { code, name } = township((index * 31) % townships);
      const born = `${1962 + (index % 36)}-${two(1 + (index % 12))}-${two(1 + (index % 28))}`;
      const id = `${code.slice(0, 6)}${born.replaceAll('-', '')}${two(index % 100)}${index % 10}X`;
      const cells = [
        `张${SIGNS[index % SIGNS.length]}`,
        id,
        index % 3 === 0 ? '男' : '女',
        born,
        `${name}卫生院`,
        code,
        name,
      ];
      yield [...cells, LAST_YEAR, scopes[index % 5], paths[(index >> 3) % 5], '执业医师'].join(',');
    }
  }
  return table('姓名,身份证号,性别,出生日期,工作单位,区划代码,乡镇,年份,执业范围,培训途径,职称', rows());
}
