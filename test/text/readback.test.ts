import { describe, expect, it } from 'vitest';
import { readText } from '../../src/io/built-in-node.ts';
import { loadPlace } from '../../src/io/places.ts';
import { loadPolicy } from '../../src/io/policies.ts';
import { contextOf, readBack } from '../../src/model/readback/read-back.ts';
import type { Lang } from '../../src/model/types.ts';
import { findingText, readbackWords } from '../../src/text/readback-words.ts';

async function textsOf(policy: string, place: string, lang: Lang): Promise<string[]> {
  const [pack, data] = await Promise.all([loadPolicy(policy, readText), loadPlace(place, readText)]);
  return readBack(pack, contextOf(pack, data, '2026-11-24')).map((finding) =>
    findingText(finding, readbackWords(lang)).join('：'),
  );
}

describe('the findings in words', () => {
  it('are those of Yuzhong', async () => {
    expect(await textsOf('yuzhong-2018', 'yuzhong', 'zh')).toEqual([
      '所用人口与普查不同：2020 年 165 名＝每万人 2.5 名，2030 年 330 名＝每万人 5 名，都相当于 660,000 人；2020 年普查为 588,717 人，文件多算 12.1%。按普查口径，每万人 5 名是 294 名；2018 年的 133 名已是每万人 2.26 名。',
      '几乎没有计入流失：2018 年 133 名，加上新增的 33 名，是 166 名；2020 年目标 165 名。等于 2 年只净减少 1 名（每年 0.4%）。基层卫生人员仅辞职一项每年就约 1.4%（2005 年调查），退休和死亡另计。',
    ]);
    const [residents] = await textsOf('yuzhong-2018', 'yuzhong', 'en');
    expect(residents).toContain(
      'all imply 660,000 residents. The 2020 census found 588,717: the document has 12.1% more.',
    );
  });

  it('are those of XX district', async () => {
    expect(await textsOf('xx-district', 'xx-district', 'zh')).toEqual([
      '名额前后不一：2020—2024 年每年 30—50 名，5 年合计 150—250 名；文件写累计 100 名。',
      '没有写起点：每年增长 5%、到 2024 年每万人 35 名，倒推 2019 年末应有每万人 27.4 名（人口不变）；文件没有写当时有多少。',
    ]);
  });

  it('are those of Panzhihua and Hunan', async () => {
    expect(await textsOf('panzhihua-2019', 'panzhihua', 'zh')).toEqual([
      expect.stringContaining('38 个卫生院合计 76 名'),
    ]);
    const [scope, expired] = await textsOf('hunan-2020', 'hunan', 'zh');
    expect(scope).toContain('附件2按建制乡镇卫生院统计，附件3按基层医疗卫生机构');
    expect(expired).toContain('有效期至 2025-06-01');
  });

  it('have no Chinese in English', async () => {
    for (const [policy, place] of [
      ['yuzhong-2018', 'yuzhong'],
      ['xx-district', 'xx-district'],
      ['panzhihua-2019', 'panzhihua'],
      ['hunan-2020', 'hunan'],
    ] as const) {
      for (const text of await textsOf(policy, place, 'en')) expect(text).not.toMatch(/\p{Script=Han}/u);
    }
  });
});
