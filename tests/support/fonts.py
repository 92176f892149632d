"""The typefaces of this machine, as fontconfig lists them."""

from __future__ import annotations

import shutil
import subprocess


def listed_fonts(of: str = "") -> str:
    """Return a line for each typeface, of a language (``:lang=zh-cn``) if one is named; "" where nobody can tell."""
    if not shutil.which("fc-list"):
        return ""
    words = ["fc-list", *([of] if of else [])]
    return subprocess.run(words, capture_output=True, text=True, check=False).stdout
