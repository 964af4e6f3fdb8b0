import type { CostUnit, Experiment } from '../../experiment/document/experiment.ts';
import type { NextStep, WeightSummary } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import { formatWhole } from '../../i18n/numbers.ts';
import { estimators } from '../../model/estimators/index.ts';
import { optimizers } from '../../model/optimizers/index.ts';
import { type Costs, costTexts, withUnit } from '../../plots/cost/costUnits.ts';
import { formatChange, formatNumber } from '../../plots/frame/format.ts';
import { formatSum } from '../../plots/frame/formatSum.ts';
import type { HighlightTarget } from '../../store/state.ts';

/** A part of a step: title, highlighted element, and program lines. */
export interface Part {
  readonly title: string;
  readonly highlighted: HighlightTarget;
  /** Program line of Bayes by Backprop, and of backprop with weight decay; null if it has none. */
  readonly bayes: string;
  readonly plain: string | null;
}

type Optimizer = Experiment['inference']['optimizer']['kind'];

/** The only line that contains words to translate. */
const FORWARD_LINE = 'f = network(x, w)';

/** Parts of a step in order (Blundell et al. 2015, §3.2, steps 1 to 7). */
export const parts: readonly Part[] = [
  { title: 'Draw ε', highlighted: 'weights', bayes: 'ε ~ N(0, I)', plain: null },
  { title: 'Weights', highlighted: 'weights', bayes: 'w = μ + log(1 + exp ρ) ∘ ε', plain: null },
  { title: 'Forward', highlighted: 'predictive', bayes: FORWARD_LINE, plain: FORWARD_LINE },
  {
    title: 'Costs',
    highlighted: 'total',
    bayes: 'F = πᵢ KL[q(w|θ) ‖ p(w)] − log p(D|w)',
    plain: 'L = −πᵢ log p(w) − log p(D|w)',
  },
  {
    title: 'Gradients',
    highlighted: 'weights',
    bayes: 'Δμ = ∂F/∂μ,  Δρ = ∂F/∂ρ',
    plain: 'Δw = ∂L/∂w',
  },
  {
    title: 'Update',
    highlighted: 'weights',
    bayes: 'μ ← μ − α Δμ,  ρ ← ρ − α Δρ',
    plain: 'w ← w − α Δw',
  },
];

/** A program line for display, with translated function names. */
export function programLine(line: string, optimizer: Optimizer): string {
  if (line === FORWARD_LINE) return t('f = network(x, w)');
  if (optimizers[optimizer].followsGradient) return line;
  // Other optimisers transform the gradient instead of scaling it by α.
  return line.replace(/(\S+) − α Δ\1/g, `${t(optimizers[optimizer].label)}($1, Δ$1)`);
}

/** Values for the sentences. weight: index of the followed weight; name: its display name. */
export interface StepContext {
  readonly step: NextStep;
  readonly weights: WeightSummary;
  readonly experiment: Experiment;
  readonly weight: number;
  readonly name: string;
}

/** One sentence per entry of `parts`, with numbers. */
export function partTexts({ step, weights, experiment, weight, name }: StepContext): readonly string[] {
  const { samples, optimizer, estimator } = experiment.inference;
  const at = (values: Float64Array) => formatNumber(values[weight] as number);
  const counted = (count: number) => t('{count, plural, one {# weight} other {# weights}}', { count });
  const points = t('{count, plural, one {# point} other {# points}}', { count: step.rows });
  const change = (before: Float64Array, after: Float64Array) =>
    formatChange(before[weight] as number, after[weight] as number);
  const mu = change(weights.mu, step.muAfter);
  const rho = change(step.rho, step.rhoAfter);
  const sigma = change(weights.sigma, step.sigmaAfter);
  return [
    step.epsilon
      ? drawnText({
          weights: counted(step.epsilon.length),
          name,
          epsilon: at(step.epsilon),
          samples,
        })
      : t(
          'This estimator ({estimator}) draws no weights: it draws what every unit adds up, for every point anew.',
          { estimator: t(estimators[estimator].label) },
        ),
    weightText({ step, weights, experiment, weight, name }),
    step.curve
      ? t('The network with these weights answers at {points}: the dash-dotted curve.', { points })
      : step.weights
        ? t('The network with these weights answers at {points}.', { points })
        : t('The network answers at {points}, each with noise of its own.', { points }),
    costsText(step, experiment.view.units),
    t(
      'Backprop through w gives ∂F/∂μ = {gradientMu}. For ∂F/∂ρ = {gradientRho} each sample’s slope is taken times its ε and the slope of σ. Both are means over the samples, with the pull of the prior.',
      { gradientMu: at(step.gradientMu), gradientRho: at(step.gradientRho) },
    ),
    t(
      '{optimiser} at rate {rate} moves μ from {mu} to {muAfter}, ρ from {rho} to {rhoAfter}: σ from {sigma} to {sigmaAfter}.',
      {
        optimiser: t(optimizers[optimizer.kind].label),
        rate: formatNumber(optimizer.learningRate),
        mu: mu[0],
        muAfter: mu[1],
        rho: rho[0],
        rhoAfter: rho[1],
        sigma: sigma[0],
        sigmaAfter: sigma[1],
      },
    ),
  ];
}

/** What shifts and scales ε to w, with numbers that add up. */
function weightText({ step, weights, weight, name }: StepContext): string {
  if (!step.epsilon || !step.weights)
    return t('So there is no w to show. Choose weight sampling under Inference to see one.');
  const at = (values: Float64Array) => values[weight] as number;
  const [mu, sigma, epsilon] = [at(weights.mu), at(weights.sigma), at(step.epsilon)];
  const sum = formatSum([mu, sigma * epsilon], true);
  return t('For {name}: w = μ + σ × ε = {mu} {sign} {noise} = {weight}, where σ × ε = {sigma} × {epsilon}.', {
    name,
    mu: sum.terms[0]!,
    ...signed(sum.terms[1]!, 'noise'),
    weight: sum.total,
    sigma: formatNumber(sigma),
    epsilon: formatNumber(epsilon),
  });
}

/** A formatted number as the second term of a sum: its sign, and its size. */
function signed<Name extends string>(text: string, name: Name): Record<Name | 'sign', string> {
  const isNegative = text.startsWith('−');
  const parts = { sign: isNegative ? '−' : '+', [name]: isNegative ? text.slice(1) : text };
  return parts as Record<Name | 'sign', string>;
}

/** Both costs as the step computes them, with numbers that add up. */
function costsText(step: NextStep, units: CostUnit): string {
  const costs = minibatchCosts(step);
  const { complexity, likelihood, total } = costTexts(costs, units);
  const values = { complexity, ...signed(likelihood, 'likelihood'), whole: withUnit(total, units) };
  return step.complexityShare === 1
    ? t(
        'F = {complexity}, the complexity cost, {sign} {likelihood}, the likelihood cost, = {whole} for this step. The objective below the plots averages over more draws and all points.',
        values,
      )
    : t(
        'F = {complexity}, the complexity cost (a share of {share} of the KL), {sign} {likelihood}, the likelihood cost, = {whole} for this step. The objective below the plots averages over more draws and all points.',
        { ...values, share: formatNumber(step.complexityShare) },
      );
}

/** The costs of the step's minibatch, in nats: the complexity cost with its share. */
function minibatchCosts({ complexityShare, complexityCost, likelihoodCost }: NextStep): Costs {
  return { complexityCost: complexityShare * complexityCost, likelihoodCost };
}

interface Drawn {
  readonly weights: string;
  readonly name: string;
  readonly epsilon: string;
  readonly samples: number;
}

function drawnText({ samples, ...drawn }: Drawn): string {
  return samples > 1
    ? t(
        'One standard normal number for each of {weights}. For {name}: ε = {epsilon} (the first of S = {samples} samples; the step averages them).',
        { ...drawn, samples },
      )
    : t('One standard normal number for each of {weights}. For {name}: ε = {epsilon}.', { ...drawn });
}

/** Values of the followed weight next to the program lines. */
export function lineValues({ step, weights, experiment, weight }: StepContext): readonly string[] {
  const at = (values: Float64Array | null) => (values ? formatNumber(values[weight] as number) : '–');
  return [
    step.epsilon ? `ε = ${at(step.epsilon)}` : t('not drawn'),
    step.weights ? `w = ${at(step.weights)}` : t('not drawn'),
    t('{count} rows', { count: formatWhole(step.rows) }),
    `F = ${costTexts(minibatchCosts(step), experiment.view.units).total}`,
    `Δμ = ${at(step.gradientMu)}, Δρ = ${at(step.gradientRho)}`,
    `μ: ${formatChange(weights.mu[weight] as number, step.muAfter[weight] as number).join(' → ')}`,
  ];
}

/** The followed weight: the selected one, else the one with the largest gradient. */
export function followedWeight({ gradientMu }: NextStep, selected: number | null): number {
  if (selected !== null && selected < gradientMu.length) return selected;
  let most = 0;
  gradientMu.forEach((slope, i) => {
    if (Math.abs(slope) > Math.abs(gradientMu[most] as number)) most = i;
  });
  return most;
}
