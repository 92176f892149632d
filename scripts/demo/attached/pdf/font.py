"""Finds the typeface: Liberation Serif 2 (OFL), which has the widths of the decree's Times New Roman."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-untyped, unused-ignore]

STYLES = {"": "Regular", "B": "Bold", "I": "Italic", "BI": "BoldItalic"}
PLACES = (
    "/usr/share/fonts/truetype/liberation2/LiberationSerif-{}.ttf",
    "/usr/share/fonts/truetype/liberation/LiberationSerif-{}.ttf",
    "/usr/share/fonts/liberation-serif-fonts/LiberationSerif-{}.ttf",
    "/usr/share/fonts/liberation/LiberationSerif-{}.ttf",
    "/usr/share/fonts/truetype/croscore/Tinos-{}.ttf",
)
# The typeface without serifs that comes with each of them.
SANS = {"LiberationSerif": "LiberationSans", "Tinos": "Arimo"}
# Version 1 of Liberation has no stacked diacritics: a font is taken only if it has these.
PROBE = "ơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸĐ–“”…"


class NoFontError(Exception):
    """No suitable typeface on this machine; the text says what to install."""


@cache
def font_files() -> dict[str, Path]:
    """Return style -> file. Raises NoFontError with the package's name if there is none."""
    for pattern in PLACES:
        files = {style: Path(pattern.format(name)) for style, name in STYLES.items()}
        if all(file.is_file() and _complete(file) for file in files.values()):
            return files
    raise NoFontError(
        "Không có phông chữ Liberation Serif 2 đủ chữ tiếng Việt trên máy này: "
        "hãy cài gói Debian fonts-liberation2 (sudo apt-get install -y fonts-liberation2) rồi chạy lại."
    )


@cache
def sans_file(style: str = "") -> Path:
    """Return the file of the typeface without serifs. Raises NoFontError if there is none."""
    serif = font_files()[style]
    for name, sans in SANS.items():
        file = serif.with_name(serif.name.replace(name, sans))
        if file != serif and file.is_file() and _complete(file):
            return file
    raise NoFontError(
        "Không có phông chữ Liberation Sans 2 bên cạnh Liberation Serif 2: hãy cài gói fonts-liberation2."
    )


def without_hints(font: TTFont, names: Iterable[str]) -> None:
    """Drop the screen hints of the glyphs that will be embedded: a page becomes half as large."""
    glyphs = font["glyf"]
    for name in names:
        for part in (name, *glyphs[name].getComponentNames(glyphs)):
            glyphs[part].removeHinting()
    for table in ("fpgm", "prep", "cvt ", "gasp"):
        if table in font:
            del font[table]


def _complete(file: Path) -> bool:
    with TTFont(file, lazy=True) as font:
        known = font.getBestCmap()
    return all(ord(letter) in known for letter in PROBE)
