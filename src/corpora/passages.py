"""Cuts books into passages of 20 to 60 words, to learn whose book each is from, and to measure by.

    python3 src/corpora/passages.py corpora/texts/library SEED passages.csv others.csv [FEWEST MOST]

Of each book 50 passages go into the first table and 250 others, or as many as there are, into the
second. FEWEST and MOST are other numbers of words. One seed always draws the same.
"""

import csv
import pathlib
import random
import re
import sys

LEARNED, OTHERS = 50, 250


def passages(book, fewest, most):
    """The passages of a book: whole sentences of a paragraph, until there are enough words."""
    found = set()
    for paragraph in book.read_text(encoding="utf-8").split("\n\n"):
        words = []
        for sentence in re.split(r"(?<=[.!?;])\s+", " ".join(paragraph.split())):
            words += sentence.split()
            if len(words) >= fewest:
                if len(words) <= most:
                    found.add(" ".join(words))
                words = []
    return sorted(found)


def write(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as table:
        lines = csv.writer(table, lineterminator="\n")
        lines.writerow(["text", "label"])
        lines.writerows(rows)


def main(books, seed, learned, others, fewest=20, most=60):
    draw = random.Random(int(seed))
    first, second = [], []
    for book in sorted(pathlib.Path(books).glob("*.txt")):
        drawn = passages(book, int(fewest), int(most))
        draw.shuffle(drawn)
        first += [(text, book.stem) for text in drawn[:LEARNED]]
        second += [(text, book.stem) for text in drawn[LEARNED : LEARNED + OTHERS]]
    write(learned, first)
    write(others, second)


if __name__ == "__main__":
    main(*sys.argv[1:])
