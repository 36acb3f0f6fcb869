import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../src/app.css';
import type { PolicyPack, Target } from '../../../src/model/types.ts';
import type { Field, Value } from '../../../src/scenario/types.ts';
import type { DocumentsView } from '../../../src/state/own-view.ts';
import { zh } from '../../../src/text/zh.ts';
import DocumentsSection from '../../../src/ui/document/DocumentsSection.svelte';
import OwnDocuments from '../../../src/ui/document/OwnDocuments.svelte';
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
    beside: String(values['docs'] ?? 'none').split('~'),
    ontoggle: (id: string) => void asked.push(['toggle', id]),
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
    expect(asked).toEqual([['toggle', 'hunan-2020']]);
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

  it('says of a changed target what the document itself asks for, and goes back to it', async () => {
    const changed: Target = {
      ...density2030,
      id: 't1',
      value: 6,
      askedBy: { id: 'own', name: text('自定目标') },
      changes: density2030,
    };
    const { screen, asked } = show({ t1: 'density~2030~6~certified~xdensity-2030' }, [changed]);
    const view = await screen;
    await expect.element(view.getByText('已改动')).toBeVisible();
    await expect.element(view.getByText(/原文：.*≥ 5/)).toBeVisible();
    await view.getByRole('button', { name: /^恢复原文：/ }).click();
    expect(asked).toEqual([['reset', 't1']]);
  });

  it('asks for the figures of a coverage target, and for their source', async () => {
    const { screen, asked } = show();
    const view = await screen;
    await view.getByRole('button', { name: '添加目标' }).click();
    await view.getByRole('combobox', { name: '种类' }).selectOptions('coverage');
    await view.getByRole('textbox', { name: /^不少于/ }).fill('90');
    await view.getByRole('textbox', { name: /^在岗基层/ }).fill('200');
    await view.getByRole('button', { name: '采用' }).click();
    await expect.element(view.getByText('请写明这些数的来源，不超过 40 字。')).toBeVisible();
    await view.getByRole('textbox', { name: /^这些数的来源/ }).fill('市卫健局年报');
    await view.getByRole('button', { name: '采用' }).click();
    expect(asked).toEqual([['update', { t1: 'coverage~2030~0.9~certified~b200~w市卫健局年报' }, true]]);
  });

  it('divides by another population only where the reader gives it', async () => {
    const { screen, asked } = show();
    const view = await screen;
    await view.getByRole('button', { name: '添加目标' }).click();
    await view.getByRole('textbox', { name: /^不少于/ }).fill('5');
    await view.getByRole('combobox', { name: '分母' }).selectOptions('registered');
    await view.getByRole('button', { name: '采用' }).click();
    expect(asked).toEqual([['update', { t1: 'density~2030~5~certified~dr' }, true]]);
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
  it('keeps the fingerprint of a clause of which only the beginning is here, until the words are others', () => {
    const target = {
      kind: 'density',
      year: 2030,
      value: 6,
      count: 'certified',
      clause: '每万人',
      cut: '12ab34cd',
    } as const;
    const draft = draftOf(target, '');
    expect(targetOf({ ...draft, value: '7' })).toEqual({ target: { ...target, value: 7 } });
    expect(targetOf({ ...draft, clause: '第一条' })).toEqual({
      target: { ...target, clause: '第一条', cut: undefined },
    });
  });

  it('of growth is typed in per cent, and full-width digits are read', () => {
    const draft = { ...emptyDraft('growth', 2030, 'certified'), value: '７%', since: '2026' };
    const read = targetOf(draft);
    expect(read).toEqual({ target: { kind: 'growth', year: 2030, value: 0.07, count: 'certified', since: 2026 } });
    expect('target' in read && draftOf(read.target, '').value).toBe('7');
  });
});

describe('a document that the reader brings', () => {
  const mine: PolicyPack = { ...other, id: '本县方案-12ab34cd', name: text('本县方案'), own: true };
  type Answer = Awaited<ReturnType<DocumentsView['take']>>;
  const bring = async (answer: Answer, lines: DocumentsView['lines'] = [], beside: string[] = []) => {
    const { session, asked } = fakeSession({ value: () => '' });
    const shelf: DocumentsView = {
      lines,
      take: async () => answer,
      discard: async (id) => void asked.push(['discard', id]),
      textOf: () => '{}',
    };
    const screen = await render(OwnDocuments, {
      session,
      shelf,
      place: place(4),
      pack,
      beside,
      ontoggle: (id: string) => void asked.push(['toggle', id]),
      name: '同江市',
      today: '2026-11-24',
    });
    const choose = (): void => {
      const input = screen.container.querySelector('input')!;
      const files = new DataTransfer();
      files.items.add(new File(['{}'], '本县方案.json'));
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    };
    return { screen, asked, choose };
  };

  it('is read back by the same rules, and can be opened, held beside and removed', async () => {
    const { screen, asked, choose } = await bring({ pack: mine, problems: [] }, [
      { pack: mine, stored: false, size: 2 },
    ]);
    choose();
    await expect.element(screen.getByText(/《本县方案.json》已读入/)).toBeVisible();
    await expect.element(screen.getByRole('heading', { name: '有效期已满' })).toBeVisible();
    await expect.element(screen.getByText(/浏览器没有保存它/)).toBeVisible();
    await screen.getByRole('button', { name: '打开“本县方案”' }).click();
    await screen.getByRole('button', { name: '同时对照' }).click();
    await screen.getByRole('button', { name: '移除“本县方案”' }).click();
    expect(asked).toEqual([
      ['openPolicy', mine.id],
      ['toggle', mine.id],
      ['discard', mine.id],
    ]);
  });

  it('that is about other staff can be read back, not opened', async () => {
    const line = { pack: { ...mine, workforce: 'staff' as const }, stored: true, size: 2 };
    const { screen } = await bring(null, [line]);
    await expect.element(screen.getByText(/对象是另一类人员/)).toBeVisible();
    expect(screen.getByRole('button', { name: /^打开/ }).elements()).toHaveLength(0);
  });

  it('that is none is answered with everything that is wrong, and nothing is changed', async () => {
    const { screen, asked, choose } = await bring({
      pack: null,
      problems: [{ code: 'policy.field', values: { path: 'targets.0.year', found: '1900', expected: '>=2000' } }],
    });
    choose();
    await expect.element(screen.getByText('《本县方案.json》不能用作文件数据，没有任何改动。')).toBeVisible();
    await expect.element(screen.getByText(/targets\.0\.year/)).toBeVisible();
    expect(asked).toEqual([]);
  });
});
