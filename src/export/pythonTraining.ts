import { guards } from '../experiment/engine/engine.ts';
import type { Problem } from '../experiment/problem/problem.ts';
import type { KlScheduleKind } from '../model/estimators/index.ts';
import { adamConstants, type OptimizerKind, rmspropConstants } from '../model/optimizers/index.ts';
import { linesOf, section } from './pythonLayout.ts';
import { learnsNoise } from './pythonLikelihood.ts';
import { entryFor, pythonInteger, pythonNumber } from './pythonLiterals.ts';

const { beta1, beta2, epsilon } = adamConstants;

const optimizerTexts: Readonly<Record<OptimizerKind, string>> = {
  adam: `# Adam (Kingma & Ba 2015, algorithm 1).
optimizer = torch.optim.Adam(parameters, lr=LEARNING_RATE, betas=(${beta1}, ${beta2}), eps=${epsilon})`,
  sgd: `# Gradient descent (Blundell et al. 2015, section 3.2, step 7).
optimizer = torch.optim.SGD(parameters, lr=LEARNING_RATE)`,
  rmsprop: `# RMSprop (Tieleman & Hinton 2012, lecture 6.5).
optimizer = torch.optim.RMSprop(parameters, lr=LEARNING_RATE, alpha=${rmspropConstants.decay}, eps=${rmspropConstants.epsilon})`,
};

const shareTexts: Readonly<Record<KlScheduleKind, { readonly formula: string; readonly source: string }>> = {
  uniform: { formula: '1 / BATCHES', source: '1/M (Graves 2011)' },
  blundell: {
    formula: '2.0 ** -i / (1 - 2.0 ** -BATCHES)',
    source: '2^(M-i) / (2^M - 1) (Blundell et al. 2015, section 3.4)',
  },
};

/** Minibatches with their KL weights; empty for full batches. */
function minibatchBlocks({ experiment, batches, batchSize }: Problem): readonly string[] {
  if (batches === 1) return [];
  const { formula, source } = entryFor(shareTexts, experiment.inference.klSchedule, 'inference.klSchedule');
  return [
    `BATCH_SIZE, BATCHES = ${pythonInteger(batchSize)}, ${pythonInteger(batches)}`,
    `def minibatches():
    """The rows of minibatch i = 1 ... M and its share of the complexity cost,
    ${source}; the shares of an epoch sum to 1."""
    while True:
        order = torch.randperm(n)
        for i in range(1, BATCHES + 1):
            yield order[(i - 1) * BATCH_SIZE:i * BATCH_SIZE], ${formula}`,
  ];
}

/** Optimiser, minibatches and training loop with the playground's guards. */
export function trainingSection(problem: Problem): string {
  const { kind, learningRate } = problem.experiment.inference.optimizer;
  const learned = learnsNoise(problem);
  const [low, high] = guards.rho.map(pythonNumber);
  const full = problem.batches === 1;
  return section('Training', [
    `LEARNING_RATE = ${pythonNumber(learningRate)}
parameters = [mu, rho${learned ? ', log_noise' : ''}]
${entryFor(optimizerTexts, kind, 'inference.optimizer.kind')}`,
    ...minibatchBlocks(problem),
    linesOf(
      'def train(steps):',
      full ? '    for _ in range(steps):' : '    for _, (rows, share) in zip(range(steps), minibatches()):',
      '        optimizer.zero_grad()',
      full
        ? '        objective(inputs, targets).backward()'
        : '        objective(inputs[rows], targets[rows], share).backward()',
      '        # The guards of the playground: no endless gradient, no width out of range.',
      `        torch.nn.utils.clip_grad_norm_(parameters, ${guards.gradientNorm.toExponential()})`,
      '        optimizer.step()',
      '        with torch.no_grad():',
      `            rho.clamp_(${low}, ${high})`,
      learned ? '            log_noise.clamp_(LOG_NOISE_LOW, LOG_NOISE_HIGH)' : null,
    ),
  ]);
}
