import { describe, expect, it } from 'vitest';
import {
  density,
  densityAgainst,
  fixedPercent,
  heads,
  lacking,
  ledgerHeads,
  percent,
  persons,
  signedHeads,
  signedPercent,
  sparing,
} from '../../src/text/format.ts';

describe('numbers', () => {
  it('write what is no number, such as the density of nobody, as a dash', () => {
    expect([density(NaN), persons(Infinity), heads(NaN)]).toEqual(['—', '—', '—']);
  });

  it('write densities with one decimal and persons with thousands separators', () => {
    expect(density(4.25)).toBe('4.3');
    expect(density(5)).toBe('5.0');
    expect(persons(1_409_778_724)).toBe('1,409,778,724');
  });

  it('round what is lacking up and what is to spare down', () => {
    expect(lacking(14.1)).toBe(15);
    expect(lacking(15)).toBe(15);
    expect(lacking(15 + 1e-9)).toBe(15);
    expect(lacking(-3)).toBe(0);
    expect(sparing(3.9)).toBe(3);
    expect(sparing(-1)).toBe(0);
  });

  it('never write a missed density as if it were the target', () => {
    expect(densityAgainst(4.96, 5)).toBe('4.96');
    expect(densityAgainst(4.9999, 5)).toBe('4.99');
    expect(densityAgainst(4.94, 5)).toBe('4.9');
    expect(densityAgainst(5, 5)).toBe('5.0');
    expect(densityAgainst(5.04, 5)).toBe('5.0');
  });

  it('keep a decimal of small heads and none of large ones', () => {
    expect(heads(1.44)).toBe('1.4');
    expect(heads(133)).toBe('133');
    expect(heads(13_993.4)).toBe('13,993');
    expect(ledgerHeads(95)).toBe('95.0');
    expect(ledgerHeads(-0.04)).toBe('0.0');
  });

  it('carry a real minus sign, and none on zero', () => {
    expect(signedHeads(-3.24)).toBe('−3.2');
    expect(signedHeads(572)).toBe('+572');
    expect(signedHeads(-0.01)).toBe('0');
    expect(signedPercent(-0.234)).toBe('−23.4%');
    expect(signedPercent(0.111)).toBe('+11.1%');
    expect(signedPercent(-0.0001)).toBe('0.0%');
  });

  it('write shares as percentages', () => {
    expect(percent(0.937)).toBe('93.7%');
    expect(percent(0.9)).toBe('90%');
    expect(fixedPercent(0.35)).toBe('35.0%');
  });
});
