"""PyTorch's side of ./ductus bench: takes turns as ductus.bench.contender.Turns does.

    /usr/bin/python3 torch_contender.py V E H L B T cell threads

The batches are those of ductus.bench.contender.SyntheticBatches.
"""

import statistics
import sys
import time

import torch
from torch import nn

LEARNING_RATE, CLIP_NORM, PATTERN, SEED = 2e-3, 5, 4096, 1
CELLS = {"lstm": nn.LSTM, "gru": nn.GRU, "elman": nn.RNN}
MASK = (1 << 64) - 1


class SplittableRandom:
    """The random numbers of java.util.SplittableRandom."""

    def __init__(self, seed):
        self.seed = seed

    def below(self, bound):
        self.seed = (self.seed + 0x9E3779B97F4A7C15) & MASK
        z = self.seed
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return ((z ^ (z >> 31)) >> 33) % bound


class SyntheticBatches:
    def __init__(self, vocabulary, batch, time_steps):
        self.random = SplittableRandom(SEED)
        length = max(PATTERN, 2 * (time_steps + 1))
        self.pattern = torch.tensor([self.random.below(vocabulary) for _ in range(length)])
        self.batch, self.time_steps = batch, time_steps

    def next(self):
        """Windows [(T+1)×B]."""
        bound = len(self.pattern) - self.time_steps
        begins = torch.tensor([self.random.below(bound) for _ in range(self.batch)])
        return self.pattern[begins + torch.arange(self.time_steps + 1)[:, None]]


class LanguageModel(nn.Module):
    def __init__(self, vocabulary, embedding, hidden, layers, cell):
        super().__init__()
        self.embedding = nn.Embedding(vocabulary, embedding)
        self.recurrent = CELLS[cell](embedding, hidden, layers)
        self.linear = nn.Linear(hidden, vocabulary)

    def forward(self, tokens, state=None):
        hidden, state = self.recurrent(self.embedding(tokens), state)
        return self.linear(hidden), state


class Contender:
    def __init__(self, vocabulary, embedding, hidden, layers, cell):
        torch.manual_seed(SEED)
        self.vocabulary = vocabulary
        self.model = LanguageModel(vocabulary, embedding, hidden, layers, cell)
        self.adam = torch.optim.Adam(self.model.parameters(), lr=LEARNING_RATE)
        self.nats = 0.0
        self.state = None
        self.token = torch.zeros(1, 1, dtype=torch.long)

    def train(self, windows):
        logits, _ = self.model(windows[:-1])
        loss = nn.functional.cross_entropy(
            logits.view(-1, self.vocabulary), windows[1:].reshape(-1)
        )
        self.adam.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), CLIP_NORM)
        self.adam.step()
        self.nats = loss.item()

    @torch.inference_mode()
    def generate(self):
        logits, self.state = self.model(self.token, self.state)
        self.token = torch.multinomial(logits.view(1, -1).softmax(1), 1)
        return self.token.item()


def turn(seconds, tokens_of_a_piece, piece):
    """Pieces of work for so many seconds, one at least; returns (tokens, seconds, median of a piece in µs)."""
    times = []
    begin = now = time.perf_counter()
    while not times or now - begin < seconds:
        before = now
        piece()
        now = time.perf_counter()
        times.append(now - before)
    return tokens_of_a_piece * len(times), now - begin, statistics.median(times) * 1e6


def main():
    vocabulary, embedding, hidden, layers, batch, time_steps = map(int, sys.argv[1:7])
    cell, threads = sys.argv[7], int(sys.argv[8])
    torch.set_num_threads(threads)
    contender = Contender(vocabulary, embedding, hidden, layers, cell)
    batches = SyntheticBatches(vocabulary, batch, time_steps)
    pieces = {
        "train": (batch * time_steps, lambda: contender.train(batches.next())),
        "generate": (1, contender.generate),
    }
    for line in sys.stdin:
        what, seconds = line.split()
        tokens, took, typical = turn(float(seconds), *pieces[what])
        nats = contender.nats
        print(f"turn: {tokens} tokens {took:.6f} s {typical:.3f} us {nats:.4f} nats", flush=True)


if __name__ == "__main__":
    main()
