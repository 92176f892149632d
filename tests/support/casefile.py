"""Reads a case: one Markdown page that holds files, a question and the findings expected (``tests/cases/README.md``).

What a page says wrongly is a ValueError, raised when its files or expectations are asked for: only its own tests fail.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from support.trees import real_policies

TODAY = date(2026, 11, 22)
_BLOCK = re.compile(r"^```(\S+)(?: ([^\n]*))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SETTING = re.compile(r"^(today|also judge|planned): (.+)$", re.MULTILINE)
_EXPECTED = re.compile(r"(error|warning|info) (\S+) (\S+?)(?::(\d+|@\S+?))?(?::(\d+))?(?: (.+))?")
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")
_CHANGE = re.compile(r"((?:^@.*\n)?)((?:^-.*\n)*)((?:^\+.*\n)*)", re.MULTILINE)


@dataclass(frozen=True)
class Expected:
    """One line of an ``expect`` block; ``rules`` leads with the rule that speaks, then those that say the same."""

    severity: str
    rules: tuple[str, ...]
    path: str
    line: int
    column: int
    fragment: str
    written: str


@dataclass(frozen=True)
class Case:
    """One situation, as its page writes it."""

    path: Path
    text: str

    @property
    def check(self) -> str:
        """Return the check that the case is about: its folder."""
        return self.path.parent.name

    @property
    def planned(self) -> bool:
        """Tell whether the case waits for a check that does not exist yet."""
        return self.text.startswith("planned: ")

    @property
    def reasoning(self) -> str:
        """Return the prose of the page, without settings and blocks."""
        return _SETTING.sub("", _BLOCK.sub("", self.text)).strip()

    @cached_property
    def settings(self) -> Mapping[str, str]:
        """Return the settings by name."""
        return dict(_SETTING.findall(_BLOCK.sub("", self.text)))

    @property
    def today(self) -> date:
        """Return the day of the check."""
        return date.fromisoformat(self.settings["today"]) if "today" in self.settings else TODAY

    @property
    def judged(self) -> tuple[str, ...]:
        """Return the paths whose findings count."""
        also = self.settings.get("also judge", "")
        return (*self.files, *filter(None, re.split(r",\s*", also)))

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """Return the files that lie over the real policies; there is no other content."""
        blocks = [
            (kind, *words.partition(" ")[::2], content) for kind, words, content in self._blocks if kind != "expect"
        ]
        return {name: _written(kind, name, flag, content) for kind, name, flag, content in blocks}

    @cached_property
    def expected(self) -> tuple[Expected, ...]:
        """Return the findings that the page expects."""
        contents = [content for kind, _, content in self._blocks if kind == "expect"]
        if len(contents) != 1 or "```" in self.reasoning:
            raise ValueError(f"{self.path}: not one expect block, or a block that is not closed")
        return tuple(self._expectation(line) for line in contents[0].splitlines() if line)

    @property
    def _blocks(self) -> list[tuple[str, str, str]]:
        return _BLOCK.findall(self.text)

    def _expectation(self, written: str) -> Expected:
        found = _EXPECTED.fullmatch(written)
        if not found:
            raise ValueError(f"{self.path}: not an expectation: {written}")
        severity, rules, path, at, column, fragment = found.groups(default="")
        line = self._line_with(path, at[1:]) if at.startswith("@") else int(at or 0)
        return Expected(severity, tuple(rules.split("+")), path, line, int(column or 0), fragment, written)

    def _line_with(self, path: str, word: str) -> int:
        data = self.files.get(path) or real_policies()[path]
        return next(number for number, line in enumerate(data.decode().splitlines(), 1) if word in line.split())


def read_case(path: Path) -> Case:
    """Return the case that a page holds."""
    return Case(path, path.read_text("utf-8"))


def _written(kind: str, name: str, flag: str, content: str) -> bytes:
    if flag not in ("", "escape"):
        raise ValueError(f"unknown flag {flag!r} of {name}")
    text = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), content) if flag else content
    if kind == "file":
        return text.encode()
    if kind == "replace":
        return _replaced(real_policies()[name].decode(), text, name).encode()
    raise ValueError(f"unknown block {kind!r}")


def _replaced(whole: str, edit: str, name: str) -> str:
    """Replace runs of ``-`` lines by the ``+`` lines after them, below the ``@`` line if there is one."""
    for anchor, removed, added in filter(any, _CHANGE.findall(edit)):
        start = _only(whole, anchor[1:], name) if anchor else 0
        old, new = (re.sub("^[-+]", "", lines, flags=re.MULTILINE) for lines in (removed, added))
        at = f"\n{whole}".find(f"\n{old}", start) if anchor else _only(whole, old, name)
        if at < 0:
            raise ValueError(f"{name}: not below {anchor}\n{old}")
        whole = whole[:at] + new + whole[at + len(old) :]
    return whole


def _only(whole: str, lines: str, name: str) -> int:
    """Return where the lines stand in the file, if they stand there once."""
    if f"\n{whole}".count(f"\n{lines}") != 1:
        raise ValueError(f"{name}: not exactly once in the file:\n{lines}")
    return f"\n{whole}".find(f"\n{lines}")
