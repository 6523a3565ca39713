"""Cuts the two typefaces down to the characters and axes of the app: see README.md."""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

CHARACTERS = [*range(0x20, 0x7F), *map(ord, "\u00a0§©°±²·×\u2009\u202f–—‘’“”…↑↓−≈≤≥")]
FACES = [
    ("source-serif-4-latin-opsz-normal", "Mogao Serif", {"wght": (400, 600), "opsz": 48}),
    ("source-sans-3-latin-wght-normal", "Mogao Sans", {"wght": (400, 600)}),
]


def cut(source: Path, family: str, axes: dict, target: Path) -> None:
    font = TTFont(source)
    for table in font["cmap"].tables:
        if 0x2009 in table.cmap:
            table.cmap[0x202F] = table.cmap[0x2009]
    options = subset.Options(layout_features=["kern", "tnum", "pnum", "mark", "ccmp", "locl"], hinting=False)
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = options.desubroutinize = True
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=CHARACTERS)
    cutter.subset(font)
    font = instancer.instantiateVariableFont(font, axes)
    names = font["name"]
    names.removeNames(nameID=25)
    for record in list(names.names):
        if record.nameID in (1, 3, 4, 6, 16):
            name = family.replace(" ", "") if record.nameID == 6 else family
            names.setName(name, record.nameID, record.platformID, record.platEncID, record.langID)
    font.flavor = "woff2"
    font.save(target)


for stem, family, axes in FACES:
    found = next(Path(sys.argv[1]).rglob(f"{stem}.woff2"))
    cut(found, family, axes, Path(__file__).with_name(family.lower().replace(" ", "-") + ".woff2"))
