"""The manifest of a build: the four things it is a function of, and every file with its digest and source."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

NAME = "manifest.json"


def manifest(
    folder: Path, sources: Mapping[str, str | None], commit: str, changed: int, today: date, mark: str = ""
) -> bytes:
    """Return the manifest of a build folder; ``sources`` maps each file to its item id or None.

    ``commit`` says what was built; a working folder with changes is marked, for such a build can never be made again.
    ``mark`` says of a preview that it is one.
    """
    files = {
        path: {"sha256": hashlib.sha256((folder / path).read_bytes()).hexdigest(), "source": sources[path]}
        for path in sorted(sources)
    }
    document = {
        "commit": f"{commit}+{changed}" if changed else commit,
        "receipts": None,
        "today": today.isoformat(),
        **({"mark": mark} if mark else {}),
        "files": files,
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
