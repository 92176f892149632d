"""The forms of the desk over the procedures of the regulations: each capacity its own, with words and an article."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from congbo.commands.desk.forms import forms, key_of_offer, unanswered
from congbo.commands.desk.paragraphs import paragraphs
from congbo.commands.review.asking import Opened
from congbo.dates import day_of
from congbo.facts.gate.model import Verdict
from congbo.locale import LANGUAGES, catalogue, sentence
from congbo.policy.people import Person
from congbo.review.offers import offers
from support.gate import Story

HERE = Path(__file__).parents[2] / "plugins" / "congbo" / "commands" / "desk"


def seen(story: Story) -> tuple[Opened, Verdict]:
    verdict = story.verdict()
    return Opened(Path(), story.policy, story.change, story.aftermath, verdict, story.clock), verdict


@pytest.mark.parametrize(
    "story",
    [
        Story.of("content/dl/tin-tuc-su-kien/2026/a.md").pushed("dl-tv-tu-phap"),
        Story.of("content/ht/tin-tuc/2026/a.md").pushed("ht-nv-ccvc"),
        Story.of("content/qn/tin-tuc/2026/a.md").pushed("qn-phong-vien-1"),
        Story.of("policies/regulations/dl/board.yml", items={}).pushed("dl-tv-tu-phap"),
        Story.of("policies/sections.yml", items={}).pushed("dl-tv-tu-phap"),
    ],
    ids=["dl", "ht", "qn", "dl table", "all boards"],
)
def test_whoever_is_awaited_has_a_form_in_words(story: Story) -> None:
    found, verdict = seen(story)
    on = day_of(story.clock)
    shown = 0
    for person in story.policy.people.people:
        mine = offers(story.policy, story.change, story.aftermath, verdict, person.id, on)
        made = forms(found, person, mine, on)
        keys = sorted(choice.key for form in made for choice in form.choices)
        assert keys == sorted(map(key_of_offer, mine))
        capacities = [
            (form.choices[0].offer.board, form.choices[0].offer.role, form.behalf, form.step.vi) for form in made
        ]
        assert len(capacities) == len(set(capacities))
        for form in made:
            shown += 1
            for lang in LANGUAGES:
                told = sentence(form.statement, lang)
                assert person.name in told
                assert re.search(r"Điều|CB-\d+|gạch đầu dòng|mục", told), told
                assert "_" not in told
            reasons = [asked for asked in form.asked if asked.word == "ly_do"]
            assert len(reasons) == 1
            assert form.choices[0].offer.decision == "approve"
    assert shown


def test_an_answer_of_blanks_is_none() -> None:
    story = Story.of("content/dl/tin-tuc-su-kien/2026/a.md").pushed("dl-tv-tu-phap")
    on = day_of(story.clock)
    every = offers(story.policy, story.change, story.aftermath, story.verdict(), "dl-pho-ban-tt", on)
    back = next(one for one in every if one.decision == "return")
    assert unanswered(back, {"ly_do": " \t"}) == ("ly_do",)
    assert unanswered(back, {"ly_do": "Sai tên."}) == ()


def test_a_body_is_read_as_its_page_shows_it() -> None:
    body = "# Đầu\n\nMột [liên kết](https://a.example/x) **đậm**.\n\n- một\n- hai\n\n![Ảnh](a.png)\n\n<script>x()</script>\n"
    assert paragraphs(body)[:5] == (
        "Đầu",
        "Một liên kết ⟨https://a.example/x⟩ đậm.",
        "• một",
        "• hai",
        "[Ảnh] ⟨a.png⟩",
    )
    assert not any("x()" in one for one in paragraphs(body))


def test_every_word_of_the_pages_has_its_sentence() -> None:
    pages = [page.read_text("utf-8") for page in (HERE / "templates").glob("*.html")]
    asked = {key for page in pages for key in re.findall(r't\("([a-z_.]+[a-z_])"', page)}
    assert len(asked) > 50
    assert [key for key in sorted(asked) if key not in catalogue("vi")] == []
    composed = {start for page in pages for start in re.findall(r't\("([a-z_.]+\.)" ~', page)}
    assert [start for start in sorted(composed) if not any(key.startswith(start) for key in catalogue("vi"))] == []


def test_pages_hold_no_script_and_no_style_of_their_own() -> None:
    for page in (HERE / "templates").glob("*.html"):
        told = page.read_text("utf-8")
        assert not re.search(r"<style|style=|\son[a-z]+=|javascript:|<script(?! src=)", told), page.name
        assert not re.search(r"https?://", told), page.name


def test_a_person_of_no_board_has_no_form() -> None:
    story = Story.of("content/dl/tin-tuc-su-kien/2026/a.md").pushed("dl-tv-tu-phap")
    found, _ = seen(story)
    stranger = Person("ai-do", "Người lạ", ("a@b.example",), story.policy.people.people[0].place)
    assert forms(found, stranger, (), day_of(story.clock)) == ()
