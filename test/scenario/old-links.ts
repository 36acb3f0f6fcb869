import type { Plans } from '../../src/scenario/plans.ts';
import type { Values } from './setups.ts';

/** A link as it was once sent, and what it must open for ever. */
export interface OldLink {
  link: string;
  place: string;
  policy: string | null;
  values: Values;
  plans?: Plans;
}

/** Links of every version. Never change or remove one; add those of a new version. */
export const OLD_LINKS: OldLink[] = [
  { link: '#/tongjiang/v=1', place: 'tongjiang', policy: null, values: {} },
  {
    link: '#/tongjiang/v=1;transfer=20;residency=4;seed=8',
    place: 'tongjiang',
    policy: null,
    values: { transfer: 20, residency: 4, seed: 8 },
  },
  {
    link: '#/tongjiang/v=1;policy=china-2018;drive=0.25;allowance=800;elasticity=0.05;attrition=0.045',
    place: 'tongjiang',
    policy: 'china-2018',
    values: { drive: 0.25, allowance: 800, elasticity: 0.05, attrition: 0.045 },
  },
  {
    link: '#/yuzhong/v=1;scope=own;base=2018;horizon=2030;from=2020;recruit=6;denominator=document',
    place: 'yuzhong',
    policy: null,
    values: { scope: 'own', base: 2018, horizon: 2030, from: 2020, recruit: 6, denominator: 'document' },
  },
  {
    link: '#/panzhihua/v=1;priority=1;pop=cohort;migration=none;lapse=0;primarydocs=1600',
    place: 'panzhihua',
    policy: null,
    values: { priority: 1, pop: 'cohort', migration: 'none', lapse: 0, primarydocs: 1600 },
  },
  {
    link: '#/hunan/v=1;count=certified-no-assistants;rural=350.5;passtransfer=0.9',
    place: 'hunan',
    policy: null,
    values: { count: 'certified-no-assistants', rural: 350.5, passtransfer: 0.9 },
  },
  {
    link: '#/xx-district/v=1;recruit=45;visits=0.62',
    place: 'xx-district',
    policy: null,
    values: { recruit: 45, visits: 0.62 },
  },
  {
    link: '#/china/v=1;transfer=60000;horizon=2050',
    place: 'china',
    policy: null,
    values: { transfer: 60000, horizon: 2050 },
  },
  {
    link: '#/tongjiang/v=1;view=compare;transfer=20;name=更多转岗;b.transfer=30;b.recruit=2;c.pop=constant;c.name=No_~28~growth~29~;plans=4;lock=ad;show=b',
    place: 'tongjiang',
    policy: null,
    values: { transfer: 30, recruit: 2 },
    plans: {
      list: [
        { name: '更多转岗', locked: true, values: { transfer: 20 } },
        { name: '', locked: false, values: { transfer: 30, recruit: 2 } },
        { name: 'No (growth)', locked: false, values: { transfer: 20, pop: 'constant' } },
        { name: '', locked: true, values: { transfer: 20 } },
      ],
      shown: 1,
    },
  },
  {
    link: '#/xupu/v=1;base=2019;within=5;dispatch=4;counterpart=2;term=1;floor=3;movers=assistants;maxkm=30;view=moves',
    place: 'xupu',
    policy: null,
    values: { base: 2019, within: 5, dispatch: 4, counterpart: 2, term: 1, floor: 3, movers: 'assistants', maxkm: 30 },
  },
  {
    link: '#/tongjiang/v=1;view=odds;doubt=parameters;seed=9;draws=5000',
    place: 'tongjiang',
    policy: null,
    values: { doubt: 'parameters', seed: 9, draws: 5000 },
  },
  {
    link: '#/tongjiang/v=1;view=odds;stockerror=0.1',
    place: 'tongjiang',
    policy: null,
    values: { stockerror: 0.1 },
  },
  {
    link: '#/hunan/v=1;view=cost;costtransfer=12000;clinics=1000;discount=0.03;paidshare=0.8',
    place: 'hunan',
    policy: null,
    values: { costtransfer: 12000, clinics: 1000, discount: 0.03, paidshare: 0.8 },
  },
  {
    link: '#/tongjiang/v=1;view=document;t1=density~2030~6~certified',
    place: 'tongjiang',
    policy: null,
    values: { t1: 'density~2030~6~certified' },
  },
  {
    link: '#/tongjiang/v=1;policy=县方案-12ab34cd;docs=china-2018~乡方案-00ff00ff;t1=share~2028~0.1~certified~h6~b80~w年报~k12ab34cd~q第一条',
    place: 'tongjiang',
    policy: '县方案-12ab34cd',
    values: {
      docs: 'china-2018~乡方案-00ff00ff',
      t1: 'share~2028~0.1~certified~h6~b80~w年报~k12ab34cd~q第一条',
    },
  },
  {
    link: '#/tongjiang/v=1;t1=density~2030~5~certified~dr~r180000~w公安局;t2=coverage~2026~0.9~certified~b200~xchina-2018:density-2030',
    place: 'tongjiang',
    policy: null,
    values: {
      t1: 'density~2030~5~certified~dr~r180000~w公安局',
      t2: 'coverage~2026~0.9~certified~b200~xchina-2018:density-2030',
    },
  },
];
