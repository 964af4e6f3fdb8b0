import { logSumExp } from '../../math/special.ts';
import type { ClassificationLikelihood } from './likelihood.ts';

function classProbabilities(logits: Float64Array): Float64Array {
  const total = logSumExp(logits);
  return logits.map((f) => Math.exp(f - total));
}

/** p(y = c | f) = e^(f_c) / Σ e^(f_k), with one output per class. */
export const categorical: ClassificationLikelihood = {
  label: 'Categorical: many classes',
  teaches: 'One output a class; their softmax is the probability of each.',
  source: 'Blundell et al. 2015, §2',
  task: 'classification',
  maxClasses: 100,
  hasNoise: false,
  startsFromNoise: false,
  outputCount: (classes) => classes,
  probabilities: (outputs, at, probabilities) => {
    const total = logSumExp(outputs.subarray(at, at + probabilities.length));
    for (let c = 0; c < probabilities.length; c++) probabilities[c] = Math.exp(outputs[at + c]! - total);
  },
  cost: (y, outputs, at, _logNoise, slope) => {
    const classes = slope.length - 1;
    const logits = outputs.subarray(at, at + classes);
    const total = logSumExp(logits);
    for (let c = 0; c < classes; c++) slope[c] = Math.exp(logits[c]! - total) - (c === y ? 1 : 0);
    slope[classes] = 0;
    return total - logits[y]!;
  },
  // Σ_c p_c (e_c − p)(e_c − p)ᵀ = diag p − p pᵀ.
  fisherRoots: (outputs, at, _logNoise, classes) => {
    const p = classProbabilities(outputs.subarray(at, at + classes));
    const roots = new Float64Array(p.length ** 2);
    for (let c = 0; c < p.length; c++)
      for (let k = 0; k < p.length; k++)
        roots[c * p.length + k] = Math.sqrt(p[c]!) * ((c === k ? 1 : 0) - p[k]!);
    return roots;
  },
};
