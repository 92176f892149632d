"""Reads a case: one Markdown page that holds files, a question and the findings expected (``tests/cases/README.md``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from support.trees import real_policies

TODAY = date(2026, 11, 22)
_FENCE = re.compile(r"^```(\S+)(?: ([^\n]*))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SETTING = re.compile(r"^(today|also judge|planned): (.+)$", re.MULTILINE)
_EXPECTED = re.compile(r"(error|warning|info) (\S+) (\S+?)(?::(\d+))?(?::(\d+))?(?: (.+))?")
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")


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
    """One situation. ``files`` lie over the real policies; there is no other content."""

    path: Path
    text: str
    today: date
    judged: tuple[str, ...]
    files: Mapping[str, bytes]
    expected: tuple[Expected, ...]
    settings: Mapping[str, str] = field(default_factory=dict)

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
        return _SETTING.sub("", _FENCE.sub("", self.text)).strip()


def read_case(path: Path) -> Case:
    """Return the case that a page holds; what the page says wrongly is a ValueError."""
    text = path.read_text("utf-8")
    prose = _FENCE.sub("", text)
    settings = dict(_SETTING.findall(prose))
    files: dict[str, bytes] = {}
    expected: list[Expected] | None = None
    for kind, words, content in _FENCE.findall(text):
        if kind == "expect":
            expected = list(_expectations(content))
        else:
            name, _, flag = words.partition(" ")
            files[name] = _written(kind, name, flag, content)
    if expected is None or "```" in prose:
        raise ValueError(f"{path}: no expect block, or a block that is not closed")
    judged = tuple(re.split(r",\s*", settings["also judge"])) if "also judge" in settings else ()
    today = date.fromisoformat(settings["today"]) if "today" in settings else TODAY
    return Case(path, text, today, (*files, *judged), files, tuple(expected), settings)


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
    """Replace runs of ``-`` lines by the ``+`` lines after them; what is replaced must stand in the file exactly once."""
    for removed, added in re.findall(r"((?:^-.*\n)+)((?:^\+.*\n)*)", edit, re.MULTILINE):
        old, new = (re.sub("^[-+]", "", lines, flags=re.MULTILINE) for lines in (removed, added))
        if f"\n{whole}".count(f"\n{old}") != 1:
            raise ValueError(f"{name}: not exactly once in the file:\n{old}")
        whole = f"\n{whole}".replace(f"\n{old}", f"\n{new}")[1:]
    return whole


def _expectations(content: str) -> Iterator[Expected]:
    for line in filter(None, content.splitlines()):
        found = _EXPECTED.fullmatch(line)
        if not found:
            raise ValueError(f"not an expectation: {line}")
        severity, rules, path, number, column, fragment = found.groups()
        yield Expected(
            severity, tuple(rules.split("+")), path, int(number or 0), int(column or 0), fragment or "", line
        )
