import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesSince } from '../../../src/model/forms/changes.ts';
import { checkForm } from '../../../src/model/forms/check.ts';
import { fillRow, formSteps, gpsAtMonth, valueOf, type FormCase } from '../../../src/model/forms/fill.ts';
import {
  entryKey,
  rollUp,
  sumOfRows,
  type FilledForm,
  type FormColumn,
  type FormRow,
} from '../../../src/model/forms/form.ts';
import { atOnce } from '../../../src/model/turns.ts';
import { place as placeOf, projection } from '../../ui/fake-session.ts';

const name = { zh: '市', en: 'city' };
const group = (code: string, members: number[]) => ({ code, level: 'prefecture' as const, name, members });
const here = placeOf(4);
const place = {
  ...here,
  areas: here.areas.map((area, index) => ({
    ...area,
    level: 'county' as const,
    centres: [3, 4, 0, null][index] ?? null,
  })),
  groups: [group('4301', [0, 2]), group('4302', [1])],
};
const given: FormCase = {
  place,
  projection: projection(4, 1),
  rule: 'registered',
  centreShare: 0.5,
  year: 2026,
  month: 6,
  clinicYuan: 6000,
};
const columns: FormColumn[] = [
  { id: 'a', title: '卫生院', fill: 'centres' },
  { id: 'b', title: '两名', fill: 'served' },
  { id: 'c', title: '村卫生室', fill: 'given' },
  { id: 'd', title: '经费', fill: 'cost' },
];
const filled = (entries = {}): FilledForm =>
  rollUp(
    place,
    place.areas.map((_, area) => fillRow(given, area, columns, `区${area}`, entries)),
    columns.length,
    ({ code }) => code,
    { code: '43', name: '全省' },
  );

describe('a form', () => {
  it('is filled at the end of a month, on the line between two years', () => {
    // 11 GPs at the end of 2025, 12 at the end of 2026.
    expect(gpsAtMonth(given, 0)).toBe(11.5);
    expect(gpsAtMonth({ ...given, month: 12 }, 0)).toBe(12);
    expect(gpsAtMonth({ ...given, year: 2024, month: 12 }, 0)).toBe(10);
    expect(gpsAtMonth({ ...given, year: 2024, month: 11 }, 0)).toBeNull();
    expect(gpsAtMonth({ ...given, year: 2041 }, 0)).toBeNull();
  });

  it('counts the centres that can have two GPs, never more than are established', () => {
    expect(valueOf(given, 0, 'centreGps')).toBe(6);
    expect([0, 1, 2, 3].map((area) => valueOf(given, area, 'served'))).toEqual([2, 2, 0, null]);
    expect([0, 1, 2].map((area) => valueOf(given, area, 'short'))).toEqual([1, 2, 0]);
    expect([0, 1, 2].map((area) => valueOf(given, area, 'lack'))).toEqual([1, 3, 0]);
    expect(valueOf(given, 0, 'given')).toBeNull();
  });

  it('takes what the reader puts in, and reckons for each village clinic what the document says', () => {
    const code = place.areas[0]?.code ?? '';
    const entries = { [entryKey(code, 'b')]: 3, [entryKey(code, 'c')]: 21 };
    expect(fillRow(given, 0, columns, '', entries).values).toEqual([3, 3, 21, 126_000]);
    expect(fillRow({ ...given, clinicYuan: 5000 }, 0, columns, '', entries).values[3]).toBe(105_000);
    expect(fillRow({ ...given, clinicYuan: null }, 0, columns, '', entries).values[3]).toBeNull();
  });

  it('is rolled up so that every sum is that of its lines', () => {
    const form = filled();
    expect(form.parts.map(({ sum, rows }) => [sum?.values.slice(0, 2), rows.length])).toEqual([
      [[3, 2], 2],
      [[4, 2], 1],
      [undefined, 1],
    ]);
    expect(form.total.values).toEqual([7, 4, null, null]);
    expect(checkForm(form, columns)).toEqual([]);
  });

  it('passes its own checks whatever whole numbers are put in', () => {
    const numbers = fc.array(fc.nat(99_999), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(numbers, (clinics) => {
        const entries = Object.fromEntries(
          clinics.map((count, area) => [entryKey(place.areas[area]?.code ?? '', 'c'), count]),
        );
        const form = filled(entries);
        expect(checkForm(form, columns)).toEqual([]);
        expect(form.total.values[3]).toBe(6000 * clinics.reduce((sum, count) => sum + count, 0));
      }),
    );
  });

  it('of very many areas is made in short steps, and is the same; a hospital has no line', () => {
    const many = 9000;
    const areas = Array.from({ length: many }, (_, index) => ({
      ...place.areas[index % 3]!,
      code: String(index),
      ...(index === 7 ? { institution: 'hospital' as const } : {}),
    }));
    const groups = [group('4301', [5, 6, 7, 8])];
    const wide = { ...given, place: { ...place, areas, groups }, projection: projection(many, 1) };
    const entries = { [entryKey('6', 'c')]: 2, [entryKey('8999', 'b')]: 9 };
    const whole = { code: '43', name: '全省' };
    const named = ({ name: { en } }: { name: { en: string } }): string => en;
    const steps = formSteps({ ...wide, columns, entries, name: named, whole });
    let turns = 0;
    const made = atOnce(
      (function* () {
        for (;;) {
          const step = steps.next();
          if (step.done) return step.value;
          turns += 1;
          yield;
        }
      })(),
    );
    expect(turns).toBeGreaterThan(6);
    const rows = areas.map((area, index) =>
      area.institution ? null : fillRow(wide, index, columns, named(area), entries),
    );
    expect(made.form).toEqual(rollUp(wide.place, rows, columns.length, named, whole));
    expect(made.problems).toEqual(checkForm(made.form, columns));
    expect(made.problems.map(({ code }) => code)).toEqual(['forms.too-many']);
  });

  it('with something wrong says where', () => {
    const row = (code: string, values: (number | null)[]): FormRow => ({ code, name: `区${code}`, values });
    const rows = [row('1', [3, 4, -1, 1.5]), row('1', [1, 1, null, null])];
    const form = { parts: [{ sum: row('s', [4, 6, -1, 1.5]), rows }], total: sumOfRows('t', '', rows, 4) };
    expect(checkForm(form, columns).map(({ code }) => code)).toEqual([
      'forms.twice',
      'forms.negative',
      'forms.not-whole',
      'forms.too-many',
      'forms.sum',
    ]);
  });

  it('tells line by line what has changed since an earlier one, by the titles of its columns', () => {
    const [first, second] = place.areas;
    const earlier = {
      titles: ['两名', '卫生院', '别的'],
      rows: [
        { code: first?.code ?? '', name: '区0', values: [1, 3, 9] },
        { code: '99', name: '旧区', values: [2, 2, 2] },
      ],
    };
    const changes = changesSince(earlier, filled(), columns);
    expect(changes).toContainEqual({ code: first?.code, name: '区0', column: '两名', before: 1, after: 2 });
    expect(changes).toContainEqual({ code: second?.code, name: '区1', column: '卫生院', before: null, after: 4 });
    expect(changes).toContainEqual({ code: '99', name: '旧区', column: '两名', before: 2, after: null });
    expect(changes.filter(({ code }) => code === first?.code)).toHaveLength(1);
  });
});
