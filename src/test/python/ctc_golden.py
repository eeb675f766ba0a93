"""Golden numbers for ductus.nn.head.CtcHeadTest: connectionist temporal classification in PyTorch.

Run with Debian's python3-torch, from the root of the checkout:

    /usr/bin/python3 src/test/python/ctc_golden.py > src/test/resources/ductus/nn/head/ctc_golden.txt

Logits [T*B x (V+1)], time-major, the blank last; loss of each sequence and gradient of their sum by
torch.nn.functional.ctc_loss, in double precision from inputs that are floats.
"""

import torch
from torch.nn.functional import ctc_loss, log_softmax

T, B, V = 30, 4, 6

torch.manual_seed(20261120)
torch.set_default_dtype(torch.float64)


def put(name, rows):
    print("matrix", name, len(rows), len(rows[0]))
    for row in rows:
        print(" ".join(f"{value:.9g}" for value in row))


lengths = [30, 22, 9, 30]
labels = [[0, 3, 3, 5, 1, 2, 2, 2, 4], [4], [1, 1, 1, 0, 1, 5], [5, 4, 3, 2, 1, 0, 0, 1, 2, 3, 4, 5]]
logits = ((2 * torch.rand(T, B, V + 1) - 1) * 3).float().double().requires_grad_(True)
losses = ctc_loss(
    log_softmax(logits, dim=2),
    torch.tensor([label for sequence in labels for label in sequence]),
    torch.tensor(lengths),
    torch.tensor([len(sequence) for sequence in labels]),
    blank=V,
    reduction="none",
)
losses.sum().backward()

print(f"# Made by src/test/python/ctc_golden.py with PyTorch {torch.__version__} in double precision.")
put("lengths", [lengths])
for b, sequence in enumerate(labels):
    put(f"labels:{b}", [sequence])
put("logits", logits.reshape(T * B, V + 1).tolist())
put("losses", [losses.tolist()])
put("gradient", logits.grad.reshape(T * B, V + 1).tolist())
