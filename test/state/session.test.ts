import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Result } from '../../src/model/types.ts';
import { Session } from '../../src/state/session.svelte.ts';
import { FakeAddress, FakeClient, FakeLanguage, settle } from './fakes.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function sessionAt(hash: string, page?: string) {
  const client = new FakeClient();
  const address = new FakeAddress(hash, page);
  const language = new FakeLanguage();
  return { client, address, language, session: new Session({ client, address, language }) };
}

/** A session whose first result is there. */
async function readyAt(hash: string, page?: string) {
  const parts = sessionAt(hash, page);
  await parts.client.answerAll();
  return parts;
}
const codes = (session: Session) => session.problems.map(({ code }) => code);
const FAILED = { code: 'worker.failed', values: { message: 'no' } };
const LOST = { code: 'data.failed', values: { file: 'starts.csv', message: 'starts.csv: cannot be read' } };

describe('a visit', () => {
  it('without a link opens Tongjiang and leaves the address alone', async () => {
    const { session, client, address } = sessionAt('');
    expect(session).toMatchObject({ status: 'loading', place: null, result: null });
    expect(client.questions).toEqual(['open tongjiang tongjiang-2020']);
    await client.answer();
    expect(client.questions).toEqual(['run tongjiang {}']);
    await client.answer();
    expect(session.place?.id).toBe('tongjiang');
    expect(session).toMatchObject({ status: 'ready', problems: [], changed: 0 });
    expect(session.result?.place).toBe('tongjiang');
    expect(address.entries).toEqual(['']);
  });

  it('with a link knows which place is on its way, and how it will be looked at', async () => {
    const { session } = sessionAt('#/yuzhong/v=1;transfer=20;view=report');
    expect(session).toMatchObject({ status: 'loading', scenario: { place: 'yuzhong' }, view: 'report' });
  });

  it('with a link opens what it says', async () => {
    const { session, address } = await readyAt('#/yuzhong/v=1;policy=china-2018;scope=own;transfer=20');
    expect(session.scenario).toEqual({
      place: 'yuzhong',
      policy: 'china-2018',
      values: { scope: 'own', transfer: 20 },
    });
    expect(session.pack?.id).toBe('china-2018');
    expect(session.value('transfer')).toBe(20);
    expect(session.value('horizon')).toBe(2040);
    expect(session.result?.policy).toBe(JSON.stringify(session.scenario.values));
    expect(address.entries).toHaveLength(1);
  });

  it('with an unknown place opens the default one and says so', async () => {
    const { session, address } = await readyAt('#/atlantis/v=1;transfer=20');
    expect(session.scenario).toEqual({ place: 'tongjiang', values: {} });
    expect(codes(session)).toEqual(['link.unknown-place']);
    expect(address.hash).toBe('#/atlantis/v=1;transfer=20');
  });

  it('with a faulty link keeps the sound part, names the others and leaves the address', async () => {
    const { session, address } = await readyAt('#/tongjiang/v=1;transfer=20;teleport=3;seed=x');
    expect(session.scenario.values).toEqual({ transfer: 20 });
    expect(codes(session)).toEqual(['link.unknown-key', 'link.bad-value']);
    expect(address.hash).toContain('teleport');
    session.dismiss(0);
    expect(codes(session)).toEqual(['link.bad-value']);
  });

  it('with a link that a chat app has lengthened cleans the address', async () => {
    const { address } = await readyAt('#/tongjiang/v=1;transfer=20&from=timeline');
    expect(address.entries).toEqual(['#/tongjiang/v=1;transfer=20']);
  });

  it('opens the chapter that the link names; another one is a step in the history', async () => {
    const { session, address, client } = await readyAt('#/tongjiang/v=1;view=odds;transfer=20');
    expect(session.view).toBe('odds');
    session.openView('moves');
    expect(address.hash).toBe('#/tongjiang/v=1;view=moves;transfer=20');
    session.openView('places');
    expect(address.entries.at(-1)).toBe('#/tongjiang/v=1;transfer=20');
    expect(client.questions).toEqual([]);
    session.openView('cost');
    session.openPlace('yuzhong');
    await client.answerAll();
    expect(session.view).toBe('cost');
  });

  it('whose data do not load fails, and can be tried again', async () => {
    const { session, client } = sessionAt('#/yuzhong/v=1;transfer=20');
    await client.fail(LOST);
    expect(session).toMatchObject({ status: 'failed', problems: [LOST], place: null });
    session.rerun();
    expect(session).toMatchObject({ status: 'loading', problems: [] });
    await client.answerAll();
    expect(session.status).toBe('ready');
    expect(session.scenario).toEqual({ place: 'yuzhong', values: { transfer: 20 } });
  });

  it('asks for the hindcasts when they are wanted, until they are there', async () => {
    const { session, client } = sessionAt('');
    const hindcast = { start: 2012, fittedOn: [2009, 2012] as [number, number], years: [], counted: [], lines: [] };
    client.foretold = { ok: true, hindcasts: [hindcast] };
    const asked = vi.spyOn(client, 'hindcasts');
    await client.answerAll();
    expect(asked).not.toHaveBeenCalled();
    await session.foretell();
    expect(session.hindcasts).toEqual([hindcast]);
    await session.foretell();
    expect(asked).toHaveBeenCalledTimes(1);
  });
});

describe('a change', () => {
  it('is in the scenario at once; the old result stays until the new one is there', async () => {
    const { session, client } = await readyAt('#/tongjiang/v=1');
    const old = session.result;
    session.update({ transfer: 20 }, true);
    expect(session.value('transfer')).toBe(20);
    expect(session).toMatchObject({ status: 'running', changed: 1 });
    expect(session.result).toBe(old);
    await client.answerAll();
    expect(session.status).toBe('ready');
    expect(session.result?.policy).toBe('{"transfer":20}');
  });

  it('that is planned for can be given up: what was last shown whole is back', async () => {
    const { session, client } = await readyAt('#/tongjiang/v=1;transfer=20');
    session.update({ transfer: 25 }, true);
    session.update({ attrition: 0.05 }, true);
    session.stopPlanning();
    expect(session.scenario.values).toEqual({ transfer: 20 });
    await client.answerAll();
    expect(session.status).toBe('ready');
  });

  it('back to the default leaves no trace', async () => {
    const { session, client } = await readyAt('#/tongjiang/v=1;transfer=20;seed=8');
    session.reset('transfer');
    expect(session.scenario.values).toEqual({ seed: 8 });
    session.update({ seed: 7 }, true);
    expect(session.scenario.values).toEqual({});
    expect(session.link()).toBe('file:///site/index.html#/tongjiang/v=1');
    await client.answerAll();
  });

  it('can be taken back with all others', async () => {
    const { session } = await readyAt('#/tongjiang/v=1;transfer=20;base=2019;pop=cohort');
    session.resetAll();
    expect(session).toMatchObject({ changed: 0, scenario: { place: 'tongjiang', values: {} } });
  });

  it('of the base year brings the defaults that follow from it', async () => {
    const { session } = await readyAt('#/tongjiang/v=1');
    expect(session.value('from')).toBe(2026);
    session.update({ base: 2019 }, true);
    expect(session.value('from')).toBe(2020);
    expect(session.fields.find(({ key }) => key === 'horizon')?.min).toBe(2020);
  });

  it('that another one makes impossible falls back to its default, and is named', async () => {
    const { session } = await readyAt('#/tongjiang/v=1;base=2019;from=2022');
    session.reset('base');
    expect(session.value('from')).toBe(2026);
    expect(session.problems).toMatchObject([{ code: 'link.out-of-range', values: { key: 'from', value: 2022 } }]);
  });

  it('of a figure that nobody knew is a value like the others', async () => {
    const { session } = await readyAt('#/panzhihua/v=1');
    expect(session.value('primarydocs')).toBe('');
    session.update({ primarydocs: 1600 }, true);
    expect(session.link()).toMatch(/#\/panzhihua\/v=1;primarydocs=1600$/);
    session.update({ primarydocs: '' }, true);
    expect(session.scenario.values).toEqual({});
    expect(session.problems).toEqual([]);
  });

  it('before there is a place is left out', () => {
    const { session, client } = sessionAt('');
    session.update({ transfer: 20 }, true);
    expect(session.changed).toBe(0);
    expect(client.questions).toEqual(['open tongjiang tongjiang-2020']);
  });
});

describe('answers', () => {
  it('that come late never replace newer ones', async () => {
    const { session, client } = await readyAt('#/tongjiang/v=1');
    for (const transfer of [1, 2, 3]) session.update({ transfer }, false);
    await client.answer(1);
    expect(session.result?.policy).toBe('{"transfer":2}');
    expect(session.status).toBe('running');
    await client.answer(0);
    expect(session.result?.policy).toBe('{"transfer":2}');
    await client.answer(0);
    expect(session.result?.policy).toBe('{"transfer":3}');
    expect(session.status).toBe('ready');
  });

  it('of a place that has been left are dropped', async () => {
    const { session, client } = await readyAt('#/tongjiang/v=1');
    session.update({ transfer: 20 }, true);
    session.openPlace('yuzhong');
    await client.answer(1);
    await client.answer(1);
    expect(session.result?.place).toBe('yuzhong');
    await client.answer(0);
    expect(session.result?.place).toBe('yuzhong');
    expect(session.status).toBe('ready');
  });

  it('that fail leave the old result, and the next good one takes the message away', async () => {
    const { session, client } = await readyAt('#/tongjiang/v=1');
    const old = session.result;
    session.update({ transfer: 20 }, true);
    await client.fail(FAILED);
    expect(session).toMatchObject({ status: 'failed', problems: [FAILED] });
    expect(session.result).toBe(old);
    session.rerun();
    expect(client.questions).toEqual(['run tongjiang {"transfer":20}']);
    await client.answerAll();
    expect(session).toMatchObject({ status: 'ready', problems: [] });
    expect(session.result?.policy).toBe('{"transfer":20}');
  });

  it('bring their own problems, which the reader can put away', async () => {
    const { session, client } = await readyAt('#/tongjiang/v=1');
    const capped = { code: 'intake.capped', values: { year: 2031 } };
    session.update({ transfer: 39 }, true);
    await client.answer(0, [capped]);
    expect(session.problems).toEqual([capped]);
    session.dismiss(0);
    expect(session.problems).toEqual([]);
    session.update({ transfer: 38 }, true);
    await client.answer(0, [capped]);
    expect(session.problems).toEqual([]);
  });

  it('are not held up by a crash, which is told', async () => {
    const { session, client } = await readyAt('#/tongjiang/v=1');
    client.tell({ code: 'worker.crashed', values: {} });
    client.tell({ code: 'worker.crashed', values: {} });
    expect(codes(session)).toEqual(['worker.crashed']);
  });
});

describe('flows of areas', () => {
  const unmoved = (result: Result | null): Result => Object.assign(result!, { moves: null });

  it('are asked for with what the result was run with, whatever has changed since', async () => {
    const { session, client } = await readyAt('#/yuzhong/v=1;policy=china-2018;transfer=20');
    const before = unmoved(session.result);
    session.update({ transfer: 30 }, true);
    await client.answerAll();
    const now = unmoved(session.result);
    expect(await session.ledger('flows', before, [4, 5])).toEqual({ ok: true, plan: { areas: 2 } });
    await session.ledger('export', now, null);
    expect(client.ledgers).toEqual([
      ['flows', ['yuzhong', 'china-2018', { transfer: 20 }, null], [4, 5]],
      ['export', ['yuzhong', 'china-2018', { transfer: 30 }, null], null],
    ]);
  });
});

describe('a crash', () => {
  it('that ends in a failure is told as the failure alone', async () => {
    const { session, client } = await readyAt('#/tongjiang/v=1');
    session.update({ transfer: 20 }, true);
    client.tell({ code: 'worker.crashed', values: {} });
    await client.fail(FAILED);
    expect(session.problems).toEqual([FAILED]);
  });
});

describe('the history', () => {
  it('gets one entry a drag, however long: Back undoes all of it', async () => {
    const { session, client, address } = await readyAt('#/tongjiang/v=1;seed=8');
    for (const transfer of [10, 11, 12]) session.update({ transfer }, false);
    expect(address.entries).toHaveLength(1);
    vi.advanceTimersByTime(300);
    for (const transfer of [13, 14]) {
      session.update({ transfer }, false);
      vi.advanceTimersByTime(400);
    }
    session.update({ transfer: 20 }, false);
    session.update({ transfer: 20 }, true);
    vi.advanceTimersByTime(1000);
    expect(address.entries).toEqual(['#/tongjiang/v=1;seed=8', '#/tongjiang/v=1;transfer=20;seed=8']);
    await client.answerAll();

    address.go(-1);
    expect(session.scenario.values).toEqual({ seed: 8 });
    await client.answerAll();
    expect(session.result?.policy).toBe('{"seed":8}');
    address.go(1);
    expect(session.scenario.values).toEqual({ transfer: 20, seed: 8 });
    await client.answerAll();
    expect(address.entries).toHaveLength(2);
  });

  it('gets an entry for each drag', async () => {
    const { session, address } = await readyAt('#/tongjiang/v=1');
    for (const transfer of [10, 20]) {
      session.update({ transfer: transfer - 1 }, false);
      vi.advanceTimersByTime(400);
      session.update({ transfer }, true);
    }
    expect(address.entries).toEqual(['#/tongjiang/v=1', '#/tongjiang/v=1;transfer=10', '#/tongjiang/v=1;transfer=20']);
  });

  it('gets no entry for a change that changes nothing', async () => {
    const { session, address } = await readyAt('#/tongjiang/v=1;transfer=20');
    session.update({ transfer: 20 }, true);
    expect(address.entries).toHaveLength(1);
  });

  it('keeps a drag that Back has overtaken out of the address', async () => {
    const { session, client, address } = await readyAt('#/tongjiang/v=1');
    session.update({ transfer: 20 }, true);
    session.update({ residency: 9 }, false);
    address.go(-1);
    vi.advanceTimersByTime(1000);
    await client.answerAll();
    expect(address.hash).toBe('#/tongjiang/v=1');
    expect(session.changed).toBe(0);
  });

  it('leads back over a change of place', async () => {
    const { session, client, address } = await readyAt('#/tongjiang/v=1;transfer=20');
    session.openPlace('yuzhong');
    await client.answerAll();
    expect(address.entries).toEqual(['#/tongjiang/v=1;transfer=20', '#/yuzhong/v=1']);
    address.go(-1);
    await client.answerAll();
    expect(session.scenario).toEqual({ place: 'tongjiang', values: { transfer: 20 } });
    expect(session.result?.place).toBe('tongjiang');
  });

  it('leads back to a first visit without a link', async () => {
    const { session, client, address } = await readyAt('');
    session.update({ transfer: 20 }, true);
    address.go(-1);
    await client.answerAll();
    expect(address.hash).toBe('');
    expect(session.changed).toBe(0);
  });

  it('is not written over by an answer that comes between a step back and its telling', async () => {
    const { session, client, address } = await readyAt('#/tongjiang/v=1');
    session.update({ transfer: 20 }, true);
    session.update({ transfer: 30 }, true);
    await client.answerAll();
    address.go(-1);
    address.at -= 1;
    await client.answerAll();
    address.go(0);
    await client.answerAll();
    expect(session.changed).toBe(0);
    expect(address.entries).toEqual(['#/tongjiang/v=1', '#/tongjiang/v=1;transfer=20', '#/tongjiang/v=1;transfer=30']);
  });

  it('does not take a jump within the page for a link', async () => {
    const { session, client, address } = await readyAt('#/tongjiang/v=1;transfer=20');
    address.type('#areas');
    expect(session.changed).toBe(1);
    expect(client.questions).toEqual([]);
  });
});

describe('another place', () => {
  it('is shown when all of it is there; until then the old one stays whole', async () => {
    const { session, client } = await readyAt('#/tongjiang/v=1;transfer=20');
    session.openPlace('hunan');
    await client.answer();
    expect(session.status).toBe('running');
    expect(session.place?.id).toBe('tongjiang');
    expect(session.scenario.values).toEqual({ transfer: 20 });
    await client.answer();
    expect(session.place?.id).toBe('hunan');
    expect(session.result?.place).toBe('hunan');
    expect(session.scenario).toEqual({ place: 'hunan', values: {} });
  });

  it('that does not load leaves the old one, and says so', async () => {
    const { session, client, address } = await readyAt('#/tongjiang/v=1;transfer=20');
    session.openPlace('hunan');
    await client.fail(LOST);
    expect(session).toMatchObject({ status: 'ready', problems: [LOST] });
    expect(session.place?.id).toBe('tongjiang');
    expect(address.hash).toBe('#/tongjiang/v=1;transfer=20');
    session.rerun();
    await client.answerAll();
    expect(session.place?.id).toBe('hunan');
  });

  it('is given up for another one, or for a change here', async () => {
    const { session, client } = await readyAt('#/tongjiang/v=1');
    session.openPlace('hunan');
    session.openPlace('yuzhong');
    await client.answerAll();
    expect(session.place?.id).toBe('yuzhong');
    session.openPlace('hunan');
    session.update({ transfer: 30 }, true);
    await client.answerAll();
    expect(session.scenario).toEqual({ place: 'yuzhong', values: { transfer: 30 } });
    expect(session.status).toBe('ready');
  });

  it('keeps the language', async () => {
    const { session, client, language } = await readyAt('#/tongjiang/v=1');
    await session.setLang('en');
    session.openPlace('yuzhong');
    await client.answerAll();
    expect(session.lang).toBe('en');
    expect(language.kept).toBe('en');
    expect(session.link()).not.toContain('en;');
  });

  it('stays in its language when the words of another are not delivered, and says so', async () => {
    const { session, language } = await readyAt('#/tongjiang/v=1');
    language.lost = ['en'];
    await session.setLang('en');
    expect(session.lang).toBe('zh');
    expect(language.kept).toBe('zh');
    expect(session.problems).toMatchObject([{ code: 'data.failed', values: { file: 'en' } }]);
  });
});

describe('another document', () => {
  it('keeps the values, and stands in the link unless it is the place’s own', async () => {
    const { session, client, address } = await readyAt('#/tongjiang/v=1;transfer=20');
    session.openPolicy('china-2018');
    await client.answerAll();
    expect(session.pack?.id).toBe('china-2018');
    expect(address.hash).toBe('#/tongjiang/v=1;policy=china-2018;transfer=20');
    session.openPolicy('tongjiang-2020');
    await client.answerAll();
    expect(address.hash).toBe('#/tongjiang/v=1;transfer=20');
    expect(address.entries).toHaveLength(3);
  });
});

describe('the link', () => {
  it('is the page’s own address without what a chat app added', async () => {
    const { session } = await readyAt('#/tongjiang/v=1;transfer=20', 'file:///site/index.html?from=timeline');
    expect(session.link()).toBe('file:///site/index.html#/tongjiang/v=1;transfer=20');
    await settle();
  });
});

describe('several plans', () => {
  const FOUR = '#/tongjiang/v=1;transfer=20;name=甲;b.transfer=30;c.recruit=2;plans=4;lock=d;show=b';
  const values = (session: Session) => session.plans.list.map((plan) => plan.values);

  it('open from a link with the one that it shows', async () => {
    const { session, address } = await readyAt(FOUR);
    expect(session.plans.shown).toBe(1);
    expect(session.plans.list.map(({ name, locked }) => [name, locked])).toEqual([
      ['甲', false],
      ['', false],
      ['', false],
      ['', true],
    ]);
    expect(session.scenario.values).toEqual({ transfer: 30 });
    expect(session.result?.policy).toBe('{"transfer":30}');
    expect(session.problems).toEqual([]);
    expect(decodeURIComponent(address.hash)).toBe(FOUR);
  });

  it('are one where nothing else is said', async () => {
    const { session } = await readyAt('#/tongjiang/v=1;transfer=20');
    expect(session.plans).toEqual({ list: [{ name: '', locked: false, values: { transfer: 20 } }], shown: 0 });
    expect(session.scenario.plans).toBeUndefined();
  });

  it('change by the levers of the one on the screen, and by assumptions all but the locked', async () => {
    const { session } = await readyAt(FOUR);
    session.update({ transfer: 35 }, true);
    session.update({ attrition: 0.05 }, true);
    session.update({ seed: 9 }, true);
    expect(values(session)).toEqual([
      { transfer: 20, attrition: 0.05, seed: 9 },
      { transfer: 35, attrition: 0.05, seed: 9 },
      { transfer: 20, recruit: 2, attrition: 0.05, seed: 9 },
      { transfer: 20, seed: 9 },
    ]);
  });

  it('that are locked do not change, and say so', async () => {
    const { session, client } = await readyAt('#/tongjiang/v=1;transfer=20;lock=a');
    session.update({ transfer: 30, horizon: 2035 }, true);
    expect(session.scenario.values).toEqual({ transfer: 20, horizon: 2035 });
    expect(codes(session)).toEqual(['plan.locked']);
    session.resetAll();
    expect(session.scenario.values).toEqual({ transfer: 20 });
    await client.answerAll();
  });

  it('are chosen, added and taken away in steps of the history', async () => {
    const { session, client, address } = await readyAt('#/tongjiang/v=1;transfer=20');
    const [first] = session.plans.list;
    session.setPlans({ list: [first!, { name: '乙', locked: false, values: { transfer: 30 } }], shown: 1 });
    expect(client.questions).toEqual(['run tongjiang {"transfer":30}']);
    await client.answerAll();
    session.setPlans({ ...session.plans, shown: 0 });
    await client.answerAll();
    expect(session.result?.policy).toBe('{"transfer":20}');
    expect(address.entries.map((entry) => decodeURIComponent(entry))).toEqual([
      '#/tongjiang/v=1;transfer=20',
      '#/tongjiang/v=1;transfer=20;b.name=乙;b.transfer=30;plans=2;show=b',
      '#/tongjiang/v=1;transfer=20;b.name=乙;b.transfer=30;plans=2',
    ]);
    address.go(-1);
    await client.answerAll();
    expect(session.plans.shown).toBe(1);
    address.go(-1);
    await client.answerAll();
    expect(session.plans.list).toHaveLength(1);
  });

  it('that are only named or put in order need no new run', async () => {
    const { session, client } = await readyAt(FOUR);
    const { list, shown } = session.plans;
    session.setPlans({ list: list.map((plan) => ({ ...plan, name: '丙' })), shown });
    expect(session.plans.list[2]?.name).toBe('丙');
    session.setPlans({ list: [list[1]!, list[0]!], shown: 0 });
    expect(client.questions).toEqual([]);
    expect(session).toMatchObject({ status: 'ready', scenario: { values: { transfer: 30 } } });
  });

  it('stay under another document', async () => {
    const { session, client } = await readyAt(FOUR);
    session.openPolicy('china-2018');
    await client.answerAll();
    expect(session.plans.list.map(({ name }) => name)).toEqual(['甲', '', '', '']);
    expect(values(session)[2]).toEqual({ transfer: 20, recruit: 2 });
    expect(session.scenario.values).toEqual({ transfer: 30 });
  });
});
