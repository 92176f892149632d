"""The commands: a module each with ``main(argv) -> int``: parse, call, print, return. The table is written, not found."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from congbo.resting import resting

COMMANDS = (
    "check",
    "rules",
    "explain",
    "fix",
    "due",
    "records",
    "schema",
    "review",
    "desk",
    "keys",
    "owners",
    "build",
    "publish",
    "rollback",
    "status",
    "search",
    "scheduled",
    "serve",
    "server",
    "forge",
)


def run(name: str, argv: Sequence[str]) -> int:
    """Run one command. Only its own module is imported: a check before a commit must not wait for Pelican."""
    with resting():
        command = import_module(f"congbo.commands.{name}")
    code: int = command.main(argv)
    return code
