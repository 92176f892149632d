"""Why an attached file cannot be drawn, or what in it is in doubt."""

from __future__ import annotations

from msgspec import Struct, field


class Unread(Struct, frozen=True):
    """The line where it shows, the key of the sentence, and what the sentence names."""

    line: int
    key: str
    params: dict[str, object] = field(default_factory=dict)
