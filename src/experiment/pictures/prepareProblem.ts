import { likelihoods } from '../../model/likelihoods/index.ts';
import { type NetworkPlan, planNetwork } from '../../model/networks/index.ts';
import { inputCountOf } from '../document/dataKinds.ts';
import type { Experiment } from '../document/experiment.ts';
import type { Problem } from '../problem/problem.ts';
import {
  type Scaler,
  type Scalers,
  sharedScalers,
  standardizedInputs,
  targetScaler,
  unitScalers,
} from '../problem/scalers.ts';
import { sharpeningSigma } from '../problem/sharpening.ts';
import { experimentDomains, experimentSplit } from './data.ts';
import type { Domains } from './pictureDefinition.ts';
import { pictureOf } from './pictures.ts';

function priorScales(plan: NetworkPlan, scaling: Experiment['prior']['scaling']): Float64Array {
  const scales = new Float64Array(plan.parameterCount).fill(1);
  if (scaling === 'fan-in')
    for (const layer of plan.layers)
      scales.fill(1 / Math.sqrt(layer.fanIn), layer.kernelOffset, layer.biasOffset);
  return scales;
}

/** The map of each input, fitted to the points. Networks with shared weights need one map for all inputs. */
function inputScalers(
  experiment: Experiment,
  points: Problem['points'],
  inputCount: number,
  domains: Domains,
): readonly Scaler[] {
  if (!experiment.dataset.standardize) return unitScalers(inputCount);
  if (experiment.network.kind !== 'dense') return sharedScalers(points, inputCount);
  return pictureOf(experiment).scalers(points, inputCount, domains);
}

/**
 * Prepares an experiment for training. scalers: those of a run whose points are being edited, so that the function it has
 * learned does not move; by default they are fitted to the points. Throws before the rows of the data set are loaded.
 */
export function prepareProblem(experiment: Experiment, scalers?: Scalers): Problem {
  const { training: points, heldOut } = experimentSplit(experiment);
  const domains = experimentDomains(experiment, points);
  const [xDomain, yDomain] = domains;
  const n = points.length;
  const inputCount = inputCountOf(experiment);
  const likelihood = likelihoods[experiment.likelihood.kind];
  const classes =
    experiment.dataset.task === 'classification' ? pictureOf(experiment).classCount(experiment, points) : 0;
  const outputCount = likelihood.outputCount(classes);
  const xScalers = scalers?.xScalers ?? inputScalers(experiment, points, inputCount, domains);
  const yScaler = scalers?.yScaler ?? targetScaler(experiment, points, yDomain);
  const plan = planNetwork(experiment.network, inputCount, outputCount);
  const { batchSize } = experiment.inference;
  const size = batchSize === 'full' ? Math.max(n, 1) : Math.min(batchSize, Math.max(n, 1));
  return {
    experiment,
    plan,
    points,
    heldOut,
    xDomain,
    yDomain,
    xScalers,
    yScaler,
    inputCount,
    outputCount,
    classes,
    inputs: standardizedInputs(points, xScalers),
    targets: Float64Array.from(points, ({ y }) => (y - yScaler.mean) / yScaler.scale),
    n,
    priorScale: priorScales(plan, experiment.prior.scaling),
    noiseSigma: experiment.likelihood.noise / yScaler.scale,
    sharpening: sharpeningSigma(experiment),
    batchSize: size,
    batches: Math.max(1, Math.ceil(n / size)),
  };
}
