"""Regular expressions that are compiled when they are first used.

There are some two hundred, and a check of one item needs few of them: to compile all would take longer than to judge it.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, Generic, cast


def regex(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what serves as ``re.compile(source, flags)``; a fault of the expression shows when it is first used."""
    return cast("re.Pattern[AnyStr]", _Pattern(source, flags))


class _Pattern(Generic[AnyStr]):
    """Becomes its compiled pattern attribute by attribute: each is looked up there once, and found here from then on."""

    def __init__(self, source: AnyStr, flags: int) -> None:
        self.pattern: AnyStr = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, found)
        return found
