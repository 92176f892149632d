"""The editors' guide says what the program does: its pages come from what checks and types say, its pictures are new."""

from __future__ import annotations

import io
import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from congbo.__main__ import main
from congbo.checks import CHECKS
from congbo.commands import COMMANDS
from congbo.commands.review import VERBS
from congbo.facts.schema.documents import type_schema
from congbo.locale import guide_page, guide_pictures
from congbo.site.guide_facts import FINDINGS, PAGES, TYPES, guide_facts, picture_facts
from congbo.site.index import Index
from congbo.site.kinds_of.guide import KINDS
from congbo.site.render import Theme
from congbo.site.views.guide import GuideFacts
from support.items import corpus
from support.repositories import git
from support.screens import noted, shown
from support.trees import ROOT

FOLLOWED = date(2019, 12, 5)
TEXTS = {page: guide_page(page or "dau") for page in PAGES}
MOST = 40_000


def index(portal: str = "dl", edition: str = "internet", today: date = FOLLOWED) -> Index:
    found = corpus({}, today)
    return Index(found, found.policy.portals[portal], edition)


def rendered(facts: GuideFacts) -> str:
    return Theme(ROOT / "theme").render("guide.html", facts).decode()


@pytest.mark.parametrize(
    ("portal", "edition", "there"), [("hd", "wan", True), ("hd", "internet", False), ("dl", "internet", True)]
)
def test_a_portal_with_a_network_of_its_own_keeps_its_guide_there(portal: str, edition: str, there: bool) -> None:
    assert [bool(list(kind.keys(index(portal, edition)))) for kind in KINDS if kind.keys] == [there, there]


@pytest.mark.parametrize("page", PAGES)
def test_no_page_is_for_search_engines_and_none_rests_on_an_item(page: str) -> None:
    asked = index()
    text = rendered(guide_facts(asked, page))
    assert '<meta name="robots" content="noindex">' in text
    assert {key[0] for key in asked.trace.keys} == {"chrome"}


def test_every_check_has_its_page_with_a_cause_and_a_cure() -> None:
    facts = guide_facts(index(), FINDINGS)
    assert set(CHECKS) <= {part.word for part in facts.parts}
    for part in facts.parts:
        assert "<h3>Kiểm tra gì</h3>" in part.body, part.word
        assert "<h3>Cách sửa</h3>" in part.body, part.word
        assert "```" not in part.body, part.word
    assert len({part.anchor for part in facts.parts}) == len(facts.parts)


def test_every_type_shows_its_lines_and_those_that_the_regulation_always_asks_for() -> None:
    asked = index()
    policy, portal = asked.corpus.policy, asked.portal
    facts = guide_facts(asked, TYPES)
    assert facts.common is not None
    everywhere = {line.key for line in facts.common.fields if line.required}
    for one in facts.types:
        keys = {line.key for line in one.fields}
        assert {policy.types.fields[name].key or name for name in policy.types.types[one.word].fields} <= keys
        wanted = {line.key for line in one.fields if line.required}
        assert wanted | everywhere == set(type_schema(policy, one.word, portal, FOLLOWED)["required"])
        assert all(line.asked for line in one.fields if line.required)
    news = next(one for one in facts.types if one.word == "tin_bai")
    assert "gạch đầu dòng thứ nhất Điều 5" in {cite for line in news.fields for cite in line.asked}


def test_the_example_is_sound_and_the_finding_is_the_one_that_is_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    example = re.search(r"```yaml\n(---\n.*?)```", TEXTS["viet"], re.DOTALL)
    said = re.search(r"```text\n(.*?)```", TEXTS[FINDINGS], re.DOTALL)
    assert example
    assert said
    path = said[1].partition(":")[0]
    found = judged(tmp_path / "du", path, example[1], capsys)
    assert "0 lỗi" in found
    found = judged(tmp_path / "thieu", path, example[1].replace("phan_loai_mat: khong_mat\n", ""), capsys)
    assert found.startswith(said[1])


def judged(root: Path, path: str, text: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Return what ``congbo check`` says of a file in a repository with these policies."""
    shutil.copytree(ROOT / "policies", root / "policies")
    file = root / path
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")
    git(root, "init", "-q", "-b", "main")
    main(["-C", str(root), "check", path, "--today", "2026-11-21"])
    return capsys.readouterr().out


@pytest.mark.parametrize("page", PAGES)
def test_the_commands_that_it_names_are_there(page: str) -> None:
    named = re.findall(r"`congbo ([a-z]+)(?: ([a-z]+))?", TEXTS[page])
    assert {command for command, _ in named} <= set(COMMANDS)
    assert {verb for command, verb in named if command == "review"} <= {*VERBS, ""}


@pytest.mark.parametrize("name", sorted(guide_pictures()))
def test_a_picture_is_small_has_words_and_the_size_that_the_page_says(name: str) -> None:
    data = picture_facts(index(), name).data
    assert len(data) <= MOST
    (tag,) = re.findall(rf'<img src="{re.escape(name)}"[^>]*>', TEXTS["duyet"])
    width, height = Image.open(io.BytesIO(data)).size
    assert f'width="{width}" height="{height}"' in tag
    assert len(re.findall(r'alt="([^"]*)"', tag)[0]) > 40


def test_no_picture_is_older_than_the_screens_that_it_shows() -> None:
    assert shown().read_text("utf-8") == noted(), "take the pictures again: .venv/bin/python scripts/guide"
