"""``congbo review refuse``: a decision, signed by the person who takes it."""

from __future__ import annotations

from collections.abc import Sequence

from congbo.commands.review.deciding import decide


def main(argv: Sequence[str]) -> int:
    """Sign and send the decision."""
    return decide(argv, "refuse", "refuse")
