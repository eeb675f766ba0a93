"""Makes the texts that `prose` and `words` learned from of the packages that hold them.

    python3 src/corpora/library.py RAW OUT

RAW holds the downloaded files under the names of the table below; src/docs/text.md says which
packages they come from. OUT gets a text file for each book that RAW has, in UTF-8: what is not the
author's own is cut off, a paragraph is one line, quotation marks and dashes are ASCII, marks of
italics are taken out, and paragraphs with a word that is a slur today are left out. Where RAW has a
folder `wordnet` with WordNet's `data.noun` and so on, OUT gets `usages`: the phrases by which
WordNet shows how a word is used, one a line, each once.
"""

import pathlib
import re
import sys

# Name; the first words of the book itself, and the first words behind it.
BOOKS = {
    "sense-and-sensibility": ("SENSE AND SENSIBILITY", None),
    "pride-and-prejudice": ("PRIDE AND PREJUDICE", None),
    "mansfield-park": ("MANSFIELD PARK", None),
    "emma": ("EMMA", None),
    "northanger-abbey": ("NORTHANGER ABBEY", "A NOTE ON THE TEXT"),
    "persuasion": ("Persuasion", None),
    "tom-sawyer": ("THE ADVENTURES OF TOM SAWYER", None),
    "sherlock-holmes": ("THE ADVENTURES OF SHERLOCK HOLMES\n", "End of the Project Gutenberg"),
    "opticks": ("OPTICKS:", None),
    "moby-dick": ("CHAPTER 1. Loomings.", None),
    "parents-assistant": ("THE ORPHANS.", None),
    "ball-and-cross": ("I. A DISCUSSION SOMEWHAT IN THE AIR", "End of Project Gutenberg"),
    "father-brown": ("I. The Absence of Mr Glass", None),
    "man-who-was-thursday": ("A cloud was on the mind of men", None),
    "stories-to-tell": ("TWO LITTLE RIDDLES IN RHYME", None),
    "alice": ("CHAPTER I. Down the Rabbit-Hole", None),
    "buster-bear": ("BUSTER BEAR GOES FISHING", None),
    "leaves-of-grass": ("Come, said my soul,", None),
    "war-of-the-worlds": ("No one would have believed", None),
    "twenty-thousand-leagues": ("A SHIFTING REEF", None),
    "great-expectations": ("My father's family name", None),
}
PLAIN = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2014": "--", "\u2013": "-", "_": None}
)
SLUR = re.compile(r"nigger", re.IGNORECASE)
# What transcribers put between the author's paragraphs.
FOREIGN = re.compile(r"\[Illustration[^\]]*\]$|Transcriber's Note")


def paragraph(lines):
    """One line, but for what is set line by line: verse, tables and headings."""
    set_by_line = any(line.startswith(" ") for line in lines[1:])
    if set_by_line:
        return "\n".join(line.rstrip() for line in lines)
    return re.sub(r" +", " ", " ".join(line.strip() for line in lines))


def clean(text, first, behind):
    text = text.replace("\ufeff", "").replace("\r\n", "\n")
    start = text.find(first)
    if start < 0:
        raise ValueError("book must begin with " + first.strip())
    text = text[start:]
    if behind is not None:
        text = text[: text.index(behind)]
    text = text.translate(PLAIN)
    blocks = [block.split("\n") for block in re.split(r"\n\s*\n", text) if block.strip()]
    blocks = [[line for line in block if line.strip()] for block in blocks]
    paragraphs = [paragraph(block) for block in blocks]
    paragraphs = [one for one in paragraphs if not FOREIGN.match(one.strip())]
    kept = [one.strip("\n") for one in paragraphs if not SLUR.search(one)]
    return "\n\n".join(kept) + "\n", len(paragraphs) - len(kept)


def usages(wordnet):
    """The examples in quotation marks of WordNet's glosses, of three words or more."""
    examples = {}  # in their order
    for part in ("noun", "verb", "adj", "adv"):
        for line in pathlib.Path(wordnet, "data." + part).read_text(encoding="utf-8").splitlines():
            if line.startswith(" ") or "|" not in line:
                continue  # the license, or no gloss
            for example in re.findall(r'"([^"]+)"', line.split("|", 1)[1]):
                example = example.strip().translate(PLAIN)
                if len(example.split()) > 2 and not SLUR.search(example):
                    examples[example] = None
    return "\n".join(examples) + "\n"


def main(raw, out):
    wordnet = pathlib.Path(raw, "wordnet")
    if wordnet.is_dir():
        text = usages(wordnet)
        pathlib.Path(out, "usages.txt").write_text(text, encoding="utf-8")
        print(f"usages: {len(text):,} characters")
    for name, (first, behind) in BOOKS.items():
        book = pathlib.Path(raw, name + ".txt")
        if not book.exists():
            print(f"{name}: not there")
            continue
        text, left_out = clean(book.read_text(encoding="utf-8"), first, behind)
        pathlib.Path(out, name + ".txt").write_text(text, encoding="utf-8")
        print(f"{name}: {len(text):,} characters, {left_out} paragraphs left out")


if __name__ == "__main__":
    main(*sys.argv[1:])
