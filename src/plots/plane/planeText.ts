import { mostProbableClass } from '../../experiment/pictures/mostProbableClass.ts';
import type { PlanePredictive } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import { mean } from '../../math/moments.ts';
import { formatNumber, formatPercent } from '../frame/format.ts';
import type { PlotPoint } from '../predictive/predictivePlot.ts';
import { dataText, type Phase, phaseName } from '../predictive/predictiveText.ts';
import { nearestPlace } from './planeMap.ts';

/** Names of the classes and of both inputs. */
export interface PlaneNames {
  readonly classes: readonly string[];
  readonly x: string;
  readonly y: string;
}

/** 'class 2 87 %, class 1 13 %; entropy 0.38 nats = 0.3 aleatoric + 0.08 epistemic' at the nearest grid place. */
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
  return t('{classes}; entropy {total} nats = {aleatoric} aleatoric + {epistemic} epistemic', {
    classes: ranked.join(', '),
    total: total!,
    aleatoric: aleatoric!,
    epistemic: epistemic!,
  });
}

/** 'Point 3 of 20: class 2 at 0.21, 0.45'; index from 0. */
export function planePointLabel(index: number, count: number, at: PlotPoint, name: string): string {
  return t('Point {number} of {count}: {name} at {x}, {y}', {
    number: index + 1,
    count,
    name,
    x: formatNumber(at.x),
    y: formatNumber(at.y),
  });
}

/** Text alternative of the map. */
export function planeSummary(
  predictive: PlanePredictive | null,
  pointCount: number,
  phase: Phase,
  names: PlaneNames,
): string {
  const over = t('{title} of {classes} over {x} and {y} with {data}', {
    title: phaseName(phase),
    classes: names.classes.slice(0, predictive?.classes ?? 2).join(', '),
    x: names.x,
    y: names.y,
    data: dataText(pointCount),
  });
  if (!predictive) return t('{plot}; no prediction yet.', { plot: over });
  const { mutualInformation, x, totalEntropy } = predictive;
  const places = totalEntropy.length;
  const shares = names.classes.slice(0, predictive.classes).map((name, y) => {
    const won = totalEntropy.reduce(
      (sum, _, place) => sum + (mostProbableClass(predictive, place).y === y ? 1 : 0),
      0,
    );
    return `${name} ${formatPercent(won / places)}`;
  });
  const most = mutualInformation.indexOf(Math.max(...mutualInformation));
  const [atX, atY] = [x[most % x.length]!, predictive.y[Math.floor(most / x.length)]!].map(formatNumber);
  return t(
    '{plot}. Likeliest class by area: {shares}. Mean entropy {total} nats: {aleatoric} aleatoric, {epistemic} epistemic; most epistemic near {x}, {y}.',
    {
      plot: over,
      shares: shares.join(', '),
      total: formatNumber(mean(totalEntropy)),
      aleatoric: formatNumber(mean(predictive.aleatoricEntropy)),
      epistemic: formatNumber(mean(mutualInformation)),
      x: atX!,
      y: atY!,
    },
  );
}
