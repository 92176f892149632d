"""Where the keys of a front matter stand, in few bytes: whoever judges fifty thousand items has all of these at once."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from typing import Any

from congbo.place import Place

_A_KEY = 3  # the key, its line, its column


class Places(Mapping[str, Place]):
    """Key -> place, in the order of the lines. All places are in one file."""

    __slots__ = ("_path", "_told")

    def __init__(self, path: str, keys: Mapping[str, Place]) -> None:
        told = ((sys.intern(key), place.line, place.column) for key, place in keys.items())
        self._path = path
        self._told: tuple[Any, ...] = tuple(word for one in told for word in one)

    def __getitem__(self, key: str) -> Place:
        if key not in self:
            raise KeyError(key)
        at = self._told.index(key)
        return Place(self._path, *self._told[at + 1 : at + _A_KEY])

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and key in self._told

    def __iter__(self) -> Iterator[str]:
        return iter(self._told[::_A_KEY])

    def __len__(self) -> int:
        return len(self._told) // _A_KEY

    def __getstate__(self) -> tuple[str, tuple[Any, ...]]:
        return self._path, self._told

    def __setstate__(self, state: tuple[str, tuple[Any, ...]]) -> None:
        self._path, told = state
        self._told = tuple(sys.intern(word) if isinstance(word, str) else word for word in told)
