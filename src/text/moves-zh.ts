import { demanded, plainNumber } from './format.ts';
import type { MovesDictionary } from './moves-en.ts';
import { demand, sentence, shortfall, strong } from './parts.ts';

export const movesZh: MovesDictionary = {
  table: '表',
  year: '年份',
  outside: '县外',
  comma: '、',
  lever: { within: '县内调剂', dispatch: '选派支援', counterpart: '对口帮扶' },
  month: (year, month) => `${year}.${month}`,
  atMinimum: (value) => `每院 ${value} 人`,
  offer: {
    title: '可以调谁',
    staff: '本文件管的是全部基层卫生人员，不单列全科医生：没有调剂清单和证书漏斗可算。',
    oneArea: '这里的数据是一个整体：谁在哪个卫生院工作，没有数字。',
    larger: (level) => `这里的数据到${level}为止。院与院之间的调剂，要有各卫生院自己的人数。`,
    load: '请载入带“机构”一列的人员表（页首“载入数据”）；清单、图和到期悬崖随即给出。',
    still: '下面的证书漏斗和服务期日历不需要各院的数字。',
    could: (d) => `现在没有开任何调剂措施。${d.year} 年末 ${d.centres} 个卫生院中有 ${d.short} 个不到${d.minimum}。`,
    lack: (lacking, spare) => `这些院共缺 ${lacking} 人；其余的院在自己的最少人数之上共多 ${spare} 人。`,
    hospital: (count) => `县级医院有 ${count} 名全科医生，可以选派。`,
    noHospital: '没有县级医院的人数，不能选派。',
    named: '文件提出下面的措施，按文件的次序。',
    usual: '文件没有提出这类措施；下面是湖南文件的几项，按它的次序。',
    caps: (count) => `上限先设为所缺的 ${count} 人，方案只取最少够用的人次；上限可在措施栏里改。`,
    all: '全部打开',
    only: (name) => `只开${name}`,
    solving: '正在求最好的调剂办法……',
    stop: '停止',
  },
  plan: {
    title: '从哪里调到哪里',
    sub: '年末在位的',
    summary: (d) =>
      sentence`照这份清单，${String(d.year)} 年末 ${d.centres} 个卫生院中有 ${strong(d.after)} 个达到${demand(d.minimum)}；不调剂只有 ${d.before} 个。`,
    short: (count) => sentence`还有 ${shortfall(`${count} 个不足`)}。`,
    all: () => sentence`${strong('全部达标。')}`,
    proven: '已证明：在这些限制之内，没有更好的办法。',
    open: (count) => `时间用完，还没有证明这是最好的；最好的办法至多再多 ${count} 个“院·年”达标。`,
    openGap: '达标的卫生院已证明最多；密度缺口、人次和公里数是否最少，时间用完还没有证明。',
    floor: (minimum) => `每院 ${minimum} 人`,
    rest: (year, moves, persons) => `${year} 年末在位 ${moves} 笔，共 ${persons} 人。上下方向键逐行读数。`,
    restNone: (year) => `${year} 年末没有人在调剂。`,
    note: '空心＝不调剂，实心＝调剂后；弧的粗细＝人数，虚线＝到期要回去。',
    leftAreas: (areas) => `没有参与调剂的 ${areas} 个区域没有画。`,
    leftMoves: (moves, persons) => `太多，画不下：略去较小的 ${moves} 笔（${persons} 人）；清单里一笔不少。`,
    describe: (d) => `${d.place} ${d.year} 年末：弧线从${d.from}到${d.to}。`,
    row: (d) =>
      `${d.name}：${d.before} → ${d.after}${d.floor === null ? '' : `，至少 ${d.floor}`}${
        d.takes.length > 0 ? `；调入：${d.takes.join('、')}` : ''
      }${d.gives.length > 0 ? `；调出：${d.gives.join('、')}` : ''}。`,
    source: (name, gives) => `${name}：派出 ${gives.join('、')}。`,
    part: (name, persons, lever) => `${name} ${persons} 人（${lever}）`,
    columns: { area: '卫生院', before: '不调剂', after: '调剂后', floor: '至少', short: '还缺' },
  },
  list: {
    title: '调剂清单',
    sub: '可排序，可打印，可签字',
    columns: { from: '从', to: '到', persons: '人数', lever: '措施', start: '起', end: '止', km: '公里', why: '理由' },
    forGood: '长期',
    km: (km) => plainNumber(km, 1),
    why: (had, minimum) =>
      had < minimum
        ? `现为 ${demanded(had)} 人，至少 ${demanded(minimum)} 人`
        : `已有 ${demanded(had)} 人，密度低于目标`,
    total: (lever, persons) => `${lever} ${persons} 人`,
    all: (persons, moves) => `合计 ${persons} 人，${moves} 笔`,
    group: (year, persons) => `${year} 年，${persons} 人`,
    none: '在这些限制之内，不需要或没有可调的人。',
    download: '下载 CSV',
    print: '打印清单',
    file: (place) => `${place}-调剂清单.csv`,
    heading: (place, first, last) =>
      first === last ? `${place} ${first} 年全科医生调剂清单` : `${place} ${first}—${last} 年全科医生调剂清单`,
    rule: (rule) => `口径：${rule}`,
    link: (link) => `复算：${link}`,
    illustrative: '示意数据：编造，只为演示。',
    sign: ['拟稿', '审核', '签发'],
    date: '日期',
    no: '序号',
  },
  cliff: {
    title: '到期的悬崖',
    sub: '达到最少人数的卫生院，个，逐月',
    until: '执行到哪些调动',
    upTo: (year) => `${year} 年及以前开始的，到期不续`,
    whole: '清单全部',
    total: (centres) => `${centres} 院全够`,
    last: (centres) => `剩 ${centres} 院`,
    cause: {
      within: '人被调走',
      dispatch: '选派到期',
      counterpart: '对口帮扶到期',
      obligation: '服务期满',
      exits: '离职退休',
    },
    fell: (cause, count) => `${cause}，少 ${count} 院`,
    met: (met, centres) => `${met}／${centres} 院`,
    none: '这些年里没有卫生院因为人走而跌破最少人数：到期的有人接上，或者本来就够。',
    summary: (first, months, falls) => `${first} 起，先后有 ${months} 个月、${falls} 院次跌破最少人数。`,
    hold: (ways) => `要保住：${ways.join('，')}。`,
    renew: (persons) => `续派 ${persons} 人`,
    posts: (persons) => `续 ${persons} 个帮扶岗位`,
    place: (persons) => `补 ${persons} 名新全科医生`,
    describe: (place) => `${place}：达到最少人数的卫生院，逐月。`,
    note: '红竖线＝离全部达标的差；调动以外的增减记在 12 月。',
    columns: { month: '年月', area: '卫生院', cause: '原因', persons: '还缺', met: '此后达标' },
  },
  years: {
    title: '调剂前后的卫生院',
    sub: '个，按医生人数，年末',
    panel: (year, before, after, centres) => `${year} 年：${before} → ${after}／${centres} 院`,
    more: (value) => `${value}+`,
    note: (each) => `空心＝不调剂，实心＝调剂后；红线＝最少人数。${each > 1 ? `一个点代表 ${each} 个卫生院。` : ''}`,
    describe: (parts) => `达到最少人数的卫生院，不调剂 → 调剂后。${parts.join('；')}。`,
    columns: { year: '年份', before: '不调剂', after: '调剂后', short: '不足' },
  },
  short: {
    title: '哪些仍然不足，为什么',
    columns: { area: '卫生院', gps: '医生', minimum: '至少', lacks: '还缺', block: '卡在哪里' },
    block: {
      'no-donor': '没有卫生院或医院有人可调',
      'cap-within': '县内调剂每年的人数用完',
      'cap-dispatch': '同时派出的人数已到上限',
      'cap-counterpart': '县外对口帮扶的名额用完',
      distance: '距离之内没有可调的人',
      floor: '能调出的卫生院都只剩自己的最少人数',
      'time-limit': '计算时间用完，没有找到办法',
    },
    more: (count) => `另有 ${count} 个，见表`,
  },
  shadow: {
    title: '再多一点能换来什么',
    none: '放宽哪一条都不能让更多卫生院达标：缺的是新的全科医生。',
    gain: (year, centres, all) =>
      centres === 0
        ? `${year} 年也不会多一个卫生院达标`
        : all
          ? `${year} 年全部达标`
          : `${year} 年可多 ${centres} 个卫生院达标`,
    kind: {
      hospital: (by) => `医院可派的医生多 ${by ?? ''} 人`,
      dispatch: (by) => `同时派出的人数多 ${by ?? ''} 人`,
      within: (by) => `县内调剂每年多 ${by ?? ''} 人`,
      counterpart: (by) => `县外对口帮扶多 ${by ?? ''} 个名额`,
      distance: (by) => (by === null ? '不限距离' : `距离放宽 ${by} 公里`),
      floor: (by) => `调出的卫生院可以少留 ${by ?? ''} 人`,
    },
    line: (what, gain) => `${what}，${gain}。`,
  },
  funnel: {
    title: '证书漏斗',
    sub: (year) => `人，${year} 年末`,
    names: {
      trained: '接受过培训',
      certified: '取得合格证书',
      registered: '注册全科医学',
      centre: '在基层机构',
      practised: '五年内从事全科',
    },
    counted: '本文件计到这里',
    note: '条形从零画起；两条红线之间是本文件计数的一级；空框是没有人给过数字的一级。',
    unknown: '没有数字',
    basis: {
      stock: (year, base) => (year === base ? '起点数' : '由起点数推演'),
      reader: '使用者填报',
      own: '区属医疗机构',
      townships: '各乡镇街道自己的卫生院、中心；不计医院',
      share: (share) => `注册人数×在卫生院比例（${share}）`,
      unknown: '数据里没有；模型不用它，也不猜它',
    },
    supply: '知道的请填，填了就写进链接。',
    columns: { step: '步骤', count: '人数', lost: '比上一步少', basis: '怎么来的' },
    describe: (d) =>
      `${d.place} ${d.year} 年末：${d.known.join('，')}。${d.unknown.length > 0 ? `没有数字的：${d.unknown.join('、')}。` : ''}本文件计到“${d.counted}”。`,
    step: (name, count) => `${name} ${count} 人`,
    drive: {
      title: '先加注，再培训',
      none: '取得证书的都已注册，加注执业范围不会再多出人来。',
      all: (count, added) =>
        `取得证书而未注册的约有 ${count} 人。全部加注，不用培训一个人，就多 ${count} 名注册全科医生（每万人＋${added}）。`,
      uncounted: '现用口径已经把他们计入：加注改变的是执业范围，不改变上面的人数。',
      yearly: (year, count) => `照现在定的加注比例，${year} 年约加注 ${count} 人。`,
      centres: (count, of, minimum) =>
        count === 0
          ? `只靠加注，没有卫生院能新达到${minimum}。`
          : `${of} 个不足${minimum}的卫生院中，只靠加注就有 ${count} 个达到。`,
      columns: { area: '区域', registered: '已注册', unregistered: '未注册', after: '加注之后' },
      rest: (count, heads) => `其余 ${count} 个区域，共 ${heads} 人`,
    },
    lapse: {
      title: '明年谁的证书注销',
      counted: (year, count) => `${year} 年约有 ${count} 人的证书因五年不从事全科而注销；先给这些人加注，就能留住。`,
      none: (year) => `${year} 年没有证书因五年不用而注销。`,
      uncounted:
        '已按“五年不用注销”推演，但现用口径只计注册的人，注销不改变人数，台账里没有这一项；口径改为“取得证书”即可看到。',
      off: '本文件没有“五年不从事全科即注销证书”的规定。要看谁会注销，请在假设里打开“五年不用注销”。',
      beyond: '已超出推演的最后一年。',
    },
  },
};
