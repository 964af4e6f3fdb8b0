import { contenderIds, contenders } from '../contenders.ts';
import type { CaseResult, Measurement } from '../measure/measureCase.ts';
import { rounded, spreadOf, times, withSpread } from '../report/numbers.ts';
import type { Table } from '../report/table.ts';
import { countsProducts, fastest, partOfPeak, placedAt, speedUp } from './ranking.ts';

const missing = '–';

/** Ratios first, then steps a second, then what WebGL costs besides, then the first step. */
export function engineTables(results: readonly CaseResult[]): Record<string, Table> {
  return {
    ratios: ratioTable(results),
    steps: contenderTable(results, 'Steps a second', 'steps a second', ({ rates }) =>
      withSpread(spreadOf(rates)),
    ),
    draws: contenderTable(results, 'Draw calls a step', 'draw calls a step', ({ draws }) =>
      draws === null ? null : rounded(draws),
    ),
    submit: contenderTable(
      results,
      'Milliseconds of JavaScript to submit a step',
      'ms of JavaScript a step',
      ({ submitSeconds }) => (submitSeconds === null ? null : rounded(1000 * submitSeconds)),
    ),
    first: contenderTable(
      results,
      'Milliseconds until the first step is computed',
      'ms to the first step',
      ({ firstStep }) => rounded(1000 * firstStep),
    ),
  };
}

function ratioTable(results: readonly CaseResult[]): Table {
  return {
    title: 'How many times as fast the fastest engine is',
    head: [
      'network',
      'fastest engine',
      'best stock TensorFlow.js',
      'naive TensorFlow.js',
      'PyTorch, batched',
      'PyTorch, loop',
      'wasm of the peak',
    ],
    rows: results.map((result) => {
      const engine = fastest(result, 'engine');
      const stock = fastest(result, 'stock');
      const against = (id: Parameters<typeof placedAt>[1]) => {
        const ratio = speedUp(engine, placedAt(result, id));
        return ratio ? times(ratio) : missing;
      };
      const best = speedUp(engine, stock);
      const wasm = placedAt(result, 'wasm');
      const part = wasm && countsProducts(result) ? partOfPeak(result, wasm) : null;
      return [
        result.label,
        engine ? contenders[engine.id].label : missing,
        best && stock ? `${times(best)} (${contenders[stock.id].label.split(', ')[1]})` : missing,
        against('naive-webgl'),
        against('torch-batched'),
        against('torch-loop'),
        part ? `${Math.round(100 * part.median)} %` : missing,
      ];
    }),
  };
}

/** One row a contender, one column a case; contenders that have nothing to say are left out. */
function contenderTable(
  results: readonly CaseResult[],
  title: string,
  corner: string,
  cell: (measurement: Measurement) => string | null,
): Table {
  const rows = contenderIds.map((id) => [
    contenders[id].label,
    ...results.map((result) => {
      const measurement = placedAt(result, id);
      return (measurement && cell(measurement)) ?? missing;
    }),
  ]);
  return {
    title,
    head: [corner, ...results.map(({ label }) => label)],
    rows: rows.filter((row) => row.slice(1).some((text) => text !== missing)),
  };
}
