"""Golden numbers for ductus.nn.recurrent.ReferenceLayerTest: recurrent layers of PyTorch over padded sequences.

Run with Debian's python3-torch, from the root of the checkout:

    /usr/bin/python3 src/test/python/cells_golden.py > src/test/resources/ductus/nn/recurrent/cells_golden.txt

Packed sequences of several lengths, in double precision from weights and inputs that are floats; the loss is
a fixed weighted sum of the outputs ("share"). PyTorch has neither peepholes nor layer normalization: those two
are written out in its operations, so that it makes the gradients.
"""

import torch
from torch import nn
from torch.nn.functional import layer_norm

K, H, T = 3, 4, 5
LENGTHS = [5, 3, 1]
B = len(LENGTHS)

torch.manual_seed(20261120)
torch.set_default_dtype(torch.float64)


def floats(*shape, bound):
    """Uniform in [-bound, bound), rounded to float."""
    return ((2 * torch.rand(*shape) - 1) * bound).float().double()


def put(name, matrix):
    matrix = matrix.detach().flatten(0, -2)
    print("matrix", name, matrix.shape[0], matrix.shape[1])
    for row in matrix.tolist():
        print(" ".join(f"{value:.12g}" for value in row))


def file_form(weight):
    """As in Ductus' model files: matrices transposed, vectors as rows."""
    return weight.t() if weight.dim() == 2 else weight.unsqueeze(0)


def put_case(case, weights, input, initial, output, final):
    share = floats(*output.shape, bound=1)
    (share * output).sum().backward()
    for name, weight in weights:
        put(f"{case}:weights:{name}", file_form(weight))
        put(f"{case}:gradient:{name}", file_form(weight.grad))
    put(f"{case}:input", input)
    put(f"{case}:share", share)
    put(f"{case}:output", output)
    put(f"{case}:dInput", input.grad)
    if initial is not None:
        put(f"{case}:initial", initial)
        put(f"{case}:dInitial", initial.grad)
        put(f"{case}:final", final)


def library_case(case, layer, one_bias, initial_size):
    names = {"": "" if not layer.bidirectional else "forward.", "_reverse": "backward."}
    weights = []
    for name, weight in layer.named_parameters():
        with torch.no_grad():
            weight.copy_(floats(*weight.shape, bound=0.8))
            if one_bias and name.startswith("bias_hh"):
                weight.zero_()
                continue
        kind, _, direction = name.partition("_l0")
        weights.append((names[direction] + ("bias" if one_bias and kind == "bias_ih" else kind), weight))
    input = floats(T, B, K, bound=1).requires_grad_()
    packed = nn.utils.rnn.pack_padded_sequence(input, LENGTHS)
    if layer.bidirectional:
        initial, (output, final) = None, layer(packed)
    else:
        initial = floats(B, initial_size, bound=1).requires_grad_()
        parts = [part.unsqueeze(0).contiguous() for part in initial.split(H, dim=1)]
        output, final = layer(packed, tuple(parts) if len(parts) > 1 else parts[0])
        final = torch.cat([part[0] for part in final], dim=1) if len(parts) > 1 else final[0]
    output, _ = nn.utils.rnn.pad_packed_sequence(output, total_length=T)
    put_case(case, weights, input, initial, output, final)


def lstm_with_options(case, peephole, normalized):
    shapes = {"weight_ih": (4 * H, K), "weight_hh": (4 * H, H), "bias": (4 * H,)}
    if peephole:
        shapes["peephole"] = (H, 3)
    if normalized:
        for name, size in (("norm_ih", 4 * H), ("norm_hh", 4 * H), ("norm_cell", H)):
            shapes[name + ".weight"] = shapes[name + ".bias"] = (size,)
    w = {name: floats(*shape, bound=0.8).requires_grad_() for name, shape in shapes.items()}

    def norm(name, x):
        return layer_norm(x, x.shape[-1:], w[name + ".weight"], w[name + ".bias"]) if normalized else x

    def peep(gate, c):
        return w["peephole"][:, gate] * c if peephole else 0

    input = floats(T, B, K, bound=1).requires_grad_()
    initial = floats(B, 2 * H, bound=1).requires_grad_()
    h, c = initial.split(H, dim=1)
    outputs = []
    for t in range(T):
        a = norm("norm_ih", input[t] @ w["weight_ih"].t()) + norm("norm_hh", h @ w["weight_hh"].t()) + w["bias"]
        i, f, g, o = a.split(H, dim=1)
        new = torch.sigmoid(f + peep(1, c)) * c + torch.sigmoid(i + peep(0, c)) * torch.tanh(g)
        out = torch.sigmoid(o + peep(2, new)) * torch.tanh(norm("norm_cell", new))
        alive = (torch.tensor(LENGTHS) > t).unsqueeze(1)
        h, c = torch.where(alive, out, h), torch.where(alive, new, c)
        outputs.append(torch.where(alive, out, torch.zeros(())))
    put_case(case, w.items(), input, initial, torch.stack(outputs), torch.cat([h, c], dim=1))


print(f"# Made by src/test/python/cells_golden.py with PyTorch {torch.__version__} in double precision.")
put("lengths", torch.tensor([LENGTHS]))
library_case("lstm", nn.LSTM(K, H), True, 2 * H)
library_case("gru", nn.GRU(K, H), False, H)
library_case("elman", nn.RNN(K, H, nonlinearity="tanh"), True, H)
library_case("elman-relu", nn.RNN(K, H, nonlinearity="relu"), True, H)
library_case("bidirectional-lstm", nn.LSTM(K, H, bidirectional=True), True, 0)
library_case("bidirectional-gru", nn.GRU(K, H, bidirectional=True), False, 0)
lstm_with_options("lstm-peephole", True, False)
lstm_with_options("lstm-norm", False, True)
lstm_with_options("lstm-peephole-norm", True, True)
