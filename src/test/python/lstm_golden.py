"""Golden numbers for ductus.train.PyTorchParityTest: a small LSTM language model in PyTorch.

Run with Debian's python3-torch, from the root of the checkout:

    /usr/bin/python3 src/test/python/lstm_golden.py > src/test/resources/ductus/nn/recurrent/lstm_golden.txt

Embedding sums (a token and its side features) -> 2 LSTM layers -> linear -> cross-entropy, in double
precision from weights that are floats; sequences of several lengths, padded and masked; three steps of
Adam with clipping by the norm of the whole gradient.
"""

import torch
from torch import nn

V, FEATURE_ROWS, FEATURES, E, H, LAYERS = 9, 5, 2, 6, 8, 2
RATE = 0.001
CLIPS = (0.2, 0.05, 10.0)  # one a step, since Adam does not see a scale that stays the same
NONE = -1  # a side feature that is absent

torch.manual_seed(20261120)
torch.set_default_dtype(torch.float64)


def floats(*shape, bound):
    """Uniform in [-bound, bound), rounded to float."""
    return ((2 * torch.rand(*shape) - 1) * bound).float().double()


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        # The row behind the last stands for an absent side feature and stays zero.
        self.embedding = nn.Embedding(V + FEATURE_ROWS + 1, E, padding_idx=V + FEATURE_ROWS)
        self.lstm = nn.LSTM(E, H, LAYERS)
        self.head = nn.Linear(H, V)
        with torch.no_grad():
            self.embedding.weight[:-1] = floats(V + FEATURE_ROWS, E, bound=0.5)
            for name, weight in self.lstm.named_parameters():
                weight.copy_(floats(*weight.shape, bound=0.6))
                if name.startswith("bias_hh"):  # Ductus has one bias a layer
                    weight.zero_()
                    weight.requires_grad_(False)
            self.head.weight.copy_(floats(V, H, bound=0.6))
            self.head.bias.copy_(floats(V, bound=0.6))

    def forward(self, rows):
        outputs, _ = self.lstm(self.embedding(rows).sum(dim=2))
        return self.head(outputs)

    def named_as_in_ductus(self):
        yield "embedding.weight", self.embedding.weight, False
        for i in range(LAYERS):
            yield f"lstm.{i}.weight_ih", getattr(self.lstm, f"weight_ih_l{i}"), True
            yield f"lstm.{i}.weight_hh", getattr(self.lstm, f"weight_hh_l{i}"), True
            yield f"lstm.{i}.bias", getattr(self.lstm, f"bias_ih_l{i}"), False
        yield "head.weight", self.head.weight, True
        yield "head.bias", self.head.bias, False


def put(name, matrix):
    matrix = matrix.detach()
    if matrix.dim() == 1:
        matrix = matrix.unsqueeze(0)
    print("matrix", name, matrix.shape[0], matrix.shape[1])
    for row in matrix.tolist():
        print(" ".join(f"{value:.9g}" for value in row))


def put_all(model, what, pick):
    for name, weight, transposed in model.named_as_in_ductus():
        matrix = pick(weight)
        if name == "embedding.weight":
            matrix = matrix[:-1]
        put(f"{what}:{name}", matrix.t() if transposed else matrix)


lengths = [8, 5, 3]
sequences = []
for length in lengths:
    tokens = torch.randint(V, (length,)).tolist()
    features = torch.randint(-1, FEATURE_ROWS, (length, FEATURES)).tolist()
    sequences.append((tokens, features))

# Time-major: at each step the token, with the side features of the next one; the target is the next.
T, B = max(lengths) - 1, len(lengths)
rows = torch.full((T, B, 1 + FEATURES), V + FEATURE_ROWS)
targets = torch.full((T, B), -100)
for b, (tokens, features) in enumerate(sequences):
    for t in range(len(tokens) - 1):
        rows[t, b, 0] = tokens[t]
        for f in range(FEATURES):
            if features[t + 1][f] != NONE:
                rows[t, b, 1 + f] = V + features[t + 1][f]
        targets[t, b] = tokens[t + 1]

model = Model()
weights = [weight for _, weight, _ in model.named_as_in_ductus()]
optimizer = torch.optim.Adam(weights, lr=RATE, betas=(0.9, 0.999), eps=1e-8)

print(f"# Made by src/test/python/lstm_golden.py with PyTorch {torch.__version__} in double precision.")
print(f"# Loss: mean over the unmasked targets, in nats. Adam: rate {RATE}, clipped at norm {CLIPS}.")
for tokens, features in sequences:
    print("tokens", *tokens)
    print("features", *[f for step in features for f in step])
put_all(model, "weights", lambda weight: weight)
for step, clip in enumerate(CLIPS):
    optimizer.zero_grad()
    logits = model(rows)
    loss = nn.functional.cross_entropy(logits.view(T * B, V), targets.view(T * B))
    loss.backward()
    if step == 0:
        put("logits", logits.view(T * B, V))
        put_all(model, "gradient", lambda weight: weight.grad)
    norm = nn.utils.clip_grad_norm_(weights, clip)
    optimizer.step()
    put(f"loss:{step}", loss.view(1))
    put(f"norm:{step}", norm.view(1))
    if step in (0, len(CLIPS) - 1):
        put_all(model, f"updated:{step}", lambda weight: weight)
