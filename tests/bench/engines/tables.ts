import { contenderIds, contenders } from '../contenders.ts';
import type { CaseResult, Measurement } from '../measure/measureCase.ts';
import { rounded, spreadOf, times, withSpread } from '../report/numbers.ts';
import type { Table } from '../report/table.ts';
import { countsProducts, fastest, partOfPeak, placedAt, speedUp } from './ranking.ts';

const missing = '–';

/** Ratios first, then steps per second, then the WebGL overhead, then the first step. */
export function engineTables(results: readonly CaseResult[]): Record<string, Table> {
  return {
    ratios: ratioTable(results),
    steps: contenderTable(results, 'Steps a second', 'steps a second', ({ rates }) =>
      withSpread(spreadOf(rates)),
    ),
    draws: drawTable(results),
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

/**
 * Draw calls on every case; the JavaScript time on the first case only, where there is least arithmetic and no queue
 * fills.
 */
function drawTable(results: readonly CaseResult[]): Table {
  const { head, rows, title } = contenderTable(
    results,
    'What a step costs WebGL besides arithmetic',
    'draw calls a step',
    ({ draws }) => (draws === null ? null : rounded(draws)),
  );
  const submitted = new Map(
    contenderIds.map((id) => [
      contenders[id].label as string,
      results[0]?.measured[id]?.submitSeconds ?? null,
    ]),
  );
  return {
    title,
    head: [...head, `ms of JavaScript a step, ${results[0]?.label}`],
    rows: rows.map((row) => {
      const seconds = submitted.get(row[0]!) ?? null;
      return [...row, seconds === null ? missing : rounded(1000 * seconds)];
    }),
  };
}

/** One row per contender, one column per case; contenders without results are left out. */
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
