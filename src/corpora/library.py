"""Makes the books that `prose` was trained on from the packages that hold them.

    python3 src/corpora/library.py RAW OUT

RAW holds the downloaded files under the names of the table below; src/docs/text.md says which
packages they come from. OUT gets a text file for each book, in UTF-8: what is not the author's own
is cut off, a paragraph is one line, quotation marks and dashes are ASCII, marks of italics are
taken out, and paragraphs with a word that is a slur today are left out.
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


def main(raw, out):
    for name, (first, behind) in BOOKS.items():
        source = pathlib.Path(raw, name + ".txt").read_text(encoding="utf-8")
        text, left_out = clean(source, first, behind)
        pathlib.Path(out, name + ".txt").write_text(text, encoding="utf-8")
        print(f"{name}: {len(text):,} characters, {left_out} paragraphs left out")


if __name__ == "__main__":
    main(*sys.argv[1:])
