"""Times at their limits, seen from the wrong side."""

from datetime import UTC, date, datetime, timedelta

from support.gate import START, Story
from support.journeys import (
    CHECKER,
    CLERK,
    HEAD,
    NEWS,
    checked,
    ready,
    tq,
    with_delegation,
    with_holder,
    with_key,
)

SECOND = timedelta(seconds=1)
SKEW = timedelta(minutes=5)
SIGNED_AT = START + timedelta(hours=2)  # when the approval of ``ready()`` was signed and arrived
MIDNIGHT = datetime(2026, 11, 2, 17, tzinfo=UTC)  # 3 November 2026, 00:00 in Vietnam


def signed(**said: object) -> Story:
    """The approval says other times."""
    return checked().decided("phe_duyet", HEAD, **said)


def at(clock: datetime, **term: date) -> Story:
    """The head approves at a moment, and holds office for a term."""
    story = checked()
    late = Story(story.change, with_holder("dl", HEAD, **term), clock)
    return late.decided("phe_duyet", HEAD).decided("dang", CLERK)


FUTURE, EXPIRED = ("refused", "record.future"), ("refused", "record.expired")
ENDED, NOT_YET = ("refused", "role.ended", "step.order"), ("refused", "role.not_yet", "step.order")

ATTACKS = {
    "issued a day ahead": (signed(issued=START + timedelta(days=1)), FUTURE),
    "issued five minutes and a second before it arrived": (signed(issued=SIGNED_AT + SKEW + SECOND), FUTURE),
    "issued after it arrived, judged a month later": (
        signed(issued=SIGNED_AT + timedelta(days=2)).after(days=20),
        FUTURE,
    ),
    "issued ahead of a clock without a server": (
        signed(issued=START + timedelta(hours=3) + SKEW + SECOND, record={"arrived": None, "number": -1}),
        FUTURE,
    ),
    "expired a second ago": (signed(expires=START + timedelta(hours=3) - SECOND), EXPIRED),
    "expired when it arrived": (signed(expires=SIGNED_AT - SECOND), EXPIRED),
    "expired between approval and merge": (
        ready().after(days=30),
        ("refused", "record.expired", "record.expired", "record.expired"),
    ),
    "expired without a server": (signed(expires=START, record={"arrived": None, "number": -1}), EXPIRED),
    "signed at midnight after the last day of the term": (at(MIDNIGHT, until=date(2026, 11, 2)), ENDED),
    "signed at a second to midnight before the first day": (at(MIDNIGHT - SECOND, from_=date(2026, 11, 3)), NOT_YET),
    "signed on the last day, arrived after midnight": (
        checked()
        .decided("phe_duyet", HEAD, issued=MIDNIGHT - SECOND, record={"arrived": MIDNIGHT})
        .under(boards=with_holder("dl", HEAD, until=date(2026, 11, 2)).boards)
        .after(days=1),
        ("refused", "role.ended"),
    ),
    "signed and arrived on the last day, merged after midnight": (
        at(MIDNIGHT - timedelta(hours=4), until=date(2026, 11, 2)).merged().after(hours=4),
        ENDED,
    ),
    "signed by the day of another country": (at(datetime(2026, 11, 2, 20, tzinfo=UTC), until=date(2026, 11, 2)), ENDED),
    "handed in at midnight after the author's last day": (
        Story(Story.of(NEWS).change, with_holder("dl", "dl-tv-tu-phap", until=date(2026, 11, 2)), MIDNIGHT).pushed(
            "dl-tv-tu-phap"
        ),
        ("refused", "submit.role"),
    ),
    "delegation at midnight after its last day": (
        Story(tq().change, with_delegation("tq", until=date(2026, 11, 2)), MIDNIGHT).decided(
            "kiem_duyet", "tq-pho-1", behalf="uq-1"
        ),
        ("refused", "role.delegation"),
    ),
    "delegation that ends between approval and merge": (
        Story(tq().change, with_delegation("tq", until=date(2026, 11, 2)), MIDNIGHT - SECOND)
        .decided("kiem_duyet", "tq-pho-1", behalf="uq-1")
        .after(hours=1),
        ("refused", "role.delegation"),
    ),
    "key a second before it begins": (
        ready().under(keys=with_key(HEAD, valid_after=SIGNED_AT + SECOND).keys),
        ("refused", "key.outside", "step.order"),
    ),
    "key a second after it ended": (
        ready().under(keys=with_key(HEAD, valid_before=SIGNED_AT - SECOND).keys),
        ("refused", "key.outside", "step.order"),
    ),
    "key that ended between signing and arrival": (
        checked()
        .decided("phe_duyet", HEAD, issued=START + timedelta(hours=1))
        .under(keys=with_key(HEAD, valid_before=SIGNED_AT - SECOND).keys),
        ("refused", "key.outside"),
    ),
    "key that ended before a signature without a server is judged": (
        signed(record={"arrived": None, "number": -1}).under(keys=with_key(HEAD, valid_before=SIGNED_AT).keys),
        ("refused", "key.outside"),
    ),
    "decision that arrived before the head it speaks of": (
        Story.of(NEWS).decided("kiem_duyet", CHECKER, record={"number": 0}).pushed("dl-tv-tu-phap"),
        ("missing", "kiem_duyet", "phe_duyet", "dang"),
    ),
    "decision without a receipt that claims to be older": (
        checked()
        .decided("dang", CLERK, issued=START, record={"arrived": None, "number": -1})
        .decided("phe_duyet", HEAD, issued=START + timedelta(minutes=1), record={"arrived": None, "number": -1}),
        ("missing", "dang"),
    ),
}
