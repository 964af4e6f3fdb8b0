import { expect, test } from 'vitest';
import { linearMaps } from '../../../src/experiment/pictures/linearMaps.ts';
import type { WeightSummary } from '../../../src/experiment/pictures/snapshot.ts';
import { createRandom } from '../../../src/math/random.ts';
import { planDense } from '../../../src/model/networks/plan.ts';
import { inUnits } from '../../../src/plots/cost/costUnits.ts';
import { identityGeometry } from '../../../src/plots/cost/identityBar.ts';
import { createFrame } from '../../../src/plots/frame/frame.ts';
import {
  cellWeight,
  graphLayout,
  isGraph,
  MATRIX_NAME_HEIGHT,
  matrixLayout,
  matrixShape,
  minMatricesHeight,
  nearestWeight,
  weightInMatrices,
} from '../../../src/plots/network/networkLayout.ts';
import { mapLabels } from '../../../src/plots/network/networkText.ts';
import { priorCurve } from '../../../src/plots/weights/priorCurve.ts';
import { densityLines, wantedHalfWidth } from '../../../src/plots/weights/weightDensity.ts';
import { remarkableWeights, weightLook } from '../../../src/plots/weights/weightLook.ts';
import { testExperiment } from '../../reference/problems.ts';

const frame = createFrame({ width: 400, height: 300 }, 12, { left: 0, right: 0, top: 1, bottom: 1 });
const { prior } = testExperiment({ prior: { kind: 'gaussian', sigma: 1 } });

function blocksOf(sizes: readonly number[]) {
  return planDense(sizes).layers.flatMap(({ name, fanIn, fanOut, kernelOffset, biasOffset }) => [
    { name: `${name}/kernel`, offset: kernelOffset, shape: [fanIn, fanOut] },
    { name: `${name}/bias`, offset: biasOffset, shape: [fanOut] },
  ]);
}

test('every weight of a kernel is one edge and every bias one unit', () => {
  const maps = linearMaps(blocksOf([2, 3, 1]));
  const { edges, columns } = graphLayout(maps, frame, false);
  const biases = columns.flat().flatMap(({ bias }) => (bias === null ? [] : [bias]));
  expect([...edges.map(({ index }) => index), ...biases].sort((a, b) => a - b)).toEqual(
    Array.from({ length: 2 * 3 + 3 + 3 + 1 }, (_, i) => i),
  );
});

test('an edge runs from its input unit to its output unit', () => {
  const maps = linearMaps(blocksOf([2, 3, 1]));
  const { edges, columns } = graphLayout(maps, frame, false);
  const edge = edges.find(({ index }) => index === 1 * 3 + 2)!;
  const [from, to] = [columns[0]![1]!, columns[1]![2]!];
  expect([edge.x1, edge.y1]).toEqual([from.x + from.width / 2, from.y]);
  expect([edge.x2, edge.y2]).toEqual([to.x - to.width / 2, to.y]);
});

test('any number of units fit within the frame without overlap', () => {
  for (const size of [1, 7, 50, 80]) {
    const { columns } = graphLayout(linearMaps(blocksOf([1, size, 1])), frame, false);
    const column = columns[1]!;
    expect(column[0]!.y - column[0]!.height / 2).toBeGreaterThanOrEqual(frame.top - 1e-9);
    expect(column.at(-1)!.y + column.at(-1)!.height / 2).toBeLessThanOrEqual(frame.bottom + 1e-9);
    column.slice(1).forEach((box, i) => {
      expect(box.y - box.height / 2).toBeGreaterThanOrEqual(column[i]!.y + column[i]!.height / 2);
    });
  }
});

test('the pointer finds the nearest edge, a bias in its unit, and nothing in empty space', () => {
  const layout = graphLayout(linearMaps(blocksOf([1, 2, 1])), frame, false);
  const edge = layout.edges[1]!;
  expect(nearestWeight(layout, (edge.x1 + 3 * edge.x2) / 4, (edge.y1 + 3 * edge.y2) / 4 + 1)).toBe(
    edge.index,
  );
  const unit = layout.columns[1]![0]!;
  expect(nearestWeight(layout, unit.x, unit.y)).toBe(unit.bias);
  expect(nearestWeight(layout, 1, frame.bottom)).toBeNull();
});

test('large and folded networks are matrices, in which every cell is its weight', () => {
  expect(isGraph(linearMaps(blocksOf([1, 50, 1])))).toBe(true);
  expect(isGraph(linearMaps(blocksOf([196, 32, 10])))).toBe(false);
  const maps = linearMaps(blocksOf([6, 2, 3]));
  const boxes = matrixLayout(maps, frame, 16);
  const seen = boxes.flatMap((box) => {
    const { rows, columns } = matrixShape(box);
    return Array.from({ length: rows * columns }, (_, at) => {
      const [row, column] = [Math.floor(at / columns), at % columns];
      const x = box.left + ((column + 0.5) * box.width) / columns;
      const y = box.top + ((row + 0.5) * box.height) / rows;
      expect(weightInMatrices(boxes, x, y)).toBe(cellWeight(box, row, column));
      return cellWeight(box, row, column);
    });
  });
  expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: 6 * 2 + 2 + 2 * 3 + 3 }, (_, i) => i));
  expect(weightInMatrices(boxes, frame.left + 1, frame.top + 1)).toBeNull();
});

test('KL by layer adds up to the KL of all weights', () => {
  const kl = Float64Array.from({ length: 13 }, (_, i) => 0.1 * (i + 1));
  const labels = mapLabels(linearMaps(blocksOf([2, 3, 1])), kl, 'nats');
  expect(labels.map(({ name }) => name)).toEqual(['Layer 1', 'Layer 2']);
  expect(labels.reduce((sum, label) => sum + label.kl!, 0)).toBeCloseTo(
    kl.reduce((sum, value) => sum + value, 0),
    12,
  );
});

test('the KL that are shown by layer add up to the one of all weights, in nats and in bits', () => {
  const random = createRandom(5, 1);
  for (let trial = 0; trial < 200; trial++) {
    const kl = Float64Array.from({ length: 13 }, () => 30 * random());
    for (const units of ['nats', 'bits'] as const) {
      const labels = mapLabels(linearMaps(blocksOf([2, 3, 1])), kl, units);
      const shown = labels.map(({ amount }) => Math.round(10 * Number(amount)));
      const total = inUnits(
        kl.reduce((sum, value) => sum + value, 0),
        units,
      );
      expect(shown.reduce((sum, tenths) => sum + tenths, 0)).toBe(Math.round(10 * total));
    }
  }
});

test('each of one to six hidden layers has a legible matrix in the height that they ask for', () => {
  for (const units of [1, 50, 512])
    for (let hidden = 1; hidden <= 6; hidden++) {
      const maps = linearMaps(blocksOf([1, ...Array.from({ length: hidden }, () => units), 1]));
      const fontSize = 12.5;
      const height = minMatricesHeight(maps.length) * fontSize;
      const frame = createFrame({ width: 330, height }, fontSize, {
        left: 0.5,
        right: 0.5,
        top: 0,
        bottom: 0.3,
      });
      const boxes = matrixLayout(maps, frame, MATRIX_NAME_HEIGHT * fontSize);
      for (const box of boxes) expect(box.height).toBeGreaterThan(20);
      const last = boxes.at(-1)!;
      expect(last.top + last.height).toBeLessThanOrEqual(frame.bottom);
    }
});

test('a weight at its prior is thin, pale and wide; one with a narrow q is dark and narrow', () => {
  const idle = weightLook(0, 1, 1);
  expect(idle).toEqual({ sign: 1, strength: 0, spread: 1, certainty: 0 });
  const sure = weightLook(-3, 0.01, 1);
  expect(sure.sign).toBe(-1);
  expect(sure.strength).toBe(1);
  expect(sure.spread).toBeCloseTo(0.01, 12);
  expect(sure.certainty).toBeGreaterThan(0.999);
  expect(weightLook(2, 0.5, 1, -1).sign).toBe(-1);
});

test('idle and distant weights are counted', () => {
  const weights: WeightSummary = {
    mu: Float64Array.of(0, 3.5, -1),
    sigma: Float64Array.of(1, 0.1, 0.2),
    priorScale: Float64Array.of(1, 1, 1),
    kl: Float64Array.of(0.01, 8, 1.5),
    layers: [],
  };
  expect(remarkableWeights(weights, (scale) => priorCurve(prior, scale))).toBe(
    '1 weight of 3 is idle (KL below 0.1 nats); 1 weight lies beyond 3 prior sd.',
  );
});

test('the two densities of a weight enclose the same area', () => {
  const curve = priorCurve(prior);
  const {
    prior: p,
    posterior: q,
    x,
  } = densityLines(curve, 0.4, 0.5, wantedHalfWidth(curve, 0.4, 0.5), frame);
  const area = (line: readonly (readonly [number, number])[]) =>
    line.slice(1).reduce((sum, [px, py], i) => {
      const [before, height] = line[i]!;
      return sum + ((px - before) * (frame.bottom - (py + height) / 2)) / (x(1) - x(0));
    }, 0);
  expect(area(q) / area(p)).toBeCloseTo(1, 2);
});

test('a posterior too narrow for the plot is clipped, and its peak is stated', () => {
  const curve = priorCurve(prior);
  const { cut, posterior } = densityLines(curve, 0, 0.001, wantedHalfWidth(curve, 0, 0.001), frame);
  expect(cut).toBeCloseTo(1 / (0.001 * Math.sqrt(2 * Math.PI)), 6);
  expect(Math.min(...posterior.map(([, y]) => y))).toBe(frame.top);
});

test.each([
  [30, 20],
  [143, -137],
  [143, -200],
  [0, 0],
])('the bars of %d and %d are consecutive and end at their sum', (complexity, likelihood) => {
  const bar = identityGeometry(complexity, likelihood, null, 200);
  expect(bar.likelihood.from).toBeCloseTo(bar.complexity.to, 9);
  expect(bar.likelihood.to).toBeCloseTo(bar.total.to, 9);
  const perUnit = bar.complexity.to - bar.complexity.from;
  if (complexity > 0)
    expect((bar.likelihood.to - bar.likelihood.from) / perUnit).toBeCloseTo(likelihood / complexity, 9);
  for (const { from, to } of [bar.complexity, bar.likelihood, bar.total])
    expect(Math.min(from, to)).toBeGreaterThanOrEqual(0);
});
