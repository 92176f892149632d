"""``congbo review``: what a change needs, the gate, and all that people do about a change, one module each."""

from __future__ import annotations

import gc
from collections.abc import Sequence

from congbo.commands.verbs import run_verb

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
    gc.disable()  # as of `congbo check`: a run makes much and drops little
    return run_verb("review", VERBS, argv)
