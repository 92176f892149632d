"""The publisher that stays: it publishes at once, whenever something waits and when a moment comes, and outlives a fault."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from congbo.commands.server.watching import Sign, sign_of, watch
from congbo.dates import VIETNAM
from congbo.errors import refuse
from congbo.server.layout import wanted_of

LATER = datetime(2126, 1, 1, tzinfo=VIETNAM)


@pytest.fixture(autouse=True)
def handlers() -> Iterator[None]:
    kept = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


class Publisher:
    """Ends the process' watch after so many publications. ``due``: what each returns; a text is a fault of that key."""

    def __init__(self, *due: datetime | str) -> None:
        self.due = due
        self.moments: list[datetime] = []

    def __call__(self, at: datetime) -> datetime:
        self.moments.append(at)
        due = self.due[len(self.moments) - 1]
        if len(self.moments) == len(self.due):
            os.kill(os.getpid(), signal.SIGTERM)
        if isinstance(due, str):
            raise refuse(due)
        return due


def test_it_publishes_at_once_and_whenever_something_waits() -> None:
    looks = iter([0, 0, 0, 1, 1, 1, 2, 2, 2])
    publisher = Publisher(LATER, LATER, LATER)
    watch(Sign(lambda: next(looks), 0), publisher, "vi")
    assert len(publisher.moments) == 3


def test_it_publishes_when_a_moment_comes() -> None:
    past = datetime.now(VIETNAM) - timedelta(hours=1)
    publisher = Publisher(past, LATER)
    watch(Sign(lambda: 0, 0), publisher, "vi")
    assert len(publisher.moments) == 2


def test_a_fault_is_told_and_does_not_end_it(capsys: pytest.CaptureFixture[str]) -> None:
    looks = iter([0, 1, 1, 1])
    publisher = Publisher("server.publish.no_register", LATER)
    watch(Sign(lambda: next(looks), 0), publisher, "vi")
    assert len(publisher.moments) == 2
    assert "Sổ biên nhận" in capsys.readouterr().err


def test_the_server_tells_by_its_file(tmp_path: Path) -> None:
    sign = sign_of(str(tmp_path))
    before = sign.look()
    wanted_of(tmp_path).parent.mkdir(parents=True)
    wanted_of(tmp_path).write_text("a\n")
    assert sign.look() != before
    assert sign_of(str(tmp_path / "khong-co")).look() == ""
