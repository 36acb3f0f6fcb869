import type { MovesDictionary } from './moves-en.ts';

export const movesZh: MovesDictionary = {
  table: '表',
  year: '年份',
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
