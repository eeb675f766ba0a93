"""Golden numbers for ductus.nn.head.MixtureTest: Graves's mixture loss in PyTorch.

Run with Debian's python3-torch, from the root of the checkout:

    /usr/bin/python3 src/test/python/mixture_golden.py > src/test/resources/ductus/nn/head/mixture_golden.txt

A row is 1 + 6M raw outputs: pen, then M each of weights, means x, means y, log deviations x, y, correlations.
The loss is that of MixtureSameFamily over MultivariateNormal, and of Bernoulli, in double precision from
inputs that are floats; log deviations are kept in [-4.5, 5], correlations are 0.95 tanh.
"""

import torch
from torch.distributions import Bernoulli, Categorical, MixtureSameFamily, MultivariateNormal

R, M = 6, 4

torch.manual_seed(20261120)
torch.set_default_dtype(torch.float64)


def floats(*shape, bound):
    """Uniform in [-bound, bound), rounded to float."""
    return ((2 * torch.rand(*shape) - 1) * bound).float().double()


def put(name, matrix):
    matrix = matrix.detach()
    print("matrix", name, matrix.shape[0], matrix.shape[1])
    for row in matrix.tolist():
        print(" ".join(f"{value:.9g}" for value in row))


raw = floats(R, 1 + 6 * M, bound=1.5)
raw[1, 1:1 + M] *= 10  # decided weights
raw[2, 1 + 3 * M:1 + 5 * M] -= 2  # narrow
raw[3, 1 + 5 * M:] *= 3  # correlated
raw = raw.requires_grad_(True)
points = torch.cat([floats(R, 2, bound=2), torch.randint(2, (R, 1)).double()], dim=1)

pen = raw[:, 0]
logits, mean_x, mean_y, log_x, log_y, correlations = raw[:, 1:].split(M, dim=1)
deviation_x = log_x.clamp(-4.5, 5).exp()
deviation_y = log_y.clamp(-4.5, 5).exp()
rho = 0.95 * correlations.tanh()
covariance = torch.stack(
    [
        torch.stack([deviation_x ** 2, rho * deviation_x * deviation_y], dim=-1),
        torch.stack([rho * deviation_x * deviation_y, deviation_y ** 2], dim=-1),
    ],
    dim=-2,
)
density = MixtureSameFamily(
    Categorical(logits=logits), MultivariateNormal(torch.stack([mean_x, mean_y], dim=-1), covariance)
)
offset_nats = -density.log_prob(points[:, :2])
pen_nats = -Bernoulli(logits=pen).log_prob(points[:, 2])
(offset_nats.sum() + pen_nats.sum()).backward()

print(f"# Made by src/test/python/mixture_golden.py with PyTorch {torch.__version__} in double precision.")
print("# Loss of each row in nats; the gradient is that of their sum.")
put("raw", raw)
put("points", points)
put("offset-nats", offset_nats.unsqueeze(1))
put("pen-nats", pen_nats.unsqueeze(1))
put("gradient", raw.grad)
