"""Copied passages: the younger of two items copies the older; the cost grows with the texts, not with their pairs."""

from __future__ import annotations

import random
import time
from datetime import date

from congbo.facts.copies import MIN_WORDS, copies
from congbo.facts.corpus import Corpus
from congbo.frozen import replace
from support.items import corpus

PASSAGE = " ".join(
    f"{one} {two}"
    for one in ("tổ", "đội", "tuyến", "thôn", "trường", "phường")
    for two in ("dân phố", "thanh niên", "tự quản")
)
NEWS = """---
id: {id}
type: tin_bai
title: Tin số {id}
summary: Tóm tắt.
imported:
  published: {day}T08:00:00+07:00
  source: Hệ thống cũ
---
{body}
"""


def given(*items: tuple[str, str, str]) -> Corpus:
    """Items by slug, day of publication and body."""
    return corpus(
        {
            f"content/dl/tin-tuc-su-kien/2019/{slug}.md": NEWS.format(id=f"dl-{slug}", day=day, body=body)
            for slug, day, body in items
        },
        today=date(2019, 12, 1),
    )


def told(of: Corpus) -> list[tuple[str, str, int]]:
    return [(copy.item.address.slug, copy.of.address.slug, copy.length) for copy in copies(of, of.items)]


def test_the_younger_item_copies_the_older() -> None:
    length = len(PASSAGE.split())
    assert length > MIN_WORDS
    here = given(("a", "2019-10-05", f"Mở đầu. {PASSAGE}"), ("b", "2019-10-01", f"{PASSAGE} hết."))
    assert told(here) == [("a", "b", length)]


def test_the_longest_passage_is_told_and_where_it_begins() -> None:
    short = " ".join(PASSAGE.split()[: MIN_WORDS + 1])
    here = given(
        ("a", "2019-10-05", f"Dòng một.\n\nRồi {PASSAGE}"), ("b", "2019-10-01", short), ("c", "2019-10-02", PASSAGE)
    )
    (copy,) = copies(here, here.items[:1])
    assert (copy.of.address.slug, copy.body[copy.start :].split()[0]) == ("c", "tổ")


def test_a_passage_below_the_limit_is_none() -> None:
    short = " ".join(PASSAGE.split()[: MIN_WORDS - 1])
    assert told(given(("a", "2019-10-05", short), ("b", "2019-10-01", short))) == []


def test_only_the_items_asked_about_are_judged() -> None:
    here = given(("a", "2019-10-05", PASSAGE), ("b", "2019-10-01", PASSAGE))
    assert list(copies(here, [here.by_id["dl-b"]])) == []
    assert list(copies(here, [])) == []


def test_bodies_that_the_corpus_was_not_told_are_read_again() -> None:
    here = given(("a", "2019-10-05", PASSAGE), ("b", "2019-10-01", PASSAGE))
    bare = tuple(replace(r, item=replace(r.item, body="")) for r in here.readings if r.item)
    assert told(replace(here, readings=bare)) == told(here) != []


def test_twice_the_items_cost_no_more_than_thrice() -> None:
    chance = random.Random(7)  # noqa: S311
    syllables = [f"{a}{b}" for a in "bcdghklmnpqrstvx" for b in ("an", "em", "inh", "ong", "uy", "ương")]

    def spent(count: int) -> float:
        here = given(*((f"a{n}", "2019-10-05", " ".join(chance.choices(syllables, k=400))) for n in range(count)))
        assert here.items
        start = time.process_time()
        assert told(here) == []
        return time.process_time() - start

    assert min(spent(400) for _ in range(3)) < 3 * min(spent(200) for _ in range(3)) + 0.05
