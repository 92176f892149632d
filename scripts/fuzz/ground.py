"""What the fuzzer stands on: this repository's policies, and its files as seeds."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT / "tests")]  # the recipes of bad attachments are those of the tests

from congbo.policy import Policy  # noqa: E402
from support.made import RECIPES, made  # noqa: E402
from support.trees import real_policies, real_policy  # noqa: E402

POLICIES = real_policies()
LARGEST = 60_000

Seed = tuple[str, bytes]  # name, bytes


def policy() -> Policy:
    """Return this repository's policy, loaded once."""
    return real_policy()


@cache
def seeds() -> Mapping[str, Sequence[Seed]]:
    """Return the files to spoil, by target: items, attachments (those of the content and made ones), policies and records."""
    content = [
        file for file in sorted((ROOT / "content").rglob("*")) if file.is_file() and file.stat().st_size <= LARGEST
    ]
    items = [(file.relative_to(ROOT).as_posix(), file.read_bytes()) for file in content if file.suffix == ".md"]
    real = [(file.name, file.read_bytes()) for file in content if file.suffix != ".md"]
    recipes = [
        (f"{recipe.replace(' ', '-')}.{recipe.split('-')[0].split(' ')[0]}", made(recipe, "Noi dung.\n"))
        for recipe in sorted(RECIPES)
    ]
    small = [seed for seed in recipes if len(seed[1]) <= LARGEST]
    records = [(path, data) for path, data in POLICIES.items() if "/records/" in path]
    governed = [(path, data) for path, data in POLICIES.items() if len(data) <= LARGEST]
    return {"item": items, "attached": [*real[:80], *small], "policies": [*governed, *records * 3]}
