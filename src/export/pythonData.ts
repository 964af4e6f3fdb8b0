import type { Problem } from '../experiment/problem/problem.ts';
import { filledList, joinBlocks, linesOf, section } from './pythonLayout.ts';
import { commentText, pythonInteger, pythonList, pythonNumber } from './pythonLiterals.ts';

/** Header comment with usage, imports and seed. */
export function headSection({ experiment, plan }: Problem): string {
  const { network, prior, likelihood, inference } = experiment;
  const sizes = plan.layers.map(({ fanIn }) => fanIn).concat(plan.layers.at(-1)!.fanOut);
  const { estimator, kl, optimizer } = inference;
  return joinBlocks([
    `"""Bayes by Backprop (Blundell et al. 2015): one experiment of the playground in PyTorch.

network     ${sizes.map(pythonInteger).join('-')}, ${commentText(network.activation)}
prior       ${commentText(prior.kind)}
likelihood  ${commentText(likelihood.kind)}
inference   ${[estimator, `${kl} KL`, optimizer.kind].map(commentText).join(', ')}

  python experiment.py                         trains, then prints costs and predictions
  python experiment.py --steps 500 --json      one line of JSON, with the trained parameters
  python experiment.py --parameters FILE.json  evaluates given parameters: what --json printed

Needs torch 1.13 or newer and nothing else. The random numbers come from torch's own generator: they
are not the playground's, but their distributions are.
"""
import argparse
import json
import math`,
    `import torch
from torch.nn.functional import softplus`,
    `torch.set_default_dtype(torch.float64)
torch.manual_seed(${pythonInteger(experiment.seed)})`,
  ]);
}

/** The points in the data's units and their scalers. */
export function dataSection(problem: Problem): string {
  const { experiment, points, classes, xScalers, yScaler, inputCount } = problem;
  const origin = `${pythonInteger(points.length)} points of the data set ${commentText(experiment.dataset.id)}`;
  const isRegression = classes === 0;
  const meaning = isRegression
    ? 'inputs X and targets Y in their own units'
    : `inputs X and classes Y, 0 to ${pythonInteger(classes - 1)}`;
  const targets = points.map(({ y }) => (isRegression ? pythonNumber(y) : pythonInteger(y)));
  const yScaling = `
Y_MEAN, Y_SCALE = ${pythonNumber(yScaler.mean)}, ${pythonNumber(yScaler.scale)}`;
  return section('Data', [
    `# ${origin}: ${meaning}.
X = ${filledList(points.map(({ x }) => pythonList(x)))}
Y = ${filledList(targets)}`,
    `# The network sees standardised numbers, (value - mean) / scale.
X_MEAN = torch.tensor(${filledList(xScalers.map(({ mean }) => pythonNumber(mean)))})
X_SCALE = torch.tensor(${filledList(xScalers.map(({ scale }) => pythonNumber(scale)))})${isRegression ? yScaling : ''}`,
    `def standardised(x):
    return (torch.as_tensor(x).reshape(-1, ${pythonInteger(inputCount)}) - X_MEAN) / X_SCALE`,
    linesOf(
      'inputs = standardised(X)',
      isRegression
        ? 'targets = (torch.tensor(Y) - Y_MEAN) / Y_SCALE'
        : 'targets = torch.tensor(Y, dtype=torch.long)',
      isRegression || problem.batches > 1 ? 'n = len(targets)' : null,
    ),
  ]);
}
