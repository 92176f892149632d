"""The pictures of the editors' guide, and of which files of the desk they were taken."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from support.repositories import ROOT

PACKAGE = ROOT / "plugins/congbo"
PICTURES = PACKAGE / "locales/vi/guide"
# What is seen on the desk: its templates, its look, its words.
_BASE = ("templates/base.html", "static/desk.css")
_SHOWS = {
    "ban-duyet": ("templates/list.html", *_BASE),
    "thay-doi": ("templates/change.html", *_BASE),
    "tra-lai": ("templates/change.html", *_BASE),
    "ky": ("templates/sign.html", *_BASE),
}


def shown() -> Path:
    """Return the file that says of what the pictures were taken."""
    return PICTURES / "pictures.json"


def sums() -> Mapping[str, str]:
    """Return picture -> the sum of the files that it shows, as they are now."""
    return {name: _sum([PACKAGE / "commands/desk" / file for file in files]) for name, files in _SHOWS.items()}


def noted() -> str:
    """Return what the file says if all pictures are new."""
    return json.dumps(sums(), indent=1) + "\n"


def _sum(files: list[Path]) -> str:
    return sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()
