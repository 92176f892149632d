"""Signatures that are nobody's, somebody else's, or of another time; slips of paper; reviews of a forge."""

from datetime import date, timedelta

from congbo.frozen import replace
from congbo.policy.keys import COLLECTED, GIT, RECEIPT
from support.gate import SLIP, START, Story, fingerprint_of, key_of
from support.journeys import (
    AUTHOR,
    CHECKER,
    CLERK,
    DEPUTY,
    HEAD,
    MEMBER,
    OTHER,
    approved,
    checked,
    ready,
    with_holder,
    with_key,
    with_keys,
)

COLLECTOR = key_of("thu-thap", namespaces=(COLLECTED,))
FORGE = "github:kiem-thu/cong#7/1001"


def by_key(key: str, **said: object) -> Story:
    """The approval of the head of the board, signed with some key."""
    return checked().decided("phe_duyet", HEAD, record={"fingerprint": key}, **said).decided("dang", CLERK)


def under_key(**changes: object) -> Story:
    """The approval of the head of the board, whose key has other facts."""
    return ready().under(keys=with_key(HEAD, **changes).keys)


def on_paper(*recorders: str, scan: str = SLIP, **said: object) -> Story:
    """The head of the board signed a slip; these recorded it."""
    story = checked()
    for recorder in recorders:
        story = story.decided(
            "phe_duyet", HEAD, record={"fingerprint": fingerprint_of(recorder), "scan": scan}, source="paper", **said
        )
    return story


def two_keys(person: str) -> Story:
    """One person records the same slip with two keys."""
    second = key_of(person, fingerprint="SHA256:second")
    story = on_paper(person).decided("phe_duyet", HEAD, record={"fingerprint": "SHA256:second"}, source="paper")
    return story.under(keys=with_keys(lambda key: key, second).keys)


def two_slips() -> Story:
    """Two persons record what is not the same slip."""
    return on_paper(CLERK).decided(
        "phe_duyet", HEAD, record={"fingerprint": fingerprint_of(OTHER)}, source="paper", behalf="uq-1"
    )


def collected(key: str = "SHA256:thu-thap", **said: object) -> Story:
    """A collector tells of a review on a forge."""
    story = checked().decided("phe_duyet", HEAD, record={"fingerprint": key}, **{"source": FORGE, **said})
    return story.under(keys=with_keys(lambda known: known, COLLECTOR).keys)


ATTACKS = {
    "no signature": (by_key(""), ("refused", "record.signature")),
    "signature exchanged with another record's": (
        approved().decided("dang", CLERK, record={"fingerprint": ""}),
        ("refused", "record.signature"),
    ),
    "unknown key": (by_key("SHA256:la"), ("refused", "key.unknown")),
    "a rotated key that was never enrolled": (
        ready().under(keys=with_keys(lambda key: None if key.person == HEAD else key).keys),
        ("refused", "key.unknown"),
    ),
    "key of somebody else": (by_key(fingerprint_of(AUTHOR)), ("refused", "key.person")),
    "the author signs in the head's name": (
        by_key(fingerprint_of(AUTHOR), role="truong_ban"),
        ("refused", "key.person"),
    ),
    "the head's key in somebody else's name": (
        checked().decided("phe_duyet", MEMBER, record={"fingerprint": fingerprint_of(HEAD)}).decided("dang", CLERK),
        ("refused", "key.person"),
    ),
    "key for git commits only": (under_key(namespaces=(GIT,)), ("refused", "key.purpose")),
    "key for receipts": (under_key(namespaces=(RECEIPT,)), ("refused", "key.purpose")),
    "key not yet valid": (under_key(valid_after=START + timedelta(hours=9)), ("refused", "key.outside", "step.order")),
    "key retired before it signed": (under_key(valid_before=START), ("refused", "key.outside", "step.order")),
    "compromised key, dated back": (
        checked()
        .decided("phe_duyet", HEAD, issued=START - timedelta(days=5))
        .decided("dang", CLERK)
        .under(keys=with_key(HEAD, valid_before=START - timedelta(days=1)).keys),
        ("refused", "key.outside", "step.order"),
    ),
    "compromised key, dated back, that no server has seen": (
        checked()
        .decided("phe_duyet", HEAD, issued=START - timedelta(days=5), record={"arrived": None, "number": -1})
        .under(keys=with_key(HEAD, valid_before=START - timedelta(days=1)).keys),
        ("refused", "key.outside"),
    ),
    "compromised key that arrives a second after its end": (
        under_key(valid_before=START + timedelta(hours=2) - timedelta(seconds=1)),
        ("refused", "key.outside", "step.order"),
    ),
    "a key that the office does not sign with": (
        ready().under(boards=with_holder("dl", HEAD, keys=("SHA256:the-cung",)).boards),
        ("refused", "role.key", "step.order"),
    ),
    "person who is not in the list of people": (
        ready().under(
            people=replace(
                ready().policy.people, people=tuple(one for one in ready().policy.people.people if one.id != HEAD)
            )
        ),
        ("refused", "person.unknown"),
    ),
    "slip of paper recorded by the author": (on_paper(CLERK, AUTHOR), ("refused", "paper.recorder", "paper.alone")),
    "slip of paper recorded by its signer": (on_paper(HEAD, CLERK), ("refused", "paper.recorder", "paper.alone")),
    "slip of paper recorded by another board's people": (
        on_paper("hd-tt-1", "hd-tt-2"),
        ("refused", "paper.recorder", "paper.recorder"),
    ),
    "slip of paper recorded by somebody who has left": (
        on_paper(CLERK, OTHER).under(boards=with_holder("dl", OTHER, until=date(2026, 11, 1)).boards),
        ("refused", "paper.recorder", "paper.alone"),
    ),
    "slip of paper without its scan": (on_paper(CLERK, OTHER, scan=""), ("refused", "paper.scan", "paper.scan")),
    "slip of paper with another scan": (on_paper(CLERK, OTHER, scan="6" * 64), ("refused", "paper.scan", "paper.scan")),
    "slip of paper whose scan nobody names": (
        on_paper(CLERK, OTHER, scan="", answers={"ban_quet": ""}),
        ("refused", "paper.scan", "paper.scan"),
    ),
    "scan beside what was not signed on paper": (
        checked().decided("phe_duyet", HEAD, record={"scan": SLIP}),
        ("refused", "paper.scan"),
    ),
    "slip of paper that one person recorded": (on_paper(CLERK), ("refused", "paper.alone")),
    "slip of paper recorded twice by the same": (on_paper(CLERK, CLERK), ("refused", "paper.alone")),
    "slip of paper recorded by one person with two keys": (two_keys(CLERK), ("refused", "paper.alone")),
    "two different slips of paper": (two_slips(), ("refused", "paper.alone", "paper.alone")),
    "slip of paper signed by the author": (
        checked()
        .decided("phe_duyet", AUTHOR, record={"fingerprint": fingerprint_of(CLERK)}, source="paper")
        .decided("phe_duyet", AUTHOR, record={"fingerprint": fingerprint_of(OTHER)}, source="paper"),
        ("refused", "four_eyes.author"),
    ),
    "slip of paper of somebody without office": (
        checked()
        .decided(
            "phe_duyet", "dl-ctv-y-te", "truong_ban", record={"fingerprint": fingerprint_of(CLERK)}, source="paper"
        )
        .decided(
            "phe_duyet", "dl-ctv-y-te", "truong_ban", record={"fingerprint": fingerprint_of(OTHER)}, source="paper"
        ),
        ("refused", "role.not_held"),
    ),
    "slip of paper recorded with an unknown key": (on_paper(CLERK, "ai-do"), ("refused", "key.unknown")),
    "slip of paper recorded by the collector": (
        collected(source="paper"),
        ("refused", "key.purpose"),
    ),
    "forge's review signed by a person": (collected(fingerprint_of(HEAD)), ("refused", "key.purpose")),
    "forge's review signed by its own author": (collected(fingerprint_of(AUTHOR)), ("refused", "key.purpose")),
    "collector signs as a person": (collected(source="signed"), ("refused", "key.purpose")),
    "collector's key that is retired": (
        collected().under(keys=with_keys(lambda key: key, replace(COLLECTOR, valid_before=START)).keys),
        ("refused", "key.outside"),
    ),
    "collector tells of the author's own review": (
        checked()
        .decided("phe_duyet", AUTHOR, record={"fingerprint": COLLECTOR.fingerprint}, source=FORGE)
        .under(keys=with_keys(lambda key: key, COLLECTOR).keys),
        ("refused", "four_eyes.author"),
    ),
    "collector tells of somebody who has no office": (
        checked()
        .decided("phe_duyet", "ai-do", record={"fingerprint": COLLECTOR.fingerprint}, source=FORGE)
        .under(keys=with_keys(lambda key: key, COLLECTOR).keys),
        ("refused", "person.unknown"),
    ),
    "head's role by a key of a deputy": (
        checked().decided("phe_duyet", HEAD, record={"fingerprint": fingerprint_of(DEPUTY)}),
        ("refused", "key.person"),
    ),
    "decision by a key that has no purpose left": (under_key(namespaces=()), ("refused", "key.purpose")),
    "decision key of a checker reused by the publisher": (
        approved().decided("dang", CLERK, record={"fingerprint": fingerprint_of(CHECKER)}),
        ("refused", "key.person"),
    ),
}
