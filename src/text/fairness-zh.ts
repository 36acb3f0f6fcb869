import type { FairnessDictionary } from './fairness-en.ts';

export const fairnessZh: FairnessDictionary = {
  title: (level) => `全科医生在各${level}居民中分布得匀不匀`,
  titleStaff: (level) => `卫生人员在各${level}居民中分布得匀不匀`,
  working: '正在计算各区域各年的数值……',
  year: '年份',
  level: { country: '国', province: '省份', prefecture: '市州', county: '县市区', township: '乡镇街道' },
  half: (d) =>
    `${d.year} 年，配备最少的一半居民只有 ${d.share} 的${d.workforce === 'gp' ? '全科医生' : '卫生人员'}；基尼系数 ${d.gini}${d.base === null ? '' : `，不加措施 ${d.base}`}。`,
  onlyBetween: '只看区域之间的差别：一个区域之内按平均算。',
  evenNow: (year) =>
    `${year} 年各区域的人数是按同一个密度推算的，所以各区域密度一样、基尼系数为 0：这是推算方法决定的，不说明实际上均匀。`,
  evenStart: (year) =>
    `${year} 年各区域人数由同一个密度推算，差别从 0 开始，只反映推演以后的变化；载入各区域的实数才看得出真实的差别。`,
  lorenz: {
    title: '洛伦兹曲线',
    x: '居民累计比例，配备最少的在前',
    y: '全科医生累计比例',
    yStaff: '卫生人员累计比例',
    equal: '人人相同',
    describe: (d) => `${d.year} 年洛伦兹曲线：配备最少的一半居民只有 ${d.share} 的人手。`,
    caption: '基尼系数＝曲线与对角线之间面积的两倍；0 表示各区域密度相同。',
    columns: { area: '区域', density: '每万人', residents: '居民累计', gps: '医生累计' },
  },
  gini: {
    title: '基尼系数',
    sub: '0＝各区域相同',
    describe: (d) => `基尼系数由 ${d.first} 年的 ${d.from} 到 ${d.last} 年的 ${d.to}。`,
  },
  theil: {
    title: '泰尔指数及其分解',
    groups: (level) => `${level}之间与之内`,
    urban: '以农村为主的区域与其他区域之间与之内',
    total: '泰尔指数',
    between: '之间',
    within: '之内',
    share: '之间占',
    baseline: '不加措施',
    rule: '按常住人口的泰尔 T 指数，两部分相加等于总数。以农村为主：最近一次普查时城镇以外居民占一半以上。',
    tiny: '指数不到 0.0005，看不出差别，不谈两部分各占多少。',
    noGroups: '此处不能分解：既没有几个县或市州，也不是每个区域都有城乡人口。',
  },
  served: {
    title: '住在达标地方的居民',
    density: (value) => `区域密度不低于当年目标（最后为 ${value}）`,
    centre: (value) => `区域内乡镇卫生院平均每院不少于 ${value} 名`,
    sentence: (d) =>
      `${d.year} 年，${d.share} 的居民住在达标的区域${d.base === null ? '' : `；不加措施为 ${d.base}`}。`,
    none: '这份文件既没有密度目标，也没有每院人数的目标，谈不上住在达标的地方。',
    even: '各区域密度一样，所以不是全都达标，就是全都不达标。',
    unjudged: (count) => `${count} 个区域没有建制乡镇卫生院或院数不详，不作判断。`,
  },
  table: '表',
  tableCaption: '逐年的基尼系数、泰尔指数与达标居民比例',
  plan: '本方案',
  course: '现安排',
  baseline: '基线',
  oneArea: '此处不适用：这个地方只有一个区域的数字，而公平说的是区域之间的差别。载入分乡镇的人口表和人员表后即可查看。',
  noHeads: '这一年没有医生或没有居民，算不出比例。',
  empty: (names) => `没有居民、未计入：${names}。`,
  hospitals: (names) => `医院里没有常住居民，未计入：${names}。`,
};
