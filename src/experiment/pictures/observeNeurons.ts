import type { Interval } from '../../model/datasets/index.ts';
import { activations, denseForward } from '../../model/networks/index.ts';
import { showsNetwork } from '../document/experiment.ts';
import { pictureKindOf } from '../document/pictureKind.ts';
import { posteriorDraws } from '../engine/state.ts';
import type { Problem } from '../problem/problem.ts';
import { standardizedInputs } from '../problem/scalers.ts';
import type { NeuronActivations } from './snapshot.ts';

/** Draws behind the spread of an activation. */
const DRAWS = 16;
/** Places along one input, and along each of two. */
const CURVE_PLACES = 25;
const PLANE_PLACES = 14;
/** Hidden units beyond which nothing of them is drawn. */
const MAX_UNITS = 256;

/**
 * What every hidden unit of a dense network answers over the inputs that are plotted: mean and standard deviation over draws
 * of q. Null where there is nothing to plot them over, where there are too many, and unless the network is shown.
 */
export function observeNeurons(problem: Problem, parameters: Float64Array): NeuronActivations | null {
  const { experiment, plan } = problem;
  const hidden = plan.layers.slice(0, -1);
  const units = hidden.reduce((sum, { fanOut }) => sum + fanOut, 0);
  const dense = plan.ops.every(({ kind }) => kind === 'dense');
  const axes = axesOf(problem);
  if (!showsNetwork(experiment) || !dense || !axes || units === 0 || units > MAX_UNITS) return null;
  const places = placesOf(axes);
  const inputs = standardizedInputs(
    places.map((x) => ({ x })),
    problem.xScalers,
  );
  const drawn = posteriorDraws(problem, parameters, 0, DRAWS);
  const layers = hidden.map(({ fanOut }) => ({
    mean: new Float64Array(fanOut * places.length),
    sigma: new Float64Array(fanOut * places.length),
  }));
  const { value } = activations[experiment.network.activation];
  for (let draw = 0; draw < DRAWS; draw++) {
    const weights = drawn.subarray(draw * plan.parameterCount, (draw + 1) * plan.parameterCount);
    let values = inputs;
    hidden.forEach((layer, index) => {
      const outputs = new Float64Array(places.length * layer.fanOut);
      denseForward(layer, weights, values, places.length, outputs);
      const { mean, sigma } = layers[index]!;
      // Welford's running moments, from [places, units] to [units, places].
      for (let at = 0; at < outputs.length; at++) {
        const h = value(outputs[at]!);
        outputs[at] = h;
        const to = (at % layer.fanOut) * places.length + Math.floor(at / layer.fanOut);
        const before = h - mean[to]!;
        mean[to]! += before / (draw + 1);
        sigma[to]! += before * (h - mean[to]!);
      }
      values = outputs;
    });
  }
  const deviations = layers.map(({ mean, sigma }) => ({
    mean,
    sigma: sigma.map((sum) => Math.sqrt(sum / DRAWS)),
  }));
  return { columns: axes[0]!.length, rows: axes[1]?.length ?? 1, layers: deviations };
}

/** One axis for a curve, two for a plane, in the data's units; null for any other picture. */
function axesOf({ experiment, xDomain, yDomain }: Problem): readonly Float64Array[] | null {
  const kind = pictureKindOf(experiment);
  if (kind === 'curve') return [axis(xDomain, CURVE_PLACES)];
  return kind === 'plane' ? [axis(xDomain, PLANE_PLACES), axis(yDomain, PLANE_PLACES)] : null;
}

function axis([low, high]: Interval, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));
}

/** Every place, row by row upwards. */
function placesOf([along, upwards]: readonly Float64Array[]): number[][] {
  if (!upwards) return Array.from(along!, (x) => [x]);
  return Array.from(upwards, (y) => Array.from(along!, (x) => [x, y])).flat();
}
