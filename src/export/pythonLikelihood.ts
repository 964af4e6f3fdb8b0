import { guards } from '../experiment/engine/engine.ts';
import type { Problem } from '../experiment/problem/problem.ts';
import type { LikelihoodKind } from '../model/likelihoods/index.ts';
import { linesOf, section } from './pythonLayout.ts';
import { entryFor, pythonNumber } from './pythonLiterals.ts';

const documentation = '"""-log p(y | outputs) in nats, summed over rows, mean over draws."""';

const likelihoodTexts: Readonly<Record<LikelihoodKind, readonly string[]>> = {
  gaussian: [
    `# p(y | f) = N(f, exp(log_noise)^2): one width of noise everywhere, on standardised targets.
def likelihood_cost(outputs, y, log_noise):
    ${documentation}
    return -log_normal(y, outputs[..., 0], log_noise.exp()).sum(-1).mean()`,
  ],
  heteroscedastic: [
    `# p(y | f) = N(f1, exp(f2)): a mean and a log-variance for every input (Kendall & Gal 2017, eq. 8).
def mean_and_log_variance(outputs):
    return outputs[..., 0], outputs[..., 1].clamp(2 * LOG_NOISE_LOW, 2 * LOG_NOISE_HIGH)`,
    `def likelihood_cost(outputs, y):
    ${documentation}
    mean, s = mean_and_log_variance(outputs)
    cost = 0.5 * math.log(2 * math.pi) + s / 2 + (y - mean) ** 2 * torch.exp(-s) / 2
    return cost.sum(-1).mean()`,
  ],
  bernoulli: [
    `# p(y = 1 | f) = 1 / (1 + exp(-f)): the output is the log-odds of class 1.
def class_probabilities(outputs):
    return torch.cat([torch.sigmoid(-outputs), torch.sigmoid(outputs)], -1)`,
    `def likelihood_cost(outputs, y):
    ${documentation}
    log_odds = outputs[..., 0]
    return softplus(torch.where(y == 1, -log_odds, log_odds)).sum(-1).mean()`,
  ],
  categorical: [
    `# p(y = c | f) = exp(f_c) / sum_k exp(f_k): one output for each class.
def class_probabilities(outputs):
    return torch.softmax(outputs, -1)`,
    `def likelihood_cost(outputs, y):
    ${documentation}
    return -torch.log_softmax(outputs, -1)[..., torch.arange(len(y)), y].sum(-1).mean()`,
  ],
};

/** Initial noise and its bounds, written as logarithms of round numbers. */
function noiseConstants({ experiment }: Problem): string {
  const { kind, noise, learn } = experiment.likelihood;
  if (kind !== 'gaussian' && kind !== 'heteroscedastic') return '';
  const [low, high] = guards.logNoise.map((bound) => pythonNumber(Number(Math.exp(bound).toPrecision(9))));
  const fate = kind === 'gaussian' && !learn ? 'fixed' : 'where learning starts';
  return linesOf(
    `NOISE = ${pythonNumber(noise)}  # standard deviation in the units of y: ${fate}`,
    `LOG_NOISE_LOW, LOG_NOISE_HIGH = math.log(${low}), math.log(${high})  # of standardised y`,
    'LOG_NOISE = min(max(math.log(NOISE) - math.log(Y_SCALE), LOG_NOISE_LOW), LOG_NOISE_HIGH)',
  );
}

/** p(y | outputs), likelihood cost and noise. */
export function likelihoodSection(problem: Problem): string {
  const blocks = entryFor(likelihoodTexts, problem.experiment.likelihood.kind, 'likelihood.kind');
  return section('Likelihood', [noiseConstants(problem), ...blocks]);
}

/** Noise argument of functions that need it, with a leading comma; otherwise ''. */
export function noiseArgument({ experiment }: Problem): string {
  return experiment.likelihood.kind === 'gaussian' ? ', log_noise' : '';
}

/** Whether the noise is trained. */
export function learnsNoise({ experiment: { likelihood } }: Problem): boolean {
  return likelihood.kind === 'gaussian' && likelihood.learn;
}
