"""Waivers: what they cover, what they do not, and until when."""

from __future__ import annotations

import hashlib
from datetime import date
from functools import cache

import pytest

from congbo.facts.corpus import Corpus, load_corpus
from congbo.facts.waivers import apply
from congbo.finding import About, Finding, Severity
from congbo.frozen import replace
from congbo.message import say
from congbo.place import Place
from congbo.policy import Policy, load_policy
from support.trees import ValueTree, edited_policies, real_policies

TODAY = date(2026, 11, 22)
STATE = About()
FILE = "content/dl/van-ban-phuong/2019/901/901.pdf"
BYTES = b"bytes that somebody looked at\n"
SHA = hashlib.sha256(BYTES).hexdigest()
ITEM = "content/dl/tin-tuc-su-kien/2019/ve-sinh.md"
TEXT = """---
id: dl-2019-9001
type: tin_bai
title: Vệ sinh
summary: Tóm tắt.
don_vi: dl-van-hoa-thong-tin
---
Nội dung.
"""


@cache
def policy(*waivers: tuple[str, str, str, str]) -> Policy:
    """Return the real policies with waivers (portal, clause, on, day) and no other records."""
    others = [path for path in real_policies() if path.startswith("policies/records/")]
    tree = edited_policies({}, without=others)
    for number, (portal, clause, on, day) in enumerate(waivers):
        tree.files[f"policies/records/mien_tru/w-{number}.yml"] = (
            f'format: 1\nrecord: mien_tru\nid: w-{number}\nportal: {portal}\nclause: "{clause}"\non: {on}\n'
            f"reason: Lý do {number}\nby: truong_ban\ndecision: 905/UBND-VP\nngay: {day}\n"
        ).encode()
    return load_policy(tree)


def corpus(*waivers: tuple[str, str, str, str], today: date = TODAY, data: bytes = BYTES) -> Corpus:
    tree = ValueTree({ITEM: TEXT.encode(), FILE: data})
    return load_corpus(tree, policy(*waivers), today)


def finding(
    rule: str,
    check: str = "quota",
    path: str = "policies/units/ht.yml",
    about: About = STATE,
    also: tuple[str, ...] = (),
) -> Finding:
    place = Place(path, 12, 5)
    return Finding(
        rule, check, Severity.ERROR, place, say("duplicate_id.fix"), say("duplicate_id.fix"), "Điều 9", also, about
    )


def waived(one: Corpus, found: Finding) -> bool:
    """Tell whether the finding is waived; if so it is a note that keeps all else, if not it is as it was."""
    (result,) = apply(one, [found])
    if result.waived is None:
        assert result is found
        return False
    assert replace(result, severity=found.severity, waived=None) == found
    assert result.severity is Severity.INFO
    return True


WEEK = About("ht", "ht-van-phong", date(2022, 1, 31), date(2022, 2, 6))
OF_WEEK = ("ht", "HT-9.3c", "{unit: ht-van-phong, from: 2022-01-31, until: 2022-02-06}", "2022-01-25")


def test_a_week_of_a_unit() -> None:
    assert waived(corpus(OF_WEEK), finding("HT-9.3c", about=WEEK))


def test_the_reason_and_the_record_are_told() -> None:
    (result,) = apply(corpus(OF_WEEK), [finding("HT-9.3c", about=WEEK)])
    assert result.waived
    assert result.waived.params == {"id": "w-0", "reason": "Lý do 0", "until": date(2022, 2, 6)}


@pytest.mark.parametrize(
    "other",
    [
        finding("HT-10.3", about=WEEK),
        finding("HT-9.3c", about=replace(WEEK, unit="ht-thanh-tra")),
        finding("HT-9.3c", about=replace(WEEK, unit="")),
        finding("HT-9.3c", about=replace(WEEK, portal="hd")),
        finding("HT-9.3c", about=replace(WEEK, first=date(2022, 2, 7), last=date(2022, 2, 13))),
        finding("HT-9.3c", about=replace(WEEK, last=date(2022, 2, 7))),
        finding("HT-9.3c", about=replace(WEEK, first=date(2022, 1, 30))),
        finding("HT-9.3c", check="step", about=WEEK),
        finding("HT-9.3c", check="scan", about=WEEK),
        finding("HT-9.3c", about=WEEK, also=("HT-10.3",)),
    ],
    ids=[
        "another clause", "another unit", "no unit", "another portal", "the next week", "a week that ends later",
        "a week that begins before", "a step", "a scan", "a clause beside it that is not waived",
    ],
)  # fmt: skip
def test_what_a_waiver_of_a_week_does_not_cover(other: Finding) -> None:
    assert not waived(corpus(OF_WEEK), other)


def test_identical_rules_are_waived_together_only() -> None:
    second = ("ht", "HT-10.3", "{portal: ht, from: 2022-01-01, until: 2022-12-31}", "2022-01-01")
    assert waived(corpus(OF_WEEK, second), finding("HT-9.3c", about=WEEK, also=("HT-10.3",)))


YEAR = ("dl", "DL-6B/-1", "{item: dl-2019-9001, from: 2026-01-01, until: 2026-12-31}", "2026-01-01")


@pytest.mark.parametrize(
    ("today", "holds"),
    [(date(2026, 1, 1), True), (date(2026, 12, 31), True), (date(2027, 1, 1), False), (date(2025, 12, 31), False)],
)
def test_a_state_is_waived_as_long_as_the_term_runs(today: date, holds: bool) -> None:
    assert waived(corpus(YEAR, today=today), finding("DL-6B/-1", "fields", ITEM)) is holds


def test_a_day_that_was_judged_stays_waived_after_the_term() -> None:
    late = ("dl", "DL-8.1a", "{item: dl-2019-9001, from: 2019-10-01, until: 2019-10-31}", "2019-10-01")
    about = About("dl", "", date(2019, 10, 7), date(2019, 10, 7))
    assert waived(corpus(late), finding("DL-8.1a", "deadline", ITEM, about))
    assert not waived(
        corpus(late), finding("DL-8.1a", "deadline", ITEM, replace(about, first=date(2019, 11, 1), last=None))
    )


def test_a_waiver_of_tomorrow_does_not_work_today() -> None:
    decided = (*YEAR[:3], "2026-06-02")
    assert not waived(corpus(decided, today=date(2026, 6, 1)), finding("DL-6B/-1", "fields", ITEM))
    assert waived(corpus(decided, today=date(2026, 6, 2)), finding("DL-6B/-1", "fields", ITEM))


def test_an_item_is_waived_with_the_files_of_its_folder() -> None:
    assert waived(corpus(YEAR), finding("DL-6B/-1", "attachments", ITEM.replace(".md", "/anh.png")))
    assert not waived(corpus(YEAR), finding("DL-6B/-1", "attachments", "content/dl/tin-tuc-su-kien/2019/khac/anh.png"))


def test_a_unit_is_known_from_the_item() -> None:
    unit = ("dl", "DL-6B/-1", "{unit: dl-van-hoa-thong-tin, from: 2026-01-01, until: 2026-12-31}", "2026-01-01")
    assert waived(corpus(unit), finding("DL-6B/-1", "fields", ITEM))
    assert not waived(corpus(unit), finding("DL-6B/-1", "fields", "content/dl/tin-tuc-su-kien/2019/khac.md"))


BY_BYTES = ("dl", "DL-5/-1", f"{{file: {FILE}, sha256: {SHA}}}", "2019-10-08")


def test_a_scan_is_let_through_for_exactly_these_bytes() -> None:
    assert waived(corpus(BY_BYTES), finding("DL-5/-1", "scan", FILE))
    assert not waived(corpus(BY_BYTES, data=BYTES + b" "), finding("DL-5/-1", "scan", FILE))
    assert not waived(corpus(BY_BYTES), finding("DL-5/-1", "scan", FILE.replace("901.pdf", "902.pdf")))


@pytest.mark.parametrize(
    "on",
    ["{portal: dl, from: 2019-01-01, until: 2027-01-01}", "{item: dl-2019-9001, from: 2019-01-01, until: 2027-01-01}"],
)
def test_a_scan_is_let_through_in_no_other_way(on: str) -> None:
    wide = ("dl", "DL-5/-1", on, "2019-01-01")
    assert waived(corpus(wide), finding("DL-5/-1", "fields", ITEM, About("dl")))
    assert not waived(corpus(wide), finding("DL-5/-1", "scan", ITEM, About("dl")))


def test_of_our_own_rules_only_the_stand_in_of_scans_is_let_through() -> None:
    house = ("dl", "CB-14", f"{{file: {FILE}, sha256: {SHA}}}", "2019-10-08")
    names = ("dl", "CB-13", f"{{file: {FILE}, sha256: {SHA}}}", "2019-10-08")
    assert waived(corpus(house), finding("CB-14", "private_data", FILE))
    assert not waived(corpus(names), finding("CB-13", "file_name", FILE))


def test_without_waivers_nothing_changes() -> None:
    found = [finding("HT-9.3c", about=WEEK), finding("DL-5/-1", "scan", FILE)]
    assert apply(corpus(), found) == found
