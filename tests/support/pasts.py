"""Made histories of a branch with what they say of each file, worked out beside git: by the ids that the files carry."""

from __future__ import annotations

import random
import subprocess
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from congbo.dates import VIETNAM
from congbo.frozen import replace
from support.repositories import git

SECTIONS = ("content/dl/tin/2025", "content/dl/tin/2026", "content/dl/thông báo/2026", "content/dl/2026")
START = 1_700_000_000


@dataclass(frozen=True)
class Past:
    """What is to be known of a file: the times of its commits, its people, its addresses and its earlier forms."""

    times: tuple[int, ...]
    people: tuple[str, ...]
    earlier: tuple[str, ...] = ()
    forms: tuple[tuple[str, bytes], ...] = ()

    @property
    def moments(self) -> tuple[datetime, ...]:
        """Return the times as the program gives them."""
        return tuple(datetime.fromtimestamp(time, VIETNAM) for time in self.times)


@dataclass
class Making:
    """A branch that grows by random commits; ``after`` are what is known of each file after each of them."""

    dice: random.Random
    files: dict[str, bytes] = field(default_factory=dict)
    known: dict[str, Past] = field(default_factory=dict)
    after: list[dict[str, Past]] = field(default_factory=list)
    stream: list[bytes] = field(default_factory=list)
    ids: int = 0

    def grow(self) -> None:
        """Make one commit of up to four works on different files, now and then as the merge of a branch."""
        number = len(self.after)
        # Now and then a clock that went wrong.
        time = START + number * 3600 - self.dice.choice((0, 0, 0, 0, 9000))
        who = self.dice.choice(("Ông Một", "Bà Hai", "Tổ Ba"))
        before, busy = dict(self.files), set[str]()
        works = (self._add, self._add, self._edit, self._delete, self._move, self._swap, self._beside, self._outside)
        for work in self.dice.choices(works, k=self.dice.randint(0, 4)):
            work(time, who, busy)
        merged = self.dice.random() < 0.3 and number > 0
        self.stream += [_commit("nhanh", time - 9, who, _drafts(before), number), b""] if merged else []
        self.stream.append(_commit("main", time, who, self.files, number, merge=merged))
        self.after.append(dict(self.known))

    def _free(self, busy: set[str], folder: str = "") -> str:
        names = [f"{folder or self.dice.choice(SECTIONS)}/bài {n}.md" for n in range(9)]
        free = [name for name in names if name not in self.files and name not in busy]
        name = self.dice.choice(free or [f"{SECTIONS[0]}/thêm-{self.dice.random()}.md"])
        busy.add(name)
        return name

    def _any(self, busy: set[str]) -> str:
        idle = sorted(set(self.known) - busy)
        name = self.dice.choice(idle) if idle else ""
        busy.add(name)
        return name

    def _item(self, text: str = "") -> bytes:
        self.ids += 1
        lines = [f"{self.dice.random()} {self.ids}\n" for _ in range(12)]
        return f"---\nid: dl-2026-{self.ids:04d}\n---\n{text or ''.join(lines)}".encode()

    def _begin(self, name: str, data: bytes, time: int, who: str) -> None:
        self.files[name] = data
        self.known[name] = Past((time,), (who,), (), ((name, data),))

    def _go_on(self, old: str, name: str, data: bytes, time: int, who: str) -> None:
        self.files.pop(old)
        self.files[name] = data
        past = self.known.pop(old)
        moved = old != name and old.count("/") == name.count("/")
        self.known[name] = replace(
            past,
            times=(*past.times, time),
            people=past.people if who in past.people else (*past.people, who),
            earlier=(*past.earlier, old) if moved else past.earlier,
            forms=(*past.forms, (name, data)),
        )

    def _add(self, time: int, who: str, busy: set[str]) -> None:
        self._begin(self._free(busy), self._item(), time, who)

    def _edit(self, time: int, who: str, busy: set[str]) -> None:
        if name := self._any(busy):
            self._go_on(name, name, self.files[name] + b"more\n", time, who)

    def _delete(self, time: int, who: str, busy: set[str]) -> None:
        if name := self._any(busy):
            del self.files[name], self.known[name]

    def _move(self, time: int, who: str, busy: set[str]) -> None:
        if name := self._any(busy):
            past = self.known[name]
            back = [one for one in past.earlier if one not in self.files and one not in busy]
            to = self.dice.choice(back) if back and self.dice.random() < 0.5 else self._free(busy)
            busy.add(to)
            more = b"moved\n" if self.dice.random() < 0.5 else b""
            self._go_on(name, to, self.files[name] + more, time, who)

    def _swap(self, time: int, who: str, busy: set[str]) -> None:
        """Two items change places: to git, and to us, each file has a new text."""
        one, other = self._any(busy), self._any(busy)
        if one and other:
            first, second = self.files[one], self.files[other]
            self._go_on(one, one, second, time, who)
            self._go_on(other, other, first, time, who)

    def _beside(self, time: int, who: str, busy: set[str]) -> None:
        """An item goes and another one with nearly its text comes: no rename, whatever git takes it for."""
        if name := self._any(busy):
            text = self.files.pop(name).decode().split("---\n", 2)[2]
            del self.known[name]
            self._begin(self._free(busy), self._item(text), time, who)

    def _outside(self, time: int, who: str, busy: set[str]) -> None:
        """What is no content is no matter."""
        self.files["policies/x.yml"] = f"{time}\n".encode()


def made(folder: Path, seed: int, commits: int) -> tuple[list[str], list[dict[str, Past]]]:
    """Make a bare repository; return the commits of its branch, oldest first, and what is known after each."""
    making = Making(random.Random(seed))  # noqa: S311
    for _ in range(commits):
        making.grow()
    git(folder.parent, "init", "-q", "--bare", "-b", "main", str(folder))
    told = b"".join(making.stream)
    subprocess.run(["git", "fast-import", "--quiet"], cwd=folder, input=told, check=True)
    return git(folder, "rev-list", "--first-parent", "--reverse", "main").split(), making.after


def _drafts(files: dict[str, bytes]) -> dict[str, bytes]:
    """What stood on the branch that is merged: nothing of it counts."""
    return {f"{name}.md": data for name, data in files.items()} | {f"{SECTIONS[0]}/nháp.md": b"draft\n"}


def _commit(branch: str, time: int, who: str, files: dict[str, bytes], number: int, *, merge: bool = False) -> bytes:
    person = f"{who} <a@b.example> {time} +0700"
    head = f"commit refs/heads/{branch}\nauthor {person}\ncommitter {person}\ndata 1\nx\n"
    if branch != "main":
        head = f"reset refs/heads/{branch}\nfrom refs/heads/main\n\n{head}"
    if merge:
        head += "merge refs/heads/nhanh\n"
    texts = [f'M 100644 inline "{name}"\ndata {len(data)}\n'.encode() + data + b"\n" for name, data in files.items()]
    return head.encode() + b"deleteall\n" + b"".join(texts)
