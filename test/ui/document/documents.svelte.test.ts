import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../src/app.css';
import type { PolicyPack, Target } from '../../../src/model/types.ts';
import type { Field, Value } from '../../../src/scenario/types.ts';
import type { ModelClient } from '../../../src/worker/client.ts';
import { zh } from '../../../src/text/zh.ts';
import DocumentsSection from '../../../src/ui/document/DocumentsSection.svelte';
import PolicyFile from '../../../src/ui/document/PolicyFile.svelte';
import { draftOf, emptyDraft, targetOf } from '../../../src/ui/document/draft.ts';
import { density2030, fakeSession, fields, judge, pack, place, result } from '../fake-session.ts';

beforeEach(() => page.viewport(1366, 768));

const text = (name: string) => ({ zh: name, en: name });
const other: PolicyPack = {
  ...pack,
  id: 'hunan-2020',
  name: text('湖南方案'),
  inForce: { from: '2020-06-02', until: '2025-06-01' },
  targets: [{ ...density2030, id: 'two', year: 2025, value: 8 }],
};
const here: PolicyPack = { ...pack, others: [other] };
const targetFields: Field[] = ['docs', 't1', 't2', 't3', 't4', 't5', 't6'].map((key) => ({
  ...fields[0]!,
  key,
  kind: 'target',
  type: 'target',
  default: key === 'docs' ? 'none' : '',
}));

function show(values: Record<string, Value> = {}, extra: Target[] = []) {
  const all = [...fields, ...targetFields];
  const { session, asked } = fakeSession({
    fields: all,
    pack: here,
    value: (key) => values[key] ?? all.find((field) => field.key === key)?.default ?? '',
  });
  const base = result(4);
  const judged = [...base.targets, ...extra.map((target) => ({ ...judge(base.plan), target }))];
  const props = {
    session,
    result: { ...base, targets: judged },
    place: place(4),
    pack: here,
    today: '2026-11-24',
    words: zh,
  };
  return { asked, screen: render(DocumentsSection, props) };
}
const expiredTarget: Target = {
  ...other.targets[0]!,
  id: 'hunan-2020:two',
  askedBy: { id: 'hunan-2020', name: other.name, until: '2025-06-01' },
};

describe('documents and targets in use', () => {
  it('takes another document beside the one that is open', async () => {
    const { screen, asked } = show();
    await (await screen).getByRole('checkbox', { name: '湖南方案' }).click();
    expect(asked).toEqual([['update', { docs: 'hunan-2020' }, true]]);
  });

  it('marks the strictest in force and greys the one that has ended, which stays', async () => {
    const screen = await show({ docs: 'hunan-2020' }, [expiredTarget]).screen;
    await expect.element(screen.getByText(/有效期至 2025-06-01，已失效/).first()).toBeVisible();
    await expect.element(screen.getByRole('row', { name: /^2030/ })).toHaveTextContent(/103\s*最严\s*164\.8\s*已失效/);
    expect(screen.container.querySelectorAll('li.over')).toHaveLength(1);
  });

  it('adds a target that is written into a code', async () => {
    const { screen, asked } = show();
    const view = await screen;
    await view.getByRole('button', { name: '添加目标' }).click();
    await view.getByRole('textbox', { name: '年份' }).fill('2028');
    await view.getByRole('textbox', { name: /^不少于/ }).fill('4.5');
    await view.getByRole('textbox', { name: /条文/ }).fill('第三条：每万人 4.5 名');
    await view.getByRole('button', { name: '采用' }).click();
    expect(asked[0]?.[1]).toEqual({
      t1: 'density~2028~4.5~certified~q第三条!ff1a!每万人_4!2e!5_名',
    });
  });

  it('says what is impossible about a target and keeps what was typed', async () => {
    const { screen, asked } = show();
    const view = await screen;
    await view.getByRole('button', { name: '添加目标' }).click();
    const year = view.getByRole('textbox', { name: '年份' });
    await year.fill('1900');
    await view.getByRole('textbox', { name: /^不少于/ }).fill('500');
    await view.getByRole('textbox', { name: /上限/ }).fill('3');
    await view.getByRole('button', { name: '采用' }).click();
    await expect.element(view.getByText('这条目标不成立，没有采用；填写的内容都还在。')).toBeVisible();
    await expect.element(view.getByText('年份须在 2000 至 2100 之间。')).toBeVisible();
    await expect.element(view.getByText('数值须大于 0，且不超过 50。')).toBeVisible();
    await expect.element(view.getByText('上限不能低于下限，且不超过 50。')).toBeVisible();
    await expect.element(year).toHaveValue('1900');
    expect(asked).toEqual([]);
  });

  it('changes a target of the document by one that takes its place', async () => {
    const { screen, asked } = show();
    const view = await screen;
    await view.getByRole('button', { name: /^改动“每万名居民全科医生/ }).click();
    await view.getByRole('textbox', { name: /^不少于/ }).fill('6');
    await view.getByRole('button', { name: '采用' }).click();
    expect(asked).toEqual([['update', { t1: 'density~2030~6~certified~xdensity-2030' }, true]]);
  });

  it('removes one of its own', async () => {
    const mine: Target = {
      ...density2030,
      id: 't1',
      headline: undefined,
      askedBy: { id: 'own', name: text('自定目标') },
    };
    const { screen, asked } = show({ t1: 'density~2030~5~certified' }, [mine]);
    await (await screen).getByRole('button', { name: /^删除/ }).click();
    expect(asked).toEqual([['reset', 't1']]);
  });
});

describe('a draft', () => {
  it('of growth is typed in per cent, and full-width digits are read', () => {
    const draft = { ...emptyDraft('growth', 2030, 'certified'), value: '７%', since: '2026' };
    const read = targetOf(draft);
    expect(read).toEqual({ target: { kind: 'growth', year: 2030, value: 0.07, count: 'certified', since: 2026 } });
    expect('target' in read && draftOf(read.target, '').value).toBe('7');
  });
});

describe('a document that the reader brings', () => {
  const bring = async (answer: Awaited<ReturnType<ModelClient['readPolicy']>>, content = '{}') => {
    const { session, asked } = fakeSession({ value: () => '' });
    const read: ModelClient['readPolicy'] = async (given) => {
      expect(given).toBe(content);
      return answer;
    };
    const screen = await render(PolicyFile, { session, read, place: place(4), name: '同江市', today: '2026-11-24' });
    const input = screen.container.querySelector('input')!;
    const files = new DataTransfer();
    files.items.add(new File([content], '本县方案.json'));
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    return { screen, asked };
  };

  it('is read back by the same rules, and its targets can be taken over', async () => {
    const { screen, asked } = await bring({ pack: { ...other, id: 'mine', name: text('本县方案') }, problems: [] });
    await expect.element(screen.getByRole('heading', { name: '有效期已满' })).toBeVisible();
    await screen.getByRole('button', { name: '把其中 1 条目标加入自定目标' }).click();
    expect(asked[0]?.[1]).toEqual({
      t1: expect.stringMatching(/^density~2025~8~certified~u2025-06-01~q到2030年/),
    });
  });

  it('that is none is answered with everything that is wrong, and nothing is changed', async () => {
    const { screen, asked } = await bring(
      {
        pack: null,
        problems: [{ code: 'policy.field', values: { path: 'targets.0.year', found: '1900', expected: '>=2000' } }],
      },
      '{"id":1}',
    );
    await expect.element(screen.getByText('《本县方案.json》不能用作文件数据，没有任何改动。')).toBeVisible();
    await expect.element(screen.getByText(/targets\.0\.year/)).toBeVisible();
    expect(asked).toEqual([]);
  });
});
