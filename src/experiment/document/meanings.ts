import type { FieldPath } from './fields.ts';

/** One sentence on each field of the experiment, for authors of links; docs/links.md prints them. */
export const meanings: Readonly<Record<FieldPath, string>> = {
  seed: 'Determines every random number of the run: the same experiment with the same seed gives the same numbers.',

  'dataset.id': 'A registered data set, or `custom` points.',
  'dataset.size': 'Number of generated points.',
  'dataset.noise': 'Standard deviation of the noise in generated points.',
  'dataset.points':
    'Custom points, encoded by the page; `elsewhere` if there are too many for a link. Only with `custom`.',
  'dataset.task': 'Whether the targets of custom points are numbers or classes.',
  'dataset.standardize':
    'Whether inputs and targets are scaled to mean 0 and standard deviation 1 before training.',
  'dataset.xDomain': 'Horizontal range of the plot; `auto` fits the points. Only with `custom`.',
  'dataset.yDomain': 'Vertical range of the plot; `auto` fits the points. Only with `custom`.',
  'dataset.classes': 'Number of classes.',
  'dataset.inputs': 'The two measures of recorded data that are the inputs, counted from 0.',
  'dataset.images': 'Whether the inputs of custom data are the pixels of square images, row by row.',
  'dataset.testFraction': 'Share of the rows that are held out from training.',
  'dataset.columns': 'Names of the inputs and, last, of the target of custom data.',
  'dataset.classNames': 'Names of the classes, in the order of their numbers.',

  'network.kind': 'Dense; convolutional, for images; recurrent, for series.',
  'network.hidden': 'Units of each hidden layer: `32,32` is two of them, `none` a linear model.',
  'network.activation': 'Activation function of the hidden units.',
  'network.channels': 'Number of filters of each convolution.',
  'network.kernelSize': 'Side of the kernels in pixels, odd.',
  'network.cell': 'Kind of recurrent cell.',
  'network.window': 'Time steps in the input of a network for series.',
  'network.sharpening': 'Whether the posterior is sharpened for each minibatch. Recurrent only.',

  'prior.kind': 'Prior distribution of the weights.',
  'prior.scaling': 'Whether the prior’s width is divided by the square root of a unit’s number of inputs.',
  'prior.sigma': 'Width σₚ of the Gaussian prior.',
  'prior.pi': 'Share of the wide part of the scale mixture.',
  'prior.sigma1': 'Width of its wide part.',
  'prior.sigma2': 'Width of its narrow part, below the wide one.',
  'prior.scale': 'Scale b of the Laplace prior.',

  'likelihood.kind': 'Distribution of the targets, given the outputs of the network.',
  'likelihood.noise':
    'Standard deviation of the noise, in the data’s units: fixed, or initial if it is learned.',
  'likelihood.learn': 'Whether the noise is learned.',

  'inference.method': 'How the posterior is computed.',
  'inference.estimator': 'Gradient estimator: how a step draws its weights.',
  'inference.kl': 'Whether the complexity cost is computed exactly or by Monte Carlo.',
  'inference.samples': 'Monte Carlo samples S of each step; members of an ensemble; chains.',
  'inference.batchSize': 'Points in a minibatch; `full` is all of them.',
  'inference.klSchedule': 'How the complexity cost is divided among minibatches.',
  'inference.klWeight': 'Weight β of the complexity cost; F is a bound for 1 only.',
  'inference.initialSigma': 'Initial standard deviation of q(w).',
  'inference.optimizer.kind': 'The optimiser.',
  'inference.optimizer.learningRate': 'Learning rate α.',
  'inference.dropoutRate': 'Probability with which MC dropout removes a unit.',

  'prediction.samples': 'Posterior draws that each band is computed from.',
  'prediction.interval': 'Probability of the band.',
  'prediction.origin': 'Index from which a series is forecast; `tail` is where the held-out part begins.',
  'prediction.slice': 'Input along which a table is sliced, counted from 0.',
  'prediction.pruned': 'Share of the weights set to zero in predictions, lowest signal to noise first.',

  'bandit.seed': 'Seed of the bandit.',
  'bandit.agents': 'The agents that play.',
  'bandit.units': 'Units in each of the two hidden layers of the agents’ networks.',
  'bandit.priorSigma': 'Width of the agents’ prior.',
  'bandit.samples': 'Monte Carlo samples of each of the agents’ steps.',

  'view.panels': 'The panels that are shown.',
  'view.theme': 'Light, dark, or the system’s choice.',
  'view.autoplay': 'Whether training starts when the page opens.',
  'view.embed': 'Compact layout for a page inside another page.',
  'view.engine': 'The engine; `auto` is the fastest that passes its self-test.',
  'view.step': 'Trains to this step on opening, then pauses; 0: no.',
  'view.speed': 'How fast training starts: `normal` reaches step 1,000 after 4 s, `slow` after 16 s.',
  'view.stop': 'Whether training pauses when the free energy has converged.',
  'view.stopAt': 'The step at which training pauses in any case; 0: none.',
  'view.compare': 'How B differs from A, side by side: `prior.sigma:0.3`; `_` separates the items of a list.',
  'view.sweep': 'A field and up to four values of it, side by side: `prior.sigma,0.1,0.3,1,3`.',
  'view.challenge': 'Goals of a challenge: `epistemic_1_below_0.2,points_below_3`.',
  'view.present': 'Large type for a projector.',
  'view.draw': 'The single draw of the weights that all plots show.',
  'view.drawIndex': 'Index of the draw that `view.draw=frozen` shows.',
  'view.units': 'Unit of costs.',
  'view.continue':
    'Whether a change of the prior, the noise or the points continues from the parameters as they are, or begins afresh.',
  'view.controls':
    'The controls of a first visit, or all. All by default if the link sets a field that only they show.',
};
