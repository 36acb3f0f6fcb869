import { persons } from './format.ts';
import { sentence, shortfall, strong } from './parts.ts';
import type { ReportDictionary } from './report-en.ts';

const who = (workforce: 'gp' | 'staff'): string => (workforce === 'gp' ? '全科医生' : '基层卫生人员');

export const reportZh: ReportDictionary = {
  bar: { print: '打印或存为 PDF', close: '返回', title: '报告' },
  head: (workforce) => `${who(workforce)}配备测算 · 供局领导决策`,
  date: (date) => `${date.getFullYear()} 年 ${date.getMonth() + 1} 月 ${date.getDate()} 日`,
  data: { official: '官方数据', derived: '推算数据', judgement: '判断数据', illustrative: '示意数据' },
  title: {
    none: (place) => `${place}人员配备测算`,
    unknown: (facts) => `${facts.place}能否达标，还缺数据`,
    met: (facts) => `${facts.place} ${facts.year} 年${facts.past ? '已经' : '能够'}达标`,
    short: (facts) =>
      `${facts.place} ${facts.year} 年${who(facts.workforce)}${facts.past ? '' : '还'}缺 ${persons(facts.gap ?? 0)} 人`,
    points: (facts) => `${facts.place} ${facts.year} 年“${facts.target}”还差 ${facts.points} 个百分点`,
  },
  chartNote: (d) =>
    [
      d.hasPlan ? '实线＝本方案，虚线＝不加措施的基线' : '实线＝现安排',
      d.demanded ? '红线＝文件目标，红竖线＝当年缺口' : '',
      d.bands ? '色带＝80% 与 50% 的抽样' : '',
    ]
      .filter(Boolean)
      .join('，'),
  decide: {
    title: '一、请决定',
    change: (facts) =>
      sentence`${facts.name}由 ${facts.from} ${facts.up ? '增至' : '减至'} ${strong(facts.to)}，自 ${facts.since} 年起。`,
    choice: (facts) => sentence`${facts.name}：由“${facts.from}”改为“${strong(facts.to)}”，自 ${facts.since} 年起。`,
    moreChanges: (count) => `另有 ${count} 项措施的改动，见附二。`,
    effect: (d) =>
      sentence`${d.several ? '以上各项合计' : '此项'}，${d.year} 年比不加措施多 ${strong(d.more)} 名${who(d.workforce)}。`,
    less: (d) => sentence`这样做，${d.year} 年比不加措施少 ${strong(d.more)} 名${who(d.workforce)}。`,
    further: (d) =>
      d.hasPlan
        ? sentence`是否另加措施：即使照本方案，${d.year} 年仍${shortfall(`缺 ${persons(d.plan)} 人`)}；不加措施缺 ${persons(d.baseline)} 人。`
        : sentence`是否采取措施：照现在的安排，${d.year} 年${shortfall(`缺 ${persons(d.plan)} 人`)}。`,
    enough: (d) =>
      d.hasPlan
        ? sentence`是否照本方案执行：${d.year} 年能够达标${d.baseline > 0 ? sentence`；不加措施则${shortfall(`缺 ${persons(d.baseline)} 人`)}` : '，不加措施也能达标'}。`
        : sentence`${d.year} 年不必另加措施，现在的安排应当保持。`,
    unmet: (d) => sentence`文件定${d.name}为 ${strong(d.asked)}，本方案是 ${d.now}：是否照文件执行。`,
    unknown: (needs) => sentence`请安排补报：${strong(needs)}。`,
  },
  where: {
    title: (year, part) => `二、缺在哪里（${year} 年，${part ? '缺口最大的' : '按缺口排列'}）`,
    oneArea: '二、各项目标缺多少',
    rest: (count) => `其余 ${count} 个区域见附四。`,
    none: '文件没有可以分区域对照的目标。',
    area: '区域',
    heads: { gp: '医生', staff: '人员' },
    density: '密度',
    perCentre: '每院',
    gap: '缺口',
  },
  lean: {
    title: '三、靠的假设',
    item: (name, value) => `${name} ${value}`,
    open: '（',
    comma: '，',
    close: '）',
    range: (low, high) => `可信 ${low} 至 ${high}`,
    changed: '自行设定',
    effect: (d) =>
      `${d.name}若为 ${d.low}，${d.year} 年缺 ${persons(d.lowGap)} 人；若为 ${d.high}，缺 ${persons(d.highGap)} 人`,
    stop: '；',
    end: '。',
  },
  sign: ['拟稿', '审核', '签发'],
  foot: {
    rule: '口径',
    basis: '目标依据',
    again: '复算',
    document: (d) => [`《${d.name}》`, d.number, d.date].filter(Boolean).join('，'),
    draws: (draws, seed) => `抽样 ${draws} 次，种子 ${seed}`,
    noDraws: (seed) => `未抽样，种子 ${seed}`,
    code: '链接的二维码',
    longCode: '链接太长，印不成清楚的二维码。',
    ownCode: '本页从本机打开，没有二维码。',
  },
  annex: {
    targets: '附一　文件的全部目标',
    fields: '附二　措施与假设',
    flows: '附三　每年从哪里来，到哪里去',
    areas: (year) => `附四　各区域，${year} 年`,
    notes: '附五　关于这些数字',
    link: '链接',
    targetColumns: {
      name: '目标',
      date: '期限',
      asked: '要求',
      achieved: '预计',
      amounts: '预计／需要',
      gap: '缺口',
      status: '结果',
      chance: '达标机会',
      clause: '原文位置',
    },
    fieldColumns: { name: '名称', baseline: '默认', plan: '本方案', range: '可信范围', source: '出处' },
    kinds: {
      lever: '措施（我们决定的）',
      assumption: '假设（我们决定不了的）',
      setting: '口径与起点',
      cost: '价格与费率（不影响人数）',
      target: '自己的目标',
    },
    flowNote: '人／年，全域，按本口径计；期初＋进－出＝期末。',
    areaColumns: {
      name: '区域',
      residents: '人口',
      start: '医生',
      value: '每万人',
      baseline: '基线',
      gap: '缺口',
      met: '达标年份',
      source: '源',
    },
    after: (year) => `${year} 后`,
    plans: '另附　各方案比较',
    thisPlan: (shown, others) => `本报告写的是${shown}；链接里还有${others.join('、')}。`,
    moves: '另附　调配清单',
    manyMoves: (most, all) => `只列 ${persons(all)} 次中的前 ${persons(most)} 次；全部在“统筹调配”一章。`,
    cost: '另附　费用（元，未折现）',
    readback: '另附　文件自己的数字算一遍',
    manyAreas: (most) => `区域太多：只列缺口最大的 ${persons(most)} 个以内；全部在导出的表格里。`,
    keys: '数字从哪里来',
  },
  failed: '色带没有画出来；其余都在。',
};
