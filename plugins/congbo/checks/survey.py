"""Judges some items, alone and beside each other."""

from __future__ import annotations

from collections.abc import Sequence

from congbo.checks.alone import Ground, judge_alone
from congbo.checks.judge import concluded, nearby
from congbo.finding import Finding


def about(ground: Ground, pages: Sequence[str]) -> list[Finding]:
    """Return what is said of some items alone, and of them beside each other; nothing about what they are only a part of."""
    judged = [one for _, one in judge_alone(ground, pages)]
    corpus = ground.corpus([one.reading for one in judged if one.reading], pages)
    about_items = [finding for one in judged for finding in one.findings]
    return concluded(corpus, [*about_items, *nearby(corpus)])
