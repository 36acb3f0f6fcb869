import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/cli/report.ts';
import { run } from '../../src/cli/run.ts';
import { readText } from '../../src/io/built-in-node.ts';
import { fieldsOf } from '../../src/scenario/fields.ts';
import { runScenario } from '../../src/scenario/run.ts';
import { builtIn } from '../scenario/setups.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const LINK = '#/panzhihua/v=1;transfer=60;count=registered';

/** The headless run as called from a shell. `files`: the user's files by path. */
async function simulate(args: string[], files: Record<string, string> = {}, read = readText) {
  const lines: string[] = [];
  let out = '';
  const code = await run(args, {
    read,
    readFile: async (path) => {
      const text = files[path];
      if (text === undefined) throw new Error('ENOENT');
      return new TextEncoder().encode(text);
    },
    out: (text) => void (out += text),
    err: (line) => void lines.push(line),
  });
  return { code, out, lines, said: lines.join('\n') };
}
async function reportOf(...args: string[]): Promise<Report> {
  return JSON.parse((await simulate(args)).out) as Report;
}

describe('the headless run', () => {
  it('of a link with several plans gives the one that it shows, and keeps the others in the link', async () => {
    const link = '#/tongjiang/v=1;transfer=8;b.recruit=3;plans=2;show=b';
    const [several, alone] = [await reportOf(link), await reportOf('#/tongjiang/v=1;transfer=8;recruit=3')];
    expect(several).toEqual({ ...alone, link });
    expect((await reportOf(link, '--seed', '9')).link).toBe(
      '#/tongjiang/v=1;transfer=8;seed=9;b.recruit=3;plans=2;show=b',
    );
  });

  it('gives the figures of the page', async () => {
    const setup = await builtIn('panzhihua');
    const { plan, years, targets } = runScenario(setup, { transfer: 60, count: 'registered' });
    const report = await reportOf(LINK);
    expect(report).toMatchObject({ wanren: 1, link: LINK, years, moves: [], problems: [] });
    expect(report.areas.flatMap(({ gps }) => gps)).toEqual([...plan.gps]);
    expect(report.areas.flatMap(({ population }) => population)).toEqual([...plan.residents]);
    expect(report.areas.map(({ code, name, level }) => [code, name, level])).toEqual(
      setup.place.areas.map(({ code, name, level }) => [code, name.zh, level]),
    );
    expect(report.targets.map(({ id, projected }) => [id, projected])).toEqual(
      targets.map(({ target, projected }) => [target.id, projected]),
    );
  });

  it('adds the areas up to the total', async () => {
    const { areas, total, years } = await reportOf(LINK);
    years.forEach((_, year) => {
      const sum = (of: (area: Report['total']) => number[]) =>
        areas.reduce((persons, area) => persons + (of(area)[year] ?? NaN), 0);
      expect(total.gps[year]).toBeCloseTo(
        sum(({ gps }) => gps),
        6,
      );
      expect(total.population[year]).toBeCloseTo(
        sum(({ population }) => population),
        6,
      );
      expect(total.density[year]).toBeCloseTo(((total.gps[year] ?? NaN) / (total.population[year] ?? NaN)) * 1e4, 9);
    });
  });

  it('writes a ledger that adds up, from the year after the base year on', async () => {
    const { flows, areas, years } = await reportOf(LINK);
    expect(flows).toHaveLength(areas.length * (years.length - 1));
    for (const row of flows) {
      const qualified = Object.values(row.qualified).reduce((sum, persons) => sum + persons, 0);
      const exits = row.deaths + row.retired + row.left + row.breached + row.lapsed + row.movedOut;
      const entries = qualified + row.registered + row.recruited + row.rehired + row.movedIn;
      expect(row.opening - exits + entries).toBeCloseTo(row.closing, 6);
      expect(row.ofWhichLeftAfterObligation).toBeLessThanOrEqual(row.left);
      const area = areas.find(({ code }) => code === row.area);
      expect(row.closing).toBe(area?.gps[years.indexOf(row.year)]);
    }
    expect(flows.some(({ ofWhichLeftAfterObligation }) => ofWhichLeftAfterObligation > 0)).toBe(true);
  });

  it('says of each target whether it is met, missed or not known', async () => {
    const { targets } = await reportOf('#/panzhihua/v=1');
    const met = { met: true, missed: false, unknown: null };
    expect(targets.map(({ status }) => status)).toContain('unknown');
    for (const target of targets) expect(target.met).toBe(met[target.status]);
    expect(Object.keys(targets[0] ?? {})).toEqual('id kind year value required projected gap met status'.split(' '));
  });

  it.each(['#/yuzhong/v=1', '/yuzhong/v=1', 'yuzhong/v=1', 'yuzhong', 'file:///x/index.html?from=a#/yuzhong/v=1'])(
    'reads the link %s',
    async (link) => {
      expect((await reportOf(link)).link).toBe('#/yuzhong/v=1');
    },
  );

  it('opens Tongjiang without a link', async () => {
    expect((await reportOf()).link).toBe('#/tongjiang/v=1');
  });

  it('takes seed and draws from the options before those of the link, and says how far it is', async () => {
    const { out, lines, code } = await simulate(['#/tongjiang/v=1;seed=5;draws=3', '--seed', '9', '--draws', '200']);
    expect((JSON.parse(out) as Report).link).toBe('#/tongjiang/v=1;seed=9;draws=200');
    expect(lines).toEqual(['100 of 200 draws']);
    expect(code).toBe(0);
  });

  it('gives bands in order and the probability of each target when there are draws', async () => {
    const { bands, targets, years, total } = await reportOf('tongjiang', '--draws', '120');
    expect(bands?.quantiles).toEqual([0.1, 0.25, 0.5, 0.75, 0.9]);
    expect(bands?.density.map((band) => band.length)).toEqual(Array(5).fill(years.length));
    years.forEach((_, year) => {
      const values = bands!.density.map((band) => band[year]!);
      expect(values).toEqual(values.toSorted((a, b) => a - b));
    });
    expect(bands?.density[2]?.[0]).toBeCloseTo(total.density[0]!, 0);
    const unknown = targets.filter(({ probability }) => probability === null);
    expect(unknown.map(({ id }) => id)).toEqual(targets.filter(({ met }) => met === null).map(({ id }) => id));
    const odds = targets.map(({ probability }) => probability ?? 0);
    expect(Math.min(...odds)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...odds)).toBeLessThanOrEqual(1);
  });

  it('gives the same bands for the same seed and others for another', async () => {
    const of = async (seed: string) => (await reportOf('tongjiang', '--draws', '20', '--seed', seed)).bands;
    const [one, same, other] = [await of('3'), await of('3'), await of('4')];
    expect(same).toEqual(one);
    expect(other).not.toEqual(one);
  });

  it('gives the same bytes with 1, 2, 3 and 8 workers', async () => {
    const of = async (workers: string) => (await simulate(['tongjiang', '--draws', '450', '--workers', workers])).out;
    const one = await of('1');
    for (const workers of ['2', '3', '8']) expect(await of(workers)).toBe(one);
  });

  it('draws what the link says is in doubt', async () => {
    const width = async (doubt: string): Promise<number> => {
      const { bands } = await reportOf(`tongjiang/doubt=${doubt}`, '--draws', '60');
      return bands!.density[4]!.at(-1)! - bands!.density[0]!.at(-1)!;
    };
    const both = await width('both');
    expect(await width('chance')).toBeLessThan(both);
    expect(await width('parameters')).toBeLessThan(both * 1.05);
  });

  it('draws nothing from a range whose low lies above its mode, names it, and gives all other results', async () => {
    const wrong: typeof readText = async (file) =>
      (await readText(file)).replace(/^attrition,0\.014,/m, 'attrition,0.05,');
    const args = ['#/tongjiang/v=1;transfer=7', '--draws', '20'];
    const { code, out, said } = await simulate(args, {}, wrong);
    const { bands, total } = JSON.parse(out) as Report;
    expect([code, bands]).toEqual([0, undefined]);
    expect(said).toMatch(
      /“[^”]*[Aa]ttrition[^”]*” is wrong: low 5%\/yr, mode 3%\/yr, high 6%\/yr.*key=attrition low=0\.05/,
    );
    expect(total).toEqual((await reportOf(...args)).total);
  });

  it('draws nothing unless it is asked to', async () => {
    const plain = await reportOf('tongjiang');
    expect(plain.bands).toBeUndefined();
    expect((await reportOf('tongjiang/v=1;draws=5')).bands).toBeDefined();
  });

  it('names the unusable parts of a link, in the result and in words, and goes on', async () => {
    const { out, lines, code } = await simulate(['#/tongjiang/v=1;teleport=3;transfer=20;attrition=9']);
    const report = JSON.parse(out) as Report;
    expect(report.link).toBe('#/tongjiang/v=1;transfer=20');
    expect(report.problems.map((problem) => problem.code)).toEqual(['link.unknown-key', 'link.out-of-range']);
    expect(lines[0]).toMatch(/teleport.*link\.unknown-key/);
    expect(lines[1]).toMatch(/attrition.*link\.out-of-range/);
    expect(code).toBe(0);
  });
});

describe('the table', () => {
  it('has one row per area and year, with the figures of the report', async () => {
    const { areas, years, flows } = await reportOf(LINK);
    const { out } = await simulate([LINK, '--format', 'csv']);
    const { data, errors } = Papa.parse<Record<string, string>>(out, { header: true });
    expect(errors).toEqual([]);
    expect(data.map((row) => [row['area_code'], row['area_name'], row['year']])).toEqual(
      areas.flatMap(({ code, name }) => years.map((year) => [code, name, String(year)])),
    );
    expect(data.map((row) => Number(row['density']))).toEqual(areas.flatMap(({ density }) => density));
    const ledger = data.filter((row) => row['opening'] !== '');
    expect(ledger.map((row) => Number(row['closing']))).toEqual(flows.map(({ closing }) => closing));
    expect(ledger.map((row) => Number(row['rural_oriented']))).toEqual(
      flows.map(({ qualified }) => qualified.ruralOriented),
    );
    expect(Object.keys(data[0] ?? {})).toHaveLength(23);
  });
});

describe('the list of fields', () => {
  it('names every field of the place with default, range and source', async () => {
    const fields = fieldsOf(await builtIn('panzhihua'));
    const listed = JSON.parse((await simulate(['panzhihua', '--fields'])).out) as Record<string, unknown>[];
    expect(listed.map(({ key }) => key)).toEqual(fields.map(({ key }) => key));
    expect(listed.find(({ key }) => key === 'attrition')).toMatchObject({
      kind: 'assumption',
      unit: 'share/year',
      default: 0.03,
      low: 0.014,
      high: 0.06,
      distribution: 'PERT',
      source: { provenance: 'judgement' },
    });
    expect(listed.find(({ key }) => key === 'primarydocs')).toMatchObject({ unit: 'persons', default: null });
  });
});

describe('a policy of one’s own', () => {
  const path = 'my-policy.json';
  const tongjiang = () => readFile(join(ROOT, 'data', 'policies', 'tongjiang-2020.json'), 'utf8');

  it('takes the place of the built-in one', async () => {
    const text = (await tongjiang()).replace('"count": "certified"', '"count": "registered"');
    const { out, code } = await simulate(['tongjiang', '--policy', path], { [path]: text });
    const own = JSON.parse(out) as Report;
    expect(code).toBe(0);
    expect(own.total.gps).not.toEqual((await reportOf('tongjiang')).total.gps);
    expect(own.total.gps).toEqual((await reportOf('#/tongjiang/v=1;count=registered')).total.gps);
  });

  it('gives the figures of the built-in one where it says the same, under a name of its own in the link', async () => {
    const { out, code } = await simulate(['tongjiang', '--policy', path], { [path]: await tongjiang() });
    const { link, ...own } = JSON.parse(out) as Report;
    const { link: _, ...builtIn } = await reportOf('tongjiang');
    expect(code).toBe(0);
    expect(own).toEqual(builtIn);
    const named = decodeURIComponent(link);
    expect(named).toMatch(/^#\/tongjiang\/v=1;policy=同江市改革完善全科医-[0-9a-f]{8}$/);

    const again = await simulate([link, '--policy', path], { [path]: await tongjiang() });
    expect(JSON.parse(again.out)).toEqual({ link, ...own });
    const without = await simulate([link], {});
    expect(without.code).toBe(0);
    expect(without.said).toMatch(/document\.not-here/);
  });

  it('stands beside another where the link says so, and asks for what it rests on', async () => {
    const mine = JSON.parse(await tongjiang()) as { name: { zh: string }; targets: object[] };
    const clause = { where: { zh: '一', en: '1' }, zh: '九成', en: 'nine in ten' };
    mine.name.zh = '县方案';
    mine.targets.push({
      id: 'trained',
      kind: 'coverage',
      year: 2026,
      value: 0.9,
      fact: 'transfer',
      name: { zh: '转岗培训覆盖', en: 'Transfer training' },
      count: 'certified',
      clause,
    });
    const files = { [path]: JSON.stringify(mine, null, 3), other: await tongjiang() };
    const first = JSON.parse((await simulate(['tongjiang', '--policy', path], files)).out) as Report;
    const id = /policy=([^;]*)/.exec(decodeURIComponent(first.link))![1]!;
    expect(first.targets.at(-1)).toMatchObject({ id: 'trained', status: 'unknown' });

    const link = `#/tongjiang/v=1;own-transfer=60;docs=${id}`;
    const { targets, problems } = JSON.parse((await simulate([link, '--policy', path], files)).out) as Report;
    expect(problems).toEqual([]);
    expect(targets.map(({ id: one }) => one)).toContain('density-2030');
    expect(targets.find(({ id: one }) => one === `${id}:trained`)).toMatchObject({ required: 54 });
    const both = await simulate([link, '--policy', path, '--policy', 'other'], files);
    expect(decodeURIComponent((JSON.parse(both.out) as Report).link)).toMatch(
      /policy=同江市改革完善全科医-.*docs=县方案-/,
    );
  });

  it.each([
    ['that is not there', {}, /my-policy\.json.*ENOENT/],
    ['that is no JSON', { [path]: 'hello' }, /my-policy\.json.*policy\.not-json/],
    ['that lacks everything', { [path]: '{"id":"x"}' }, /policy\.field.*path=name[\s\S]*policy\.field.*path=targets/],
  ])('%s cannot be used', async (_what, files, said) => {
    const result = await simulate(['tongjiang', '--policy', path], files as Record<string, string>);
    expect(result).toMatchObject({ code: 2, out: '' });
    expect(result.said).toMatch(said);
  });

  it('about other staff cannot be used', async () => {
    const { code, said } = await simulate(['xx-district', '--policy', path], { [path]: await tongjiang() });
    expect(code).toBe(2);
    expect(said).toMatch(/is about other staff \(gp\) than the data of xx-district/);
  });
});

describe('input that cannot be used', () => {
  it.each([
    ['an unknown place', ['#/atlantis/v=1'], /atlantis/],
    ['no link at all', ['file:///x/index.html#top'], /not a link/],
    ['two links', ['tongjiang', 'yuzhong'], /one link/],
    ['an unknown option', ['--teleport'], /teleport[\s\S]*usage/],
    ['an unknown format', ['--format', 'xml'], /xml/],
    ['a seed that is no number', ['--seed', 'x'], /--seed.*x/],
    ['half a draw', ['--draws', '0.5'], /--draws.*0\.5/],
    ['no draws', ['--draws', '0'], /--draws.*from 1 to 100000.*0/],
    ['less than no draws', ['--draws=-3'], /--draws.*-3/],
    ['a million draws', ['--draws', '1000000'], /--draws.*1000000/],
    ['draws that are no number', ['--draws', 'many'], /--draws.*many/],
    ['a seed below zero', ['--seed=-1'], /--seed.*-1/],
    ['no workers', ['--workers', '0'], /--workers.*0/],
  ])('is %s: exit 2, nothing on standard output', async (_what, args, said) => {
    const result = await simulate(args);
    expect(result).toMatchObject({ code: 2, out: '' });
    expect(result.said).toMatch(said);
  });
});

describe('the command', () => {
  it('writes results to standard output and problems to standard error', async () => {
    const command = ['--import', 'tsx', 'src/cli/simulate.ts', '#/tongjiang/v=1;teleport=3', '--workers', '2'];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, command, { cwd: ROOT });
    expect((JSON.parse(stdout) as Report).link).toBe('#/tongjiang/v=1');
    expect(stderr).toMatch(/teleport/);
  }, 20_000);

  it('ends with 2 where the input cannot be used', async () => {
    const command = ['--import', 'tsx', 'src/cli/simulate.ts', '#/atlantis/v=1'];
    await expect(promisify(execFile)(process.execPath, command, { cwd: ROOT })).rejects.toMatchObject({
      code: 2,
      stdout: '',
    });
  }, 20_000);
});
