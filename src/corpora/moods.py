"""Writes the sentences that `moods` learns: a grammar's, and those that people typed.

    python3 src/corpora/moods.py COUNT SEED corpora/texts/moods/moods.csv OUT.csv

The grammar is moods.grammar, beside this script; its first lines say how it is read. A third of the
sentences is positive, a third negative, a third neutral, and the label follows from the rules by
which a sentence was made: what is negated changes its mood, of a contrast the main clause decides.
Those that people typed are all taken, once as they are, and in other clothes: behind an opening,
without capitals, or in the clauses of a contrast. One seed always writes the same.
"""

import csv
import pathlib
import random
import re
import sys

POSITIVE, NEGATIVE, NEUTRAL = "+", "-", "0"
LABELS = {POSITIVE: "positive", NEGATIVE: "negative", NEUTRAL: "neutral"}
OPPOSITE = {POSITIVE: NEGATIVE, NEGATIVE: POSITIVE, NEUTRAL: NEUTRAL}
# Share of the sentences that people typed, in clothes of the grammar.
TYPED_SHARE = 0.2
# Share without capitals and full stop, as texts are typed in haste.
HASTY_SHARE = 0.2
WEIGHT = re.compile(r"(\d+)\* ")
CHOICE = re.compile(r"\{([^{}]*)\}")
REFERENCE = re.compile(r"<([=~+0-]?)([a-z]+)>")
AN = re.compile(r"\b([Aa]) (?=[aeiou])(?!(?:one|use|uni|eu)[a-z]*\b)|\b([Aa]) (?=ho(?:ur|nest))")


def read_grammar(path):
    """Rules by their names: lists of (weight, alternative)."""
    rules, name = {}, None
    for line in path.read_text(encoding="utf-8").splitlines():
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("@"):
            name = line[1:]
            rules.setdefault(name, [])
            continue
        for alternative in line.split(" / "):
            weight = WEIGHT.match(alternative)
            text = alternative[weight.end() :] if weight else alternative
            rules[name].append((int(weight.group(1)) if weight else 1, text.strip()))
    return rules


class Writer:
    """Draws sentences from the rules."""

    def __init__(self, rules, draw):
        self.rules = rules
        self.draw = draw
        self.topics = sorted({name.split(":")[0] for name in rules if ":" in name})

    def sentence(self, mood):
        topic = self.draw.choice(self.topics)
        return self.dressed(self.expand("sentence", mood, topic))

    def expand(self, name, mood, topic):
        """One text of a rule: of the topic's own alternatives and the general ones, of this mood
        and of any."""
        pool = []
        for key in (f"{topic}:{name}{mood}", f"{topic}:{name}", f"{name}{mood}", name):
            pool += self.rules.get(key, [])
        if not pool:
            raise ValueError(f"no rule {name} for {mood} in {topic}")
        weights = [weight for weight, _ in pool]
        text = self.draw.choices([text for _, text in pool], weights)[0]
        while CHOICE.search(text):
            text = CHOICE.sub(lambda found: self.draw.choice(found.group(1).split("|")), text, 1)

        def replaced(found):
            sign, inner = found.groups()
            moods = {"": mood, "=": mood, "~": OPPOSITE[mood]}
            return self.expand(inner, moods.get(sign, sign), topic)

        return REFERENCE.sub(replaced, text)

    def dressed(self, text):
        """A text with its capital, its full stop and the right articles; or typed in haste."""
        text = AN.sub(lambda found: (found.group(1) or found.group(2)) + "n ", text)
        text = re.sub(r"\s+", " ", text).strip()
        if text[-1] not in ".!?":
            text += self.draw.choices([".", "!"], [9, 1])[0]
        if self.draw.random() < HASTY_SHARE:
            return text.lower().rstrip(".")
        return re.sub(r"([.!?] )([a-z])", lambda f: f.group(1) + f.group(2).upper(), text[0].upper() + text[1:])

    def typed(self, sentences):
        """A typed sentence in other clothes, and its mood."""
        text, mood = self.draw.choice(sentences)
        clause = lowered(text)
        if mood == NEUTRAL or text[-1] != "." or self.draw.random() < 0.3:
            opening = self.expand("opening", mood, self.topics[0])
            return self.dressed(opening + " " + clause + text[-1]), mood
        other, _ = self.draw.choice([each for each in sentences if each[1] == OPPOSITE[mood] and each[0][-1] == "."])
        frame = self.draw.choice(["although {}, {}", "{1}, but {0}", "{1}, although {0}", "{1}, even though {0}", "even if {}, {}"])
        if frame == "{1}, but {0}":
            return self.dressed(frame.format(clause, lowered(other))), mood
        return self.dressed(frame.format(lowered(other), clause)), mood


def lowered(sentence):
    """A sentence as a clause: without its last mark and, but for I and names, its capital."""
    clause = sentence[:-1]
    first = re.split(r"[ ']", clause)[0]
    usual = first.lower() in OPENERS
    return clause[0].lower() + clause[1:] if usual else clause


OPENERS = set(
    "the a an my our his her their its this that these those it we you he she they there nobody"
    " everybody everyone nothing no not what all some every after before when while if in on at"
    " for with to as one two three thanks somebody someone even only both".split()
)


def main(count, seed, typed, out):
    draw = random.Random(int(seed))
    with open(typed, encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    signs = {label: sign for sign, label in LABELS.items()}
    sentences = [(row["text"], signs[row["label"]]) for row in rows]
    writer = Writer(read_grammar(pathlib.Path(__file__).with_name("moods.grammar")), draw)
    written = dict(sentences)
    while len(written) < int(count):
        if draw.random() < TYPED_SHARE:
            text, mood = writer.typed(sentences)
        else:
            mood = draw.choice(list(LABELS))
            text = writer.sentence(mood)
        written.setdefault(text, mood)
    with open(out, "w", encoding="utf-8", newline="") as table:
        rows = csv.writer(table, lineterminator="\n")
        rows.writerow(["text", "label"])
        rows.writerows((text, LABELS[mood]) for text, mood in written.items())


if __name__ == "__main__":
    main(*sys.argv[1:])
