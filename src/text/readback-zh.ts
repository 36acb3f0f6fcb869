import type { InstitutionScope } from '../model/types.ts';
import { demanded, heads, percent, persons, plainNumber } from './format.ts';
import type { ReadbackDictionary } from './readback-en.ts';

const range = (low: number, high: number | null): string =>
  high === null ? demanded(low) : `${demanded(low)}—${demanded(high)}`;

const SCOPE: Record<InstitutionScope, string> = {
  'township-centres': '建制乡镇卫生院',
  'primary-care': '基层医疗卫生机构（还包括社区卫生服务中心等）',
  all: '全部医疗卫生机构',
};

export const readbackZh: ReadbackDictionary = {
  title: '文件核对',
  sub: '由条文中的数字推算，互相对照，并与人口普查和今天的日期核对',
  count: (count) => `用它考核之前，有 ${count} 点需要知道。`,
  none: (targets) => `数字前后一致：${targets} 条目标已互相对照，并与人口普查、有效期核对，没有发现矛盾。`,
  elsewhere: (place) => `这份文件管的是别的地方，人数目标不与${place}的普查人口核对。`,
  quoted: '原文',
  translation: '译文',
  rule: {
    residents: ({ pairs, census, today }) => {
      const last = pairs.at(-1)!;
      const implied = [...new Set(pairs.map(({ residents }) => persons(residents)))].join('、');
      const off = last.residents / census.persons - 1;
      return [
        '所用人口与普查不同',
        `${pairs.map((pair) => `${pair.year} 年 ${persons(pair.heads)} 名＝每万人 ${demanded(pair.perTenThousand)} 名`).join('，')}，${pairs.length > 1 ? '都' : ''}相当于 ${implied} 人；${census.year} 年普查为 ${persons(census.persons)} 人，文件${off > 0 ? '多' : '少'}算 ${percent(Math.abs(off))}。按普查口径，每万人 ${demanded(last.perTenThousand)} 名是 ${persons((last.perTenThousand * census.persons) / 10_000)} 名${today === null ? '' : `；${today.year} 年的 ${persons(today.heads)} 名已是每万人 ${plainNumber(today.perTenThousand)} 名`}。`,
      ];
    },
    losses: ({ from, year, opening, added, wanted, losses, perYear }) => {
      const sum = `${from} 年 ${heads(opening)} 名，加上新增的 ${heads(added)} 名，是 ${heads(opening + added)} 名；${year} 年目标 ${heads(wanted)} 名。`;
      if (losses < 0) {
        return [
          '新增来源没有写全',
          `${sum}即使没有一人流失也差 ${heads(-losses)} 名，文件没有写明这 ${heads(-losses)} 名从哪里来。`,
        ];
      }
      const few = '基层卫生人员仅辞职一项每年就约 1.4%（2005 年调查），退休和死亡另计。';
      const many = '调查到的各种流出合计每年 8%—9%（2005 年调查）。';
      return [
        perYear < 0.05 ? '几乎没有计入流失' : '计入的流失高于任何调查',
        `${sum}等于 ${year - from} 年只净减少 ${heads(losses)} 名（每年 ${percent(perYear)}）。${perYear < 0.05 ? few : many}`,
      ];
    },
    quota: ({ since, year, yearly, sum, total }) => [
      '名额前后不一',
      `${since}—${year} 年每年 ${range(...yearly)} 名，${year - since + 1} 年合计 ${range(...sum)} 名；文件写累计 ${demanded(total)} 名。`,
    ],
    growth: ({ from, year, growth, target, start, stated }) => [
      stated === null ? '没有写起点' : '增幅与目标对不上起点',
      `每年增长 ${percent(growth)}、到 ${year} 年每万人 ${demanded(target.value)} 名，倒推 ${from} 年末应有每万人 ${plainNumber(start, 1)} 名（人口不变）；${stated === null ? '文件没有写当时有多少。' : `文件写的是每万人 ${plainNumber(stated, 1)} 名。`}`,
    ],
    average: ({ target, centres }) => [
      '“平均”不等于“每个”',
      `平均每个乡镇卫生院 ${demanded(target.value)} 名${centres === null ? '' : `，${persons(centres)} 个卫生院合计 ${persons(target.value * centres)} 名即算达标`}，其中有的卫生院可以一名也没有。也有文件（湖南省 2020 年方案）要求每一个卫生院都有 ${demanded(target.value)} 名，两者不能互比。`,
    ],
    scope: ({ institutions, clauses }) => [
      '同一目标有两种统计范围',
      `${clauses.map(({ where }, index) => `${where.zh}按${SCOPE[institutions[index] ?? institutions[0]!]}统计`).join('，')}，两张表的数不能直接相比。`,
    ],
    expired: ({ until }) => ['有效期已满', `有效期至 ${until}。其中的目标仍可用来对照，但请先确认是否有新文件接续。`],
  },
};
