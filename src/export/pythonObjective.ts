import type { Problem } from '../experiment/problem/problem.ts';
import type { EstimatorKind } from '../model/estimators/index.ts';
import { linesOf, section } from './pythonLayout.ts';
import { learnsNoise, noiseArgument } from './pythonLikelihood.ts';
import { entryFor, pythonInteger, pythonNumber } from './pythonLiterals.ts';
import { estimatorBlocks } from './pythonNetwork.ts';
import { hasExactComplexity } from './pythonPrior.ts';

/** q(w|theta): parameters and initial values. */
export function posteriorSection(problem: Problem): string {
  const { likelihood, inference } = problem.experiment;
  const gradient = learnsNoise(problem) ? ', requires_grad=True' : '';
  return section('Posterior', [
    '# q(w|theta) = N(mu, sigma^2) with sigma = log(1 + exp(rho)) (Blundell et al. 2015, section 3.2).',
    linesOf(
      'def initial_means():',
      '    """Kernels N(0, 2/fan-in) (He et al. 2015), the last N(0, 1/fan-in); hidden biases N(0, 1)."""',
      '    means = torch.zeros(P)',
      '    for index, (fan_in, fan_out, kernel, bias, _) in enumerate(LAYERS):',
      '        last = index == len(LAYERS) - 1',
      '        means[kernel:bias] = math.sqrt((1 if last else 2) / fan_in) * torch.randn(bias - kernel)',
      '        if not last:',
      '            means[bias:bias + fan_out] = torch.randn(fan_out)',
      likelihood.kind === 'heteroscedastic'
        ? '    means[-1] = 2 * LOG_NOISE  # the bias of the log-variance'
        : null,
      '    return means',
    ),
    linesOf(
      `INITIAL_SIGMA = ${pythonNumber(inference.initialSigma)}`,
      'mu = initial_means().requires_grad_()',
      'rho = torch.full((P,), math.log(math.expm1(INITIAL_SIGMA)), requires_grad=True)',
      likelihood.kind === 'gaussian' ? `log_noise = torch.tensor(LOG_NOISE${gradient})` : null,
    ),
  ]);
}

const draws = '    weights = mu + sigma * torch.randn(SAMPLES, P)  # w = mu + sigma * epsilon';

/** Code of the objective that samples outputs. sampled: whether the complexity cost also needs weight draws. */
const drawingTexts: Readonly<Record<EstimatorKind, (sampled: boolean) => string>> = {
  'weight-sampling': () => linesOf(draws, '    outputs = network(x, weights)'),
  'local-reparameterization': (sampled) =>
    linesOf(
      sampled ? `${draws}, for the complexity` : null,
      '    outputs = local_reparameterisation(x, mu, sigma)',
    ),
  flipout: (sampled) =>
    linesOf(
      '    perturbation = sigma * torch.randn(SAMPLES, P)',
      sampled ? '    weights = mu + perturbation' : null,
      '    outputs = flipout(x, mu, perturbation)',
    ),
};

/** Objective of one step for the experiment's estimator, and the free energy of the whole data set. */
export function objectiveSection(problem: Problem): string {
  const { inference } = problem.experiment;
  const { estimator, samples, klWeight } = inference;
  const sampled = inference.kl === 'monte-carlo';
  const drawing = entryFor(drawingTexts, estimator, 'inference.estimator');
  const minibatch = problem.batches > 1;
  return section('Objective', [
    `SAMPLES = ${pythonInteger(samples)}  # Monte Carlo samples of every step
KL_WEIGHT = ${pythonNumber(klWeight)}  # beta; with any other than 1 the objective is no bound`,
    ...estimatorBlocks(problem),
    linesOf(
      `def objective(x, y${minibatch ? ', share' : ''}):`,
      minibatch
        ? '    """share * KL[q(w) || p(w)] - E_q[log p(D_i|w)] of minibatch i (Blundell 2015, eq. 8)."""'
        : '    """KL[q(w) || p(w)] - E_q[log p(D|w)] by draws (Blundell 2015, eq. 2); autograd is eq. 3, 4."""',
      '    sigma = softplus(rho)',
      drawing(sampled),
      sampled
        ? '    complexity = sampled_complexity(weights, mu, sigma)'
        : '    complexity = exact_complexity(mu, sigma)',
      `    likelihood = likelihood_cost(outputs, y${noiseArgument(problem)})`,
      `    return KL_WEIGHT * ${minibatch ? 'share * ' : ''}complexity + likelihood`,
    ),
    freeEnergy(problem),
  ]);
}

function freeEnergy(problem: Problem): string {
  const exact = hasExactComplexity(problem);
  const isRegression = problem.classes === 0;
  const noise = noiseArgument(problem);
  return linesOf(
    '@torch.no_grad()',
    `def free_energy(mu, rho${noise}, draws):`,
    '    """F = complexity cost + likelihood cost of the whole data set, and the two, in nats; constants',
    `    included${isRegression ? ', in the units of y' : ''}. -F is a lower bound on log p(D) (Blundell et al. 2015, eq. 1)."""`,
    '    sigma = softplus(rho)',
    `    complexity = ${exact ? 'exact_complexity(mu, sigma)' : 'torch.zeros(())'}`,
    isRegression
      ? '    likelihood = torch.tensor(n * math.log(Y_SCALE))  # densities of y, not of standardised y'
      : '    likelihood = torch.zeros(())',
    '    for _ in range(draws):',
    '        weights = mu + sigma * torch.randn(P)',
    exact ? null : '        complexity += sampled_complexity(weights, mu, sigma) / draws',
    `        likelihood += likelihood_cost(network(inputs, weights), targets${noise}) / draws`,
    '    return complexity + likelihood, complexity, likelihood',
  );
}
