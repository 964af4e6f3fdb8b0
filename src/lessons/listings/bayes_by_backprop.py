import torch
from torch.distributions import Normal

x = torch.rand(100) / 2
y = x + 0.3 * torch.sin(2 * torch.pi * x) + 0.3 * torch.sin(4 * torch.pi * x) + 0.02 * torch.randn(100)

def network(x, w):  # one hidden layer of 50 units: 151 weights
    u, b, v, c = w.split([50, 50, 50, 1])
    return torch.relu(x[:, None] * u + b) @ v + c

mu, rho = torch.randn(151, requires_grad=True), torch.full([151], -4.0, requires_grad=True)
optimizer = torch.optim.Adam([mu, rho], lr=0.01)
for step in range(5000):
    q = Normal(mu, torch.log1p(rho.exp()))
    w = mu + q.stddev * torch.randn(151)  # 1, 2
    complexity = (q.log_prob(w) - Normal(0, 1).log_prob(w)).sum()
    likelihood = -Normal(network(x, w), 0.1).log_prob(y).sum()
    f = complexity + likelihood  # 3
    optimizer.zero_grad()
    f.backward()  # 4, 5
    optimizer.step()  # 6

outputs = torch.stack([network(torch.tensor([0.25, 1.0]), q.sample()) for _ in range(200)])
print(outputs.mean(0).tolist(), outputs.std(0).tolist())
