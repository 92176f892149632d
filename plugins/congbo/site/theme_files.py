"""The theme's files as readers get them: styles joined into one file, all else as it lies in ``theme/static``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from congbo.errors import refuse
from congbo.place import Place

JOINED: Final = "portal.css"
# Colours, sizes and fonts: the page that lists the portals, and the desk, use them too.
_TOKENS: Final = "tokens.css"
# What only the page that lists the portals needs.
_FRONT: Final = "portals.css"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def edition_files(theme: Path) -> Mapping[str, bytes]:
    """Return the files of an edition: path beneath the edition's root -> bytes. Raises CongboError if there are none."""
    files = _static(theme)
    own = {f"theme/{name}": file.read_bytes() for name, file in files.items() if name not in (_TOKENS, _FRONT)}
    return own | {f"theme/{JOINED}": _joined(files[_TOKENS], theme / "styles")}


def front_files(theme: Path) -> Mapping[str, bytes]:
    """Return what the page that lists the portals needs beside it: path -> bytes. Raises CongboError if there is nothing."""
    files = _static(theme)
    named = (name for name in files if name in (_TOKENS, _FRONT) or name.startswith("fonts/"))
    return {name: files[name].read_bytes() for name in named}


def _static(theme: Path) -> Mapping[str, Path]:
    folder = theme / "static"
    found = {file.relative_to(folder).as_posix(): file for file in sorted(folder.rglob("*")) if file.is_file()}
    alike: dict[str, str] = {}
    for name in found:
        if (other := alike.setdefault(name.casefold(), name)) != name:  # a disk of another system holds one of them
            raise refuse("build.theme_alike", Place(f"theme/static/{name}"), other=other)
    if _TOKENS not in found:
        raise refuse("build.theme", Place(f"theme/static/{_TOKENS}"), file=_TOKENS, detail="?")
    return found


def _joined(tokens: Path, folder: Path) -> bytes:
    """Tokens, then the parts in the order of their numbers: one request instead of many, without what only people read."""
    parts = sorted(folder.glob("*.css"))
    if not parts:
        raise refuse("build.theme", Place("theme/styles"), file="styles", detail="?")
    text = _COMMENT.sub("", "\n".join(file.read_text("utf-8") for file in (tokens, *parts)))
    return "".join(f"{line.rstrip()}\n" for line in text.split("\n") if line.strip()).encode()
