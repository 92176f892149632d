"""The theme's typeface as one file that a PDF can hold: its Latin and its Vietnamese letters put together."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

from congbo.errors import CANNOT_JUDGE, refuse
from congbo.place import Place
from congbo.tree import Tree

FOLDER = "theme/static/fonts"
SUBSETS = ("latin", "vietnamese")
WEIGHTS = {"": "400", "B": "600"}
EPOCH = 2_082_844_800  # 1970 in the seconds of a font file: a slip printed twice is the same, byte for byte


def font_files(tree: Tree, folder: Path) -> tuple[dict[str, Path], frozenset[int]]:
    """Write the typeface, plain and bold, into a folder; return style -> file, and the letters that it has.

    Raises CongboError if the theme lacks one of its files.
    """
    made = {style: _merged(tree, weight, folder) for style, weight in WEIGHTS.items()}
    letters = [set(TTFont(file, lazy=True).getBestCmap()) for file in made.values()]
    return made, frozenset(set.intersection(*letters))


def _merged(tree: Tree, weight: str, folder: Path) -> Path:
    parts = [_unpacked(tree, f"{FOLDER}/noto-sans-{subset}-{weight}.woff2", folder) for subset in SUBSETS]
    font = Merger().merge([str(part) for part in parts])
    font.recalcTimestamp = False
    font["head"].created = font["head"].modified = EPOCH
    file = folder / f"slip-{weight}.ttf"
    font.save(file)
    return file


def _unpacked(tree: Tree, path: str, folder: Path) -> Path:
    if not tree.has(path):
        raise refuse("slip.no_font", Place(path), CANNOT_JUDGE, path=path)
    font = TTFont(BytesIO(tree.read(path)), recalcTimestamp=False)
    font.flavor = None
    file = folder / (path.rpartition("/")[2] + ".ttf")
    font.save(file)
    return file
