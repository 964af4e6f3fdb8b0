"""Bayes by Backprop in PyTorch on one thread, to be compared with: one JSON question a line in, one JSON answer a line out.

{"prepare": {...}} makes a model and takes a step; {"train": n} takes n steps and answers their seconds; {"gradient": [...]}
answers the free energy and its gradient on the noise given, so that a test can hold both models to the reference.
"""

import json
import math
import sys
import time

import torch
import torch.nn.functional as F

torch.set_num_threads(1)
HALF_LOG_TWO_PI = 0.5 * math.log(2 * math.pi)


def log_scale_mixture(w, prior):
    """Sum of log p(w) under a mixture of two scales (Blundell et al. 2015, eq. 7)."""

    def density(sigma):
        return torch.exp(-0.5 * (w / sigma) ** 2) / (sigma * math.sqrt(2 * math.pi))

    mixture = prior["pi"] * density(prior["sigma1"]) + (1 - prior["pi"]) * density(prior["sigma2"])
    return torch.log(mixture).sum()


def gaussian_divergence(mu, sigma, prior):
    """Sum of KL[N(mu, sigma^2) || N(0, prior sigma^2)]."""
    spread = (sigma**2 + mu**2) / (2 * prior["sigma"] ** 2)
    return (torch.log(prior["sigma"] / sigma) + spread - 0.5).sum()


def likelihood_cost(kind, outputs, targets, log_noise):
    """-log p(D | f), summed over draws too. outputs: [..., n, outputs]."""
    if kind == "categorical":
        flat = outputs.reshape(-1, outputs.shape[-1])
        return F.cross_entropy(flat, targets.repeat(flat.shape[0] // len(targets)), reduction="sum")
    residual = (outputs.squeeze(-1) - targets) * torch.exp(-log_noise)
    return 0.5 * (residual**2).sum() + outputs.numel() * (log_noise + HALF_LOG_TWO_PI)


class Data:
    """The problem as tensors."""

    def __init__(self, given):
        self.samples = given["samples"]
        self.sampled = given["estimator"] == "weight-sampling"
        self.analytic = given["kl"] == "analytic"
        self.prior = given["prior"]
        self.likelihood = given["likelihood"]
        self.layers = given["layers"]
        self.inputs = torch.tensor(given["inputs"], dtype=torch.float32).reshape(-1, given["inputCount"])
        kind = torch.int64 if self.likelihood == "categorical" else torch.float32
        self.targets = torch.tensor(given["targets"], dtype=kind)


class Batched:
    """All draws at once: one vector of mu and one of rho, [S, P] weights, one batched product a layer."""

    def __init__(self, data, mu, rho, log_noise):
        self.data = data
        self.mu = torch.nn.Parameter(mu)
        self.rho = torch.nn.Parameter(rho)
        self.log_noise = log_noise

    def parameters(self):
        return [self.mu, self.rho]

    def sampled(self, w):
        last = len(self.data.layers) - 1
        hidden = self.data.inputs.expand(self.data.samples, -1, -1)
        for index, (fan_in, fan_out, kernel, bias) in enumerate(self.data.layers):
            matrix = w[:, kernel:bias].reshape(-1, fan_in, fan_out)
            hidden = torch.baddbmm(w[:, None, bias : bias + fan_out], hidden, matrix)
            if index < last:
                hidden = torch.relu(hidden)
        return hidden

    def reparameterized(self, sigma, noise):
        data, last = self.data, len(self.data.layers) - 1
        variance = sigma**2
        hidden = data.inputs.repeat(data.samples, 1)
        for index, (fan_in, fan_out, kernel, bias) in enumerate(data.layers):

            def affine(of, values):
                matrix = of[kernel:bias].reshape(fan_in, fan_out)
                return torch.addmm(of[bias : bias + fan_out], values, matrix)

            mean = affine(self.mu, hidden)
            deviation = torch.sqrt(affine(variance, hidden**2))
            zeta = noise["activations"][index].reshape(mean.shape) if noise else torch.randn_like(mean)
            hidden = mean + deviation * zeta
            if index < last:
                hidden = torch.relu(hidden)
        return hidden.reshape(data.samples, -1, hidden.shape[-1])

    def free_energy(self, noise=None):
        data = self.data
        sigma = F.softplus(self.rho)
        if data.sampled:
            epsilon = noise["weights"] if noise else torch.randn(data.samples, len(self.mu))
            w = self.mu + sigma * epsilon
            outputs = self.sampled(w)
        else:
            outputs = self.reparameterized(sigma, noise)
        cost = likelihood_cost(data.likelihood, outputs, data.targets, self.log_noise) / data.samples
        if data.analytic:
            return cost + gaussian_divergence(self.mu, sigma, data.prior)
        # With w = mu + sigma * epsilon; the noise has no gradient.
        noise_part = 0.5 * (epsilon**2).sum() / data.samples + HALF_LOG_TWO_PI * len(self.mu)
        return cost - torch.log(sigma).sum() - noise_part - log_scale_mixture(w, data.prior) / data.samples


class Weights(torch.nn.Module):
    """One tensor of weights, drawn anew in every pass."""

    def __init__(self, mu, rho, offset):
        super().__init__()
        self.mu = torch.nn.Parameter(mu)
        self.rho = torch.nn.Parameter(rho)
        self.offset = offset

    def draw(self, data, noise, sample):
        sigma = F.softplus(self.rho)
        size = self.mu.numel()
        epsilon = (
            noise["weights"][sample, self.offset : self.offset + size].reshape(self.mu.shape)
            if noise
            else torch.randn_like(self.mu)
        )
        w = self.mu + sigma * epsilon
        if data.analytic:
            return w, gaussian_divergence(self.mu, sigma, data.prior)
        log_q = (-torch.log(sigma) - 0.5 * ((w - self.mu) / sigma) ** 2 - HALF_LOG_TWO_PI).sum()
        return w, log_q - log_scale_mixture(w, data.prior)


class Layer(torch.nn.Module):
    """A dense layer whose weights are distributions; its forward pass adds up the complexity cost."""

    def __init__(self, shape, mu, rho):
        super().__init__()
        fan_in, fan_out, kernel, bias = shape

        def part(start, *size):
            end = start + math.prod(size)
            return mu[start:end].clone().reshape(size), rho[start:end].clone().reshape(size), start

        self.kernel = Weights(*part(kernel, fan_in, fan_out))
        self.bias = Weights(*part(bias, fan_out))

    def forward(self, data, inputs, noise, sample, index):
        if data.sampled:
            kernel, kernel_cost = self.kernel.draw(data, noise, sample)
            bias, bias_cost = self.bias.draw(data, noise, sample)
            return inputs @ kernel + bias, kernel_cost + bias_cost
        kernel_sigma, bias_sigma = F.softplus(self.kernel.rho), F.softplus(self.bias.rho)
        mean = inputs @ self.kernel.mu + self.bias.mu
        deviation = torch.sqrt(inputs**2 @ kernel_sigma**2 + bias_sigma**2)
        zeta = noise["activations"][index][sample].reshape(mean.shape) if noise else torch.randn_like(mean)
        cost = gaussian_divergence(self.kernel.mu, kernel_sigma, data.prior)
        return mean + deviation * zeta, cost + gaussian_divergence(self.bias.mu, bias_sigma, data.prior)


class Loop(torch.nn.Module):
    """One draw after the other through layers that draw their own weights, as libraries of Bayesian layers do it."""

    def __init__(self, data, mu, rho, log_noise):
        super().__init__()
        self.data = data
        self.layers = torch.nn.ModuleList([Layer(shape, mu, rho) for shape in data.layers])
        self.log_noise = log_noise

    def parameters(self):
        weights = [tensor for layer in self.layers for tensor in (layer.kernel, layer.bias)]
        return [tensor.mu for tensor in weights] + [tensor.rho for tensor in weights]

    def free_energy(self, noise=None):
        data, total = self.data, 0.0
        for sample in range(data.samples):
            hidden = data.inputs
            for index, layer in enumerate(self.layers):
                hidden, cost = layer(data, hidden, noise, sample, index)
                total = total + cost
                if index < len(self.layers) - 1:
                    hidden = torch.relu(hidden)
            total = total + likelihood_cost(data.likelihood, hidden, data.targets, self.log_noise)
        return total / data.samples


class Training:
    """A model and its Adam."""

    def __init__(self, given):
        log_noise = torch.nn.Parameter(torch.tensor(float(given["logNoise"])), requires_grad=given["learnNoise"])
        kind = {"batched": Batched, "loop": Loop}[given["style"]]
        mu, rho = (torch.tensor(given[name], dtype=torch.float32) for name in ("mu", "rho"))
        self.model = kind(Data(given), mu, rho, log_noise)
        self.learned = list(self.model.parameters()) + ([log_noise] if given["learnNoise"] else [])
        self.adam = torch.optim.Adam(self.learned, lr=given["learningRate"], eps=given["epsilon"])

    def step(self):
        self.adam.zero_grad(set_to_none=True)
        self.model.free_energy().backward()
        self.adam.step()

    def gradient(self, noise):
        self.adam.zero_grad(set_to_none=True)
        energy = self.model.free_energy(noise)
        energy.backward()
        gradient = torch.cat([tensor.grad.reshape(-1) for tensor in self.learned])
        return {"freeEnergy": energy.item(), "gradient": gradient.tolist()}


def noise_of(given):
    return {
        "weights": torch.tensor(given["weights"]),
        "activations": [torch.tensor(layer) for layer in given["activations"]],
    }


def main():
    training = None
    for line in sys.stdin:
        question = json.loads(line)
        begun = time.perf_counter()
        answer = {}
        if "prepare" in question:
            training = Training(question["prepare"])
            training.step()
        elif "train" in question:
            for _ in range(question["train"]):
                training.step()
        elif "gradient" in question:
            training = Training(question["prepared"])
            answer = training.gradient(noise_of(question["gradient"]))
        elif "version" in question:
            answer = {"version": torch.__version__}
        answer["seconds"] = time.perf_counter() - begun
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
