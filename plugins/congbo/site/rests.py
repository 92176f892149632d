"""On what an output rests, as it is kept: keys as numbers of eight bytes, bounds as seconds since 1970."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from functools import lru_cache
from hashlib import blake2b
from struct import pack, unpack

from msgspec import Struct

from congbo.site.trace import Trace


class Rests(Struct, frozen=True):
    """The keys as numbers, 8 bytes each in order, and the bounds in seconds since 1970."""

    keys: bytes
    since: float | None
    until: float | None

    @property
    def numbers(self) -> tuple[int, ...]:
        """Return the keys' numbers."""
        return unpack(f"{len(self.keys) // 8}q", self.keys)

    def holds(self, touched: Collection[int], now: float) -> bool:
        """Tell whether what rests on this is still what it was, since nothing but ``touched`` (numbers) became another."""
        after = self.since is None or self.since <= now
        before = self.until is None or now < self.until
        return after and before and not any(number in touched for number in self.numbers)


def rests_of(edition: str, trace: Trace) -> Rests:
    """Return on what an output of an edition (``portal/edition``) rests, as it is kept."""
    numbers = sorted({*(number_of(edition, key) for key in trace.keys), *trace.numbers})
    return Rests(pack(f"{len(numbers)}q", *numbers), _seconds(trace.since), _seconds(trace.until))


@lru_cache(maxsize=8_192)
def number_of(edition: str, key: tuple[str, ...]) -> int:
    """A key as a number, of which two of one edition are alike by accident once in a life of the universe."""
    digest = blake2b("\0".join((edition, *key)).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _seconds(moment: datetime | None) -> float | None:
    return None if moment is None else moment.timestamp()
