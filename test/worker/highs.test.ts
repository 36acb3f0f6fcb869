import loadHighs from 'highs';
import { expect, test } from 'vitest';
import { proofOf } from '../../src/model/reassign/prices.ts';
import { addColumn, addRow, emptyProgram, valueOf } from '../../src/model/reassign/program.ts';
import type { Cost } from '../../src/model/reassign/program.ts';
import { highsSolver } from '../../src/worker/highs.ts';
import { dice } from '../model/reassign/small-counties.ts';

const solver = highsSolver(await loadHighs());

test('a relaxation that begins at an older corner ends where one from the start does, with prices that prove it', () => {
  let moved = 0;
  for (let seed = 0; seed < 200; seed++) {
    const roll = dice(seed);
    const program = emptyProgram();
    for (let column = 0; column < 8; column++) addColumn(program, 0, 1 + roll(5), 'told');
    const cost: Cost = new Map(program.lower.map((_, column) => [column, roll(10) - 7]));
    const row = (): Map<number, number> => new Map(program.lower.map((_, column) => [column, roll(4)]));
    addRow(program, row(), -Infinity, 5 + roll(10));
    const corner = solver.relax(program, cost, Infinity)!;
    addRow(program, row(), -Infinity, 3 + roll(5));
    addRow(program, row(), -Infinity, 3 + roll(5));
    const fresh = solver.relax(program, cost, Infinity)!;
    const onwards = solver.relax(program, cost, Infinity, corner.basis)!;
    const least = valueOf(cost, fresh.values);
    expect(valueOf(cost, onwards.values)).toBeCloseTo(least, 6);
    expect(proofOf(program, cost, onwards.prices).bound).toBeCloseTo(least, 6);
    if (least > valueOf(cost, corner.values) + 1e-6) moved++;
  }
  expect(moved).toBeGreaterThan(50);
});
