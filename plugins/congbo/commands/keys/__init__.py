"""``congbo keys``: keys that come, change and go, one module for each verb. Private keys are never touched."""

from __future__ import annotations

from collections.abc import Sequence

from congbo.commands.verbs import run_verb

VERBS = ("enrol", "rotate", "retire", "check")


def main(argv: Sequence[str]) -> int:
    """Run one verb."""
    return run_verb("keys", VERBS, argv)
