import type { DoubtDictionary } from './doubt-en.ts';
import { demanded, persons } from './format.ts';

/** A plan called by its letter alone has a space behind it. */
const spaced = (plan: string): string => (/[A-Za-z0-9]$/.test(plan) ? `${plan} ` : plan);

export const doubtZh: DoubtDictionary = {
  controls: {
    title: '怎样抽样',
    draws: '抽样次数',
    seed: '种子',
    otherSeed: '换一个种子',
    year: '年份',
    from: '不确定来自',
    parameters: '参数',
    chance: '偶然',
    stop: '停下',
    resume: '重新抽样',
    goOn: '接着算',
    typed: '另填一个数',
    progress: (done, of) => `已抽 ${persons(done)}／${persons(of)} 次`,
    under: {
      baseline: (done, of) => `正在用同一组随机数抽基线：${persons(done)}／${persons(of)} 次`,
      other: (done, of) => `正在用同一组随机数抽另一个方案：${persons(done)}／${persons(of)} 次`,
      tornado: (done, of) => `正在逐个取参数的低与高：${done}／${of}`,
      samples: (done, of) => `正在分解悬念：${done}／${of} 个基本样本`,
      chance: (done, of) => `正在只抽偶然：${persons(done)}／${persons(of)} 次`,
    },
    notWhole: (typed, least, most) => `“${typed}”不是 ${least} 到 ${most} 之间的整数，没有改动。`,
    oneMustStay: '参数与偶然至少保留一项。',
    failed: (message) => `抽样之后的一项没有算出来，抽样不受影响。模型报告：${message}`,
    phone: '在手机上抽这么多次要等较久，也会发热；看色带 1,000 次已经够用。',
    fewer: (draws) => `区域多的地方不指定时抽 ${persons(draws)} 次；自己指定的次数写进链接。`,
  },
  curve: {
    title: '至少有这么多的机会',
    sub: (year) => `${year} 年，%`,
    plan: '本方案',
    course: '现安排',
    baseline: '基线',
    target: (value) => `目标 ${demanded(value)}`,
    note: '横轴：每万居民全科医生数',
    noteStaff: '横轴：每万居民卫生人员数',
    reading: (value, plan, baseline) => `至少 ${value}：${plan}${baseline === null ? '' : `，基线 ${baseline}`}`,
    describe: (year, plan, target, low, high) =>
      `${year} 年的机会曲线：${target === null ? '' : `至少 ${target} 的机会为 ${plan}；`}80% 的抽样在 ${low} 到 ${high} 之间。`,
    columns: { value: '至少', plan: '机会', baseline: '基线' },
    table: '表',
    waiting: '正在抽样……',
  },
  tornado: {
    title: '悬念从哪里来',
    sub: (year) => `${year} 年，人／万人`,
    note: '每个假设各取低与高，其余取众数；是期望值，不含偶然。自己设定的，自生效那年起算作确定。',
    mode: (value) => `期望 ${value}`,
    describe: (year, name, low, high) => `${year} 年的影响排序：${name}影响最大，使每万居民从 ${low} 到 ${high}。`,
    none: '没有哪个不确定的假设会改变这个数。',
    off: '参数已关掉：只抽偶然。',
    columns: { name: '假设', low: '取低', high: '取高', atLow: '取低时密度', atHigh: '取高时密度' },
    to: (low, high) => `${low} 至 ${high}`,
  },
  shares: {
    title: '悬念由什么构成',
    sub: (year) => `${year} 年的方差`,
    sentence: (first, share, second) =>
      `参数带来的悬念，${share}来自${first}${second === null ? '' : `，其余主要来自${second}`}。`,
    half: '约一半',
    about: (percent) => `约 ${percent}% `,
    sources: (parameters, chance) => `在全部起伏中，只有参数时占 ${parameters}，只有偶然时占 ${chance}。`,
    plusMinus: (share, error) => `${share} ± ${error}`,
    columns: { name: '假设', alone: '单独', together: '连同交互' },
    note: (samples) =>
      `单独：若知道了它，方差会少去的部分（Saltelli）。连同交互：若其余都知道了，还会剩下的部分（Jansen）。± 为一个标准误（${persons(samples)} 个基本样本自助抽样）；此处不含偶然。`,
    chanceNote: '偶然：谁离开、谁合格、分到哪里；参数取众数。',
    waiting: '抽样之后给出……',
    stopped: '已停下。',
    failed: '没有算出来。',
    none: '没有抽样。',
  },
  difference: {
    title: '本方案比基线多多少',
    sub: '人／万人，同一组随机数',
    band: (low, high) => `80% ${low} 至 ${high}`,
    median: (value) => `中位数 ${value}`,
    sentence: (year, value, low, high, heads) =>
      `${year} 年每万居民 ${value} 名（80%：${low} 至 ${high}），即 ${heads} 人。`,
    reading: (year, value, low, high) => `${year}\u2003${value}（80%：${low} 至 ${high}）`,
    describe: (year, value, low, high) =>
      `历年本方案与基线之差；${year} 年每万居民 ${value} 名，80% 在 ${low} 到 ${high} 之间。`,
    same: '没有改动任何措施：本方案就是基线。',
    columns: { year: '年份', median: '中位数', band: '80% 区间' },
    table: '表',
  },
  plans: {
    title: '两个方案之差',
    sub: '人／万人，同一组随机数',
    against: (plan) => `${spaced(plan)}比`,
    plan: (letter, name) => (name === '' ? `方案 ${letter}` : `${letter} ${name}`),
    sentence: (year, one, other, density, heads) =>
      `${year} 年${spaced(one)}比${spaced(other)}每万居民 ${density.median} 名（80%：${density.low} 至 ${density.high}），即 ${heads.median} 人（80%：${heads.low} 至 ${heads.high}）。`,
    better: (year, one, other, chance, times) =>
      `${year} 年${spaced(one)}多于${spaced(other)}的机会：${chance}${times === null ? '' : `（约 ${times[1]} 次里有 ${times[0]} 次）`}。`,
    same: '两个方案在每一次抽样里都一样。',
    describe: (year, one, other, density) =>
      `历年${spaced(one)}与${spaced(other)}之差；${year} 年每万居民 ${density.median} 名，80% 在 ${density.low} 到 ${density.high} 之间。`,
    columns: {
      year: '年份',
      density: '人／万人',
      heads: '人',
      median: '中位数',
      inner: '50% 区间',
      outer: '80% 区间',
    },
  },
  areas: {
    title: (year) => `各区域达到的机会，${year} 年`,
    columns: {
      name: '区域',
      minimum: '每院 2 名',
      wanted: (value) => `每万居民不少于 ${demanded(value)} 名`,
    },
    none: '—',
    more: (rest) => `另有 ${rest} 个`,
    order: '机会小的排在前面。',
    whole: '全域的目标在这里逐个区域去比。',
  },
  limits: {
    derived:
      '带里没有画进：起点人数、人口和年龄的误差。本地的起点不是清点而是推算，这类推算没有公布的误差可用，所以带偏窄；在假设里填“起点人数误差”就会画进。',
    counted: '带里没有画进：清点、人口和年龄的误差。',
    given: (error) => `起点人数按你填的 ±${error} 抽取；人口和年龄的误差没有画进。`,
    intakes: '本地没有公布的招生数，按全国的高低范围和人口比例抽取；自己设定的，自生效那年起算作确定。',
    skewed: (median, expected) => `中位数（${median}）与期望线（${expected}）不同：参数的范围向一侧伸得更远。`,
  },
};
