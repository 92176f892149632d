"""Its presence puts ``tests/`` on the path, so that every test can import the helpers in ``support``."""

from __future__ import annotations

import gc

import pytest

from support.met import remember

remember()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes most of a minute begins first: at the end one worker would wait for the other."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


def pytest_collection_finish(session: pytest.Session) -> None:
    """What is there now stays until the end: the collector of garbage need not look through it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 50, 100)
