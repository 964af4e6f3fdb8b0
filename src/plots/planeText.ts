import type { PlanePredictive } from '../experiment/snapshot.ts';
import { formatCount, formatNumber, formatPercent } from './format.ts';
import { likeliest, nearestPlace } from './planeMap.ts';
import type { PlotPoint } from './predictivePlot.ts';
import type { Stage } from './predictiveText.ts';

/** What the classes and the two inputs are called. */
export interface PlaneNames {
  readonly classes: readonly string[];
  readonly x: string;
  readonly y: string;
}

/** 'class 2 87 %, class 1 13 %; entropy 0.38 nats = 0.3 aleatoric + 0.08 epistemic' at the nearest place of the grid. */
export function planeReadout(predictive: PlanePredictive, at: PlotPoint, names: PlaneNames): string {
  const place = nearestPlace(predictive, at);
  const { classes, probabilities } = predictive;
  const ranked = Array.from({ length: classes }, (_, y) => ({ y, p: probabilities[place * classes + y]! }))
    .sort((a, b) => b.p - a.p)
    .map(({ y, p }) => `${names.classes[y]} ${formatPercent(p)}`);
  const [total, aleatoric, epistemic] = [
    predictive.totalEntropy,
    predictive.aleatoricEntropy,
    predictive.mutualInformation,
  ].map((values) => formatNumber(Number(values[place]!.toFixed(3))));
  return `${ranked.join(', ')}; entropy ${total} nats = ${aleatoric} aleatoric + ${epistemic} epistemic`;
}

/** 'Point 3 of 20: class 2 at 0.21, 0.45'; index from 0. */
export function planePointLabel(index: number, count: number, at: PlotPoint, name: string): string {
  return `Point ${index + 1} of ${count}: ${name} at ${formatNumber(at.x)}, ${formatNumber(at.y)}`;
}

/** The map in words, for those who do not see it. */
export function planeSummary(
  predictive: PlanePredictive | null,
  pointCount: number,
  stage: Stage,
  names: PlaneNames,
): string {
  const data = pointCount === 0 ? 'no data points' : formatCount(pointCount, 'data point');
  const title = stage === 'prior' ? 'Prior predictive' : 'Posterior predictive';
  const over = `${title} of ${names.classes.slice(0, predictive?.classes ?? 2).join(', ')} over ${names.x} and ${names.y} with ${data}`;
  if (!predictive) return `${over}; no prediction yet.`;
  const { mutualInformation, x, totalEntropy } = predictive;
  const places = totalEntropy.length;
  const shares = names.classes.slice(0, predictive.classes).map((name, y) => {
    const won = totalEntropy.reduce(
      (sum, _, place) => sum + (likeliest(predictive, place).y === y ? 1 : 0),
      0,
    );
    return `${name} ${formatPercent(won / places)}`;
  });
  const most = mutualInformation.indexOf(Math.max(...mutualInformation));
  const [atX, atY] = [x[most % x.length]!, predictive.y[Math.floor(most / x.length)]!].map(formatNumber);
  const mean = (values: Float64Array) => formatNumber(values.reduce((sum, value) => sum + value, 0) / places);
  return (
    `${over}. Likeliest class by area: ${shares.join(', ')}. ` +
    `Mean entropy ${mean(totalEntropy)} nats: ${mean(predictive.aleatoricEntropy)} aleatoric, ${mean(mutualInformation)} epistemic; ` +
    `most epistemic near ${atX}, ${atY}.`
  );
}
