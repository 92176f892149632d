"""How far a call has come, for comments or for bids: a function of its days, of its outcome and of the moment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from congbo.item import Item

OPENS: Final = "bat_dau"
CLOSES: Final = "thoi_han"
# What tells the outcome: of a call for comments, of a call for bids.
OUTCOMES: Final = ("ket_qua_lay_y_kien", "ket_qua_lua_chon")


class Stage(StrEnum):
    """Not yet open, open, over without an outcome, over with one."""

    TO_COME = "to_come"
    OPEN = "open"
    CLOSED = "closed"
    TOLD = "told"


def stage_of(item: Item, came: Callable[[date], bool]) -> Stage | None:
    """Return how far a call has come; None for an item that names no last day. ``came`` tells whether a day has begun.

    The last day counts whole: letters are taken until it ends.
    """
    closes, opens = item.fields.get(CLOSES), item.fields.get(OPENS)
    if not isinstance(closes, date):
        return None
    if closes < date.max and came(closes + timedelta(days=1)):
        return Stage.TOLD if any(item.fields.get(name) for name in OUTCOMES) else Stage.CLOSED
    return Stage.OPEN if not isinstance(opens, date) or came(opens) else Stage.TO_COME
