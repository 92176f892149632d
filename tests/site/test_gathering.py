"""The main portal gathers its components' newest items, what they offer first (QN-11.4, TQ-8.1c): public ones alone."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from congbo.facts.corpus import load_corpus
from congbo.policy.load import load_policy
from congbo.site.gathered_facts import gathered_facts, gathers
from congbo.site.home_facts import home_facts, site_map_facts
from congbo.site.index import Index
from congbo.site.kinds_of.gathered import KINDS
from congbo.site.render import Theme
from congbo.site.views import GatheredFacts, Link
from support.histories import COMPONENT, RECORD, START, Past, past_of, small_repository
from support.items import corpus
from support.renewed import Shown, differing
from support.trees import ROOT, ValueTree, edited_policies, real_policies

TODAY = date(2026, 11, 22)
PAGE = "qn/internet/tu-cac-don-vi/index.html"
WAY = Link("Tin từ các đơn vị", "tu-cac-don-vi/")
TEXT = """---
id: {portal}-2017-{number}
type: tin_bai
title: Mục {number}
summary: Tóm tắt.
{more}imported:
  published: {posted}T09:00:00+07:00
  source: Hệ thống cũ
---
Nội dung.
"""


def files(*items: tuple[str, int, str], section: str = "tin-tuc") -> dict[str, str]:
    """Items of a portal, each by its number, with lines of its head; the higher the number the newer."""
    return {
        f"content/{portal}/{section}/2017/muc-{number}.md": TEXT.format(
            portal=portal, number=number, more=more, posted=f"2017-07-{number:02}"
        )
        for portal, number, more in items
    }


def index_of(texts: dict[str, str], portal: str = "qn") -> Index:
    found = corpus(texts, TODAY)
    return Index(found, found.policy.portals[portal], "internet")


def titles(page: GatheredFacts) -> list[tuple[str, list[str]]]:
    return [(group.title, [line.link.title for line in group.lines]) for group in page.groups]


def test_what_is_offered_stands_first_and_once_then_the_newest_of_each_group() -> None:
    offer, news = "gui_cong_chinh: true\n", [(COMPONENT, number, "") for number in range(2, 10)]
    texts = files((COMPONENT, 1, offer), ("qn-campha", 12, ""), ("qn", 20, ""), *news, (COMPONENT, 11, offer))
    index = index_of(texts | files((COMPONENT, 5, ""), section="van-ban-chi-dao"))
    page = gathered_facts(index, "vi")
    assert titles(page) == [
        ("Đơn vị gửi lên", ["Mục 11", "Mục 1"]),
        ("Tin tức", ["Mục 12", "Mục 9", "Mục 8", "Mục 7", "Mục 6", "Mục 5"]),
        ("Văn bản", ["Mục 5"]),
    ]
    line = page.groups[1].lines[0]
    assert line.link.url == "https://campha.quangninh.gov.vn/tin-tuc/2017/muc-12/"
    assert line.source.title == "Thành phố Cẩm Phả (đến hết 30/6/2025)"
    html = Theme(ROOT / "theme").render("gathered.html", page).decode()
    assert html.count("Đơn vị gửi</span>") == 2
    assert html.count(">Sở Du lịch tỉnh Quảng Ninh</a>") == 8
    assert WAY in home_facts(index, "vi").gathered
    assert WAY in site_map_facts(index, "vi").groups[0].links


def test_it_asks_three_questions_and_looks_at_no_item_but_those_that_it_shows() -> None:
    index = index_of(files(*((COMPONENT, number, "") for number in range(1, 12))))
    gathered_facts(index, "vi")
    assert {key[0] for key in index.trace.keys} == {"chrome", "gathered", "gathers", "item", "offered", "sections"}
    assert len([key for key in index.trace.keys if key[0] == "item"]) == 6


@pytest.mark.parametrize("more", [
    "editions: [wan]\n", "expires_at: 2026-11-01T00:00:00+07:00\n", "publish_at: 2026-11-23T00:00:00+07:00\n",
    'rut_bai: {loai: nham, ngay: 2026-11-22, can_cu: "Chỉ đạo"}\n',
])  # fmt: skip
def test_what_the_component_does_not_show_is_not_gathered(more: str) -> None:
    index = index_of(files((COMPONENT, 3, f"gui_cong_chinh: true\n{more}")))
    assert not gathers(index, "vi")
    assert list(KINDS[0].keys(index)) == []  # type: ignore[misc]
    assert home_facts(index, "vi").gathered == ()


def test_each_network_gathers_from_its_own() -> None:
    """A component that is on the inner network only gives the internet nothing, and what is for one network stays there."""
    inner = real_policies()["policies/portals/qn.yml"].replace(
        b"{internet: {", b"{wan: {hosts: [qn.wan.vn]}, internet: {", 1
    )
    of = f"policies/portals/{COMPONENT}.yml"
    part = real_policies()[of].replace(b"{internet: {", b"{wan: {hosts: [sdl.wan.vn]}, internet: {", 1)
    texts = files((COMPONENT, 1, "editions: [wan]\n"), (COMPONENT, 2, "editions: [internet]\n"), ("qn-campha", 3, ""))
    tree = edited_policies({"policies/portals/qn.yml": inner, of: part})
    found = load_corpus(ValueTree({path: text.encode() for path, text in texts.items()}), load_policy(tree), TODAY)
    pages = {name: gathered_facts(Index(found, found.policy.portals["qn"], name), "vi") for name in ("wan", "internet")}
    assert [line.link.url for line in pages["wan"].groups[0].lines] == ["https://sdl.wan.vn/tin-tuc/2017/muc-1/"]
    assert titles(pages["internet"]) == [("Tin tức", ["Mục 3", "Mục 2"])]


def test_a_portal_without_components_has_no_such_page() -> None:
    index = index_of(files((COMPONENT, 1, "")), COMPONENT)
    assert list(KINDS[0].keys(index)) == []  # type: ignore[misc]
    assert home_facts(index, "vi").gathered == ()


@pytest.fixture
def past(tmp_path: Path) -> Past:
    root = small_repository(tmp_path / "kho", ("qn", COMPONENT))
    for section in (root / "content/qn").iterdir():
        if section.name not in ("tin-tuc", "gioi-thieu"):
            shutil.rmtree(section)
    for section in (root / "content" / COMPONENT).iterdir():
        if section.name not in ("tin-tuc", "gop-y"):
            shutil.rmtree(section)
    hidden = TEXT.format(portal="qn", number=9000001, more="editions: [wan]\n", posted="2017-07-01")
    (root / "content/qn/tin-tuc/2017/cung-ten.md").write_text(hidden.replace("qn-2017-", "qn-2018-"), "utf-8")
    found = past_of(root, 0)
    found.commit("ít mục")
    return found


def test_what_happens_in_a_component_changes_one_page_of_its_main_portal(past: Past) -> None:
    """Full and step by step are the same bytes; a new item, an edit, an offer; what goes, by whatever way, goes here too.

    That the main portal hides an item of the same title does not stop it.
    """
    folder, shown = past.root / "content" / COMPONENT, Shown()
    shown.publish(past.root, past.at)

    def stepped(change: str) -> str:
        before = dict(shown.files)
        past.commit(change)
        assert differing(past.root, shown, past.at) == []
        changed = {path for path in shown.files.keys() | before.keys() if shown.files.get(path) != before.get(path)}
        assert {path for path in changed | shown.written if path.startswith("qn/")} == {PAGE}
        return shown.files[PAGE][0].decode()

    one, other, *_ = sorted((folder / "tin-tuc/2017").glob("*.md"))
    new = one.with_name("muc-moi.md")
    plain = TEXT.format(portal=COMPONENT, number=9000001, more="", posted="2026-11-20")
    new.write_text(plain, "utf-8")
    assert "/tin-tuc/2017/muc-moi/" in stepped("mục mới")

    draft = next((folder / "gop-y").rglob("*.md"))
    for page, line in ((new, "gui_cong_chinh: true"), (other, "editions: [wan]"), (one, WITHDRAWN)):
        page.write_text(page.read_text("utf-8").replace("\n---\n", f"\n{line}\n---\n", 1), "utf-8")
    html = stepped("gửi lên, chỉ mạng nội bộ, rút")
    assert "Đơn vị gửi lên" in html
    assert other.stem not in html
    assert one.stem not in html
    assert draft.stem in html

    record = past.root / "policies/records/go_bai/moi.yml"
    item = draft.read_text("utf-8").partition("id: ")[2].partition("\n")[0]
    words = {
        "kind": "go_bai",
        "name": "moi",
        "portal": COMPONENT,
        "item": item,
        "since": START.isoformat(),
        "until": "",
    }
    record.parent.mkdir(parents=True, exist_ok=True)
    record.write_text(RECORD.format(**words), "utf-8")
    over = START + timedelta(hours=5)
    new.write_text(
        plain.replace("Mục 9000001", "Tên mới").replace("\n---\n", f"\nexpires_at: {over.isoformat()}\n---\n", 1)
    )
    past.commit("gỡ, sửa tên")
    assert shown.publish(past.root, past.at) is False
    html = shown.files[PAGE][0].decode()
    assert draft.stem not in html
    assert "Tên mới" in html
    past.at = over
    assert "Tên mới" not in stepped("hết hạn")


WITHDRAWN = 'rut_bai: {loai: nham, ngay: 2026-11-22, can_cu: "Chỉ đạo"}'
