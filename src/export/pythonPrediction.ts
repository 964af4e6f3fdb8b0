import type { Problem } from '../experiment/problem/problem.ts';
import { linesOf, section } from './pythonLayout.ts';
import { pythonInteger, pythonNumber } from './pythonLiterals.ts';

/** predict(x, draws) for the task. */
export function predictionSection(problem: Problem): string {
  const { samples, interval } = problem.experiment.prediction;
  const isRegression = problem.classes === 0;
  return section('Prediction', [
    '# p(y|x, D) is the mean over draws w of q of p(y|x, w).',
    linesOf(
      `DRAWS = ${pythonInteger(samples)}`,
      isRegression ? `INTERVAL = ${pythonNumber(interval)}  # probability between lower and upper` : null,
    ),
    ...(isRegression ? [predictNumbers(problem)] : [entropy, predictClasses(problem)]),
  ]);
}

/** Weight draws with their outputs, pruned if the experiment prunes. */
function drawnOutputs({ experiment }: Problem): string {
  const { pruned } = experiment.prediction;
  const pruning = `    # Pruned to zero: the weights of least signal to noise |mu| / sigma (section 5.1).
    order = (mu.abs() / softplus(rho)).argsort()
    weights[:, order[:int(${pythonNumber(pruned)} * P)]] = 0`;
  return linesOf(
    '    weights = mu + softplus(rho) * torch.randn(draws, P)',
    pruned > 0 ? pruning : null,
    '    outputs = torch.stack([network(standardised(x), w) for w in weights])',
  );
}

function predictNumbers(problem: Problem): string {
  const isHeteroscedastic = problem.experiment.likelihood.kind === 'heteroscedastic';
  return linesOf(
    '@torch.no_grad()',
    'def predict(x, draws=DRAWS):',
    '    """Columns in the units of y, for every row of x [rows, inputs]: mean; epistemic sd, the spread',
    '    of f(x, w), which more data shrink; aleatoric sd, the noise, which they do not; lower; upper."""',
    drawnOutputs(problem),
    ...(isHeteroscedastic
      ? ['    mean, s = mean_and_log_variance(outputs)', '    noise = Y_SCALE * torch.exp(s / 2)']
      : ['    mean = outputs[..., 0]', '    noise = Y_SCALE * log_noise.exp().expand_as(mean)']),
    '    f = Y_MEAN + Y_SCALE * mean',
    '    # Quantiles of the mixture over draws, not mean +- 2 sd: 50 noises for every draw.',
    '    y = f.repeat(50, 1) + noise.repeat(50, 1) * torch.randn(50 * draws, f.shape[1])',
    '    lower, upper = (y.quantile(p, 0) for p in ((1 - INTERVAL) / 2, (1 + INTERVAL) / 2))',
    '    epistemic, aleatoric = f.std(0, unbiased=False), (noise ** 2).mean(0).sqrt()',
    '    return torch.stack([f.mean(0), epistemic, aleatoric, lower, upper], -1)',
  );
}

const entropy = `def entropy(p):
    return -torch.xlogy(p, p).sum(-1)`;

function predictClasses(problem: Problem): string {
  return linesOf(
    '@torch.no_grad()',
    'def predict(x, draws=DRAWS):',
    '    """For every row of x [rows, inputs]: class probabilities; their entropy in nats, which is all',
    '    uncertainty; mutual information, the part of it that more data would shrink."""',
    drawnOutputs(problem),
    '    p = class_probabilities(outputs)  # [draws, rows, classes]',
    '    total = entropy(p.mean(0))',
    '    return p.mean(0), total, total - entropy(p).mean(0)',
  );
}
