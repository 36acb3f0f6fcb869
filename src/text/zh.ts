import type { AnswerFacts } from './answer-facts.ts';
import type { Dictionary } from './en.ts';
import { heads, persons } from './format.ts';
import { demand, sentence, shortfall, strong, whole, type Part } from './parts.ts';

type Workforce = 'gp' | 'staff';

const who = (workforce: Workforce): string => (workforce === 'gp' ? '全科医生' : '基层卫生人员');
const date = (year: number, month: number | null): string => (month === null ? `${year} 年` : `${year} 年 ${month} 月`);
const when = (facts: AnswerFacts): string => date(facts.year, facts.month);

function reached(facts: AnswerFacts, metYear: number | null): Part[] {
  if (metYear === null) return sentence`${strong(`${facts.horizon} 年前`)}达不到`;
  return metYear === facts.year && facts.overdue === null
    ? sentence`${strong('如期')}达标`
    : sentence`${strong(`${metYear} 年`)}达标`;
}
function outlook(facts: AnswerFacts): Part[] {
  const plan = reached(facts, facts.planMetYear);
  const late = facts.overdue ? `文件的期限 ${date(facts.overdue.year, facts.overdue.month)}已过，当年没有实数。` : '';
  if (!facts.hasPlan) return sentence`${late}${whole('照现在的安排，')}${plan}。`;
  return sentence`${late}${whole('照本方案，')}${plan}；${whole('不加措施，')}${reached(facts, facts.baselineMetYear)}。`;
}
function verdict(facts: AnswerFacts): Part[] {
  if (!facts.met) return sentence`${facts.past ? '' : '还'}${shortfall(`缺 ${persons(facts.gap)} 人`)}`;
  return sentence`${strong('达标')}${facts.spare > 0 ? `，多 ${persons(facts.spare)} 人` : ''}`;
}

export const zh: Dictionary = {
  lang: 'zh-CN',
  title: (place) => (place ? `${place} · 万人` : '万人'),
  siteName: '万人',
  otherLanguage: 'EN',
  otherLanguageTag: 'en',
  skip: '跳到结论',
  placeName: (name) => name.zh,

  chapters: {
    title: '章节',
    places: '区域与目标',
    odds: '把握',
    moves: '统筹调配',
    compare: '比较与解释',
    cost: '费用',
    document: '文件核对',
    fairness: '公平性',
    forms: '月报表',
  },

  picker: {
    report: '报告',
    place: '地区',
    policy: '文件',
    start: '起点',
    loadData: '载入数据',
    save: '保存方案',
    copyLink: '复制链接',
    copied: '链接已复制',
    longLink: (length: number) => `链接有 ${length} 个字符，聊天软件可能截断；用“保存”里的方案文件更稳妥。`,
    copyYourself: '请复制这个链接',
    close: '关闭',
  },

  status: {
    loading: (place) => (place ? `正在读取${place}的数据……` : '正在读取内置数据……'),
    loadingDetail: '人口、医生数和政策文件都从本站读取，不会有数据离开这台电脑。',
    running: '正在重算……淡色的是上一次的结果。',
    failed: '这一次没有算出来。',
    failedKept: '下面是上一次的结果。',
    rerun: '再算一次',
    unfetched: '这一部分没有载入。',
    reload: '重新载入网页',
    dismiss: '知道了',
    notice: '提示',
  },

  provenance: { official: '官方', derived: '推算', judgement: '判断', illustrative: '示意' },
  provenanceLong: {
    official: '官方：注明文件与表号',
    derived: '推算：由官方数字按写明的规则算出',
    judgement: '判断：在有出处的上下限之间估定',
    illustrative: '示意：编造，只为演示',
  },
  unverified: '未核实',
  keyline: '数字从哪里来',
  notesTitle: (count) => `关于这些数字（${count} 条）`,
  startSource: (provenance, workforce) =>
    ({
      official: '',
      derived: `现有${who(workforce)}数是推算的，不是实数：`,
      judgement: `现有${who(workforce)}数是估定的，不是实数：`,
      illustrative: `现有${who(workforce)}数是编造的，只为演示：`,
    })[provenance],
  startProvenance: (provenance, workforce) => `起点${who(workforce)}数：${provenance}`,

  counting: '口径',
  count: {
    certified: '取得合格证书即计入（含未注册、含助理）',
    'certified-no-assistants': '取得合格证书即计入（含未注册、不含助理）',
    registered: '注册为全科医学专业才计入（含助理）',
    'registered-no-assistants': '注册为全科医学专业才计入（不含助理）',
  },
  countShort: {
    certified: '取得证书',
    'certified-no-assistants': '取得证书，不含助理',
    registered: '注册',
    'registered-no-assistants': '注册，不含助理',
  },
  countStaff: '在岗的基层卫生人员',
  scopeText: { all: '全部机构', own: '只计区属机构' },
  denominatorText: { resident: '分母常住人口', document: '分母按文件自己的人口' },

  answer: {
    density: (facts) =>
      facts.past
        ? sentence`${facts.place} ${facts.year} 年每万居民有 ${strong(facts.value)} 名${who(facts.workforce)}，目标 ${demand(facts.asked)} 名，${verdict(facts)}。${outlook(facts)}`
        : sentence`${facts.place}到 ${when(facts)}每万居民约有 ${strong(facts.value)} 名${who(facts.workforce)}，目标 ${demand(facts.asked)} 名，${verdict(facts)}。${outlook(facts)}`,
    headcount: (facts) =>
      facts.past
        ? sentence`${facts.place} ${facts.year} 年有 ${strong(facts.value)} 名${who(facts.workforce)}，目标 ${demand(facts.asked)} 名，${verdict(facts)}。${outlook(facts)}`
        : sentence`${facts.place}到 ${when(facts)}约有 ${strong(facts.value)} 名${who(facts.workforce)}，目标 ${demand(facts.asked)} 名，${verdict(facts)}。${outlook(facts)}`,
    everyCentre: (facts) => {
      const kind = facts.count.startsWith('registered') ? '注册全科医生' : '全科医生';
      const able = facts.past ? '个配齐了' : '个能配齐';
      return sentence`到 ${when(facts)}，${facts.place} ${persons(facts.centres)} 个建制乡镇卫生院中，${facts.bestCase ? '最多' : '约有'} ${strong(persons(facts.served))} ${able} ${demand(facts.asked)} 名${kind}，${verdict(facts)}。${outlook(facts)}`;
    },
    averageCentre: (facts) =>
      sentence`到 ${when(facts)}，${facts.place}平均每个乡镇卫生院${facts.past ? '有' : '约有'} ${strong(facts.value)} 名全科医生，目标 ${demand(facts.asked)} 名，${verdict(facts)}。${outlook(facts)}`,
    share: (facts) =>
      sentence`${facts.place}，${when(facts)}，${facts.target}：${strong(facts.value)}，目标 ${demand(facts.asked)}，${facts.met || facts.points === '' ? verdict(facts) : shortfall(`差 ${facts.points} 个百分点`)}。${outlook(facts)}`,
    unknown: (facts) => {
      const what = `“${facts.target}”（目标 ${facts.asked}）`;
      const question = sentence`${facts.place} ${when(facts)}${what}${facts.past ? '是否做到' : '能否做到'}，${strong('还不能判断')}：缺${facts.needs}。`;
      return facts.past ? sentence`${question}${outlook(facts)}` : question;
    },
    none: (document) => sentence`《${document}》没有可以推演的目标。`,
  },

  level: { country: '国家', province: '省份', prefecture: '市州', county: '县市区', township: '乡镇街道' },
  whole: (name) => {
    const unit = name.zh.replace(/（.*）$/, '').at(-1) ?? '';
    return '国省市区县州'.includes(unit) ? `全${unit}` : '合计';
  },

  target: {
    title: '文件的全部目标',
    sub: (document) => document,
    met: '达标',
    missed: '未达标',
    unknown: '待补数',
    endOf: (year) => `${year} 年底`,
    by: (year, month) => (month === null ? `${year}` : `${year}.${month}`),
    when: (year, month) => (month === null ? `${year} 年底` : `${year} 年 ${month} 月`),
    word: '目标',
    asked: (asked) => `目标 ${asked}`,
    centresAsked: (value, of) => `目标 ${persons(of)} 院各 ${value} 名`,
    short: (gap) => `缺 ${persons(gap)} 人`,
    pointsShort: (points) => `差 ${points} 个百分点`,
    none: '不缺',
    noGap: '不缺',
    of: (projected, required) => `${projected}／需 ${required} 人`,
    ofStaff: (projected, required) => `${projected}／需 ${required} 人`,
    past: '已成事实',
    above: '高于上限',
    columns: {
      name: '目标',
      date: '期限',
      asked: '要求',
      achieved: '预计',
      required: '预计／需要',
      gap: '缺口',
      status: '结果',
      count: '口径',
    },
    persons: '人',
    density: (value) => `每万人 ${value} 名`,
    headcount: (value) => `${value} 人`,
    everyCentre: (value) => `每院 ${value} 名`,
    averageCentre: (value) => `平均每院 ${value} 名`,
    growth: (value) => `每年约 ${value}`,
    quotaYear: (value) => `每年 ${value} 人`,
    quotaTotal: (value, since) => (since === null ? `合计 ${value} 人` : `${since} 年起合计 ${value} 人`),
    centresShort: (count, of) => `${persons(of)} 院中 ${persons(count)} 院不足`,
    yearsShort: (count, of) => `${persons(of)} 年中 ${persons(count)} 年不足`,
    showClause: (name) => `查看原文：${name}`,
    needs: (what) => `缺：${what}`,
    supply: (what) => `补填${what}`,
    range: (low, high) => `${low} 至 ${high} 之间`,
    missing: {
      centres: '建制乡镇卫生院数',
      centreshare: '全科医生在卫生院工作的比例',
      observed: '当年的实数',
      horizon: '推演到那一年',
      population: '分母人数',
      residents: '常住人口（现为 0）',
      base: '总人数',
      have: '已达到的人数',
    },
  },

  gap: {
    title: (workforce) => `每万人口${who(workforce)}数`,
    sub: '人／万人口，年底',
    add: '加画',
    noChange: '不变',
    linear: '线性趋势',
    grey: 'GM(1,1)',
    plan: '本方案',
    course: '现安排',
    baseline: '基线',
    target: '目标',
    observed: (counted) => (counted ? '实数' : '过去的数（含推算）'),
    observedShort: '过去',
    metIn: (year) => `${year} 年达标`,
    metNow: '如期达标',
    table: '表',
    chart: '图',
    year: '年份',
    shortfall: '缺口',
    caption: '红竖线＝当年缺口',
    keys: '左右方向键逐年读数。',
    reading: (r) => [
      strong(r.year),
      ...[
        r.observed === null ? '' : `过去 ${r.observed}`,
        r.plan === null ? '' : `${r.hasPlan ? '本方案' : '现安排'} ${r.plan}${r.range ? `（80%：${r.range}）` : ''}`,
        r.baseline === null || !r.hasPlan ? '' : `基线 ${r.baseline}`,
        r.target === null ? '' : `目标 ${r.target}`,
      ].flatMap((text) => (text === '' ? [] : [{ text: `　${text}`, as: 'plain' as const }])),
      ...(r.gap === null
        ? []
        : [r.gap > 0 ? demand(`　缺 ${persons(r.gap)} 人`) : { text: '　不缺', as: 'plain' as const }]),
    ],
    describe: (d) => `${d.place}：每万人口由 ${d.first} 年的 ${d.start} 到 ${d.last} 年的 ${d.end}。${d.answer}`,
    tableCaption: '逐年，每万人口；缺口为人数',
  },

  odds: {
    drawing: '达标的机会：正在抽样……',
    missing: { fact: '达标的机会没有算出来。', kept: '图上的线和数字是期望值，不受影响。' },
    flag: (chance) => `达标机会 ${chance}`,
    column: '达标机会',
    interval80: '80% 区间',
    caption: '色带＝80% 与 50% 的抽样，虚线＝中位数',
    aside: (side) =>
      side === 'below' ? '虚线在实线之上：实线取各参数最可能的值' : '虚线在实线之下：实线取各参数最可能的值',
  },

  levers: {
    title: '措施与假设',
    levers: '措施',
    leversSub: (from) => `我们决定的，自 ${from} 年起`,
    assumptions: '假设',
    assumptionsSub: '我们决定不了的',
    settings: '口径与起点',
    facts: '本地实数',
    factsSub: '知道的请填',
    more: '更多假设',
    conditions: '调剂的条件：期限、留人、距离、次序',
    foreign: (count) => `此处不起作用的（${count} 项）`,
    resetAll: '全部还原',
    reset: (name, value) => `${name}还原为 ${value}`,
    changed: (count) => `已改 ${count} 项`,
    unchanged: '没有改动',
    type: (name, value) => `${name}：${value}，点按可直接填数`,
    outOfRange: (value, min, max) => `“${value}”不在 ${min} 至 ${max} 之间，没有采用。`,
    notNumber: (value) => `“${value}”不是数，没有采用。`,
    about: (name) => `${name}的范围与出处`,
    defaultValue: (value) => `默认 ${value}`,
    plausible: (low, high) => `可信范围 ${low} 至 ${high}`,
    documentValue: (value) => `文件定为 ${value}`,
    source: '出处',
    foot: '短竖线是默认值，粗段是改动，红竖线是文件自己定的值。',
    sheetShort: (gap) => `缺 ${persons(gap)} 人`,
    on: '是',
    off: '否',
    empty: '不详',
    unitOf: {
      maxage: '岁',
      base: '年',
      horizon: '年',
      from: '年',
      densityfloor: '人/万人',
      maxkm: '公里',
      month: '月',
    },
    unit: {
      year: '年',
      'persons/year': '人/年',
      persons: '人',
      share: '%',
      'share/year': '%/年',
      'yuan/month': '元/月',
      'share/1000yuan': '%/千元',
      none: '',
    },
  },

  field: {
    transfer: '转岗培训',
    residency: '住院医师规培',
    assistant: '助理全科培训',
    rural: '农村订单定向',
    recruit: '公开招聘',
    rehire: '返聘退休医师',
    drive: '加注执业范围',
    allowance: '全科津贴',
    priority: '优先配备',
    within: '县内调剂',
    dispatch: '选派支援',
    counterpart: '对口帮扶',
    term: '支援年限',
    floor: '调出后至少留',
    densityfloor: '调出后密度不低于',
    movers: '可调人员',
    maxkm: '最远',
    order: '措施先后',
    month: '起调月份',
    pop: '常住人口',
    migration: '人口迁移',
    attrition: '离职率',
    youngattrition: '35 岁下离职',
    breach: '违约率',
    postexit: '服务期满离岗',
    obligation: '剩余服务期',
    passtransfer: '转岗合格率',
    passresidency: '规培合格率',
    passassistant: '助理合格率',
    passrural: '定向合格率',
    regshare: '随即注册',
    elasticity: '津贴留人效果',
    lapse: '五年不用注销',
    poolgrowth: '可转岗医师增',
    maxage: '转岗年龄上限',
    rehireyears: '返聘年限',
    fte: '返聘折算',
    stockerror: '起点人数误差',
    centreshare: '在卫生院比例',
    base: '起点',
    horizon: '推演到',
    from: '措施起始年',
    count: '计数口径',
    denominator: '分母',
    scope: '机构范围',
    seed: '种子',
    draws: '抽样次数',
    doubt: '不确定来自',
  },
  fieldHelp: {
    stockerror: '起点人数可能偏多或偏少的比例（±），只加宽色带，各区域同向；没有公布的数，默认不计。',
    within: '每县每年在乡镇卫生院之间调动的人数上限。',
    dispatch: '每县县级医院同时在外支援的人数上限。',
    counterpart: '每县同时由县外派人填补的岗位数上限。',
    term: '选派、帮扶每次几年。',
    floor: '调出后本院至少留下的全科医生。',
    densityfloor: '调出后本地密度不低于这个数；0 为不限。',
    movers: '服务期内的不调动。',
    maxkm: '调动、选派的最远距离；0 为不限。',
    order: '别的都相同时，先用哪项措施。',
    month: '每年的调配从这个月开始。',
    transfer: '每年开始转岗培训的在岗医师，全域合计；约一年后结业。',
    residency: '每年开始全科专业住院医师规范化培训（5+3）的人数；三年后结业。',
    assistant: '每年开始助理全科医生培训（3+2）的人数；两年后结业。',
    rural: '每年招收的农村订单定向免费医学生；毕业、规培后履行服务期。',
    recruit: '每年从外面招聘的注册全科医生。',
    rehire: '到龄退休的全科医生中返聘的比例。',
    drive: '每年把已取得证书未注册的人加注为全科医学专业的比例。',
    allowance: '全科医生每人每月津贴。',
    priority: '新到的全科医生优先安排到不足 2 名的卫生院。',
    pop: '常住人口怎样变化。',
    migration: '队列推算人口时的迁移：不计，或按 2010–2020 年的净迁移率。',
    attrition: '每年离职的比例，不含死亡和退休。',
    youngattrition: '35 岁以下的离职率是 35 岁以上的几倍。',
    breach: '服务期内每年违约离开的比例。',
    postexit: '服务期满后第一年离开的比例。',
    obligation: '结业后还要服务的年数。',
    passtransfer: '转岗培训学员结业并合格的比例。',
    passresidency: '住院医师规培学员结业并合格的比例。',
    passassistant: '助理全科培训学员结业并合格的比例。',
    passrural: '订单定向生结业并合格的比例。',
    regshare: '新合格的人随即注册为全科医学专业的比例。',
    elasticity: '津贴每月每高出默认值 1,000 元，离职率降低多少。没有找到出处，是使用者自己的假设。',
    lapse: '取得证书五年不从事全科工作的，证书注销。',
    poolgrowth: '可参加转岗培训的医师每年增长的比例。',
    maxage: '开始转岗培训的最大年龄。',
    rehireyears: '返聘后继续工作的年数。',
    fte: '返聘一人按几个全职计。',
    centreshare: '全科医生中在乡镇卫生院工作的比例。',
    base: '从哪一年开始推演。',
    horizon: '推演到哪一年。',
    from: '改动的措施从哪一年起生效。',
    count: '哪些人算全科医生。',
    denominator: '按普查的常住人口，还是按文件自己的人口。',
    scope: '全部机构，还是只计区属机构。',
    seed: '',
    draws: '',
    doubt: '',
  },
  choice: {
    constant: '不变',
    trend: '趋势',
    projected: '自带',
    cohort: '队列',
    none: '不计',
    observed: '2010–20',
    resident: '普查',
    document: '文件',
    all: '全部',
    own: '区属',
    gps: '不含助理',
    assistants: '含助理',
    wdc: '调剂、选派、帮扶',
    wcd: '调剂、帮扶、选派',
    dwc: '选派、调剂、帮扶',
    dcw: '选派、帮扶、调剂',
    cwd: '帮扶、调剂、选派',
    cdw: '帮扶、选派、调剂',
    certified: '取得证书，含助理',
    'certified-no-assistants': '取得证书，不含助理',
    registered: '注册，含助理',
    'registered-no-assistants': '注册，不含助理',
  },
  inert: {
    'inert.workforce': '只与全科医生有关',
    'inert.rule': '本口径下不改变人数',
    'inert.elasticity': '津贴留人效果为 0 时不起作用',
    'inert.allowance': '津贴未变时不起作用',
    'inert.population': '只在人口选“队列”时起作用',
    'inert.one-area': '只有一个区域时不起作用',
    'inert.centres': '本文件没有按卫生院计的目标',
    'inert.obligation': '没有服务期时不起作用',
    'inert.rehire': '没有返聘时不起作用',
    'inert.draws': '不影响期望值',
    'inert.areas': '各区域不是乡镇时不起作用',
    'inert.hospital': '没有县级医院的人数',
    'inert.moves': '没有调配时不起作用',
    'inert.distances': '没有距离',
  },
  inertOther: '此时不起作用',

  problem: {
    'link.unknown-place': (v) => ({
      fact: `链接里的地区“${v['value'] ?? ''}”这里没有。`,
      kept: '改为显示第一个地区。',
    }),
    'link.unknown-view': (v) => ({
      fact: `链接要打开的章节“${v['value']}”没有。`,
      kept: '已打开第一章。',
    }),
    'link.unknown-policy': (v) => ({
      fact: `链接里的文件“${v['value'] ?? ''}”这里没有。`,
      kept: '改用本地自己的文件；其余照用。',
    }),
    'link.unknown-key': (v) => ({ fact: `链接里的“${v['key'] ?? ''}”不认识。`, kept: '这一处没有采用；其余照用。' }),
    'link.bad-value': (v) => ({
      fact: `链接里的“${v['key'] ?? ''}=${v['value'] ?? ''}”读不出来。`,
      kept: `${v['expected'] === undefined ? '' : `应为 ${v['expected']}；`}改用默认值；其余照用。`,
    }),
    'link.out-of-range': (v) => ({
      fact: `链接里的“${v['key'] ?? ''}=${v['value'] ?? ''}”没有采用。`,
      kept: `超出 ${v['min'] ?? ''} 至 ${v['max'] ?? ''}，改用默认值 ${v['default'] ?? ''}；其余照用。`,
    }),
    'link.duplicate-key': (v) => ({ fact: `链接里的“${v['key'] ?? ''}”出现了两次。`, kept: '按后写的算。' }),
    'link.shared-key': (v) => ({
      fact: `链接里的“${v['key'] ?? ''}”没有采用：起点、年份、费用和本地数字各方案相同，才能比较。`,
      kept: '与方案 A 相同；其余照用。',
    }),
    'link.too-many-plans': (v) => ({
      fact: `最多比较四个方案，链接里的“${v['value'] ?? ''}”没有采用。`,
      kept: '前四个方案照用。',
    }),
    'link.long-name': (v) => ({ fact: '方案名称太长。', kept: `截为“${v['value'] ?? ''}”。` }),
    'plan.locked': () => ({ fact: '这个方案已锁定，措施和假设没有改动。', kept: '请先解锁，或另存为新方案再改。' }),
    'link.bad-version': (v) => ({ fact: `链接的版本“${v['value'] ?? ''}”不认识。`, kept: '按现在的版本尽量读取。' }),
    'link.truncated': (v) => ({
      fact: `链接好像在“${v['value'] ?? ''}”处被截断了。`,
      kept: '完整的部分照用；请向发送的人要完整链接。',
    }),
    'own.not-here': (v) => ({
      fact: `这里没有链接所用的自有数据“${v['value'] ?? ''}”。`,
      kept: '请向发送的人要文件，载入后再打开链接。',
    }),
    'document.not-here': (v) => ({
      fact: `这里没有链接所用的自带文件“${v['value'] ?? ''}”。`,
      kept: '先按其余文件算；向发送的人要这份文件，在“文件核对”里载入即可。',
    }),
    'document.other-staff': (v) => ({
      fact: `文件“${v['value'] ?? ''}”说的是另一类人员。`,
      kept: '改用本地自己的文件；其余照用。',
    }),
    'document.cut': (v) => ({
      fact: `链接放不下条文全文：${v['count'] ?? ''} 条自定目标只带来条文的开头。`,
      kept: '数字不受影响；全文在发送人的方案文件里。',
    }),
    'data.failed': (v) => ({ fact: `数据文件没有读到：${v['file'] ?? ''}。`, kept: '屏幕上原有的内容都保留。' }),
    'moves.not-yet': () => ({ fact: '调剂清单正在求解。', kept: '下面还没有算上调剂。' }),
    'page.unfetched': () => ({
      fact: '网页有一部分没有载入：断了网，或者本站已经更新。',
      kept: '请联网后重新载入网页。方案都在链接里，不会丢；还没有用上的文件要再载入一次。',
    }),
    'worker.crashed': () => ({ fact: '这一次没有算完：计算进程停了，已经重新启动。', kept: '下面是上一次的结果。' }),
    'worker.failed': (v) => ({ fact: '这一次没有算出来。', kept: `模型报告：${v['message'] ?? ''}` }),
    'pop.no-ages': (v) => ({
      fact: '队列推算要有普查年龄。',
      kept: `${v['areas'] ?? 0} 个区域没有，这些区域改用趋势。`,
    }),
    'pop.no-projection': (v) => ({ fact: '数据里没有自带的预测人口。', kept: `${v['areas'] ?? 0} 个区域改用趋势。` }),
    'intake.capped': (v) => ({
      fact: `${v['year'] ?? ''} 年起，可转岗的医师不够每年 ${heads(Number(v['asked'] ?? 0))} 人。`,
      kept: `最多还能培训 ${heads(Number(v['pool'] ?? 0))} 人，推演按这个数算。`,
    }),
    'naive.too-few': () => ({ fact: '有实数的年份太少，画不出趋势。', kept: '线性趋势和 GM(1,1) 略去。' }),
    'policy.not-json': (v) => ({
      fact: `政策文件不是有效的 JSON${v['file'] === undefined ? '' : `：${v['file']}`}。`,
      kept: '这份文件没有采用。',
    }),
    'policy.field': (v) => ({
      fact: `政策文件的 ${v['path'] ?? ''} 有误：${v['found'] ?? ''}。`,
      kept: `应为 ${v['expected'] ?? ''}；这份文件没有采用。`,
    }),
    'policy.repeated-id': (v) => ({
      fact: `政策文件里 ${v['found'] ?? ''} 重复（${v['path'] ?? ''}）。`,
      kept: '这份文件没有采用。',
    }),
    'policy.headlines': (v) => ({
      fact: `政策文件有 ${v['found'] ?? ''} 个主要目标。`,
      kept: '应当恰好一个；这份文件没有采用。',
    }),
  },
  problemOther: (code) => ({ fact: `出了问题（${code}）。`, kept: '其余照常显示。' }),
};
