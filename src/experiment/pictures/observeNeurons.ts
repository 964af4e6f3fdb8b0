import { activations, denseForward } from '../../model/networks/index.ts';
import { showsNetwork } from '../document/experiment.ts';
import { posteriorDraws } from '../engine/state.ts';
import type { Problem } from '../problem/problem.ts';
import { standardizedInputs } from '../problem/scalers.ts';
import { pictureOf } from './pictures.ts';
import type { NeuronActivations } from './snapshot.ts';

/** Draws from which the mean and the standard deviation of an activation are computed. */
const DRAWS = 16;
/** Hidden units of a network above which none is plotted. */
const MAX_UNITS = 256;

/**
 * The activation of every hidden unit of a dense network over the plotted inputs: mean and standard deviation over draws of
 * q. Null for pictures without axes of inputs, for large networks, and unless the network is shown.
 */
export function observeNeurons(problem: Problem, parameters: Float64Array): NeuronActivations | null {
  const { experiment, plan } = problem;
  const hidden = plan.layers.slice(0, -1);
  const units = hidden.reduce((sum, { fanOut }) => sum + fanOut, 0);
  const dense = plan.ops.every(({ kind }) => kind === 'dense');
  const axes = pictureOf(experiment).neuronAxes(problem);
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
      // Welford's running moments; h is [places, units], the moments are [units, places].
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

/** Every place, row by row upwards. */
function placesOf([along, upwards]: readonly Float64Array[]): number[][] {
  if (!upwards) return Array.from(along!, (x) => [x]);
  return Array.from(upwards, (y) => Array.from(along!, (x) => [x, y])).flat();
}
