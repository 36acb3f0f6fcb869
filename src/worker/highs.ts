import type { Highs, Model, ModelData } from 'highs';
import type { Cost, Program, Solution, Solver } from '../model/reassign/program.ts';

/**
 * HiGHS behind the model's `Solver`. Its options are fixed, it is one thread and its arithmetic is WebAssembly's own, so the same program gives the
 * same solution in every browser and in Node. Only a time limit could tell them apart, and that is said in the plan.
 */
export function highsSolver(highs: Highs): Solver {
  const { basisStatus, modelStatus, solutionStatus } = highs.constants;
  const feasible = (model: Model): boolean => model.info.get('primal_solution_status') === solutionStatus.feasible;
  return {
    now: () => performance.now() / 1000,
    relax: (program, cost, seconds, from) =>
      highs.withModel(dataOf(highs, program, cost, false), (model) => {
        model.options.set({ output_flag: false, random_seed: 7 });
        if (seconds < Infinity) model.options.set('time_limit', Math.max(0, seconds));
        if (from) {
          // Rows that came later are not leant on yet.
          const rowStatus = new Int32Array(program.rows.length).fill(basisStatus.basic);
          rowStatus.set(from.rows);
          model.setBasis({ colStatus: from.columns, rowStatus });
        }
        model.run();
        if (!feasible(model)) return null;
        const { colValue, rowDual } = model.getSolution();
        const { colStatus, rowStatus } = model.getBasis();
        return {
          values: Array.from(colValue),
          prices: Array.from(rowDual),
          basis: { columns: colStatus, rows: rowStatus },
        };
      }),
    minimise: (program, cost, seconds, enough) =>
      highs.withModel(dataOf(highs, program, cost, true), (model): Solution => {
        model.options.set({
          output_flag: false,
          random_seed: 7,
          time_limit: seconds,
          mip_rel_gap: 0,
          // Costs are whole numbers: less than one better is no better.
          mip_abs_gap: 0.9,
          mip_feasibility_tolerance: 1e-7,
          mip_allow_restart: false,
          mip_heuristic_run_rins: false,
        });
        if (enough > -Infinity) model.options.set('objective_target', enough + 0.01);
        model.run();
        const status = model.getModelStatus();
        const values = feasible(model) ? Array.from(model.getSolution().colValue) : null;
        if (status === modelStatus.infeasible) return { status: 'impossible', values: null, bound: Infinity };
        const best = values !== null && (status === modelStatus.optimal || status === modelStatus.objectiveTarget);
        return { status: best ? 'best' : 'stopped', values, bound: Number(model.info.get('mip_dual_bound')) };
      }),
  };
}

function dataOf(highs: Highs, program: Program, cost: Cost, whole: boolean): ModelData {
  const { variableType } = highs.constants;
  const { lower, upper, integer, rows } = program;
  const costs = new Float64Array(lower.length);
  for (const [column, value] of cost) costs[column] = value;
  return {
    numCols: lower.length,
    numRows: rows.length,
    colCost: costs,
    colLower: Float64Array.from(lower),
    colUpper: Float64Array.from(upper),
    ...(whole && {
      integrality: Int32Array.from(integer, (one) => (one ? variableType.integer : variableType.continuous)),
    }),
    rowLower: Float64Array.from(rows, (row) => (row.lower === -Infinity ? -highs.infinity : row.lower)),
    rowUpper: Float64Array.from(rows, (row) => (row.upper === Infinity ? highs.infinity : row.upper)),
    matrix: matrixOf(program),
  };
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
