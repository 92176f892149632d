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

from congbo.tree import LINK, PROGRAM, SUBMODULE
from support.made import made
from support.trees import real_policies

TODAY = date(2026, 11, 22)
_BLOCK = re.compile(r"^```(\S+)(?: ([^\n]*))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SETTING = re.compile(r"^(today|also judge|planned): (.+)$", re.MULTILINE)
_EXPECTED = re.compile(r"(error|warning|info) (\S+) (\S+?)(?::(\d+|@\S+?))?(?::(\d+))?(?: (.+))?")
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")
BEFORE = "before"
_ODD = (LINK, SUBMODULE, PROGRAM)
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
        return (*self.files, *self.before, *filter(None, re.split(r",\s*", also)))

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """Return the files that lie over the real policies; there is no other content."""
        entries = (entry for entry in self._entries if entry[0] != BEFORE)
        return {name: _written(kind, name, flags, content) for kind, name, flags, content in entries}

    @cached_property
    def before(self) -> Mapping[str, bytes]:
        """Return the content that the case's change is meant for; empty where the case is about no change."""
        return {name: content.encode() for kind, name, _, content in self._entries if kind == BEFORE}

    @cached_property
    def odd(self) -> Mapping[str, str]:
        """Return which of the files are no plain files, as ``Tree.odd`` has it."""
        return {name: kind for kind, name, _, _ in self._entries if kind in _ODD}

    @cached_property
    def expected(self) -> tuple[Expected, ...]:
        """Return the findings that the page expects."""
        contents = [content for kind, _, content in self._blocks if kind == "expect"]
        if len(contents) != 1 or "```" in self.reasoning:
            raise ValueError(f"{self.path}: not one expect block, or a block that is not closed")
        return tuple(self._expectation(line) for line in contents[0].splitlines() if line)

    @property
    def _entries(self) -> list[tuple[str, str, list[str], str]]:
        """Return kind, path, further words and content of every block but ``expect``."""
        heads = [(kind, words.split(" "), content) for kind, words, content in self._blocks if kind != "expect"]
        return [(kind, _unescaped(words[0]), words[1:], content) for kind, words, content in heads]

    @property
    def _blocks(self) -> list[tuple[str, str, str]]:
        return _BLOCK.findall(self.text)

    def _expectation(self, written: str) -> Expected:
        found = _EXPECTED.fullmatch(written)
        if not found:
            raise ValueError(f"{self.path}: not an expectation: {written}")
        severity, rules, path, at, column, fragment = found.groups(default="")
        path = _unescaped(path)
        line = self._line_with(path, at[1:]) if at.startswith("@") else int(at or 0)
        return Expected(severity, tuple(rules.split("+")), path, line, int(column or 0), fragment, written)

    def _line_with(self, path: str, word: str) -> int:
        data = self.files.get(path) or real_policies()[path]
        number = 0
        for one in word.split("@"):
            lines = enumerate(data.decode().splitlines(), 1)
            number = next(at for at, line in lines if at >= number and one in line.split())
        return number


def read_case(path: Path) -> Case:
    """Return the case that a page holds."""
    return Case(path, path.read_text("utf-8"))


def _written(kind: str, name: str, flags: list[str], content: str) -> bytes:
    recipe, flags = (flags[0], flags[1:]) if kind == "made" and flags else ("", flags)
    if flags not in ([], ["escape"]):
        raise ValueError(f"unknown words {flags} after {name}")
    text = _unescaped(content) if flags else content
    if kind == "made":
        return made(recipe, text)
    if kind in ("file", *_ODD):
        return text.encode()
    if kind == "replace":
        return _replaced(real_policies()[name].decode(), text, name).encode()
    raise ValueError(f"unknown block {kind!r}")


def _unescaped(text: str) -> str:
    """Turn ``\\u0309`` into the character U+0309."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)


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
