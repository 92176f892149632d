"""The parameters that each kind of check takes in a rule. Words, sentences and severities are never parameters."""

from __future__ import annotations

import re

from congbo.errors import refuse
from congbo.policy.board import LEVELS
from congbo.policy.free import free
from congbo.policy.hosts import host_name
from congbo.policy.selector import read_selector
from congbo.policy.shape import (
    Key,
    Reader,
    flag,
    ident,
    integer,
    listed,
    may,
    need,
    one_of,
    one_or_more,
    record,
    table,
    text,
)
from congbo.strict import Node

# What a scan can find; the detectors themselves are in ``text.sensitive`` and ``facts.copies``.
DETECTORS = (
    "secret_marks",
    "internal_marks",
    "no_dissemination_marks",
    "personal_data",
    "credentials",
    "active_content",
    "copied_text",
)

_IDS = listed(ident)
_CLAUSES = listed(text)
_HOW_MANY: Reader[dict[str, int]] = record(dict, {word: may(integer) for word in ("exactly", "min", "max")})

# The words of a host's shape; ``facts/addressing.py`` knows what each stands for, and a test holds the two together.
SHAPE_WORDS = ("ten_day_du", "viet_tat", "cap_tren", "ten_trang")


def _shape(node: Node) -> str:
    """Read the shape of a host: labels, and known words in braces."""
    shape = text(node)
    for word in re.findall(r"\{(.*?)\}", shape):
        if word not in SHAPE_WORDS:
            raise refuse("policy.not_one_of", node.place, value=word, allowed=SHAPE_WORDS)
    return shape


COMMON: dict[str, Key] = {
    "for": may(read_selector, "selector"),
    "yields_to": may(_CLAUSES),
    "if_any": may(free),
    "suggest": may(free),
    "planned": may(ident),
}

KINDS: dict[str, dict[str, Key]] = {
    "fields": {
        "of": may(one_of("item", "portal", "unit", "holder", "receipt", "change")),
        "lists": may(_IDS),
        "required": may(_IDS),
        "refused": may(_IDS),
        "any_of": may(_IDS),
        "equals": may(table(free)),
        "one_of": may(table(one_or_more(text))),
        "pattern": may(table(ident)),
    },
    "sections": {"required": need(_IDS), "each": may(table(one_or_more(ident))), "at_least": may(free)},
    "deadline": {
        "from": need(ident),
        "to": may(_IDS),
        "within": may(free),
        "by": may(free),
        "until": may(ident),
        "extends": may(flag),
    },
    "cadence": {
        "every": need(free),
        "record": may(ident),
        "per": may(one_of("portal", "section")),
        "at": may(ident),
    },
    "quota": {
        "of": need(free),
        "every": need(ident),
        "at_least": need(free),
        "counted": need(one_of("submitted", "published")),
    },
    "step": {"procedure": need(ident), "steps": need(_IDS)},
    "board": {
        "roles": may(table(_HOW_MANY)),
        "positions": may(table(_IDS)),
        "each_position": may(table(_IDS)),
        "established_by": may(_IDS),
        "proposed_by": may(_IDS),
        "levels": may(listed(one_of(*LEVELS))),
        "groups": may(_IDS),
        "duties": may(listed(one_of("each_member", "each_section"))),
        "exists": may(flag),
    },
    "domain": {"shape": need(_shape), "deeper": may(flag)},
    "scan": {"finds": need(listed(one_of(*DETECTORS)))},
    "encoding": {"standard": need(ident), "imports": may(_IDS)},
    "attachments": {"formats": need(table(_IDS))},
    "own_key": {},
    "links": {
        "required": may(listed(host_name)),
        "registry": may(one_of("components", "bodies")),
        "outbound": may(one_of("reviewed")),
        "alive": may(flag),
    },
    "report": {
        "name": need(ident),
        "by": need(ident),
        "to": need(_IDS),
        "every": need(free),
        "before": may(ident),
        "meeting": may(flag),
        "internal": may(flag),
    },
    "royalty": {
        "table": may(ident),
        "statement": may(one_of("month", "quarter", "local")),
        "kinds": may(_IDS),
        "payees": may(one_or_more(ident)),
        "works": may(_IDS),
        "cap": may(ident),
        "payer": may(ident),
        "by": may(ident),
        "due": may(ident),
    },
    "checklist": {"lines": need(_IDS), "words": may(ident)},
}

FEATURE: dict[str, Key] = {"with": may(_IDS, "words")}
RECORD: dict[str, Key] = {
    "required": may(_IDS),
    "holds": may(table(free)),
    "by": may(ident),
    "to": may(_IDS),
    "every": may(listed(ident)),
    "kinds": may(_IDS),
}
