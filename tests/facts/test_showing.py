"""When an item stops being shown."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from congbo.dates import VIETNAM
from congbo.facts.showing import ends
from congbo.frozen import replace
from congbo.site.index import Index
from support.items import corpus, item
from support.trees import real_policy

AD = """---
id: tq-2011-9001
type: quang_cao
title: Quảng cáo
summary: Tóm tắt.
imported:
  published: 2011-08-10T10:00:00+07:00
  source: Hệ thống cũ
het_han: 2011-09-10
---
Nội dung.
"""
PATH = "content/tq/quang-cao/2011/che.md"


def test_an_advertisement_ends_after_its_last_day() -> None:
    one = item(PATH, "quang_cao", het_han=date(2011, 9, 10))
    assert ends(real_policy(), one) == datetime(2011, 9, 11, tzinfo=VIETNAM)


def test_the_earlier_end_counts() -> None:
    early = datetime(2011, 9, 1, 8, tzinfo=VIETNAM)
    one = replace(item(PATH, "quang_cao", het_han=date(2011, 9, 10)), expires_at=early)
    assert ends(real_policy(), one) == early


def test_other_types_end_only_when_they_say_so() -> None:
    assert ends(real_policy(), item(type_="van_ban", ngay_het_hieu_luc=date(2011, 9, 10))) is None


@pytest.mark.parametrize(("today", "shown"), [(date(2011, 9, 10), True), (date(2011, 9, 11), False)])
def test_a_portal_shows_an_advertisement_on_its_last_day_and_not_afterwards(today: date, shown: bool) -> None:
    found = corpus({PATH: AD}, today)
    index = Index(found, found.policy.portals["tq"], "internet")
    assert [one.path for one in index.items] == ([PATH] if shown else [])
