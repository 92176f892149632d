"""``congbo review``: what a change needs, the gate, and all that people do about a change, one module each."""

from __future__ import annotations

from collections.abc import Sequence

from congbo.commands.verbs import run_verb
from congbo.resting import resting

VERBS = (
    "needs",
    "gate",
    "submit",
    "status",
    "show",
    "approve",
    "return",
    "refuse",
    "publish",
    "merge",
    "slip",
    "record",
    "remind",
    "takedown",
    "stop",
    "banner",
    "emergency",
    "recover",
    "checkpoint",
)


def main(argv: Sequence[str]) -> int:
    """Run one verb."""
    with resting():
        return run_verb("review", VERBS, argv)
