import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DRAW_PROBLEMS, drawProblemText } from '../../src/text/draw-problem.ts';
import { problemText } from '../../src/text/problem-text.ts';
import { en } from '../../src/text/en.ts';
import { formsEn } from '../../src/text/forms-en.ts';
import { ownEn } from '../../src/text/own-en.ts';
import { zh } from '../../src/text/zh.ts';
import { fields, place } from '../ui/fake-session.ts';

const SOURCES = join(import.meta.dirname, '../../src');

/** What a pattern finds anywhere in the source but in the words themselves. */
function inSource(pattern: RegExp): string[] {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(
    // Loaded files and draws are not on the screen: their codes are for the headless run.
    (name) => name.endsWith('.ts') && !/^(text|io.own|model.micro)/.test(name),
  );
  const codes = files.flatMap((name) =>
    [...readFileSync(join(SOURCES, name), 'utf8').matchAll(pattern)].map(([, code]) => code ?? ''),
  );
  return [...new Set(codes)].sort();
}

const codesInUse = (): string[] => inSource(/code: '([a-z-]+\.[a-z-]+)'/g);

describe('a problem', () => {
  it('has words of its own, whatever code the source gives it', () => {
    expect(codesInUse().length).toBeGreaterThan(5);
    const known = { ...en.problem, ...ownEn.problem, ...formsEn.checks, ...DRAW_PROBLEMS.en };
    expect(codesInUse().filter((code) => !(code in known))).toEqual([]);
    expect(Object.keys(DRAW_PROBLEMS.zh)).toEqual(Object.keys(DRAW_PROBLEMS.en));
  });

  it('names key, value, range and default', () => {
    const problem = { code: 'link.out-of-range', values: { key: 'recruit', value: 900, min: 0, max: 20, default: 3 } };
    expect(problemText(problem, 'zh')).toEqual({
      fact: '链接里的“recruit=900”没有采用。',
      kept: '超出 0 至 20，改用默认值 3；其余照用。',
    });
    expect(problemText(problem, 'en').kept).toBe('It lies outside 0 to 20; the default 3 is used, the rest is kept.');
  });

  it('of a range names the field in words, with unit, and where it stands', () => {
    const problem = { code: 'draws.bad-range', values: { key: 'attrition', low: 0.05, mode: 0.03, high: 0.06 } };
    const { facts } = place(1);
    expect(drawProblemText(problem, 'zh', fields, facts)?.fact).toBe(
      `“${zh.field['attrition']}”的高低范围不对：低 5%/年、众数 3%/年、高 6%/年，应当低 ≤ 众数 ≤ 高（内置数据中 attrition 一行）。`,
    );
    expect(drawProblemText(problem, 'en', fields, facts)?.fact).toBe(
      `The range of “${en.field['attrition']}” is wrong: low 5%/yr, mode 3%/yr, high 6%/yr, where low ≤ mode ≤ high was expected (row attrition of the built-in data).`,
    );
  });

  it('is told by its code where it is not known', () => {
    expect(problemText({ code: 'moon.full', values: {} }, 'zh').fact).toContain('moon.full');
  });
});

describe('a field without effect', () => {
  it('has words for every reason', () => {
    const reasons = inSource(/'(inert\.[a-z-]+)'/g);
    expect(reasons.length).toBeGreaterThan(5);
    expect(reasons.filter((code) => !(code in en.inert))).toEqual([]);
  });
});
