"""Emergency publication: off unless the portal decided it, for items only, by one role; the others' signatures stay owed."""

from __future__ import annotations

from datetime import date

import pytest

from congbo.errors import CongboError
from congbo.frozen import replace
from congbo.place import Place
from congbo.policy import Policy, load_policy
from congbo.policy.emergency import Emergency
from support.gate import Story, fingerprint_of, policy
from support.journeys import AUTHOR, CHECKER, CLERK, HEAD, MEMBER, REASON, checked, drafted, governing, with_holder
from support.trees import edited_policies, real_policies

WHY = {"ly_do": "Lệnh sơ tán trong đêm."}
PLACE = Place("policies/portals/dl.yml", 1)
RULE = Emergency("truong_ban", {"hours": 24}, "truong_ban", "07/QĐ-BBT", PLACE, from_=date(2026, 1, 1))


def ruled(**changes: object) -> Policy:
    """Return the policies in which the ward has decided on emergency publication."""
    base = policy()
    portal = replace(base.portals["dl"], khan=replace(RULE, **changes))
    return replace(base, portals={**base.portals, "dl": portal})


def under(story: Story, rules: Policy) -> Story:
    return replace(story, policy=rules)


def hastened(story: Story, who: str = HEAD, **said: object) -> Story:
    return story.decided("khan", who, **{"procedure": "khan", "answers": WHY, **said})


def test_the_heads_signature_publishes_and_the_others_stay_owed() -> None:
    told = hastened(under(drafted(), ruled())).verdict()
    assert (told.verdict, told.code) == ("granted", "emergency")
    assert [one.step for one in told.missing] == ["kiem_duyet", "phe_duyet", "dang"]
    assert told.taken[-1].step == "khan"


def test_what_follows_is_taken_off_what_is_owed() -> None:
    story = hastened(under(drafted(), ruled())).decided("kiem_duyet", CHECKER)
    assert [one.step for one in story.verdict().missing] == ["phe_duyet", "dang"]


def test_with_every_signature_it_is_an_emergency_no_more() -> None:
    story = hastened(under(drafted(), ruled()))
    for step, who in (("kiem_duyet", CHECKER), ("phe_duyet", MEMBER), ("dang", CLERK)):
        story = story.decided(step, who)
    assert (story.verdict().code, story.verdict().missing) == ("granted", ())


def test_the_merge_is_granted_too() -> None:
    assert hastened(under(drafted(), ruled())).merged().verdict().code == "emergency"


def test_it_is_off_unless_the_portal_has_decided_it() -> None:
    assert policy().portals["dl"].khan is None
    assert hastened(drafted()).codes()[0] == "missing"


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ({"until": date(2026, 10, 31)}, {}),  # the rule has run out
        ({"from_": date(2027, 1, 1)}, {}),  # it has not begun
        ({"role": "pho_ban"}, {}),  # another role signs first
        ({}, {"answers": {}}),  # no reason
        ({}, {"answers": {"ly_do": "  "}}),
        ({}, {"behalf": "truong_ban"}),  # on somebody's behalf
        ({}, {"decision": "return", "answers": REASON}),
        ({}, {"role": "pho_ban"}),  # a role that the signer does not hold
        ({}, {"step": "dang"}),
        ({}, {"procedure": "tin_bai"}),
        ({}, {"head": "f" * 40}),  # spoken of another head
        ({}, {"change": "0" * 64}),
    ],
)
def test_what_is_no_emergency_signature(rule: dict[str, object], said: dict[str, object]) -> None:
    story = under(drafted(), ruled(**rule))
    step = str(said.get("step", "khan"))
    more = {"procedure": "khan", "answers": WHY, **{key: value for key, value in said.items() if key != "step"}}
    assert story.decided(step, HEAD, **more).verdict().verdict != "granted"


def test_nobody_publishes_their_own_words_in_an_emergency() -> None:
    assert hastened(under(drafted(by=HEAD), ruled())).verdict().verdict != "granted"


def test_only_a_key_that_the_board_names_counts() -> None:
    for keys, code in (((fingerprint_of(HEAD),), "emergency"), (("SHA256:khac",), "awaited")):
        rules = with_holder("dl", HEAD, ruled(), keys=keys)
        assert hastened(under(drafted(), rules)).verdict().code == code


def test_unless_the_rule_says_so() -> None:
    rules = with_holder("dl", "dl-truong-ban", ruled(author=True))
    story = hastened(under(drafted(by=AUTHOR), rules))
    own = story.but(
        commits=(*story.change.commits, replace(story.change.commits[0], author=f"{HEAD}@kiem-thu.example"))
    )
    assert own.verdict().code == "emergency"
    assert under(own, ruled()).verdict().verdict != "granted"


def test_never_for_files_of_governance() -> None:
    story = governing("policies/portals/dl.yml")
    assert hastened(under(story, ruled())).verdict().verdict != "granted"


def test_not_for_an_item_and_a_file_of_governance_together() -> None:
    story = Story.of("content/dl/tin-tuc/2026/a.md", "policies/portals/dl.yml").pushed(AUTHOR)
    assert hastened(under(story, ruled())).verdict().verdict != "granted"


def test_a_change_cannot_allow_itself() -> None:
    """The rule that counts is the base's, whatever the change would make of it."""
    assert hastened(drafted()).verdict().verdict != "granted"


def test_nothing_that_was_returned_passes_by_it() -> None:
    story = under(checked(), ruled()).decided("phe_duyet", HEAD, decision="return", answers=REASON)
    assert hastened(story).verdict().verdict != "granted"


def test_nothing_that_was_refused_passes_by_it() -> None:
    story = under(checked(), ruled()).decided("phe_duyet", MEMBER, decision="refuse", answers=REASON)
    assert hastened(story).verdict().verdict == "refused"


def test_a_new_version_needs_a_new_signature() -> None:
    assert hastened(under(drafted(), ruled())).pushed(AUTHOR).verdict().verdict != "granted"


def test_who_left_office_in_between_does_not_count() -> None:
    rules = with_holder("dl", "dl-truong-ban", ruled(), until=date(2026, 11, 1))
    assert hastened(under(drafted(), rules)).verdict().verdict != "granted"


def test_it_heals_no_fault() -> None:
    story = hastened(under(drafted(), ruled()))
    forged = story.decided("kiem_duyet", CHECKER, record={"fingerprint": ""})
    assert forged.verdict().verdict == "refused"


def test_every_board_concerned_needs_its_own() -> None:
    story = Story.of("content/dl/tin-tuc/2026/a.md", "content/hd/tin-trung-uong/2026/b.md").pushed(AUTHOR)
    assert hastened(under(story, ruled())).verdict().verdict != "granted"


# ---- the file

DL = "policies/portals/dl.yml"
LINE = "khan: {role: truong_ban, within: {hours: 24}, decided_by: truong_ban, decision: 07/QĐ-BBT, from: 2026-01-01}\n"


def with_line(line: str) -> Policy:
    return load_policy(edited_policies({DL: real_policies()[DL] + line.encode()}))


def test_the_rule_is_read() -> None:
    rule = with_line(LINE).portals["dl"].khan
    assert rule
    assert (rule.role, rule.term.total_seconds(), rule.author) == ("truong_ban", 86400, False)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("role: truong_ban", "role: chu_tich_ubnd_phuong"),  # a body holds no key
        ("role: truong_ban", "role: nobody"),
        ("hours: 24", "hours: 0"),
        ("hours: 24", "days: 1"),
        (", decision: 07/QĐ-BBT", ""),
        ("decided_by: truong_ban", "decided_by: nobody"),
    ],
)
def test_a_wrong_rule_is_refused(old: str, new: str) -> None:
    assert old in LINE
    with pytest.raises(CongboError):
        with_line(LINE.replace(old, new))
