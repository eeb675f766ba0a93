#!/usr/bin/env python3
"""Gathers drawings of things from sets of icons, for `ductus caption lessons`.

    npm pack lucide-static feather-icons @tabler/icons ...    # the packages of SETS, each unpacked into PACKAGES/NAME/package
    python3 src/corpora/sketches.py PACKAGES THINGS           # writes THINGS/SET/THING-N.svg

PACKAGES/NAME is the package's name without its @ and with - for /, as npm names the file that it packs, with or without the version behind.
Nothing of it is kept in Ductus: the sets have licences of their own, which `sketches.py --licences PACKAGES` lists.
"""

import json
import re
import sys
from pathlib import Path

# A thing, and what icons of it are called once the words for a style are gone.
THINGS = {
    "house": r"(home|house)(-?\d+|-simple|-line|-two|-variant|-alt|-eco|-chimney|-chimney-2|-line-alt)?",
    "tree": r"(tree|trees?-deciduous|deciduous-tree|tree-one|tree-two|tree-\d+|tree-alt|tree-round|pine-tree|tree-pine|tree-evergreen|evergreen-tree|tree-fill)",
    "sun": r"(sun|sun-one|sun-\d+|sun-light|sun-medium|brightness-high|sunny|brightness|wb-sunny|clear-day|sun-dim)",
    "moon": r"(moon|moon-\d+|half-moon|crescent-moon|moon-alt|bedtime|moon-clear|dark-mode|nightlight)",
    "cloud": r"(cloud|cloudy|clouds|cloud-\d+)",
    "star": r"(star|star-one|star-\d+|star-half-alt|grade)",
    "heart": r"(heart|favorite|heart-\d+|heart-alt|like|love|red-heart|favourite)",
    "car": r"(car|car-\d+|car-front|car-side|car-profile|automobile|directions-car|car-sport|car-front-view|taxi|car-alt|sport-car|oncoming-automobile)",
    "boat": r"(boat|sailboat|sailing|sail-?boat-\d+|sailboat-\d+|ship|ship-\d+|boat-\d+|sailboat-one)",
    "fish": r"(fish|fish-\d+|fish-one|fish-simple|tropical-fish|fish-symbol)",
    "bird": r"(bird|twitter|brand-twitter|logo-twitter|twitter-logo|twitter-x-old|duck|dove|bird-alt)",
    "cat": r"(cat|cat-face|cat-\d+)",
    "dog": r"(dog|dog-face|dog-zodiac|dog-\d+|dog-bowl-none)",
    "flower": r"(flower|flower-\d+|flower-one|tulip|flower-tulip|rosette|flower-lotus-none|local-florist|sunflower|blossom|rose|flower-alt|flower-daffodil)",
    "cup": r"(coffee|cup|mug|coffee-cup|cafe|mug-hot|cup-hot|local-cafe|coffee-\d+|tea|cup-one|hot-beverage|cup-straw-none|mug-saucer|tea-cup|coffee-togo-none|mug-tea|coffee-mug|coffee-01|coffee-02)",
    "book": r"(book|book-\d+|book-open|open-book|book-one|book-open-\d+|book-opened|book-bookmark|reader|book-half|book-alt|menu-book|notebook-of-problems|book-reader-none|book-text)",
    "bell": r"(bell|bell-\d+|notifications?|alarm-bell|remind|bell-ring-none|bell-simple|bells|notification-\d+)",
    "key": r"(key|key-\d+|old-key|key-one|key-outline|vpn-key|key-round|key-alt|key-skeleton|key-skeleton-alt)",
    "clock": r"(clock|time|clock-\d+|alarm|alarm-clock|schedule|clock-hour-\d|time-five|access-time|clock-three|clock-nine|clock-eight|clock-five|three-oclock|alarm-clock-none)",
    "chair": r"(chair|armchair|chair-\d+|seat|chair-one|armchair-\d+|chair-alt|chair-director-none|desk-chair|office-chair)",
    "umbrella": r"(umbrella|umbrella-\d+|umbrella-one|umbrella-simple|closed-umbrella-none|beach-access|umbrella-alt)",
    "apple": r"(apple|apple-fruit|apple-one|red-apple|apple-whole|green-apple|nutrition|apple-\d+|apple-alt)",
    "leaf": r"(leaf|leaf-\d+|leaves|leaf-one|eco|leaf-alt|leafs?)",
    "bicycle": r"(bicycle|bike|bike-\d+|bicycle-\d+|pedal-bike|directions-bike|bicycle-alt|bike-alt|riding-none|riding-one-none)",
    "bed": r"(bed|bed-\d+|hotel|bed-double|bed-single|single-bed|king-bed|bed-front)",
    "plane": r"(plane|airplane|flight|plane-\d+|airplane-tilt|airplane-mode|aircraft|airport|plane-alt)",
}

# A set of icons: where its drawings lie in the package, and the words for their style.
FOLDERS = {
    "lucide-static": ("icons", r"(.+)"),
    "feather-icons": ("dist/icons", r"(.+)"),
    "tabler-icons": ("icons/outline", r"(.+)"),
    "iconoir": ("icons/regular", r"(.+)"),
    "heroicons": ("24/outline", r"(.+)"),
    "ionicons": ("dist/svg", r"(.+)-outline"),
    "majesticons": ("line", r"(.+?)(?:-line)?"),
    "teenyicons": ("outline", r"(.+)"),
    "bootstrap-icons": ("icons", r"(.+)"),
    "phosphor-icons-core": ("assets/light", r"(.+)-light"),
    "boxicons": ("svg/regular", r"bx-(.+)"),
    "carbon-icons": ("svg/32", r"(.+)"),
    "eva-icons": ("outline/svg", r"(.+)-outline"),
    "remixicon": ("icons", r"(.+)-line"),
    "material-symbols-svg-400": ("outlined", r"(.+)"),
    "lineicons": ("assets/svgs/regular", r"(.+)"),
}

# Sets of the packages @iconify-json/NAME, which hold them in one file.
ICONIFY = {
    "iconify-json-clarity": r"(.+)-line",
    "iconify-json-hugeicons": r"(.+)",
    "iconify-json-icon-park-outline": r"(.+)",
    "iconify-json-la": r"(.+)",
    "iconify-json-mingcute": r"(.+)-line",
    "iconify-json-openmoji": r"(.+)",
    "iconify-json-lets-icons": r"(.+?)(?:-light)?",
    "iconify-json-solar": r"(.+)-(?:linear)",
    "iconify-json-fluent": r"(.+)-24-regular",
    "iconify-json-mdi": r"(.+)-outline",
    "iconify-json-uil": r"(.+)",
    "iconify-json-pepicons-pencil": r"(.+)",
    "iconify-json-tdesign": r"(.+)",
    "iconify-json-gg": r"(.+)",
    "iconify-json-basil": r"(.+)-outline",
    "iconify-json-mynaui": r"(.+)",
}
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="{} {} {} {}">{}</svg>'
)


def package(packages, name):
    """The folder of a package; None where it is not there."""
    found = [each for each in sorted(packages.iterdir()) if re.fullmatch(re.escape(name) + r"(-\d[\d.]*)?", each.name)]
    return found[0] / "package" if found else None


def thing(name, style):
    """What an icon shows; None for what is not asked for."""
    stem = re.fullmatch(style, name.lower().replace("_", "-"))
    if stem:
        for each, names in THINGS.items():
            if re.fullmatch(names, stem.group(1)):
                return each
    return None


def of_folder(folder, style):
    for file in sorted(folder.rglob("*.svg")):
        what = thing(file.stem, style)
        if what:
            yield what, file.stem, file.read_text(encoding="utf-8")


def of_iconify(folder, style):
    icons = json.loads((folder / "icons.json").read_text(encoding="utf-8"))
    info = icons.get("width", 16), icons.get("height", 16)
    for name, icon in sorted(icons["icons"].items()):
        what = thing(name, style)
        if what:
            box = icon.get("left", 0), icon.get("top", 0), icon.get("width", info[0]), icon.get("height", info[1])
            yield what, name, SVG.format(*box, icon["body"])


def sets(packages):
    for name, (folder, style) in FOLDERS.items():
        at = package(packages, name)
        if at:
            yield name, at, of_folder(at / folder, style)
    for name, style in ICONIFY.items():
        at = package(packages, name)
        if at:
            yield name, at, of_iconify(at, style)


def main(arguments):
    if arguments[:1] == ["--licences"]:
        for name, at, _ in sets(Path(arguments[1])):
            about = json.loads((at / "package.json").read_text(encoding="utf-8"))
            print(name, about.get("version"), about.get("license"), sep="\t")
        return
    packages, things = map(Path, arguments)
    for name, _, icons in sets(packages):
        counts = {}
        for what, icon, svg in icons:
            counts[what] = counts.get(what, 0) + 1
            to = things / name / f"{what}-{counts[what]}.svg"
            to.parent.mkdir(parents=True, exist_ok=True)
            # Icons take the color of the text around them: without one it is black.
            to.write_text(re.sub(r"currentColor|var\(--[^)]*\)", "#000", svg), encoding="utf-8")
        print(name, sum(counts.values()), " ".join(f"{k}:{v}" for k, v in sorted(counts.items())), sep="\t")


if __name__ == "__main__":
    main(sys.argv[1:])
