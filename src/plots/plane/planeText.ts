import { mostProbableClass } from '../../experiment/pictures/mostProbableClass.ts';
import type { PlanePredictive } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import { mean } from '../../math/moments.ts';
import { formatNumber } from '../frame/format.ts';
import { formatShares, formatSum } from '../frame/formatSum.ts';
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
  const ranked = Array.from({ length: classes }, (_, y) => ({
    y,
    p: probabilities[place * classes + y]!,
  })).sort((a, b) => b.p - a.p);
  const shares = formatShares(ranked.map(({ p }) => p));
  const entropy = formatSum([predictive.aleatoricEntropy[place]!, predictive.mutualInformation[place]!]);
  return t('{classes}; entropy {total} nats = {aleatoric} aleatoric + {epistemic} epistemic', {
    classes: ranked.map(({ y }, i) => `${names.classes[y]} ${shares[i]}`).join(', '),
    total: entropy.total,
    aleatoric: entropy.terms[0]!,
    epistemic: entropy.terms[1]!,
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
  const won = Array.from({ length: predictive.classes }, () => 0);
  for (let place = 0; place < places; place++) won[mostProbableClass(predictive, place).y]! += 1;
  const areas = formatShares(won.map((count) => count / places));
  const shares = areas.map((share, y) => `${names.classes[y]} ${share}`);
  const entropy = formatSum([mean(predictive.aleatoricEntropy), mean(mutualInformation)]);
  const most = mutualInformation.indexOf(Math.max(...mutualInformation));
  const [atX, atY] = [x[most % x.length]!, predictive.y[Math.floor(most / x.length)]!].map(formatNumber);
  return t(
    '{plot}. Likeliest class by area: {shares}. Mean entropy {total} nats: {aleatoric} aleatoric, {epistemic} epistemic; most epistemic near {x}, {y}.',
    {
      plot: over,
      shares: shares.join(', '),
      total: entropy.total,
      aleatoric: entropy.terms[0]!,
      epistemic: entropy.terms[1]!,
      x: atX!,
      y: atY!,
    },
  );
}
