"""Its presence puts ``tests/`` on the path, so that every test can import the helpers in ``support``."""

from __future__ import annotations

import gc
from functools import lru_cache

import pytest

from congbo.policy import load

# Thousands of tests load policies that differ from the real ones in one file. A file's nodes follow from its text and
# its path alone and are frozen: those of a text that was read before are given again. Two thirds of a load are saved.
load.compose = lru_cache(maxsize=1000)(load.compose)


def pytest_collection_finish(session: pytest.Session) -> None:
    """What is there now stays until the end: the collector of garbage need not look through it again and again."""
    gc.collect()
    gc.freeze()
