"""What went wrong and was put right, and times at their limits seen from the right side."""

from datetime import UTC, date, datetime, timedelta

from congbo.frozen import replace
from congbo.policy.keys import COLLECTED
from congbo.policy.people import Machine
from support.gate import START, Story, fingerprint_of, key_of, mail, policy
from support.journeys import (
    AUTHOR,
    CHECKER,
    CLERK,
    DEPUTY,
    HEAD,
    MEMBER,
    NEWS,
    OTHER,
    PLACE,
    REASON,
    approved,
    checked,
    drafted,
    ht_edited,
    ready,
    with_holder,
    with_key,
    with_keys,
    with_new_holder,
    with_step,
)

GRANTED = ("granted",)
OF_A_FORGE = "policies/approvals/2026/11/gh-12/"
SECOND, SKEW = timedelta(seconds=1), timedelta(minutes=5)
SIGNED_AT = START + timedelta(hours=2)
MIDNIGHT = datetime(2026, 11, 2, 17, tzinfo=UTC)
FORGE = "github:kiem-thu/cong#7/1001"
NOREPLY = "noreply@forge.example"


def finished(story: Story) -> Story:
    return story.decided("dang", CLERK).merged()


def signed(**said: object) -> Story:
    return finished(checked().decided("phe_duyet", HEAD, **said))


def at(clock: datetime, **term: date) -> Story:
    return Story(checked().change, with_holder("dl", HEAD, **term), clock).decided("phe_duyet", HEAD)


def on_paper(*recorders: str, **said: object) -> Story:
    story = checked()
    for recorder in recorders:
        story = story.decided(
            "phe_duyet", HEAD, record={"fingerprint": fingerprint_of(recorder)}, source="paper", **said
        )
    return story


def paper_out_of_order() -> Story:
    """The two records of a slip lie in the folder the other way round."""
    story = on_paper(CLERK, OTHER)
    first, second = story.change.records[1:]
    return story.but(records=(story.change.records[0], second, first))


def collected() -> Story:
    collector = key_of("thu-thap", namespaces=(COLLECTED,))
    story = checked().decided("phe_duyet", HEAD, record={"fingerprint": collector.fingerprint}, source=FORGE)
    return finished(story).under(keys=with_keys(lambda key: key, collector).keys)


def committed_by_a_forge() -> Story:
    people = replace(policy().people, machines=(Machine("forge", PLACE, (NOREPLY,)),))
    return ready(Story.of(NEWS).pushed(AUTHOR, mails=(mail(AUTHOR), NOREPLY))).under(people=people).merged()


def rotated() -> Story:
    """The head's key was exchanged after the approval had arrived: the old one still vouches for it."""
    new = key_of(HEAD, fingerprint="SHA256:moi", valid_after=SIGNED_AT + SECOND)
    old = with_key(HEAD, valid_before=SIGNED_AT)
    return ready().under(keys=with_keys(lambda key: key, new, base=old).keys).after(days=10).merged()


def both_keys() -> Story:
    """The new key signs while the old one still counts."""
    new = key_of(HEAD, fingerprint="SHA256:moi")
    story = finished(checked().decided("phe_duyet", HEAD, record={"fingerprint": "SHA256:moi"}))
    return story.under(keys=with_keys(lambda key: key, new).keys)


def succeeded() -> Story:
    """The head left between approval and merge; the successor approves, and the clerk publishes again."""
    rules = with_new_holder("dl", "dl-truong-ban-moi", "truong_ban", with_holder("dl", HEAD, until=date(2026, 11, 3)))
    people = replace(
        policy().people, people=(*policy().people.people, replace(policy().people.people[0], id="dl-truong-ban-moi"))
    )
    keys = with_keys(lambda key: key, key_of("dl-truong-ban-moi")).keys
    story = ready().after(days=3).under(boards=rules.boards, people=people, keys=keys)
    return finished(story.decided("phe_duyet", "dl-truong-ban-moi", "truong_ban"))


def shared() -> Story:
    return checked(Story.of(NEWS, rules=with_step("DL", "tin_bai", "phe_duyet", count=2)).pushed(AUTHOR))


def lost_half() -> Story:
    """One of two approvals was given by somebody who has left; a third person fills in."""
    story = shared().decided("phe_duyet", HEAD).decided("phe_duyet", DEPUTY).decided("phe_duyet", MEMBER)
    return finished(story).under(boards=with_holder("dl", DEPUTY, base=story.policy, until=date(2026, 11, 1)).boards)


def late(step: str, person: str, **said: object) -> Story:
    """Every signature is there, and then somebody refuses."""
    return ready().decided(step, person, **{"decision": "refuse", "answers": REASON, **said})


HONEST = {
    "author tried to approve, then the head did": (
        finished(checked().decided("phe_duyet", AUTHOR).decided("phe_duyet", HEAD)),
        GRANTED,
    ),
    "author tried to approve, the head did, publication is awaited": (
        checked().decided("phe_duyet", AUTHOR).decided("phe_duyet", HEAD),
        ("missing", "dang"),
    ),
    "approved too early and again in turn": (
        finished(checked(drafted().decided("phe_duyet", HEAD)).decided("phe_duyet", HEAD)),
        GRANTED,
    ),
    "expired and signed again": (
        checked().decided("phe_duyet", HEAD, expires=START).decided("phe_duyet", HEAD),
        ("missing", "dang"),
    ),
    "expired for an earlier head": (
        checked().decided("phe_duyet", HEAD, expires=START).pushed(AUTHOR),
        ("missing", "kiem_duyet", "phe_duyet", "dang"),
    ),
    "slip of paper for an earlier head": (
        on_paper(CLERK).pushed(AUTHOR),
        ("missing", "kiem_duyet", "phe_duyet", "dang"),
    ),
    "clock ahead and signed again": (
        finished(checked().decided("phe_duyet", HEAD, issued=START + timedelta(days=9)).decided("phe_duyet", HEAD)),
        GRANTED,
    ),
    "return without a reason and again with one": (
        checked()
        .decided("phe_duyet", HEAD, decision="return")
        .decided("phe_duyet", HEAD, decision="return", answers={"ly_do": "Sai tên."}),
        ("missing", "nop", "kiem_duyet", "phe_duyet", "dang"),
    ),
    "handed in without an office for it, then by a member, and approved by the deputy": (
        finished(checked(Story.of(NEWS).pushed(HEAD).pushed(AUTHOR)).decided("phe_duyet", DEPUTY)),
        GRANTED,
    ),
    "the same step twice": (finished(approved().decided("phe_duyet", DEPUTY)), GRANTED),
    "the same check twice": (ready(checked().decided("kiem_duyet", CHECKER)).merged(), GRANTED),
    "two approvals where two are wanted": (
        finished(shared().decided("phe_duyet", HEAD).decided("phe_duyet", DEPUTY)),
        GRANTED,
    ),
    "one approval where two are wanted": (shared().decided("phe_duyet", HEAD), ("missing", "phe_duyet", "dang")),
    "one of two has left and a third fills in": (lost_half(), GRANTED),
    "successor approves": (succeeded(), GRANTED),
    "key exchanged after the approval arrived": (rotated(), GRANTED),
    "two keys at once": (both_keys(), GRANTED),
    "key that the office names": (
        ready().under(boards=with_holder("dl", HEAD, keys=(fingerprint_of(HEAD),)).boards).merged(),
        GRANTED,
    ),
    "key that ends with the approval": (ready().under(keys=with_key(HEAD, valid_before=SIGNED_AT).keys), GRANTED),
    "key that begins with the approval": (ready().under(keys=with_key(HEAD, valid_after=SIGNED_AT).keys), GRANTED),
    "a slip of paper that two recorded": (finished(on_paper(CLERK, OTHER)), GRANTED),
    "a slip of paper that two recorded, and one once more": (finished(on_paper(CLERK, OTHER, CLERK)), GRANTED),
    "a slip of paper that lies the other way round": (paper_out_of_order(), ("missing", "dang")),
    "a review of a forge": (collected(), GRANTED),
    "committed by a forge": (committed_by_a_forge(), GRANTED),
    "decisions that no server has seen": (
        finished(checked().decided("phe_duyet", HEAD, record={"arrived": None, "number": -1})).but(
            records=tuple(replace(one, arrived=None, number=-1) for one in ready().change.records)
        ),
        GRANTED,
    ),
    "a change that no server has seen": (
        ready().but(
            submissions=tuple(replace(one, number=-1) for one in ready().change.submissions),
            records=tuple(replace(one, arrived=None, number=-1) for one in ready().change.records),
        ),
        GRANTED,
    ),
    "a change of a forge without records of a server": (ready().merged(known=None), GRANTED),
    "issued five minutes before its arrival's clock": (signed(issued=SIGNED_AT + SKEW), GRANTED),
    "expires at this very moment": (
        checked().decided("phe_duyet", HEAD, expires=START + timedelta(hours=3)),
        ("missing", "dang"),
    ),
    "expired a moment later": (
        ready().after(days=29),
        GRANTED,
    ),
    "head's last day, a second to midnight": (
        at(MIDNIGHT - timedelta(hours=1) - SECOND, until=date(2026, 11, 2)),
        ("missing", "dang"),
    ),
    "head's first day, at midnight": (at(MIDNIGHT, from_=date(2026, 11, 3)), ("missing", "dang")),
    "refusal after the last step, by somebody who took no part": (late("phe_duyet", CLERK), GRANTED),
    "refusal after the last step, without a reason": (late("phe_duyet", HEAD, answers={}), GRANTED),
    "refusal after the last step, of an earlier version": (
        ready(drafted().pushed(AUTHOR)).decided(
            "phe_duyet", HEAD, decision="refuse", answers=REASON, head=drafted().change.head
        ),
        GRANTED,
    ),
    "refusal after the last step, of the handing in": (late("nop", AUTHOR), GRANTED),
    "return after the last step": (
        ready().decided("phe_duyet", HEAD, decision="return", answers=REASON),
        GRANTED,
    ),
    "signed when an earlier version grew from another commit": (
        ready(drafted().decided("kiem_duyet", CHECKER, base="c" * 40).pushed(AUTHOR)).merged(),
        GRANTED,
    ),
    "signed when it grew from another commit, and signed again": (
        approved().decided("dang", CLERK, base="c" * 40).decided("dang", CLERK).merged(),
        GRANTED,
    ),
    "a forge's change whose last step is signed in another month": (
        approved(Story.of(NEWS).but(id="gh-12").pushed(AUTHOR))
        .after(days=29)
        .decided("dang", CLERK, record={"path": f"{OF_A_FORGE}dl--dang--dl-van-phong--00000002.stmt"})
        .merged(),
        GRANTED,
    ),
    "checked by a member who was assigned no field": (
        ht_edited()
        .under(boards=with_holder("ht", "ht-uv-cchc", sections=(), fields=()).boards)
        .decided("kiem_duyet", "ht-uv-cchc"),
        ("missing", "phe_duyet", "dang"),
    ),
    "author's last day, a second to midnight": (
        ready(
            Story(Story.of(NEWS).change, with_holder("dl", AUTHOR, until=date(2026, 11, 2)), MIDNIGHT - SECOND).pushed(
                AUTHOR
            )
        ).merged(),
        GRANTED,
    ),
}
