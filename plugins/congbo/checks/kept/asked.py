"""What is said anew each time: what policies ask of few items, and checks that do not declare how far they look."""

from __future__ import annotations

from congbo.checks import HOUSE_CHECKS
from congbo.checks.kept.near import everything
from congbo.checks.kept.scene import Scene
from congbo.checks.kept.sheets import SHOWN
from congbo.checks.kept.tables import Tables


def say_asked(tables: Tables, scene: Scene) -> set[str]:
    """Say what policies say of items; return the paths where something else is said now."""
    turned: set[str] = set()
    for name, check in HOUSE_CHECKS.items():
        if check.asked_by:
            pages = tables.sheets.by(SHOWN, check.asked_by(scene.policy))
            corpus = scene.corpus(tables.sheets.of(pages).values())
            turned |= tables.words.put(f"asked:{name}", check.around(corpus))
    return turned


def say_undeclared(tables: Tables, scene: Scene) -> set[str]:
    """Say what the checks say that are told of everything; return the paths where something else is said now."""
    if not scene.undeclared:
        return set()
    corpus = everything(tables, scene).corpus
    found = (finding for check in scene.undeclared for finding in check(corpus))
    return tables.words.put("undeclared", found)
