import type { Highs, Model, ModelData } from 'highs';
import type { Program, Row, Solution, Solver } from '../model/reassign/program.ts';

/**
 * HiGHS behind the model's `Solver`. Its options are fixed, it is one thread and its arithmetic is WebAssembly's own, so the same program gives the
 * same solution in every browser and in Node. Only a time limit could tell them apart, and that is said in the plan.
 */
export function startHighs(highs: Highs, program: Program): Solver {
  const { constants } = highs;
  const count = program.lower.length;
  const model: Model = highs.createModel({
    numCols: count,
    numRows: program.rows.length,
    colCost: new Float64Array(count),
    colLower: Float64Array.from(program.lower),
    colUpper: Float64Array.from(program.upper, (bound) => (bound === Infinity ? highs.infinity : bound)),
    integrality: Int32Array.from(program.integer, (whole) =>
      whole ? constants.variableType.integer : constants.variableType.continuous,
    ),
    rowLower: Float64Array.from(program.rows, ({ lower }) => (lower === -Infinity ? -highs.infinity : lower)),
    rowUpper: Float64Array.from(program.rows, ({ upper }) => (upper === Infinity ? highs.infinity : upper)),
    matrix: matrixOf(program),
  });
  model.options.set({
    output_flag: false,
    random_seed: 7,
    mip_rel_gap: 0,
    mip_abs_gap: 1e-6,
    mip_feasibility_tolerance: 1e-7,
    mip_allow_restart: false,
  });
  const costs = new Float64Array(count);
  return {
    minimise(cost, seconds, start) {
      costs.fill(0);
      for (const [column, value] of cost) costs[column] = value;
      model.changeColsCost({ kind: 'range', from: 0, to: count - 1 }, costs);
      model.options.set('time_limit', seconds);
      model.zeroAllClocks();
      model.setSolution({ colValue: Float64Array.from(start) });
      model.run();
      return { ...solutionOf(highs, model), seconds: model.getRunTime() };
    },
    addRow(row) {
      model.addRow(
        row.lower === -Infinity ? -highs.infinity : row.lower,
        row.upper === Infinity ? highs.infinity : row.upper,
        entries(row),
      );
    },
    close: () => void model.dispose(),
  };
}

function entries(row: Row): { indices: Int32Array; values: Float64Array } {
  return { indices: Int32Array.from(row.columns), values: Float64Array.from(row.values) };
}

function matrixOf({ lower, rows }: Program): ModelData['matrix'] {
  const size = rows.reduce((sum, row) => sum + row.columns.length, 0);
  const starts = new Int32Array(rows.length + 1);
  const indices = new Int32Array(size);
  const values = new Float64Array(size);
  let at = 0;
  rows.forEach((row, index) => {
    indices.set(row.columns, at);
    values.set(row.values, at);
    at += row.columns.length;
    starts[index + 1] = at;
  });
  return { format: 'csr', numRows: rows.length, numCols: lower.length, starts, indices, values };
}

function solutionOf(highs: Highs, model: Model): Omit<Solution, 'seconds'> {
  const { modelStatus, solutionStatus } = highs.constants;
  const status = model.getModelStatus();
  if (status === modelStatus.infeasible) return { status: 'impossible', values: null, bound: Infinity };
  const feasible = model.info.get('primal_solution_status') === solutionStatus.feasible;
  const values = feasible ? Array.from(model.getSolution().colValue) : null;
  if (status === modelStatus.optimal && values !== null)
    return { status: 'best', values, bound: model.getObjectiveValue() };
  return { status: 'stopped', values, bound: Number(model.info.get('mip_dual_bound')) };
}
