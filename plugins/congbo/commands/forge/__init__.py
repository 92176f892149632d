"""``congbo forge``: what the workflows of a forge run with the rights of the main branch, one module each."""

from __future__ import annotations

from collections.abc import Sequence

from congbo.commands.verbs import run_verb

VERBS = ("hosting", "attest", "collect", "publish", "comment", "settings")


def main(argv: Sequence[str]) -> int:
    """Run one verb."""
    return run_verb("forge", VERBS, argv)
