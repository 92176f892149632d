"""A small site that is published again and again while something goes wrong; what is served has to be one whole release."""

from __future__ import annotations

import errno
import json
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NoReturn

from congbo.deploy.draft import draft, finish
from congbo.deploy.live import swap
from congbo.deploy.manifest import ReleaseFacts
from congbo.deploy.places import names, places
from congbo.deploy.prune import prune
from congbo.deploy.sweep import sweep
from congbo.errors import CongboError
from support.repositories import snapshot

# What Python tells before it opens for writing, links, renames or removes: each is a place to die at.
WRITES = (
    "open", "os.mkdir", "os.link", "os.symlink", "os.rename", "os.remove", "os.rmdir", "os.truncate",
)  # fmt: skip
DONE, REFUSED, BROKEN = 0, 1, 70


def site(version: int) -> dict[str, bytes]:
    """A site of some thirty files; each version changes, adds and removes some."""
    pages = {f"dl/internet/tin/2026/bai-{n}/index.html": b"bai" * 400 for n in range(20)}
    changed = {f"dl/internet/tin/2026/bai-{version * 3 % 20}/index.html": b"ban %d" % version * 500}
    new = {f"dl/internet/tin/2026/moi-{version}/index.html": b"moi %d" % version, f"qn/wan/{version % 2}/a.css": b"x"}
    fronts = dict.fromkeys(("index.html", "dl/internet/index.html", "dl/internet/atom.xml"), b"ban %d" % version)
    return pages | changed | new | fronts


def publish(home: Path, version: int) -> None:
    """Publish a version as the command does: draft, finish, swap, prune."""
    with draft(home) as made:
        wanted = site(version)
        for path, data in wanted.items():
            made.put(path, data, f"id-{version}")
        for path, _ in made.previous or ():
            if path not in wanted:
                made.remove(path)
        done = finish(made, ReleaseFacts(f"{version:040d}", None, date(2026, 11, 22)))
        swap(made.where, home / "public", done.folder)
        prune(made.where)


def served(home: Path) -> int:
    """Return the version that is served, 0 for none. Raises AssertionError if it is not exactly that version."""
    if not (home / "public").exists():
        assert not (home / "public").is_symlink(), "the link leads nowhere"
        return 0
    found = snapshot(home / "public")
    told = json.loads(found.pop("manifest.json"))
    version = int(told["commit"])
    assert found == site(version), f"what is served is not version {version}"
    assert list(told["files"]) == sorted(found)
    return version


def healed(home: Path, version: int) -> None:
    """Publish once more; nothing may be left that no release needs, and every release has to be whole."""
    publish(home, version)
    assert served(home) == version
    where = places(home)
    left = [name for name in names(where.root) if name.startswith(("draft-", "work-", "gone-", "."))]
    assert left == [], left
    before = _directories(where.objects)
    sweep(where, where.complete())
    assert _directories(where.objects) == before, "something was left that no release needs"
    for name in where.complete():
        found = snapshot(where.release(name))
        assert sorted(json.loads(found.pop("manifest.json"))["files"]) == sorted(found)


def must(holds: bool, otherwise: str) -> None:
    """Raise AssertionError with a sentence unless something holds; unlike ``assert`` in every mode of Python."""
    if not holds:
        raise AssertionError(otherwise)


def _directories(top: Path) -> set[str]:
    return {str(folder) for folder in top.rglob("*") if folder.is_dir() and not folder.is_symlink()}


@dataclass
class Trouble:
    """Counts what is about to be written below a folder and strikes at the n-th time; 0 only counts."""

    home: Path
    at: int
    strike: Callable[[], None]
    seen: int = 0
    events: list[str] = field(default_factory=list)

    def __call__(self, event: str, words: tuple[object, ...]) -> None:
        """Be told of an event by Python itself."""
        if event in WRITES and self._ours(event, words):
            self.seen += 1
            self.events.append(event)
            if self.seen == self.at:
                self.strike()

    def _ours(self, event: str, words: tuple[object, ...]) -> bool:
        if event == "open":
            flags = words[2] if isinstance(words[2], int) else 0
            if not flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
                return False
        path = words[0]
        return not isinstance(path, int) and (not str(path).startswith("/") or str(self.home) in str(path))


def die() -> None:
    """Die as of a power cut to the process: nothing is cleaned up."""
    os.kill(os.getpid(), signal.SIGKILL)


def no_space() -> None:
    """Fail as a full disk does."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "day")


def read_only() -> None:
    """Fail as a disk that was mounted for reading does."""
    raise OSError(errno.EROFS, os.strerror(errno.EROFS), "chi-doc")


def forked(work: Callable[[], None]) -> int:
    """Run in a process of its own; return its pid."""
    pid = os.fork()
    if not pid:
        _ended(work)
    return pid


def _ended(work: Callable[[], None]) -> NoReturn:
    code = BROKEN
    try:
        work()
        code = DONE
    except CongboError:
        code = REFUSED
    except BaseException as error:
        sys.stderr.write(f"{error!r}\n")
    finally:
        os._exit(code)


def waited(pid: int) -> int:
    """Return how a process ended: its exit code, or minus the signal that killed it."""
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def troubled(home: Path, version: int, at: int, strike: Callable[[], None]) -> int:
    """Publish in a process of its own, struck at its n-th write; return how it ended."""

    def work() -> None:
        sys.addaudithook(Trouble(home, at, strike))
        publish(home, version)

    return waited(forked(work))


def writes(home: Path, version: int) -> int:
    """Return how many writes a publication takes: places to strike at."""
    told, tell = os.pipe()

    def work() -> None:
        counted = Trouble(home, 0, die)
        sys.addaudithook(counted)
        publish(home, version)
        os.write(tell, str(counted.seen).encode())

    assert waited(forked(work)) == DONE
    os.close(tell)
    with os.fdopen(told) as pipe:
        return int(pipe.read())
