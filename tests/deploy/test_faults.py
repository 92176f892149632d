"""A short sample of ``scripts/faults``: killed, out of space, read only, two at once. What is served is one whole release."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from congbo.deploy.draft import draft
from support.releases import (
    DONE,
    REFUSED,
    die,
    forked,
    healed,
    no_space,
    publish,
    read_only,
    served,
    troubled,
    waited,
    writes,
)

KILLED = -9


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Four versions published, so that the next one also prunes."""
    for version in range(1, 5):
        publish(tmp_path, version)
    return tmp_path


def spread(home: Path, most: int = 16) -> list[int]:
    """Writes all over a publication, the last ones among them: the swap lies near the end."""
    count = writes(home, 5)
    return sorted({*range(1, count, max(1, count // most)), *range(count - 5, count + 1)})


def test_killed_anywhere_the_old_or_the_new_release_is_served_and_the_next_run_heals(home: Path) -> None:
    seen = set()
    for at in spread(home):
        old = served(home)
        assert troubled(home, old + 1, at, die) == KILLED
        now = served(home)
        assert now in (old, old + 1)
        seen.add(now - old)
        healed(home, old + 2)
    assert seen == {0, 1}, "some kills have to come before the swap and some after it"


@pytest.mark.parametrize("strike", [no_space, read_only])
def test_a_write_that_fails_is_a_refusal_and_what_was_live_stays(home: Path, strike: object) -> None:
    for at in spread(home, 8):
        old = served(home)
        ended = troubled(home, old + 1, at, strike)  # type: ignore[arg-type]
        assert ended in (DONE, REFUSED)
        assert served(home) == (old + 1 if ended == DONE else old)
        healed(home, old + 2)


def test_two_at_once(home: Path) -> None:
    """One of them may be refused; both together leave one whole release."""
    for _ in range(4):
        old = served(home)
        ends = [waited(pid) for pid in [forked(lambda v=old + n: publish(home, v)) for n in (1, 2)]]  # type: ignore[misc]
        assert set(ends) <= {DONE, REFUSED}
        assert DONE in ends
        assert served(home) in (old + 1, old + 2)
        healed(home, old + 3)


def test_killed_between_two_files(home: Path) -> None:
    read, write = os.pipe()

    def work() -> None:
        with draft(home) as made:
            made.put("dl/internet/index.html", b"x" * 5_000_000, None)
            os.write(write, b".")
            signal.pause()

    pid = forked(work)
    os.read(read, 1)
    os.kill(pid, signal.SIGKILL)
    assert waited(pid) == KILLED
    assert served(home) == 4
    healed(home, 5)
