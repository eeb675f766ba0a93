#!/usr/bin/env python3
"""Makes kneser_ney_golden.txt: interpolated Kneser-Ney trigram probabilities, straight from the
formulas of Chen and Goodman (1999), section 3, with dictionaries and exact fractions. It shares
nothing with the Java code. Run: python3 kneser_ney_golden.py > kneser_ney_golden.txt"""

from collections import Counter
from fractions import Fraction


def discounts(counts):
    n = Counter(counts.values())
    if n[1] == 0 or n[2] == 0:
        return [Fraction(1, 2)] * 3
    y = Fraction(n[1], n[1] + 2 * n[2])
    if n[3] > 0 and n[4] > 0:
        d = [
            1 - 2 * y * Fraction(n[2], n[1]),
            2 - 3 * y * Fraction(n[3], n[2]),
            3 - 4 * y * Fraction(n[4], n[3]),
        ]
        if min(d) > 0:
            return d
    return [y] * 3


def smooth(counts, d, context, token, lower):
    row = {gram[-1]: c for gram, c in counts.items() if gram[:-1] == context}
    if not row:
        return lower
    c = row.get(token, 0)
    kept = c - d[min(c, 3) - 1] if c else Fraction(0)
    freed = sum(d[min(c, 3) - 1] for c in row.values())
    return (max(kept, Fraction(0)) + freed * lower) / sum(row.values())


def model(vocabulary, pieces):
    trigrams = Counter()
    for piece in pieces:
        padded = ["pad"] + piece
        for t in range(2, len(padded)):
            trigrams[tuple(padded[t - 2 : t + 1])] += 1
    bigrams = Counter(gram[1:] for gram in trigrams)  # N1+(. v w)
    unigrams = Counter(gram[1:] for gram in bigrams)  # N1+(. w)
    d3, d2, d1 = discounts(trigrams), discounts(bigrams), discounts(unigrams)

    def probability(u, v, w):
        p = Fraction(1, vocabulary)
        p = smooth(unigrams, d1, (), w, p)
        p = smooth(bigrams, d2, (v,), w, p)
        return smooth(trigrams, d3, (u, v), w, p)

    return probability, (d3, d2, d1)


def linear_congruential(length, vocabulary, state):
    tokens = [0]
    for _ in range(length - 1):
        state = (state * 1103515245 + 12345) % 2**31
        # Skewed to low tokens, and dependent on the token before.
        tokens.append((tokens[-1] + ((state >> 16) % 7) ** 2 // 9) % vocabulary)
    return tokens


def show(vocabulary, pieces, tests):
    probability, all_discounts = model(vocabulary, pieces)
    print("vocabulary", vocabulary)
    for name, d in zip(("trigram", "bigram", "unigram"), all_discounts):
        print("# discounts", name, *(f"{float(x):.6f}" for x in d))
    for piece in pieces:
        print("train", *piece)
    for piece in tests:
        padded = ["pad"] + piece
        print("test", *piece)
        values = [probability(*padded[t - 2 : t + 1]) for t in range(2, len(padded))]
        print("probabilities", *(repr(float(p)) for p in values))


print("# Interpolated Kneser-Ney trigram; made by kneser_ney_golden.py beside this file.")
print("# Each model: vocabulary, train lines, then test lines, each with P of its tokens 1 to T-1.")
show(6, [[0, 1, 2, 3, 5], [0, 1, 2, 4, 5], [0, 2, 1, 2, 5]], [[0, 1, 2, 3, 5], [0, 4, 4, 1, 2, 5, 3]])
show(
    11,
    [linear_congruential(40, 11, seed) for seed in (1, 2, 3, 4)],
    [linear_congruential(30, 11, 99), [3, 10, 9, 8, 7, 6, 0, 0, 0]],
)
