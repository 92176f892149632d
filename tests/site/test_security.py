"""security.txt: what the portal's policy says, with a day of expiry that no clock gives (RFC 9116)."""

from __future__ import annotations

from datetime import date, datetime

from congbo.frozen import replace
from congbo.site.index import Index
from congbo.site.kinds import BY_NAME
from congbo.site.security_facts import security_facts
from support.items import corpus

KIND = BY_NAME["security"]


def edition(today: date, *, preview: bool = False, told: bool = True) -> Index:
    """The main portal's edition on a day."""
    found = corpus({}, today)
    portal = found.policy.portals["qn"]
    if preview:
        found = replace(found, previewed=())
    return Index(found, portal if told else replace(portal, security=None), "internet")


def test_the_file_says_what_the_rfc_asks_for_and_rests_on_no_clock() -> None:
    texts = {security_facts(edition(today)).text for today in (date(2026, 11, 22), date(2031, 1, 1))}
    (text,) = texts
    lines = [line.split(": ", 1) for line in text.splitlines()]
    fields = dict(lines)
    said = edition(date(2026, 11, 22)).portal.security
    assert said is not None
    assert len(fields) == len(lines)  # each of these once (2.5.4, 2.5.5, 2.5.8)
    assert fields["Contact"] == said.contact
    expires = datetime.fromisoformat(fields["Expires"])
    assert expires.tzinfo is not None
    assert 0 < (expires.date() - said.reviewed).days < 365
    assert fields["Canonical"] == "https://www.quangninh.gov.vn/.well-known/security.txt"
    assert fields["Preferred-Languages"] == "vi, en, zh"


def test_it_is_there_where_the_portal_says_so_and_in_no_preview() -> None:
    assert KIND.keys is not None
    today = date(2026, 11, 22)
    assert list(KIND.keys(edition(today))) == [()]
    assert list(KIND.keys(edition(today, told=False))) == []
    assert list(KIND.keys(edition(today, preview=True))) == []
