"""What pages are filled from: no template is used that is not reached, and what changed fills its own pages alone."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path

import pytest
from jinja2 import Environment

from congbo.errors import CongboError
from congbo.facts.corpus import load_corpus
from congbo.policy import load_policy
from congbo.site.index import Index
from congbo.site.kind import Kind
from congbo.site.kinds import KINDS, keys_of
from congbo.site.looks import filled_otherwise, looks_of
from congbo.site.render import Theme
from congbo.tree import FolderTree
from support.trees import ROOT

TODAY = date(2026, 11, 22)
FILLED = [kind for kind in KINDS if kind.template]
# Of these the samples have none, or the history is needed to know of them.
NOT_AMONG_SAMPLES = ("changes", "redirect", "topic_month", "topic_year", "versions")
EVERY = frozenset(kind.name for kind in FILLED)
A_LOT = 60  # pages of one kind: of items, several of each view


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "theme", tmp_path / "theme")
    return tmp_path


def after(root: Path, path: str, text: str | None) -> frozenset[str]:
    """Return the kinds that are filled otherwise after a file has got some text more, or (None) is given up."""
    before = looks_of(root)
    file = root / path
    if text is None:
        file.unlink()
    else:
        file.write_text((file.read_text("utf-8") if file.exists() else "") + text, "utf-8")
    return filled_otherwise(root, KINDS, before, looks_of(root))


@pytest.fixture(scope="module")
def indexes() -> list[Index]:
    tree = FolderTree(ROOT)
    policy = load_policy(tree)
    found = load_corpus(tree, policy, TODAY)
    return [Index(found, policy.portals[portal], "internet") for portal in ("qn", "dl", "hd", "ht")]


def pages(index: Index, kind: Kind) -> Iterator[tuple[str, ...]]:
    """Yield keys of a kind: of items the first few of each type."""
    seen: dict[str, int] = {}
    for key in keys_of(kind, index, index.shelf.every()):
        sort = index.corpus.by_path[key[0]].type if kind.of_item else ""
        seen[sort] = seen.get(sort, 0) + 1
        if seen[sort] <= (2 if kind.of_item else A_LOT):
            yield key


@pytest.mark.parametrize("kind", FILLED, ids=lambda kind: kind.name)
def test_whatever_a_page_is_filled_from_is_reached(
    kind: Kind, indexes: list[Index], root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Every file that Jinja opens for pages of a kind, changed by itself, fills that kind again."""
    compiled = tmp_path_factory.getbasetemp() / "compiled"
    compiled.mkdir(exist_ok=True)
    theme, used = Theme(ROOT / "theme", compiled), set[str]()
    loader = theme._environment.loader
    assert loader is not None
    load = loader.get_source

    def recorded(environment: Environment, name: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        used.add(name)
        return load(environment, name)

    loader.get_source = recorded  # type: ignore[method-assign]
    for index in indexes:
        for key in islice(pages(index, kind), A_LOT):
            theme.render(kind.template, kind.facts(index, *key))
    assert (kind.template in used) is (kind.name not in NOT_AMONG_SAMPLES)
    for name in used or {kind.template, "base.html"}:
        if kind.name != "redirect" or name != "base.html":  # a page that nobody reads has nothing around it
            assert kind.name in after(root, f"theme/templates/{name}", " "), name


def test_nothing_is_filled_again_for_a_style(root: Path) -> None:
    assert after(root, "theme/styles/41-document.css", "p { margin: 0 }") == {"components"}
    assert after(root, "theme/static/js/search.js", "// khác") == {"components"}
    assert after(root, "theme/static/moi.css", "p { margin: 0 }") == {"components"}
    assert filled_otherwise(root, KINDS, looks_of(root), looks_of(root)) == set()


@pytest.mark.parametrize(
    ("path", "filled", "not_filled"),
    [
        ("theme/templates/items/news.html", {"item", "components"}, {"month", "section", "home", "feed"}),
        ("theme/templates/lists/person.html", {"section", "month"}, {"item", "feed", "book"}),
        ("theme/templates/rows.html", {"month", "topic"}, {"redirect", "feed", "sitemap"}),
        ("theme/templates/base/menu.html", {"item", "month", "home"}, {"redirect", "feed", "sitemap"}),
        ("theme/templates/atom.xml", {"feed"}, {"item", "sitemap"}),
    ],
)
def test_a_change_fills_what_shows_it(root: Path, path: str, filled: set[str], not_filled: set[str]) -> None:
    found = after(root, path, "\n")
    assert filled <= found
    assert not found & not_filled


def test_a_file_that_pages_may_show_is_given_up_in_front_of_all_of_them(root: Path) -> None:
    assert after(root, "theme/static/img/emblem-ward.svg", None) == EVERY


def test_where_nothing_is_known_of_before_all_is_filled(root: Path) -> None:
    assert filled_otherwise(root, KINDS, {}, looks_of(root)) == EVERY


@pytest.mark.parametrize(
    "line",
    [
        "{% include page.which %}",
        '{% import page.which ~ ".html" as m %}',
        '{% include ["a.html", "b.html"] %}',
        "{{ kept(page.which) }}",
        "{{ kept(template=page.which) }}",
        "{% set part = kept %}",
        "{{ m.box(kept) }}",
        "{{ specimen(page) }}",
        "{{ [tokens] }}",
        "{% for one in %}",
    ],
)
def test_what_may_lead_anywhere_is_filled_again_for_anything(root: Path, line: str) -> None:
    after(root, "theme/templates/redirect.html", line)
    assert "redirect" in after(root, "theme/styles/41-document.css", "p { margin: 0 }")


@pytest.mark.parametrize(
    "name",
    [
        '"them/phan.html"',
        '"./them/phan.html"',
        '"/them/phan.html"',
        '"them//phan.html"',
        '"them/./phan.html/"',
        '"./them/" ~ page.which',
        '"them/ph" ~ page.which',
        '"./" ~ page.which',
        '"." ~ page.which',
    ],
)
@pytest.mark.parametrize("line", ["{%% include %s %%}", "{%% import %s as m %%}", "{{ kept(%s) }}"])
def test_a_name_is_taken_as_jinja_takes_it(root: Path, name: str, line: str) -> None:
    (root / "theme/templates/them").mkdir()
    after(root, "theme/templates/them/phan.html", "1")
    after(root, "theme/templates/redirect.html", line % name)
    assert "redirect" in after(root, "theme/templates/them/phan.html", "2")


def test_a_name_is_no_pattern(root: Path) -> None:
    after(root, "theme/templates/[ab].html", "1")
    after(root, "theme/templates/redirect.html", '{% include "[ab].html" %}')
    assert "redirect" in after(root, "theme/templates/[ab].html", "2")
    assert "redirect" not in after(root, "theme/templates/a.html", "2")


def test_a_linked_folder_is_refused(root: Path) -> None:
    (root / "theme/templates/khac").symlink_to(root / "theme/templates/items")
    with pytest.raises(CongboError, match=r"build\.theme_link"):
        looks_of(root)


def test_a_template_that_was_given_up_fills_what_took_it_by_its_beginning(root: Path) -> None:
    found = after(root, "theme/templates/lists/person.html", None)
    assert "section" in found
    assert "item" not in found
