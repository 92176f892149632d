"""The parameters that each kind of check takes in a rule. Words, sentences and severities are never parameters."""

from __future__ import annotations

from congbo.policy.free import free
from congbo.policy.selector import read_selector
from congbo.policy.shape import Key, flag, ident, listed, may, need, one_of, one_or_more, table, text

_IDS = listed(ident)
_CLAUSES = listed(text)

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
        "roles": may(table(free)),
        "positions": may(table(_IDS)),
        "established_by": may(_IDS),
        "proposed_by": may(_IDS),
        "levels": may(_IDS),
        "groups": may(_IDS),
        "duties": may(_IDS),
        "exists": may(flag),
    },
    "domain": {"shape": need(text), "deeper": may(flag)},
    "scan": {"finds": need(_IDS)},
    "encoding": {"standard": need(ident), "imports": may(_IDS)},
    "attachments": {"formats": need(table(_IDS))},
    "links": {
        "required": may(listed(text)),
        "registry": may(one_of("components", "bodies")),
        "outbound": may(ident),
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
    "by": may(ident),
    "to": may(_IDS),
    "every": may(free),
    "kinds": may(_IDS),
}
