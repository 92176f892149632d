"""Its presence puts ``tests/`` on the path, so that every test can import the helpers in ``support``."""

from __future__ import annotations

import gc
from functools import lru_cache

import pytest

from congbo.facts import corpus
from congbo.policy import load

# Thousands of tests load policies that differ from the real ones in one file, and hundreds look through the attachments
# of this repository. A file's nodes follow from its text and its path alone, what an attachment is from its bytes and its
# name, and both are frozen: those of a file that was met before are given again. A load then takes a third of its time.
load.compose = lru_cache(maxsize=1000)(load.compose)
corpus.inspect = lru_cache(maxsize=500)(corpus.inspect)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes most of a minute begins first: at the end one worker would wait for the other."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


def pytest_collection_finish(session: pytest.Session) -> None:
    """What is there now stays until the end: the collector of garbage need not look through it again and again."""
    gc.collect()
    gc.freeze()
