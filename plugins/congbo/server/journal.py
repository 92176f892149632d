"""Pushes that were let in and have no receipt yet: written before git moves a ref, struck off with the receipt."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from congbo.errors import refuse
from congbo.place import Place
from congbo.server.layout import journal_of
from congbo.server.refs import Update


@dataclass(frozen=True)
class Pushed:
    """One update that was let in: by whom, when."""

    time: datetime
    person: str
    update: Update


def note(root: Path, pushed: tuple[Pushed, ...]) -> None:
    """Add pushes to the journal; they stand on the disk when this returns. Raises CongboError if they cannot be written."""
    with _locked(root):
        _write(root, (*_pushes(root), *pushed))


@contextmanager
def open_journal(root: Path) -> Iterator[list[Pushed]]:
    """Give the pushes without receipt, in their order; what is left in the list afterwards stays in the journal.

    Nobody else reads or writes the journal meanwhile, so receipts are written by one process at a time.
    """
    with _locked(root):
        before = _pushes(root)
        left = list(before)
        try:
            yield left
        finally:
            if tuple(left) != before:
                _write(root, tuple(left))


def _pushes(root: Path) -> tuple[Pushed, ...]:
    path = journal_of(root)
    lines = path.read_text("ascii").splitlines() if path.exists() else []
    return tuple(_read(root, number, line) for number, line in enumerate(lines, 1) if line)


def _write(root: Path, pushed: tuple[Pushed, ...]) -> None:
    """Replace the file at once: a crash leaves the old one or the new one."""
    path = journal_of(root)
    beside = path.with_name(f"{path.name}.new")
    with beside.open("w", encoding="ascii") as file:
        for one in pushed:
            line = {"time": one.time.isoformat(), "person": one.person, **asdict(one.update)}
            file.write(json.dumps(line, ensure_ascii=True) + "\n")
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def _read(root: Path, number: int, line: str) -> Pushed:
    try:
        told = json.loads(line)
        update = Update(told["old"], told["new"], told["ref"])
        return Pushed(datetime.fromisoformat(told["time"]), told["person"], update)
    except (ValueError, KeyError, TypeError) as error:
        raise refuse("server.journal", Place(str(journal_of(root)), number)) from error


@contextmanager
def _locked(root: Path) -> Iterator[None]:
    path = journal_of(root)
    try:
        with path.with_name(f"{path.name}.lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield
    except OSError as error:
        raise refuse("server.write", Place(str(path)), detail=error) from error
