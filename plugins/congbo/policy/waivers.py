"""The record that waives a clause for a time, or lets one file with exactly these bytes through a scan."""

from __future__ import annotations

import re

from congbo.policy.records import Record
from congbo.typed.values import Scope

WAIVER = "mien_tru"
# The record that spares a unit the list of its staff: it waives a duty too.
EXEMPTION = "mien_danh_sach"
_HOUSE_RULE = re.compile(r"CB-[1-9][0-9]*")


def is_house_rule(clause: str) -> bool:
    """Tell whether a rule of our own is meant, which no regulation holds."""
    return _HOUSE_RULE.fullmatch(clause) is not None


def scope_of(waiver: Record) -> Scope:
    """Return what a waiver is about."""
    scope = waiver.values["on"]
    if not isinstance(scope, Scope):
        raise TypeError(waiver.id)  # the reader refuses a waiver without its scope
    return scope
