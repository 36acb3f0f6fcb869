import { describe, expect, it } from 'vitest';
import { layFunnel, type FunnelBar } from '../../src/chart/funnel-chart.ts';

const bar = (value: number | null, counted = false): FunnelBar => ({
  label: '取得合格证书',
  value,
  valueText: value === null ? '没有数字' : String(value),
  lostText: '−6',
  counted,
});

describe('a funnel', () => {
  it('has bars in proportion, from zero', () => {
    const { room, lengths } = layFunnel([bar(50), bar(40, true), bar(10)], '本文件计到这里', 600);
    expect(lengths).toEqual([room, room * 0.8, room * 0.2]);
  });

  it('gives an unknown step the length of the last known above it', () => {
    const { room, lengths } = layFunnel([bar(null), bar(40), bar(20), bar(null)], '', 600);
    expect(lengths).toEqual([room, room, room / 2, room / 2]);
  });

  it('puts the words below where the bars would get too short', () => {
    const bars = [bar(50), bar(40, true)];
    expect(layFunnel(bars, '本文件计到这里', 600).beside).toBe(true);
    expect(layFunnel(bars, '本文件计到这里', 330).beside).toBe(false);
  });

  it('has room for a bar even where nobody is known', () => {
    const { room, lengths } = layFunnel([bar(null), bar(0)], '', 100);
    expect(room).toBeGreaterThan(0);
    expect(lengths).toEqual([room, 0]);
  });
});
