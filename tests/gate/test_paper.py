"""Slips signed on paper: two others record the same slip and the same scan, and it never passes for a personal signature."""

from __future__ import annotations

from datetime import date

import pytest

from congbo.dates import day_of
from congbo.facts.gate.paper import SCAN
from congbo.frozen import replace
from congbo.locale import LANGUAGES, sentence
from congbo.policy.holders import Holder, person_of
from congbo.review.told import as_json, as_markdown, as_text
from congbo.review.view import view
from support.gate import SLIP, Story, fingerprint_of, key_of

ITEM = "content/dl/tin-tuc-su-kien/2026/a.md"
AUTHOR, DEPUTY, HEAD, CLERK, OTHER, THIRD = (
    "dl-tv-tu-phap", "dl-pho-ban-tt", "dl-truong-ban", "dl-van-phong", "dl-pho-ban", "dl-tv-doan"
)  # fmt: skip
OUTSIDER = "hd-truong-ban"  # in office, on another board


def checked() -> Story:
    """A news item that the deputy has looked at: the head of the board is awaited."""
    return Story.of(ITEM).pushed(AUTHOR).decided("kiem_duyet", DEPUTY)


def by(story: Story, recorder: str, *, scan: str = SLIP, named: str | None = None, **said: object) -> Story:
    """Somebody records the slip that the head has signed. ``scan`` lies beside it, ``named`` stands in the answers."""
    record = {"fingerprint": fingerprint_of(recorder), "scan": scan}
    answers = {SCAN: scan if named is None else named, **said.pop("answers", {})}
    return story.decided("phe_duyet", HEAD, record=record, answers=answers, source="paper", **said)


PAIR = by(by(checked(), CLERK), OTHER)


def test_two_records_of_one_slip_count() -> None:
    assert by(checked(), CLERK).codes() == ("refused", "paper.alone")
    assert PAIR.codes() == ("missing", "dang")
    assert PAIR.verdict().aside == ()
    assert PAIR.decided("dang", CLERK).codes() == ("granted",)


def test_it_stands_where_the_second_record_did_and_names_both() -> None:
    (taken,) = [one for one in PAIR.verdict().taken if one.step == "phe_duyet"]
    assert (taken.person, taken.recorders) == (HEAD, (CLERK, OTHER))
    assert taken.time == PAIR.change.records[-1].arrived


def test_a_third_record_changes_nothing() -> None:
    (taken,) = [one for one in by(PAIR, THIRD).verdict().taken if one.step == "phe_duyet"]
    assert taken.recorders == (CLERK, OTHER)


REFUSED = {
    "one person": (by(checked(), CLERK), ("paper.alone",)),
    "one person twice": (by(by(checked(), CLERK), CLERK), ("paper.alone",)),
    "two scans": (by(by(checked(), CLERK), OTHER, scan="6" * 64), ("paper.alone", "paper.alone")),
    "two reasons": (
        by(by(checked(), CLERK, answers={"ly_do": "Sai tên."}), OTHER, answers={"ly_do": "Sai ngày."}),
        ("paper.alone", "paper.alone"),
    ),
    "approved and returned": (
        by(by(checked(), CLERK), OTHER, decision="return", answers={"ly_do": "Sai tên."}),
        ("paper.alone", "paper.alone"),
    ),
    "by the signer": (by(by(checked(), CLERK), HEAD), ("paper.recorder", "paper.alone")),
    "by the author": (by(by(checked(), AUTHOR), CLERK), ("paper.recorder", "paper.alone")),
    "by a second author": (
        by(by(Story.of(ITEM).pushed(AUTHOR, mails=(f"{CLERK}@kiem-thu.example", f"{AUTHOR}@kiem-thu.example"))
              .decided("kiem_duyet", DEPUTY), CLERK), OTHER),
        ("paper.recorder", "paper.alone"),
    ),
    "by somebody of another board": (by(by(checked(), CLERK), OUTSIDER), ("paper.recorder", "paper.alone")),
    "the scan is gone": (by(by(checked(), CLERK), OTHER, scan="", named=SLIP), ("paper.scan",)),
    "the scan was exchanged": (by(by(checked(), CLERK), OTHER, scan="6" * 64, named=SLIP), ("paper.scan",)),
    "no scan is named": (by(by(checked(), CLERK), OTHER, scan="", named=""), ("paper.scan",)),
    "a scan beside a personal signature": (
        checked().decided("phe_duyet", HEAD, record={"scan": SLIP}), ("paper.scan",)
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_pair_does_not_count(name: str) -> None:
    story, codes = REFUSED[name]
    verdict = story.verdict()
    assert verdict.verdict == "refused"
    assert sorted({one.code for one in verdict.refused}) == sorted(set(codes))
    assert "phe_duyet" not in {one.step for one in verdict.taken}
    for one in verdict.refused:
        assert all(sentence(one.message, lang) for lang in LANGUAGES)


def test_a_recorder_who_has_left_office_does_not_count() -> None:
    story = PAIR
    boards = dict(story.policy.boards)

    def left(holder: Holder) -> Holder:
        gone = person_of(holder) == OTHER
        return replace(holder, until=date(2026, 11, 1)) if gone else holder

    boards["dl"] = replace(boards["dl"], holders=tuple(map(left, boards["dl"].holders)))
    assert story.under(boards=boards).codes() == ("refused", "paper.recorder", "paper.alone")


def test_two_keys_of_one_person_are_one_pair_of_eyes() -> None:
    story = by(checked(), CLERK)
    story = story.decided("phe_duyet", HEAD, record={"fingerprint": "SHA256:second"}, source="paper")
    second = key_of(CLERK, fingerprint="SHA256:second")
    keys = replace(story.policy.keys, keys=(*story.policy.keys.keys, second))
    assert story.under(keys=keys).codes() == ("refused", "paper.alone")


def test_a_return_on_paper_is_one() -> None:
    said = {"decision": "return", "answers": {"ly_do": "Sai tên."}}
    assert by(by(checked(), CLERK, **said), OTHER, **said).codes()[0] == "missing"


def test_it_is_shown_as_signed_on_paper() -> None:
    story = PAIR
    shown = view(story.policy, story.change, story.verdict(), day_of(story.clock))
    names = [story.policy.people.person(one).name for one in (CLERK, OTHER)]
    assert f"ký trên giấy, do {names[0]} và {names[1]} ghi nhận" in as_text(shown, "vi")
    assert "signed on paper, recorded by" in as_text(shown, "en")
    assert "ký trên giấy" in as_markdown(shown, "vi")
    assert f'"{names[0]}",' in as_json(shown, "vi")
    plain = checked().decided("phe_duyet", HEAD)
    assert "giấy" not in as_text(view(plain.policy, plain.change, plain.verdict(), day_of(plain.clock)), "vi")
