import type { Problem } from '../experiment/problem/problem.ts';
import { type PriorKind, type PriorParameters, priors } from '../model/priors/index.ts';
import { section } from './pythonLayout.ts';
import { entryFor, pythonNumber } from './pythonLiterals.ts';

/** Python code of a prior. */
interface PriorText {
  /** Constants; `width(value)` is code for that width of every weight, [P]. */
  readonly constants: (parameters: PriorParameters, width: (value: number) => string) => string;
  /** Body of log_prior(w), w: [..., P]. */
  readonly logDensity: string;
  /** Body of exact_complexity(mu, sigma); null without a closed form. */
  readonly exact: string | null;
}

const priorTexts: Readonly<Record<PriorKind, PriorText>> = {
  gaussian: {
    constants: ({ sigma }, width) => `# Gaussian: p(w) = N(0, prior_sigma^2) for every weight.
prior_sigma = ${width(sigma)}`,
    logDensity: '    return log_normal(w, 0.0, prior_sigma).sum(-1)',
    exact: `    square = (sigma ** 2 + mu ** 2) / (2 * prior_sigma ** 2)
    return (torch.log(prior_sigma / sigma) + square - 0.5).sum()`,
  },
  'scale-mixture': {
    constants: (
      { pi, sigma1, sigma2 },
      width,
    ) => `# Scale mixture: p(w) = PI N(0, prior_sigma_1^2) + (1 - PI) N(0, prior_sigma_2^2) for every weight
# (Blundell et al. 2015, eq. 7), in log space, where nothing underflows.
PI = ${pythonNumber(pi)}
prior_sigma_1 = ${width(sigma1)}
prior_sigma_2 = ${width(sigma2)}`,
    logDensity: `    wide = math.log(PI) + log_normal(w, 0.0, prior_sigma_1)
    narrow = math.log1p(-PI) + log_normal(w, 0.0, prior_sigma_2)
    return torch.logaddexp(wide, narrow).sum(-1)`,
    exact: null,
  },
  laplace: {
    constants: (
      { scale },
      width,
    ) => `# Laplace: p(w) = exp(-|w| / prior_b) / (2 prior_b) for every weight (Graves 2011).
prior_b = ${width(scale)}`,
    logDensity: '    return (-w.abs() / prior_b - torch.log(2 * prior_b)).sum(-1)',
    exact: `    # E|w| under q is the mean of a folded normal.
    size = (sigma * math.sqrt(2 / math.pi) * torch.exp(-mu ** 2 / (2 * sigma ** 2))
            + mu * torch.erf(mu / (sigma * math.sqrt(2))))
    entropy = torch.log(sigma) + 0.5 * math.log(2 * math.pi * math.e)
    return (torch.log(2 * prior_b) + size / prior_b - entropy).sum()`,
  },
};

const fanIn = `# Fan-in scaling: the prior of a kernel is 1 / sqrt(fan-in) times as wide; that of a bias is not.
prior_scale = torch.ones(P)
for fan_in, _, kernel, bias, _ in LAYERS:
    prior_scale[kernel:bias] = 1 / math.sqrt(fan_in)`;

const scalingTexts: Readonly<Record<Problem['experiment']['prior']['scaling'], string>> = {
  fixed: '',
  'fan-in': fanIn,
};

const logNormal = `def log_normal(value, mean, sigma):
    return -0.5 * ((value - mean) / sigma) ** 2 - torch.log(sigma) - 0.5 * math.log(2 * math.pi)`;

/** Whether the complexity cost has a closed form. */
export function hasExactComplexity({ experiment }: Problem): boolean {
  return priors[experiment.prior.kind].divergence !== null;
}

/**
 * Complexity cost in closed form, by draws, or both: the exact one for reports if it exists, the chosen one for
 * training.
 */
function complexityBlocks(problem: Problem, { logDensity, exact }: PriorText): readonly string[] {
  const blocks: string[] = [];
  if (exact !== null)
    blocks.push(`def exact_complexity(mu, sigma):
    """KL[q(w|theta) || p(w)] in closed form, in nats (Blundell et al. 2015, eq. 1)."""
${exact}`);
  if (exact === null || problem.experiment.inference.kl === 'monte-carlo')
    blocks.push(
      `def log_prior(w):
${logDensity}`,
      `def sampled_complexity(weights, mu, sigma):
    """log q(w|theta) - log p(w) in nats, mean over draws (Blundell et al. 2015, eq. 2)."""
    return (log_normal(weights, mu, sigma).sum(-1) - log_prior(weights)).mean()`,
    );
  return blocks;
}

/** Prior and complexity cost KL[q(w|theta) || p(w)]. */
export function priorSection(problem: Problem): string {
  const { prior, inference, likelihood } = problem.experiment;
  const scaling = entryFor(scalingTexts, prior.scaling, 'prior.scaling');
  const text = entryFor(priorTexts, prior.kind, 'prior.kind');
  if (inference.kl === 'analytic' && text.exact === null)
    throw new Error(`invalid inference.kl; the ${prior.kind} prior has no closed form: analytic`);
  const width = (value: number) =>
    `torch.full((P,), ${pythonNumber(value)})${scaling === '' ? '' : ' * prior_scale'}`;
  const needsNormal = inference.kl === 'monte-carlo' || likelihood.kind === 'gaussian';
  return section('Prior and complexity cost', [
    needsNormal ? logNormal : '',
    scaling,
    text.constants(prior, width),
    ...complexityBlocks(problem, text),
  ]);
}
