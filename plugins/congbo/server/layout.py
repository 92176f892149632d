"""Where the server keeps its own things: in ``congbo/`` inside the bare repository."""

from __future__ import annotations

from pathlib import Path

FOLDER = "congbo"


def key_of(root: Path) -> Path:
    """Return the file of the key that signs receipts."""
    return root / FOLDER / "receipts_key"


def signers_of(root: Path) -> Path:
    """Return the copy of the target's ``allowed_signers``, by which git looks at signed pushes."""
    return root / FOLDER / "allowed_signers"


def journal_of(root: Path) -> Path:
    """Return the file of pushes that were let in and have no receipt yet."""
    return root / FOLDER / "pushes"


def wanted_of(root: Path) -> Path:
    """Return the file that tells the publisher which tip waits to be published."""
    return root / FOLDER / "spool" / "publish"
