"""How often the collector of circles looks: as before when the block has ended, whatever ends it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest

from congbo.forked import in_batches
from congbo.resting import resting, seldom


@pytest.fixture(autouse=True)
def usual() -> Iterator[None]:
    """Python's own numbers: tests have others."""
    was = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield
    gc.set_threshold(*was)


def looks(numbers: object) -> list[tuple[int, int, int]]:
    return [gc.get_threshold()]


def test_other_processes_look_seldom_and_this_one_as_before_afterwards() -> None:
    before = gc.get_threshold()
    found = list(in_batches(looks, [1, 2, 3], 1, worth=1))
    assert len(found) == 3
    assert all(often[0] > 10 * before[0] for often in found)
    assert gc.get_threshold() == before


@pytest.mark.parametrize("block", [resting, seldom])
def test_what_fails_leaves_the_collector_as_it_was(block: Callable[[], AbstractContextManager[None]]) -> None:
    before = gc.isenabled(), gc.get_threshold()
    with pytest.raises(ValueError, match="x"), block():
        assert (gc.isenabled(), gc.get_threshold()) != before
        raise ValueError("x")
    assert (gc.isenabled(), gc.get_threshold()) == before
