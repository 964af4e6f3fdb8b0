import type { CaseResult } from '../measure/measureCase.ts';
import { type Spread, times } from '../report/numbers.ts';
import type { Target } from '../section.ts';
import { fastest, isDense, partOfPeak, placedAt, speedUp } from './ranking.ts';

/** A ratio on one case. */
interface At {
  readonly label: string;
  readonly ratio: Spread;
}

/** The targets that could be measured; a run with fewer cases or contenders has fewer. */
export function engineTargets(results: readonly CaseResult[]): Target[] {
  const small = results.filter(({ id }) => id.startsWith('1-32-32-1-'));
  const against = (chosen: readonly CaseResult[], ratio: (result: CaseResult) => Spread | null): At[] =>
    chosen.flatMap((result) => {
      const found = ratio(result);
      return found ? [{ label: result.label, ratio: found }] : [];
    });
  const overStock = (result: CaseResult) => speedUp(fastest(result, 'engine'), fastest(result, 'stock'));
  const overTorch = (result: CaseResult) =>
    speedUp(fastest(result, 'engine'), placedAt(result, 'torch-batched'));
  return [
    ...drawTarget(small),
    ...ratioTarget(
      'WebGL engine against naive TensorFlow.js on WebGL, 1-32-32-1',
      25,
      against(small, (result) => speedUp(placedAt(result, 'webgl'), placedAt(result, 'naive-webgl'))),
    ),
    ...ratioTarget(
      'fastest engine against the best stock TensorFlow.js backend, dense',
      12,
      against(results.filter(isDense), overStock),
    ),
    ...ratioTarget(
      'fastest engine against the best stock TensorFlow.js backend, LSTM',
      10,
      against(
        results.filter(({ id }) => id === 'recurrent'),
        overStock,
      ),
    ),
    ...ratioTarget('fastest engine against batched PyTorch on one thread', 2, against(results, overTorch)),
    ...ratioTarget(
      'the same at 1-32-32-1, S = 1',
      10,
      against(
        small.filter(({ label }) => label.endsWith('S = 1')),
        overTorch,
      ),
    ),
    ...peakTarget(results),
  ];
}

/** The smallest ratio counts, because the target must hold on every case. */
function ratioTarget(claim: string, least: number, found: readonly At[]): Target[] {
  if (found.length === 0) return [];
  const worst = found.reduce((a, b) => (b.ratio.median < a.ratio.median ? b : a));
  const where = found.length > 1 ? `, least at ${worst.label}` : '';
  return [
    {
      claim,
      target: `≥ ${least}×`,
      measured: `${times(worst.ratio)}${where}`,
      met: worst.ratio.median >= least,
    },
  ];
}

function drawTarget(small: readonly CaseResult[]): Target[] {
  const draws = small.flatMap((result) => placedAt(result, 'webgl')?.draws ?? []);
  if (draws.length === 0) return [];
  const most = Math.max(...draws);
  return [
    {
      claim: 'WebGL engine, draw calls a step of a three-layer network, any S',
      target: '≤ 8',
      measured: String(most),
      met: most <= 8,
    },
  ];
}

function peakTarget(results: readonly CaseResult[]): Target[] {
  const result = results.find(({ id }) => id.startsWith('1-100-100-1-s16'));
  const wasm = result && placedAt(result, 'wasm');
  if (!result || !wasm) return [];
  const part = partOfPeak(result, wasm).median;
  return [
    {
      claim: 'wasm engine of the machine’s 128-bit multiply-add peak, 1-100-100-1, S = 16',
      target: '≥ 50 %',
      measured: `${Math.round(100 * part)} %`,
      met: part >= 0.5,
    },
  ];
}
