"""What a verdict tells beside its codes: who took which step, what is awaited and since when, what the sentences name."""

from datetime import date, timedelta

import pytest

from congbo.facts.gate.aftermath import gaps, uncovered
from congbo.facts.gate.model import Aftermath, Missing, Taken
from congbo.facts.gate.needs import needs
from congbo.facts.gate.things import Thing
from congbo.facts.gate.who import claims, held
from congbo.frozen import replace
from support.gate import HOUR, START, Story, fingerprint_of, news, policy
from support.items import item
from support.journeys import (
    AUTHOR,
    CHECKER,
    CLERK,
    DEPUTY,
    EDITED,
    HEAD,
    MEMBER,
    NEWS,
    OTHER,
    REASON,
    approved,
    checked,
    drafted,
    governing,
    hd,
    ht_checked,
    ht_edited,
    making,
    ready,
    tq,
    with_delegation,
    with_holder,
    with_key,
    with_keys,
    with_procedures,
    with_step,
    without_holders,
)
from support.rescues import rescue

FOLDER = "policies/approvals/2026/11/20261102-tin-moi-0a1b2c3d/"
B = "content/dl/tin-tuc/2026/b.md"


def params(story: Story) -> dict[str, object]:
    """Return what the sentence of the first refusal names."""
    return dict(story.verdict().refused[0].message.params)


def law_and_path(story: Story) -> tuple[str, str]:
    first = story.verdict().refused[0]
    return first.law, first.path


# ---- what counts


def test_taken_steps_of_a_granted_change():
    def record(step: str, person: str, number: int) -> str:
        return f"{FOLDER}dl--{step}--{person}--{number:08x}.stmt"

    assert ready().verdict().taken == (
        Taken("dl", "tin_bai", "nop", "thanh_vien", AUTHOR, START),
        Taken(
            "dl",
            "tin_bai",
            "kiem_duyet",
            "pho_ban_thuong_truc",
            CHECKER,
            START + HOUR,
            record("kiem_duyet", CHECKER, 0),
        ),
        Taken("dl", "tin_bai", "phe_duyet", "truong_ban", HEAD, START + 2 * HOUR, record("phe_duyet", HEAD, 1)),
        Taken("dl", "tin_bai", "dang", "cong_chuc_van_phong", CLERK, START + 3 * HOUR, record("dang", CLERK, 2)),
    )


def test_verdict_of_a_granted_change_has_nothing_else():
    verdict = ready().merged().verdict()
    assert (verdict.code, verdict.missing, verdict.refused, verdict.aside) == ("granted", (), (), ())


def test_steps_of_two_items_are_told_once():
    assert len(ready(Story.of(NEWS, B).pushed(AUTHOR)).verdict().taken) == 4


def test_who_acts_for_whom_is_told():
    taken = ht_checked().decided("phe_duyet", "ht-pho-truong-ban", behalf="truong_ban").verdict().taken[-1]
    assert (taken.role, taken.behalf) == ("pho_truong_ban", "truong_ban")


def test_delegation_is_told():
    story = tq().under(boards=with_delegation("tq").boards).decided("kiem_duyet", "tq-pho-1", behalf="uq-1")
    assert story.verdict().taken[-1].behalf == "uq-1"


def test_both_of_two_approvals_are_told():
    story = checked(Story.of(NEWS, rules=with_step("DL", "tin_bai", "phe_duyet", count=2)).pushed(AUTHOR))
    taken = story.decided("phe_duyet", HEAD).decided("phe_duyet", DEPUTY).verdict().taken
    assert [one.person for one in taken] == [AUTHOR, CHECKER, HEAD, DEPUTY]


def test_time_is_that_of_arrival():
    arrived = START + timedelta(minutes=90)
    story = drafted().decided("kiem_duyet", CHECKER, issued=START, record={"arrived": arrived})
    assert story.verdict().taken[-1].time == arrived


def test_time_without_a_server_is_that_of_issue():
    story = drafted().decided("kiem_duyet", CHECKER, issued=START, record={"arrived": None, "number": -1})
    assert story.verdict().taken[-1].time == START


def test_a_new_version_does_away_with_what_was_taken():
    assert [one.step for one in approved().pushed(AUTHOR).verdict().taken] == ["nop"]


def test_recovery_is_told():
    verdict = rescue().verdict()
    path = f"{FOLDER}dl--recovery--{HEAD}--00000000.stmt"
    assert verdict.code == "recovery"
    assert verdict.taken == (Taken("dl", "recovery", "recovery", "truong_ban", HEAD, START + HOUR, path),)


# ---- what is awaited


def test_what_is_awaited_and_since_when():
    first, second, third = drafted().verdict().missing
    assert first == Missing("dl", "tin_bai", "kiem_duyet", ("pho_ban_thuong_truc",), "DL-6A.2#1", (NEWS,), START)
    assert (second.roles, second.since) == (("truong_ban", "pho_ban", "thanh_vien"), None)
    assert (third.law, third.since) == ("DL-6B/-1", None)


def test_since_is_when_the_last_step_was_taken():
    assert approved().verdict().missing[0].since == START + 2 * HOUR


def test_since_of_a_governance_file_is_when_it_was_handed_in():
    assert governing("policies/boards/dl.yml").verdict().missing[0].since == START


def test_since_after_a_return():
    returned = checked().decided("phe_duyet", HEAD, decision="return", answers=REASON)
    assert returned.verdict().missing[0].since == START + 2 * HOUR


def test_since_where_the_wrong_person_handed_it_in():
    assert drafted(by=HEAD).verdict().missing[0].since == START


def test_since_is_unknown_before_anything_is_handed_in():
    assert Story.of(NEWS).verdict().missing[0].since is None


def test_paths_are_put_together_in_order():
    assert Story.of(B, NEWS).pushed(AUTHOR).verdict().missing[0].paths == (NEWS, B)


def test_roles_are_those_by_delegation_and_by_level_too():
    assert tq().verdict().missing[0].roles == ("truong_ban", "pho_truong_ban", "thu_ky")
    assert tq().verdict().missing[1].roles == ("bien_tap_vien", "phong_vien", "cong_tac_vien")


def test_roles_are_those_that_act_for_others_too():
    assert ht_checked().verdict().missing[0].roles == ("truong_ban", "pho_truong_ban")


@pytest.mark.parametrize(
    ("story", "code"),
    [
        (drafted(), "awaited"),
        (Story.of(NEWS), "awaited"),
        (checked().decided("phe_duyet", HEAD, decision="return", answers=REASON), "returned"),
        (ht_edited().decided("tra_lai", "ht-thu-ky", decision="return", answers=REASON), "returned"),
        (governing("policies/units/dl.yml"), "awaited"),
        (
            governing("policies/units/dl.yml").decided(
                "xem_xet", CHECKER, "pho_ban_thuong_truc", "return", REASON, procedure="tep_quan_tri"
            ),
            "returned",
        ),
    ],
)
def test_code_of_what_is_missing(story, code):
    assert story.verdict().code == code


def test_code_is_returned_where_one_of_several_procedures_waits_for_the_author():
    story = governing("policies/units/dl.yml", "policies/boards/dl.yml")
    story = story.decided("xem_xet", CHECKER, "pho_ban_thuong_truc", "return", REASON, procedure="tep_quan_tri")
    assert story.verdict().code == "returned"


def test_what_comes_after_the_last_step_stands_in_nobodys_way():
    verdict = ready().decided("thong_qua", MEMBER).verdict()
    assert (verdict.verdict, [one.code for one in verdict.aside]) == ("granted", ["step.order"])


def test_refused_verdict_tells_what_is_missing_and_taken_too():
    verdict = checked().decided("phe_duyet", AUTHOR).verdict()
    assert verdict.code == "four_eyes.author"
    assert [one.step for one in verdict.missing] == ["phe_duyet", "dang"]
    assert [one.step for one in verdict.taken] == ["nop", "kiem_duyet"]
    assert [one.code for one in verdict.aside] == ["four_eyes.author"]


def test_what_was_set_aside_is_told_of_a_granted_change_too():
    story = checked().decided("phe_duyet", AUTHOR).decided("phe_duyet", HEAD).decided("dang", CLERK)
    assert [one.code for one in story.verdict().aside] == ["four_eyes.author"]


def test_what_was_weak_is_told_of_a_granted_change_too():
    story = checked().decided("phe_duyet", HEAD, expires=START).decided("phe_duyet", HEAD).decided("dang", CLERK)
    assert [one.code for one in story.verdict().aside] == ["record.expired"]


def test_refusal_is_told_once_however_many_items():
    story = checked(Story.of(NEWS, B).pushed(AUTHOR)).decided("phe_duyet", AUTHOR)
    assert story.codes() == ("refused", "four_eyes.author")


def test_refusal_of_a_change_names_who_refused():
    story = checked().decided("phe_duyet", HEAD, decision="refuse", answers=REASON)
    path = f"{FOLDER}dl--phe_duyet--{HEAD}--00000001.stmt"
    assert params(story) == {"path": NEWS, "person": HEAD, "record": path}
    assert law_and_path(story) == ("", NEWS)
    assert params(story.pushed(AUTHOR))["person"] == HEAD


# ---- what a refusal cites and names


@pytest.mark.parametrize(
    ("story", "law"),
    [
        (checked().decided("phe_duyet", AUTHOR), "CB-1"),
        (checked().decided("phe_duyet", HEAD, decision="return"), "CB-18"),
        (ht_edited().decided("tra_lai", "ht-thu-ky", decision="return"), "HT-8.3"),
        (checked().decided("phe_duyet", CLERK), "DL-4/-3"),
        (drafted(by=HEAD), "DL-6A.4"),
        (drafted(by=AUTHOR).but(commits=()).under(people=replace(policy().people, people=())), "CB-1"),
        (Story.of("content/khong/x/2026/a.md").pushed(AUTHOR), "CB-17"),
    ],
)
def test_refusal_cites_its_rule(story, law):
    assert law_and_path(story)[0] == law


def test_governance_cites_the_house_rule():
    story = governing("policies/boards/dl.yml").leaving(making(with_delegation("dl", taker=DEPUTY)))
    story = story.decided("xem_xet", CHECKER, procedure="nhan_su").decided("phe_duyet", DEPUTY, procedure="nhan_su")
    assert law_and_path(story) == ("CB-17", story.change.records[-1].path)
    assert params(story)["step"] == "phe_duyet"


def test_missing_document_of_a_body_cites_the_row():
    story = governing("policies/regulations/dl/clauses.yml").decided("tong_hop", CHECKER, procedure="sua_quy_che")
    story = story.decided("chap_thuan", HEAD, procedure="sua_quy_che")
    assert (law_and_path(story)[0], params(story)["word"]) == ("DL-12", "van_ban")


def test_document_of_a_body_is_not_asked_of_who_returns():
    story = governing("policies/regulations/dl/clauses.yml").decided("tong_hop", CHECKER, procedure="sua_quy_che")
    story = story.decided("chap_thuan", HEAD, "", "return", REASON, procedure="sua_quy_che")
    assert story.codes()[0] == "missing"


def test_answers_of_a_step_are_not_asked_of_who_returns_it():
    received = hd().decided("don_vi_duyet", "hd-ld-ban-to-chuc").decided("tiep_nhan", "hd-uv-khoi")
    assert received.decided("bien_tap", "hd-uv-khoi", decision="return", answers=REASON).codes()[0] == "missing"
    assert received.decided("bien_tap", "hd-uv-khoi", answers=EDITED).codes()[0] == "missing"


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        (drafted(by=HEAD), {"path": NEWS, "person": HEAD, "board": "dl"}),
        (drafted(by=HEAD).but(commits=()).decided("nop", HEAD), {"path": NEWS, "person": HEAD, "board": "dl"}),
        (drafted().decided("dang", CLERK), {"step": "dang", "at": "da_nop"}),
        (checked().decided("phe_duyet", AUTHOR), {"person": AUTHOR, "step": "author"}),
        (checked().decided("phe_duyet", CLERK), {"person": CLERK, "role": "cong_chuc_van_phong", "step": "phe_duyet"}),
        (ready().but(target="main"), {"target": "main"}),
        (ready().but(used=True), {"id": "20261102-tin-moi-0a1b2c3d"}),
        (ready().but(lands="0"), {"target": "refs/heads/main"}),
        (ready().but(submissions=drafted(by=AUTHOR).pushed(AUTHOR).change.submissions), {}),
        (ready().merged(parents=("f" * 40,)), {"count": 1}),
        (ready().merged(parents=("f" * 40, ready().change.head)), {"tip": "a" * 12}),
        (ready().merged(parents=("a" * 40, "e" * 40)), {"head": ready().change.head[:12]}),
        (ready().but(repository="khac-khac"), {"found": "congbo-kiem-thu-01"}),
        (ready().but(id="gh-7"), {"found": "20261102-tin-moi-0a1b2c3d"}),
        (ready().but(target="refs/heads/khac"), {"found": "refs/heads/main"}),
        (checked().decided("phe_duyet", HEAD, record={"fingerprint": "SHA256:la"}), {"fingerprint": "SHA256:la"}),
        (
            checked().decided("phe_duyet", HEAD, record={"fingerprint": fingerprint_of(OTHER)}),
            {"owner": OTHER, "person": HEAD},
        ),
        (ready().under(keys=with_key(HEAD, namespaces=("git",)).keys), {"purpose": "congbo-decision"}),
        (ready().under(keys=with_key(HEAD, valid_before=START).keys), {"person": HEAD, "moment": START + 2 * HOUR}),
        (checked().decided("phe_duyet", HEAD, expires=START), {"expires": START}),
        (checked().decided("phe_duyet", HEAD, issued=START + timedelta(days=2)), {"issued": START + timedelta(days=2)}),
        (Story.of("content/khong/x/2026/a.md").pushed(AUTHOR), {"board": "khong", "area": ""}),
        (governing("policies/hosts.yml").under(portals={}), {"board": "", "area": "hosts"}),
        (drafted(by=""), {"mail": "@kiem-thu.example", "commit": drafted().change.head[:12]}),
    ],
)
def test_sentence_names(story, expected):
    told = params(story)
    assert {name: told[name] for name in expected} == expected


def test_heads_are_named_by_twelve_digits():
    story = ready().but(head="e" * 40)
    assert params(story)["head"] == "e" * 12
    assert params(story)["newest"] == ready().change.head[:12]


def test_what_locks_is_named():
    after = with_holder("dl", CHECKER, until=date(2026, 11, 1))
    story = governing("policies/boards/dl.yml").leaving(making(after))
    told = params(story)
    assert (told["board"], told["procedure"], told["step"]) == ("dl", "tin_bai", "kiem_duyet")
    assert law_and_path(story) == ("CB-17", "policies/boards/dl.yml")


def test_what_nobody_would_cover_is_named():
    after = with_procedures("DL", lambda known: {name: one for name, one in known.items() if name != "sua_quy_trinh"})
    story = governing("policies/regulations/dl/board.yml").leaving(making(after))
    assert (params(story)["board"], params(story)["area"]) == ("dl", "procedures")
    assert law_and_path(story) == ("CB-17", "policies/boards/dl.yml")


def test_holder_without_decision_is_named():
    story = governing("policies/boards/dl.yml").leaving(making(with_holder("dl", MEMBER, role="pho_ban", decision="")))
    assert params(story)["holder"] == MEMBER
    assert law_and_path(story) == ("CB-17", "policies/boards/dl.yml")


def test_policies_that_cannot_be_read_say_why():
    fault = ready().but(used=True).verdict().refused[0].message
    story = governing("policies/boards/dl.yml").leaving(Aftermath(fault=fault))
    assert params(story)["detail"] == fault
    assert law_and_path(story) == ("", "")


def test_author_may_take_the_item_back():
    story = Story.of(
        "content/ht/tin-tuc/2026/a.md", rules=with_step("HT", "tin_bai", "tra_lai", not_={"author": "CB-1"})
    )
    story = story.pushed("ht-uv-cchc").decided("tiep_nhan", "ht-thu-ky")
    assert story.decided("tra_lai", "ht-uv-cchc", answers=REASON).codes()[:2] == ("missing", "gui_lai")


# ---- what others ask the gate


def test_needs_of_an_item():
    (need,) = needs(policy(), drafted().change, Aftermath(), date(2026, 11, 2))
    assert (need.regulation, need.id) == ("DL", "tin_bai")
    assert need.thing == Thing(NEWS, "dl", "", "tin_bai", "", "tin-tuc", "", "", False, frozenset())


def test_needs_of_a_governance_file():
    (need,) = needs(policy(), governing("policies/units/dl.yml").change, Aftermath(), date(2026, 11, 2))
    assert need.thing == Thing("policies/units/dl.yml", "dl", "units", "", "", "", "", "", False, frozenset())
    plain = Thing("a", "b")
    assert (plain.area, plain.type, plain.record, plain.section, plain.unit, plain.field) == ("",) * 6
    assert not plain.correction


def test_needs_of_a_board_whose_portal_is_gone():
    rest = replace(policy(), portals={id_: one for id_, one in policy().portals.items() if id_ != "dl"})
    found = needs(rest, governing("policies/boards/dl.yml").change, Aftermath(), date(2026, 11, 2))
    assert {need.thing.board for need in found} == {"hd", "ht", "qn", "tq"}


def test_attachment_belongs_to_the_nearest_item():
    inner = "content/dl/tin-tuc/2026/a/b.md"
    story = Story.of(f"{inner.removesuffix('.md')}/anh.png", items={NEWS: news(NEWS)}).but(
        after={NEWS: news(NEWS), inner: news(NEWS)}
    )
    found = needs(policy(), story.but(after={NEWS: news(B), inner: news(NEWS)}).change, Aftermath(), date(2026, 11, 2))
    assert [need.thing.path for need in found] == [NEWS]


def test_shape_cites_no_rule():
    assert law_and_path(ready().but(target="main")) == ("", "")


def test_needs_of_an_item_before_the_regulation():
    (need,) = needs(policy(), drafted().change, Aftermath(), date(2011, 1, 1))
    assert (need.regulation, need.id, need.procedure) == ("", "", None)


def test_needs_carry_unit_section_and_field():
    path = "content/ht/chung/2026/a.md"
    change = Story.of(items={path: item(path, "tin_bai", don_vi="ht-van-phong", linh_vuc="ton_giao")}).change
    (need,) = needs(policy(), change, Aftermath(), date(2026, 11, 2))
    assert (need.thing.unit, need.thing.section, need.thing.field) == ("ht-van-phong", "chung", "ton_giao")


def test_claims_of_a_deputy():
    (need,) = needs(policy(), ht_edited().change, Aftermath(), date(2026, 11, 2))
    assert need.procedure
    (row,) = [row for row in need.procedure.steps if row.step == "phe_duyet"]
    (claim,) = claims(policy(), row, need.thing, "ht-pho-truong-ban", date(2026, 11, 2))
    assert (claim.role, claim.law, claim.behalf) == ("pho_truong_ban", "HT-13.2/-1", "truong_ban")
    (head,) = claims(policy(), row, need.thing, "ht-truong-ban", date(2026, 11, 2))
    assert (head.law, head.behalf) == ("HT-13.3#2", "")


def test_claims_by_level_cite_the_level():
    (need,) = needs(policy(), tq().change, Aftermath(), date(2026, 11, 2))
    assert need.procedure
    row = need.procedure.steps[-1]
    assert [one.law for one in claims(policy(), row, need.thing, "tq-bt-1", date(2026, 11, 2))] == ["TQ-8.1a#3"]


def test_roles_held():
    assert held(policy(), "dl", CLERK, date(2026, 11, 2)) == {"cong_chuc_van_phong", "van_phong"}
    assert held(policy(), "dl", CLERK, date(2011, 1, 1)) == frozenset()
    assert held(policy(), "khong-co", CLERK, date(2026, 11, 2)) == frozenset()


def test_nothing_is_lacking_here():
    assert list(gaps(policy(), START)) == []


def test_what_is_lacking():
    assert ("dl", "tin_bai", "kiem_duyet") in list(gaps(without_holders("dl", CHECKER), START))
    assert ("hd", "tin_bai", "tap_hop") not in list(gaps(without_holders("hd", "hd-pv-1"), START))
    assert (
        list(gaps(with_keys(lambda key: None if key.person == AUTHOR else key), START)) == []
    )  # who hands in signs nothing


def test_what_nobody_covers():
    none = replace(policy(), board_rules={})
    assert {("dl", "boards"), ("dl", "tin_bai"), ("qn-campha", "keys")} <= set(uncovered(none, START))
    gone = replace(policy(), boards={})
    assert ("dl", "boards") in set(uncovered(gone, START))


def test_items_named_by_office_of_another_board_are_no_authors():
    page = item(NEWS, "tin_bai", tac_gia="hd-tt-1")
    assert checked(Story.of(items={NEWS: page}).pushed(AUTHOR)).decided("phe_duyet", HEAD).codes() == (
        "missing",
        "dang",
    )


def test_item_of_a_portal_without_a_board():
    path = "content/khong/x/2026/a.md"
    assert Story.of(items={path: news(path)}).pushed(AUTHOR).codes() == ("refused", "path.unowned")
