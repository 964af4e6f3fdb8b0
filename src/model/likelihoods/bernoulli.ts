import { sigmoid, softplus } from '../../math/special.ts';
import type { ClassificationLikelihood } from './likelihood.ts';

/** p(y = 1 | f) = 1/(1 + e^(−f)): the output is a log-odds. */
export const bernoulli: ClassificationLikelihood = {
  label: 'Bernoulli: two classes',
  teaches: 'The output is the log-odds of class 1: p(y = 1) = 1/(1 + e⁻ᶠ).',
  source: 'Blundell et al. 2015, §2',
  task: 'classification',
  maxClasses: 2,
  hasNoise: false,
  startsFromNoise: false,
  outputCount: () => 1,
  probabilities: (outputs, at, probabilities) => {
    probabilities[0] = sigmoid(-outputs[at]!);
    probabilities[1] = sigmoid(outputs[at]!);
  },
  // softplus of the signed log-odds, which avoids computing 1 − p.
  cost: (y, outputs, at, _logNoise, slope) => {
    const f = outputs[at]!;
    slope[0] = y === 1 ? -sigmoid(-f) : sigmoid(f);
    slope[1] = 0;
    return softplus(y === 1 ? -f : f);
  },
  fisherRoots: (outputs, at) => Float64Array.of(Math.sqrt(sigmoid(outputs[at]!) * sigmoid(-outputs[at]!))),
};
