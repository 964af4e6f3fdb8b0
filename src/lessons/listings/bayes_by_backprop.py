import torch
from torch.distributions import Normal

x = torch.rand(100, 1) / 2
y = x + 0.3 * torch.sin(2 * torch.pi * x) + 0.3 * torch.sin(4 * torch.pi * x) + 0.02 * torch.randn(100, 1)

def network(x, w):  # one hidden layer of 50 units: 151 weights
    u, b, v, c = w.split([50, 50, 50, 1])
    return torch.relu(x * u + b) @ v[:, None] + c

def draw():  # w = μ + log(1 + exp ρ) ∘ ε
    return mu + torch.log1p(rho.exp()) * torch.randn(151)

mu = torch.randn(151).requires_grad_()
rho = torch.full([151], -4.0).requires_grad_()
optimizer = torch.optim.Adam([mu, rho], lr=0.01)

for step in range(5000):
    w = draw()  # 1, 2
    log_q = Normal(mu, torch.log1p(rho.exp())).log_prob(w).sum()
    log_prior = Normal(0, 1).log_prob(w).sum()
    log_likelihood = Normal(network(x, w), 0.1).log_prob(y).sum()
    f = log_q - log_prior - log_likelihood  # 3
    optimizer.zero_grad()
    f.backward()  # 4, 5
    optimizer.step()  # 6

new = torch.tensor([[0.25], [1.0]])
outputs = torch.stack([network(new, draw()).flatten() for _ in range(200)])
print(outputs.mean(0).tolist(), outputs.std(0).tolist())
