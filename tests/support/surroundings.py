"""What may differ from one build to another without a byte of it being another: each by itself, or all at once."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from support.repositories import ROOT, TODAY, git, snapshot

# Shifts what the library calls the time: the moment that a build shows is told, so that no clock has a say.
LATER = "import time\n_now = time.time\ntime.time = lambda: _now() + 86_400 * 400\n"
TITLE = re.compile(rb"(?m)(^title: \"?)")  # where the words of a title begin


@dataclass
class Surroundings:
    """A clone in a folder, and how a build of it is run."""

    folder: Path
    name: str = "kho"
    env: dict[str, str] = field(default_factory=dict)
    umask: int = 0o022
    processors: int = 0

    @property
    def clone(self) -> Path:
        """Return where the clone lies."""
        return self.folder / self.name

    def run(self, *words: str) -> None:
        """Run a command of congbo on the clone."""
        done = subprocess.run(
            [sys.executable, "-m", "congbo", "-C", str(self.clone), *words],
            env=os.environ | self.env, cwd=self.folder, capture_output=True, text=True, preexec_fn=self._limited,
            check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr

    def publish(self) -> dict[str, bytes]:
        """Publish, and return what is shown."""
        self.run("publish", "--today", TODAY)
        return snapshot(self.clone / "public")

    def _limited(self) -> None:
        os.umask(self.umask)
        if self.processors:
            os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: self.processors])


def cloned(folder: Path) -> Surroundings:
    """Return a clone of this repository in a new folder."""
    folder.mkdir()
    made = Surroundings(folder)
    git(folder, "clone", "-q", str(ROOT), str(made.clone))
    return made


def _path(one: Surroundings) -> None:
    moved = one.folder / "sâu hơn" / "một thư mục khác"
    moved.parent.mkdir()
    one.clone.rename(moved)
    one.folder, one.name = moved.parent, moved.name


def _zone(one: Surroundings) -> None:
    one.env["TZ"] = "America/New_York"


def _locale(one: Surroundings) -> None:
    one.env |= {"LC_ALL": "C", "LANG": "C"}


def _seed(one: Surroundings) -> None:
    one.env["PYTHONHASHSEED"] = "4711"


def _order(one: Surroundings) -> None:
    """The files were written the other way round, so that folders list them otherwise."""
    for name in ("content", "policies", "theme"):
        old = one.clone / name
        new = old.with_name(f"{name}.moi")
        for file in sorted((file for file in old.rglob("*") if file.is_file()), reverse=True):
            to = new / file.relative_to(old)
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(file, to)
        shutil.rmtree(old)
        new.rename(old)


def _umask(one: Surroundings) -> None:
    one.umask = 0o077


def _times(one: Surroundings) -> None:
    for number, file in enumerate(sorted((one.clone / "content").rglob("*"))):
        os.utime(file, (number * 1_000, number * 1_000))


def _clock(one: Surroundings) -> None:
    (one.folder / "sitecustomize.py").write_text(LATER)
    one.env["PYTHONPATH"] = os.pathsep.join((str(one.folder), os.environ.get("PYTHONPATH", "")))


def _processors(one: Surroundings) -> None:
    one.processors = 1


def _user(one: Surroundings) -> None:
    home = one.folder / "nha"
    home.mkdir()
    one.env |= {"HOME": str(home), "USER": "bien-tap", "LOGNAME": "bien-tap"}


def _warm(one: Surroundings) -> None:
    one.publish()
    shutil.rmtree(one.clone / ".congbo")
    (one.clone / "public").unlink()


def _step_by_step(one: Surroundings) -> None:
    """Something else was published before: an item less, another title."""
    pages = sorted((one.clone / "content").rglob("*.md"))[::40]
    texts = {page: page.read_bytes() for page in pages}
    for page in pages:
        page.write_bytes(TITLE.sub(rb"\1" + "Trước đây, ".encode(), texts[page], count=1))
    one.publish()
    for page, text in texts.items():
        page.write_bytes(text)


VARIATIONS: Mapping[str, Callable[[Surroundings], None]] = {
    "path": _path, "time zone": _zone, "locale": _locale, "hash seed": _seed, "order in folders": _order, "umask": _umask,
    "times of files": _times, "clock": _clock, "processors": _processors, "user": _user, "facts kept": _warm,
    "step by step": _step_by_step,
}  # fmt: skip
