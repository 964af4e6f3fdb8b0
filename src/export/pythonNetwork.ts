import type { Problem } from '../experiment/problem/problem.ts';
import type { EstimatorKind } from '../model/estimators/index.ts';
import type { ActivationKind } from '../model/networks/index.ts';
import { section } from './pythonLayout.ts';
import { commentText, entryFor, pythonInteger } from './pythonLiterals.ts';

const activationTexts: Readonly<Record<ActivationKind, string>> = {
  relu: 'torch.relu',
  tanh: 'torch.tanh',
  sigmoid: 'torch.sigmoid',
  silu: 'torch.nn.functional.silu',
  sin: 'torch.sin',
  linear: 'identity',
};

/** Layer list and forward pass. */
export function networkSection({ experiment, plan }: Problem): string {
  const activation = entryFor(activationTexts, experiment.network.activation, 'network.activation');
  const layers = plan.layers.map(({ name, fanIn, fanOut, kernelOffset, biasOffset }, index) => {
    const numbers = [fanIn, fanOut, kernelOffset, biasOffset].map(pythonInteger).join(', ');
    const last = index === plan.layers.length - 1;
    return `    (${numbers}, ${last ? 'identity' : activation}),  # ${commentText(name)}`;
  });
  return section('Network: a flat list of layers', [
    `def identity(a):
    return a`,
    `# All weights are one flat vector of length P. Each layer says where its parts stand in it:
# kernel [fan-in, fan-out] row by row, then bias [fan-out].
LAYERS = [  # fan-in, fan-out, first kernel weight, first bias, activation
${layers.join('\n')}
]
P = ${pythonInteger(plan.parameterCount)}`,
    `def unpack(flat):
    """Kernel, bias and activation of every layer of flat vectors [..., P]."""
    for fan_in, fan_out, kernel, bias, activation in LAYERS:
        yield (flat[..., kernel:bias].unflatten(-1, (fan_in, fan_out)),
               flat[..., bias:bias + fan_out].unsqueeze(-2), activation)`,
    `def network(x, weights):
    """Outputs [..., rows, outputs] at weights [..., P]. x: [rows, inputs], standardised."""
    a = x
    for kernel, bias, activation in unpack(weights):
        a = activation(a @ kernel + bias)
    return a`,
  ]);
}

const localReparameterization = `def local_reparameterisation(x, mu, sigma):
    """Outputs with the noise on each example's pre-activations instead of on the weights:
    b ~ N(a M, a^2 S^2), drawn anew for every example (Kingma et al. 2015, eq. 6)."""
    a = x.expand(SAMPLES, *x.shape)
    for mean_layer, variance_layer in zip(unpack(mu), unpack(sigma ** 2)):
        kernel, bias, activation = mean_layer
        kernel_variance, bias_variance, _ = variance_layer
        mean = a @ kernel + bias
        variance = a ** 2 @ kernel_variance + bias_variance
        a = activation(mean + variance.sqrt() * torch.randn_like(mean))
    return a`;

const flipout = `def flipout(x, mu, perturbation):
    """Outputs under one perturbation dW = sigma * epsilon for the whole batch, which random signs s
    and r make another one for each example: a M + ((a * s) dW) * r (Wen et al. 2018, eq. 3-4)."""
    a = x.expand(SAMPLES, *x.shape)
    for mean_layer, perturbed_layer in zip(unpack(mu), unpack(perturbation)):
        kernel, bias, activation = mean_layer
        d_kernel, d_bias, _ = perturbed_layer
        mean = a @ kernel + bias
        s, r = random_signs(a.shape), random_signs(mean.shape)
        a = activation(mean + r * ((a * s) @ d_kernel + d_bias))
    return a`;

const randomSigns = `def random_signs(shape):
    return torch.randint(0, 2, shape) * 2.0 - 1.0`;

const estimatorTexts: Readonly<Record<EstimatorKind, readonly string[]>> = {
  'weight-sampling': [],
  'local-reparameterization': [localReparameterization],
  flipout: [randomSigns, flipout],
};

/** Code that samples network outputs with the estimator; empty for weight sampling, which uses the network itself. */
export function estimatorBlocks({ experiment }: Problem): readonly string[] {
  return entryFor(estimatorTexts, experiment.inference.estimator, 'inference.estimator');
}
